from dataclasses import replace

import pytest

from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.attempt import Attempt, Question, Response
from quizapp.assessment.certainty import Confidence
from quizapp.assessment.collecting import to_collect
from quizapp.assessment.modes import Mode, Terms
from tests.quizapp.factories import ITEMS, START

RIGHT, WRONG = Response(2, 1, START), Response(0, 0, START)
SECOND = Response(2, 0.5, START, first=0)


def attempt(
    response: Response | None, *, mode: Mode = Mode.IMMEDIATE, over: bool = True
) -> Attempt:
    question = Question(1, ItemVersion(7, ITEMS[0], START), (0, 1, 2, 3), response)
    return Attempt(
        1, "me", 1, "Harbor", False, START, START if over else None, (question,), Terms(mode)
    )


@pytest.mark.parametrize(
    ("taken", "collected"),
    [
        (attempt(WRONG), True),
        (attempt(RIGHT), False),
        (attempt(SECOND, mode=Mode.PRACTICE), True),
        (attempt(None), False),  # left open, perhaps never seen: no answer was wrong
        (attempt(None, over=False), False),
        (attempt(None, mode=Mode.EXAM), False),
        (attempt(None, mode=Mode.EXAM, over=False), False),
        (attempt(replace(RIGHT, confidence=Confidence.SURE)), False),
        (attempt(replace(RIGHT, confidence=Confidence.THINK)), True),
        (attempt(replace(RIGHT, confidence=Confidence.GUESS)), True),
        (attempt(WRONG, over=False), True),
        (attempt(WRONG, mode=Mode.PRACTICE, over=False), False),  # a second try is to come
        (attempt(WRONG, mode=Mode.EXAM, over=False), False),  # nothing has been shown yet
        (attempt(WRONG, mode=Mode.EXAM), True),
    ],
)
def test_wrong_and_unsure_answers_are_collected_once_they_were_shown(
    taken: Attempt, collected: bool
) -> None:
    assert to_collect(taken) == ((7,) if collected else ())
