from dataclasses import replace
from datetime import timedelta

import pytest

from quizapp.assessment.assembly import ItemVersion, Plan
from quizapp.assessment.attempt import (
    MOMENT,
    Attempt,
    Question,
    Response,
    at,
    duration,
    further,
    is_begun,
    missed,
    next_open,
    retry,
    score,
    turn,
)
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import Mode, Terms
from tests.quizapp.factories import ITEMS, START, chance, in_order

LATER = START + timedelta(minutes=2)


def make_attempt(*marks: float | None, mode: Mode = Mode.IMMEDIATE) -> Attempt:
    """An attempt with one question per mark; None is a question still open."""
    questions = tuple(
        Question(
            position,
            ItemVersion(position, ITEMS[(position - 1) % len(ITEMS)], START),
            (0, 1, 2, 3),
            None if each is None else Response(0, each, START),
        )
        for position, each in enumerate(marks, 1)
    )
    return Attempt(1, "g", 1, "Harbor", False, START, None, questions, Terms(mode))


@pytest.mark.parametrize(
    ("marks", "after", "expected"),
    [
        ((None, None, None), 0, 1),
        ((1, None, None), 1, 2),
        ((None, 1, None), 1, 3),
        ((None, 1, 0), 3, 1),
        ((None, None, 1), 2, 1),
        ((1, 0, 1), 0, None),
    ],
)
def test_next_open_goes_round(
    marks: tuple[float | None, ...], after: int, expected: int | None
) -> None:
    assert next_open(make_attempt(*marks), after) == expected


ASKED = make_attempt(None, None)
PLANNED = Plan(1, in_order(q.version for q in ASKED.questions), ASKED.terms)
OTHERS = in_order(ItemVersion(n, ITEMS[0], START) for n in (7, 8))


@pytest.mark.parametrize(
    ("plan", "attempt", "away", "same"),
    [
        (PLANNED, ASKED, timedelta(0), True),
        (PLANNED, ASKED, MOMENT, True),
        (PLANNED, ASKED, -MOMENT, True),  # another server's clock is ahead
        (PLANNED, ASKED, MOMENT + timedelta(seconds=1), False),
        (replace(PLANNED, asked=OTHERS), ASKED, MOMENT, True),  # chosen by other dice
        (replace(PLANNED, asked=OTHERS[:1]), ASKED, MOMENT, False),
        (replace(PLANNED, terms=Terms(Mode.EXAM)), ASKED, MOMENT, False),
        (replace(PLANNED, retry=True), ASKED, MOMENT, False),
        (replace(PLANNED, retry=True), replace(ASKED, retry=True), MOMENT, True),
        (replace(PLANNED, retry=True, asked=OTHERS), replace(ASKED, retry=True), MOMENT, False),
        (PLANNED, replace(ASKED, finished_at=START), MOMENT, False),
        (PLANNED, make_attempt(None, 1), MOMENT, False),
    ],
)
def test_a_start_sent_twice_is_known_again(
    plan: Plan, attempt: Attempt, away: timedelta, same: bool
) -> None:
    assert is_begun(plan, attempt, now=START + away) is same


def test_open_questions_count_as_wrong() -> None:
    attempt = make_attempt(1, 0, None)
    assert score(attempt) == Score(1, 3)
    assert [question.position for question in missed(attempt)] == [2, 3]


@pytest.mark.parametrize(("after", "expected"), [(0, 1), (1, 3), (3, None)])
def test_further_does_not_start_over(after: int, expected: int | None) -> None:
    assert further(make_attempt(None, 1, None), after) == expected


def test_retry_asks_what_was_missed_with_its_options_shuffled_anew() -> None:
    attempt = make_attempt(1, 0, None)
    plans = [retry(attempt, rng=chance(seed)) for seed in range(20)]
    assert all(plan.retry for plan in plans)
    for plan in plans:
        assert [each.version for each in plan.asked] == [q.version for q in attempt.questions[1:]]
    orders = [{plan.asked[place].option_order for plan in plans} for place in range(2)]
    assert [len(each) > 1 for each in orders] == [True, False]  # lengths stand in sequence


@pytest.mark.parametrize(
    ("mode", "again"),
    [
        (Mode.IMMEDIATE, Mode.IMMEDIATE),
        (Mode.PRACTICE, Mode.PRACTICE),
        (Mode.EXAM, Mode.IMMEDIATE),
    ],
)
def test_a_retry_is_for_learning(mode: Mode, again: Mode) -> None:
    assert retry(make_attempt(0, mode=mode), rng=chance(1)).terms.mode is again


@pytest.mark.parametrize(
    ("mode", "response", "expected"),
    [
        (Mode.IMMEDIATE, None, 1),
        (Mode.IMMEDIATE, Response(0, 0, START), None),
        (Mode.EXAM, Response(0, 0, START), None),
        (Mode.PRACTICE, None, 1),
        (Mode.PRACTICE, Response(0, 1, START), None),
        (Mode.PRACTICE, Response(0, 0, START), 2),
        (Mode.PRACTICE, Response(1, 0, START, first=0), None),
        (Mode.PRACTICE, Response(0, 0, START, first=0), None),
    ],
)
def test_only_practice_has_a_second_try(
    mode: Mode, response: Response | None, expected: int | None
) -> None:
    attempt = make_attempt(None, mode=mode)
    assert turn(attempt, replace(attempt.questions[0], response=response)) == expected


def test_between_two_options_there_is_no_second_try() -> None:
    attempt = make_attempt(0, mode=Mode.PRACTICE)
    two = replace(ITEMS[0], options=("2012", "2021"), key=1)
    question = replace(attempt.questions[0], version=ItemVersion(1, two, START))
    assert turn(attempt, question) is None


def test_duration_is_known_at_the_end() -> None:
    assert duration(make_attempt(1)) is None
    assert duration(replace(make_attempt(1), finished_at=LATER)) == timedelta(minutes=2)


@pytest.mark.parametrize("position", [0, 3, -1])
def test_no_question_at_other_positions(position: int) -> None:
    assert at(make_attempt(None, None), position) is None
