"""What is said of an answer that was not counted, and of an attempt that has ended."""

from quizapp.assessment.attempt import Attempt

TWICE = "You had answered this question before; the first answer counts."
OVER = "This attempt had ended before this answer arrived, so it was not counted."
AHEAD = "This answer came from a page that has changed meanwhile, so it was not counted."
TIME_UP = "The time was up, and this exam has ended: what was stored by then counts."
ENDED = "This exam has ended: what was stored by then counts."
KEPT = "Your choice from before is here again, but not stored yet: press “Submit answer”."
LATE = "The time was up when this answer arrived, so it was not counted. All answers before it are."


def refusal(mine: Attempt) -> str:
    """Why an answer was not counted."""
    if mine.finished_at is None:
        return AHEAD
    return LATE if mine.ran_out else OVER


def ended(mine: Attempt) -> str | None:
    """What is said of an exam to whoever finds that it has ended."""
    if not (mine.is_exam and mine.finished_at):
        return None
    return TIME_UP if mine.ran_out else ENDED
