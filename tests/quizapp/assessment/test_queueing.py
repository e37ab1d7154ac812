from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.queueing import Refusal, Tally, Today, allowance, is_due, refusal, within
from quizapp.assessment.scheduling import Card, State
from tests.quizapp.factories import START

TODAY = Today.of(START, DEFAULT.zone)
MINUTES = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("state", "due", "expected"),
    [
        (State.NEW, START + 9000 * MINUTES, True),
        (State.LEARNING, START + 19 * MINUTES, True),
        (State.LEARNING, START + 21 * MINUTES, False),
        (State.RELEARNING, START - 21 * MINUTES, True),
        (State.REVIEW, TODAY.end - MINUTES, True),
        (State.REVIEW, TODAY.end, False),
    ],
)
def test_learning_is_due_by_the_minute_and_keeping_by_the_day(
    state: State, due: object, expected: bool
) -> None:
    assert is_due(Card(due, state), TODAY) == expected  # type: ignore[arg-type]  # a table of mixed values


@pytest.mark.parametrize(
    ("seen", "suspended", "state", "expected"),
    [
        (3, False, State.NEW, None),
        (2, False, State.NEW, Refusal.TWICE),
        (3, True, State.NEW, Refusal.SUSPENDED),
        (3, False, State.REVIEW, Refusal.NOT_DUE),
    ],
)
def test_a_rating_that_changes_nothing_has_a_reason(
    seen: int, suspended: bool, state: State, expected: Refusal | None
) -> None:
    card = Card(TODAY.end, state, reviews=3)
    assert refusal(card, seen=seen, suspended=suspended, today=TODAY) == expected


def test_what_was_done_today_counts_against_the_limits() -> None:
    preferences = replace(DEFAULT, new_per_day=5, reviews_per_day=10)
    left = within(
        Tally(new=9, learning=4, review=20), allowance(preferences, Tally(new=3, review=12))
    )
    assert left == Tally(new=2, learning=4, review=0)
