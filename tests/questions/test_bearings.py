"""Parts of places, and directions from them."""

import pytest

from questions.bearings import directions, others
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The battle of Ansongo was fought in northern Mali.",
            "In which part of Mali was the battle of Ansongo fought?",
            "Northern Mali",
        ),
        (
            "Anna Berg grew up in south-eastern Kenya with two sisters.",
            "In which part of Kenya did Anna Berg grow up with two sisters?",
            "South-eastern Kenya",
        ),
    ],
)
def test_parts_of_a_place_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg opened a school in Northern Ireland in 1950.",
        "Anna Berg opened a school in South Africa in 1950.",
        "Anna Berg opened a school in modern Kenya in 1950.",
        "Anna Berg opened a school in northern villages in 1950.",
    ],
)
def test_names_and_other_adjectives_are_no_parts(tell: Tell, text: str) -> None:
    assert not [q for q in asked(tell, text) if q.startswith("In which part of")]


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The mill stands in Gorham, 40 kilometres south of Denver.",
            "In which direction from Denver does Gorham lie?",
            "South",
        ),
        (
            "She moved to Gorham, a town some 40 miles (64 km) north-west of Denver, in May.",
            "In which direction from Denver does Gorham lie?",
            "North-west",
        ),
    ],
)
def test_directions_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert {c.stem: c.key for c in directions(tell(text))} == {question: key}


@pytest.mark.parametrize(
    "text",
    [
        "She sailed on the Gorham, which had sunk north of Denver.",
        "She moved to Gorham, where nobody lives south of the river.",
        "She moved to Gorham, just south of Denver's square.",
    ],
)
def test_other_bearings_are_not(tell: Tell, text: str) -> None:
    assert not list(directions(tell(text)))


@pytest.mark.parametrize(
    ("key", "wanted"),
    [
        ("Northern Mali", ["Southern Mali", "Eastern Mali", "Western Mali"]),
        ("Northeastern Mali", ["Northwestern Mali", "Southeastern Mali", "Southwestern Mali"]),
        ("North-west", ["North-east", "South-east", "South-west"]),
        ("East", ["North", "South", "West"]),
    ],
)
def test_the_other_sides_are_written_alike(key: str, wanted: list[str]) -> None:
    assert others(key) == wanted


def test_beside_the_middle_of_a_place_stand_all_its_sides() -> None:
    assert others("Central Mali") == [
        "Northern Mali",
        "Southern Mali",
        "Eastern Mali",
        "Western Mali",
    ]
