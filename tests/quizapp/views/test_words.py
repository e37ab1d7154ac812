from datetime import UTC, date, datetime, timedelta

import pytest
from flask import Flask, render_template_string

from questions import AnswerType
from quizapp.assessment.marking import Score
from quizapp.assessment.permissions import NOBODYS
from quizapp.store.quizzes import QuizCard
from quizapp.views import words
from quizapp.views.forms import ActionForm
from tests.quizapp.factories import ITEMS


@pytest.mark.parametrize(
    ("number", "one", "many", "expected"),
    [
        (0, "question", None, "0 questions"),
        (1, "question", None, "1 question"),
        (1200, "question", None, "1,200 questions"),
        (2, "person", "people", "2 people"),
    ],
)
def test_counted(number: int, one: str, many: str | None, expected: str) -> None:
    assert words.counted(number, one, many) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "once"), (2, "twice"), (3, "3 times"), (1200, "1,200 times")]
)
def test_times(number: int, expected: str) -> None:
    assert words.times(number) == expected


@pytest.mark.parametrize(
    ("minutes", "expected"), [(5, "5 min"), (6.25, "6 min 15 s"), (90, "90 min")]
)
def test_limit(minutes: float, expected: str) -> None:
    assert words.limit(timedelta(minutes=minutes)) == expected


def test_every_type_has_a_name() -> None:
    assert set(words.TYPES) == set(AnswerType)


def test_types_are_counted_from_the_most_frequent() -> None:
    assert words.types(ITEMS) == ["2 people", "1 date", "1 quantity"]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0, "0 s"), (59, "59 s"), (60, "1 min"), (200, "3 min 20 s"), (3700, "1 h 1 min")],
)
def test_took(seconds: int, expected: str) -> None:
    assert words.took(timedelta(seconds=seconds)) == expected


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        ("2026-03-04", "4 March 2026"),
        ("2026-03-04T10:00:00Z", "4 March 2026"),
        ("March 2026", "March 2026"),
        ("2026", "2026"),
    ],
)
def test_published(iso: str, expected: str) -> None:
    assert words.published(iso) == expected


def test_a_best_score_is_as_on_its_own_page(shared_app: Flask) -> None:
    card = QuizCard(
        id=1,
        title="T",
        belonging=NOBODYS,
        closes_at=None,
        composed=False,
        created_at=datetime(2026, 3, 4, tzinfo=UTC),
        size=50,
        flashcards=0,
        attempts=1,
        best=29 / 50,
    )
    page = '{% import "macros.html" as ui %}{{ ui.cards([card], form, {}) }}'
    with shared_app.test_request_context():
        shown = render_template_string(page, card=card, form=ActionForm())
    assert f"best {Score(29, 50).percent} %" in shown


def test_days_and_moments() -> None:
    assert words.day(date(2026, 3, 4)) == "4 March 2026"
    assert words.moment(datetime(2026, 3, 4, 9, 5, tzinfo=UTC)) == "4 Mar 2026, 09:05 UTC"


@pytest.mark.parametrize(
    ("marks", "of", "part"),
    [
        (10, 10, "Every answer right"),
        (9, 10, "only 1 question to go over"),
        (6, 10, "4 questions to go over below"),
        (0, 10, "retry the 10 questions that cost you marks"),
    ],
)
def test_the_sentence_about_a_score_is_honest(marks: float, of: int, part: str) -> None:
    assert part in words.verdict(Score(marks, of), of - int(marks))


def test_halves_are_missed_too() -> None:
    assert "only 2 questions" in words.verdict(Score(9, 10), 2)


def test_who_left_most_of_it_open_is_not_told_what_they_know() -> None:
    assert "7 questions were left open" in words.verdict(Score(2, 10), 8, 7)
    assert "take your time" in words.verdict(Score(2, 10), 8, 7)
    assert "without a limit" in words.verdict(Score(2, 10), 8, 7, ran_out=True)
    assert "still new" in words.verdict(Score(2, 10), 8, 5)


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (3.0, "3"),
        (2.5, "2.5"),
        (0.0, "0"),
        (5 / 3, "1.67"),
        (-2 / 3, "−0.67"),
        (-0.001, "0"),
        (0.125, "0.13"),
    ],
)
def test_marks(number: float, expected: str) -> None:
    assert words.marks(number) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (7200, "120 min"),
        (659.9, "10 min 59 s"),
        (600, "10 min"),
        (120.9, "2 min"),
        (60, "1 min"),
        (59, "59 s"),
        (0, "0 s"),
    ],
)
def test_time_left(seconds: float, expected: str) -> None:
    assert words.left(timedelta(seconds=seconds)) == expected
