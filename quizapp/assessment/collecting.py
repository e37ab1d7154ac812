"""Which questions of an attempt become cards by themselves: the wrong and the unsure ones."""

from quizapp.assessment.attempt import Attempt, Question, turn
from quizapp.assessment.certainty import Confidence


def to_collect(attempt: Attempt) -> tuple[int, ...]:
    """Ids of their item versions; of a running attempt only where the answer has been shown."""
    return tuple(q.version.id for q in attempt.questions if _is_over(attempt, q) and _is_weak(q))


def _is_over(attempt: Attempt, question: Question) -> bool:
    return bool(attempt.finished_at) or not (attempt.is_exam or turn(attempt, question))


def _is_weak(question: Question) -> bool:
    """Answered, but not right at once, or without being sure."""
    response = question.response
    unsure = (Confidence.GUESS, Confidence.THINK)
    return response is not None and (response.mark < 1 or response.confidence in unsure)
