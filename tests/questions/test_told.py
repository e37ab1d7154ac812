from decimal import Decimal

import pytest

from questions.candidates import Candidate
from questions.items import AnswerType
from questions.quantities import parse
from questions.told import other_numbers
from tests.questions.conftest import Tell


def told(tell: Tell, text: str, key: str, stem: str, kind: str) -> list[str]:
    quantity = parse(key)
    assert quantity is not None
    candidate = Candidate(stem, key, AnswerType.NUMBER, kind, 0, 0, 0.5, quantity=quantity)
    return [f"{n.normalize():f}" for n in other_numbers(tell(text), candidate, quantity)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Of another thing, and of the same in another matter.
        ("Lund bought 45 ferries.", ["45"]),
        ("The zoo of Malmö keeps 38 elephants.", ["38"]),
        # The same thing may have two figures.
        ("By Monday 44 elephants had been seen in the forest.", []),
        ("Assam says that 43 lived in the forest when Lund came.", []),
    ],
)
def test_numbers_of_other_things_are_told(tell: Tell, text: str, expected: list[str]) -> None:
    story = f"Lund counted 41 elephants in the forest of Assam. {text}"
    stem = "How many elephants did Lund count in the forest of Assam?"
    assert told(tell, story, "41", stem, "elephant") == expected


def test_numbers_as_frequent_as_the_key_come_first(tell: Tell) -> None:
    text = "Lund bought 45 ferries. The other 45 rooms and 43 lamps of the 41 ships are new."
    story = f"Lund counted 41 elephants in the forest of Assam. {text}"
    stem = "How many elephants did Lund count in the forest of Assam?"
    assert told(tell, story, "41", stem, "elephant") == ["45", "43"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The pier cost $900 million.", ["0.9"]),
        ("The pier cost $2.3bn.", ["2.3"]),
        ("The pier that the city wanted to build cost $2,100,000,000 in the end.", ["2.1"]),
        # Of another currency, by the year, and finer than the key.
        ("The pier cost €2.3 billion.", []),
        ("The pier costs $1.2 billion a year.", []),
        ("The pier cost $935 million.", []),
    ],
)
def test_sums_are_written_in_the_key_s_order(tell: Tell, text: str, expected: list[str]) -> None:
    stem, key = "How much did Lund pay for the bridge?", "$1.4 billion"
    story = f"Lund paid $1.4 billion for the bridge. {text}"
    assert told(tell, story, key, stem, "money") == expected


def test_no_figure_of_the_stem_is_told(tell: Tell) -> None:
    story = "Of 60 ships 41 percent sank. Lund lost 60 percent of its ferries, 35 percent in May."
    stem = "What percentage of 60 ships sank?"
    found = told(tell, story, "41 percent", stem, "percent")
    assert found == ["35"]
    assert Decimal(found[0]) == 35
