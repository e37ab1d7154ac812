"""Which questions of an attempt become cards by themselves: the missed and the unsure ones."""

from quizapp.assessment.attempt import Attempt, Question, turn
from quizapp.assessment.certainty import Confidence


def to_collect(attempt: Attempt) -> tuple[int, ...]:
    """Ids of their item versions; of a running attempt only where the answer has been shown."""
    return tuple(q.version.id for q in attempt.questions if _is_over(attempt, q) and _is_weak(q))


def _is_over(attempt: Attempt, question: Question) -> bool:
    return bool(attempt.finished_at) or not (attempt.is_exam or turn(attempt, question))


def _is_weak(question: Question) -> bool:
    response = question.response
    unsure = (Confidence.GUESS, Confidence.THINK)
    return question.is_missed or (response is not None and response.confidence in unsure)
