"""Where organizations are based."""

import pytest

from questions.seats import seats
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The Leeds-based retailer Hale Corp. has closed 12 shops.",
            "In which city is Hale Corp. based?",
            "Leeds",
        ),
        (
            "Siemens, the Munich-based maker of turbines, has sold a plant.",
            "In which city is Siemens based?",
            "Munich",
        ),
        (
            "A fund led by the San Francisco-based Nordbank has bought it.",
            "In which city is Nordbank based?",
            "San Francisco",
        ),
        (
            "He works for Hale Corp., a maker of valves headquartered in Munich, Germany.",
            "In which city is Hale Corp. based?",
            "Munich",
        ),
    ],
)
def test_seats(tell: Tell, text: str, question: str, key: str) -> None:
    assert [(c.stem, c.key) for c in seats(tell(text))] == [(question, key)]


@pytest.mark.parametrize(
    "text",
    [
        "The Leeds-based group has closed 12 shops of Hale Corp.",
        "The Leeds-based curator Anna Berg spoke.",
        "Bank of Leeds, the Leeds-based lender, closed.",
        "A plant-based diet was sold by Hale Corp.",
    ],
)
def test_no_seats(tell: Tell, text: str) -> None:
    assert not list(seats(tell(text)))
