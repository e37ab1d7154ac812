"""Years with their era."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.eras import others, year_of
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("490 BC", -490),
        ("490 BCE", -490),
        ("753 B.C.", -753),
        ("AD 79", 79),
        ("79 CE", 79),
        ("490", None),
        ("490 BC to 480 BC", None),
    ],
)
def test_an_era_tells_on_which_side_of_the_first_year_one_lies(text: str, year: int | None) -> None:
    assert year_of(text) == year


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        ("The temple of Lund was built in 52 BC.", "was the temple of Lund built", "52 BC"),
        ("Lindau fell to the Goths in AD 409.", "did Lindau fall to the Goths", "AD 409"),
    ],
)
def test_such_years_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(f"In which year {question}?") == key


def test_no_year_is_asked_for_beside_another(tell: Tell) -> None:
    text = "The temple of Lund, begun in 60 BC under the last king, was finished in 52 BC."
    assert not [q for q in asked(tell, text) if "60 BC" in q and "which year" in q]


@pytest.mark.parametrize("rank", range(4))
def test_years_that_are_told_stand_beside_the_key(rank: int) -> None:
    found = others(
        "490 BC", rank, random.Random(1), ["It fell in 486 BC.", "In 493 BC, not AD 79."]
    )
    assert {"486 BC", "493 BC"} < set(found)


@given(year=st.integers(1, 4000), rank=st.integers(0, 3), before=st.booleans())
def test_others_are_three_of_the_same_era(year: int, rank: int, before: bool) -> None:
    key = f"{year} BC" if before else f"AD {year}"
    found = others(key, rank, random.Random(year), ["It fell in AD 79 and in 480 BC."])
    years = [year_of(text) for text in found]
    assert len({*years, year_of(key)}) == len(found) + 1 == 4
    assert all(y is not None and (y < 0) == before for y in years)
