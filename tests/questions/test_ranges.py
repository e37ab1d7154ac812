import random
from decimal import Decimal

import pytest

from questions.neighbours import neighbours
from questions.quantities import parse
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The repairs in Lund will cost between $60 and $110 a year.",
            "How much a year will the repairs in Lund cost?",
            "Between $60 and $110",
        ),
        (
            "The merger with Orlan could add between 5 and 7 cents to earnings per share.",
            "How much could the merger with Orlan add to earnings per share?",
            "Between 5 and 7 cents",
        ),
        (
            "The car maker Orlan raised its sales forecast to between $5 billion and $6 billion.",
            "To what figure did the car maker Orlan raise its sales forecast?",
            "Between $5 billion and $6 billion",
        ),
        (
            "Each nest of the Lund sparrow holds three to five eggs.",
            "How many eggs does each nest of the Lund sparrow hold?",
            "Three to five",
        ),
        (
            "The bridge of Orlan will stay closed for six to eight weeks.",
            "For how long will the bridge of Orlan stay closed?",
            "Six to eight weeks",
        ),
        (
            "Prices in Lund rose by between 5 and 7 percent in 2024.",
            "By what percentage did prices in Lund rise in 2024?",
            "Between 5 and 7 percent",
        ),
    ],
)
def test_ranges_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        # From one figure to another something changes; a vote has two sides.
        "The firm Orlan raised its forecast in Lund from $5.5 billion to $5.8 billion.",
        "The herd of Lund grew from 40 to 60 animals.",
        "The council of Lund rejected the tram by four to seven.",
    ],
)
def test_changes_are_no_ranges(tell: Tell, text: str) -> None:
    assert not any(" to " in key for key in asked(tell, text).values())


@pytest.mark.parametrize(
    ("text", "value", "width"),
    [
        ("between $60 and $110", "60", "50"),
        ("two to three years", "2", "1"),
        ("Between 2.5 and 7.5 percent", "2.5", "5"),
        ("about 40 to 50 people", "40", "10"),
        ("$5.5 billion to $5.6 billion", "5.5", "0.1"),
    ],
)
def test_ranges_are_read(text: str, value: str, width: str) -> None:
    found = parse(text)
    assert found is not None
    assert (found.value, found.span) == (Decimal(value), Decimal(width))
    again = parse(found.write(found.value))
    assert again is not None
    assert (again.value, again.span) == (Decimal(value), Decimal(width))


@pytest.mark.parametrize("text", ["88 to six", "7 to 4", "between 9 and 9", "five and six", "3-1"])
def test_no_range_falls(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize("text", ["between $60 and $110", "two to three years", "5 to 9 percent"])
def test_other_ranges_do_not_meet_the_key(text: str) -> None:
    key = parse(text)
    assert key is not None
    values = neighbours(key, 1, random.Random(3))
    assert len(values) == 3
    assert all(abs(v - key.value) > key.span for v in values)
