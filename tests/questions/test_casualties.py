import pytest

from questions.casualties import casualties, passengers
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "The ferry Orlan sank off Lund with about 40 passengers on board in May 2020.",
            "About how many passengers were aboard when the ferry Orlan sank off Lund in May 2020?",
            "40",
        ),
        (
            "A bus hit a wall in Lund, killing two people and injuring 16.",
            "How many people were killed when a bus hit a wall in Lund?",
            "Two",
        ),
    ],
)
def test_those_harmed_or_on_board_are_asked_for(tell: Tell, text: str, stem: str, key: str) -> None:
    story = tell(text)
    written = [write() for write in (*casualties(story), *passengers(story))]
    assert (stem, key) in [(c.stem, c.key) for c in written]


@pytest.mark.parametrize(
    "text",
    [
        # Few, of a boat and of nothing in particular.
        "Anna Berg sailed from Lund with two friends aboard in May 2020.",
        "Anna Berg sailed from Lund with 12 barrels of tar in May 2020.",
    ],
)
def test_a_few_on_board_are_not(tell: Tell, text: str) -> None:
    assert not list(passengers(tell(text)))
