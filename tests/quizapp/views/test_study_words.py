from datetime import timedelta

import pytest

from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.queueing import Today
from quizapp.assessment.scheduling import Card, State
from quizapp.views.study_words import awaited, interval
from tests.quizapp.factories import START

TODAY = Today.of(START, DEFAULT.zone)  # 09:30; the day ends at four in the morning
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "away", "told"),
    [
        (State.NEW, 9 * DAY, "new"),
        (State.LEARNING, HOUR / 6, "due in 10 min"),
        (State.RELEARNING, -HOUR, "due today"),
        (State.REVIEW, -90 * DAY, "due today"),
        (State.REVIEW, 18 * HOUR, "due today"),
        (State.REVIEW, 19 * HOUR, "due tomorrow"),
        (State.REVIEW, DAY, "due tomorrow"),
        (State.REVIEW, 2 * DAY, "due in 2 days"),
        (State.REVIEW, 59 * DAY, "due in 59 days"),
        (State.REVIEW, 60 * DAY, "due 13 May 2026"),
    ],
)
def test_a_card_is_awaited_no_more_precisely_than_matters(
    state: State, away: timedelta, told: str
) -> None:
    assert awaited(Card(START + away, state), TODAY) == told


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (timedelta(seconds=59), "< 1 min"),
        (HOUR / 6, "10 min"),
        (8 * DAY, "8 d"),
        (50 * DAY, "1.6 mo"),
        (800 * DAY, "2.2 y"),
    ],
)
def test_an_interval_fits_on_a_button(span: timedelta, told: str) -> None:
    assert interval(span) == told
