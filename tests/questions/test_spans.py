import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.spans import PARTS, Span, other_spans, parse
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Anna Berg was sentenced to 13 years and four months in prison for fraud in Lund.",
            "To how long a prison term was Anna Berg sentenced for fraud in Lund?",
            "13 years and four months",
        ),
        (
            "Anna Berg was jailed for five years and four months in Lund.",
            "For how long was Anna Berg jailed in Lund?",
            "Five years and four months",
        ),
        (
            "The flight to Lund took 3 hours and 11 minutes.",
            "How long did the flight to Lund take?",
            "3 hours and 11 minutes",
        ),
        (
            "A full day of the moon lasts 24 hours and 50 minutes.",
            "How long does a full day of the moon last?",
            "24 hours and 50 minutes",
        ),
        # What has been decided is told of that day.
        (
            "Anna Berg has been jailed for two years and one month.",
            "For how long was Anna Berg jailed?",
            "Two years and one month",
        ),
    ],
)
def test_times_of_two_units_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("Five years and four months", 64),
        ("1 hour and 5 minutes", 65),
        ("2 hours, 30 minutes", 150),
        # Units that do not go together; too many of the part; one unit.
        ("five years and four hours", None),
        ("five years and 14 months", None),
        ("five years", None),
    ],
)
def test_parse(text: str, size: int | None) -> None:
    span = parse(text)
    assert (None if span is None else span.size) == size


@st.composite
def written(draw: st.DrawFn) -> Span:
    unit = draw(st.sampled_from(sorted(PARTS)))
    whole = PARTS[unit][1]
    size = draw(st.integers(1, 40)) * whole + draw(st.integers(1, whole - 1))
    return Span(size, unit, " and ", draw(st.booleans()))


@given(written(), st.integers(0, 3), st.integers())
def test_others_are_different_times_in_the_same_style(key: Span, rank: int, seed: int) -> None:
    others = other_spans(key.write(key.size), rank, random.Random(seed))
    sizes = [span.size for text in others if (span := parse(text)) is not None]
    assert len(sizes) == 3
    assert sizes == sorted(set(sizes) - {key.size})
