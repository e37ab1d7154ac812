from dataclasses import replace

from quizapp.assessment.attempt import AttemptSummary
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import USUAL
from quizapp.assessment.standing import Standing, standing
from tests.quizapp.factories import START

DONE = AttemptSummary(1, 1, "Harbor", USUAL, False, 4, 4, START, START, Score(3, 4))
BETTER = replace(DONE, size=10, score=Score(8, 10))
RETRY = replace(DONE, retry=True, size=1, score=Score(1, 1))
RUNNING = replace(DONE, finished_at=None, score=None)


def test_best_is_by_share_and_last_is_the_newest() -> None:
    assert standing([RUNNING, RETRY, DONE, BETTER]) == Standing(
        BETTER.score or Score(0, 1), Score(3, 4), 2
    )


def test_retries_and_running_attempts_are_no_standing() -> None:
    assert standing([RETRY, RUNNING]) is None
    assert standing([]) is None
