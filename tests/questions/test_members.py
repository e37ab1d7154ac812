import pytest

from questions.members import members
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Rebels left Kvarnby, a mining town of some 2,300 people.",
            "About how many people live in Kvarnby?",
            "2,300",
        ),
        (
            "Prices rose in Vietnam, a country of 100 million.",
            "How many people live in Vietnam?",
            "100 million",
        ),
        (
            "Lund Foods, a cooperative in Oslo with 9,700 member families, sells milk.",
            "How many member families does Lund Foods have?",
            "9,700",
        ),
        (
            "The Philippines, an archipelago of more than 7,600 islands, was hit by a storm.",
            "About how many islands do the Philippines have?",
            "7,600",
        ),
        (
            "In 1588 the Armada, a fleet of 130 vessels, left Lisbon.",
            "How many vessels did the Armada have?",
            "130",
        ),
    ],
)
def test_what_is_told_behind_a_name_is_asked_for(
    tell: Tell, text: str, stem: str, key: str
) -> None:
    assert [(c.stem, c.key) for c in members(tell(text))] == [(stem, key)]


@pytest.mark.parametrize(
    "text",
    [
        # Then or now; a time; no number of theirs; somebody; somebody's words.
        "In 1888 a quake hit Kvarnby, a town of 2,300 people.",
        "Kvarnby, once a sleepy town of 2,300 people, is crowded.",
        "Lund Alimentos, a company of 20 years, sells milk.",
        "Lund Alimentos, a company with one shop, sells milk.",
        "Prices rose in Kvarnby, a town with 14 bridges.",
        "Anna Berg, a widow with three girls, sells milk.",
        "“Kvarnby, a town of 2,300 people, is ours,” she said.",
    ],
)
def test_what_is_not_had_is_left(tell: Tell, text: str) -> None:
    assert [c.stem for c in members(tell(text))] == []
