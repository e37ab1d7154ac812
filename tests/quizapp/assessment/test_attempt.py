from datetime import timedelta

import pytest

from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.attempt import (
    Attempt,
    Question,
    Response,
    at,
    duration,
    marked,
    missed,
    next_open,
    respond,
    retry,
    score,
)
from quizapp.assessment.marking import Score
from tests.quizapp.factories import ITEMS, START

LATER = START + timedelta(minutes=2)


def make_attempt(*marks: float | None) -> Attempt:
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
    return Attempt(1, "g", 1, 1, "Harbor", False, START, None, questions)


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


def test_open_questions_count_as_wrong() -> None:
    attempt = make_attempt(1, 0, None)
    assert score(attempt) == Score(1, 3)
    assert [question.position for question in missed(attempt)] == [2, 3]


def test_retry_asks_what_was_missed_in_the_same_wording() -> None:
    attempt = make_attempt(1, 0, None)
    assert retry(attempt).items == (attempt.questions[1].version, attempt.questions[2].version)
    assert retry(attempt).retry


def test_the_last_answer_finishes_the_attempt() -> None:
    one_left = make_attempt(1, None)
    done = respond(one_left, 2, marked(ITEMS[1], 0, now=LATER))
    assert done.finished_at == LATER
    assert duration(done) == timedelta(minutes=2)


def test_an_answer_in_between_does_not_finish_it() -> None:
    assert respond(make_attempt(None, None), 1, Response(0, 0, LATER)).finished_at is None


def test_the_first_response_stands() -> None:
    attempt = make_attempt(0, None)
    assert respond(attempt, 1, Response(2, 1, LATER)) == attempt


@pytest.mark.parametrize("position", [0, 3, -1])
def test_no_question_at_other_positions(position: int) -> None:
    assert at(make_attempt(None, None), position) is None
