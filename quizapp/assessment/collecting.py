"""Which answers of an attempt become cards by themselves: the wrong and the unsure ones.

A question that was left open, perhaps never seen, is gone over with what was missed, but tells of
no mistake: it becomes a card when somebody says so.
"""

from quizapp.assessment.attempt import Attempt, Question, Response, turn
from quizapp.assessment.certainty import Confidence
from quizapp.assessment.marking import FULL

UNSURE = frozenset((Confidence.GUESS, Confidence.THINK))


def to_collect(attempt: Attempt) -> tuple[int, ...]:
    """Ids of their item versions; of a running attempt only where the answer has been shown."""
    return tuple(
        question.version.id
        for question in attempt.questions
        if question.response and _is_weak(question.response) and _is_over(attempt, question)
    )


def _is_over(attempt: Attempt, question: Question) -> bool:
    return bool(attempt.finished_at) or not (attempt.is_exam or turn(attempt, question))


def _is_weak(response: Response) -> bool:
    """Wrong, right only at the second try, or right without being sure."""
    return response.mark < FULL or response.confidence in UNSURE
