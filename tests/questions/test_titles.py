import random

import pytest

from questions.candidates import Candidate
from questions.items import AnswerType
from questions.titles import plain_title, positions


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Interior Minister", "Interior minister"),
        ("Kremlin spokesman", "Kremlin spokesman"),
        ("US Secretary of State", "US secretary of state"),
        ("administration head", "Administration head"),
    ],
)
def test_titles_are_written_alike(title: str, expected: str) -> None:
    assert plain_title(title) == expected


@pytest.mark.parametrize(
    ("key", "rival"),
    [
        ("Fisheries minister", "Education minister"),
        ("Transport secretary", "Health secretary"),
        ("Lund finance director", "Lund chief executive"),
        # No portfolio, so nothing that another minister could hold.
        ("First minister", None),
        ("Danish minister", None),
        ("Race director", None),
        # No office within a word: 'agriCULTURE SECRETARY'.
        ("Agriculture secretary", None),
    ],
)
def test_offices_of_one_rank(key: str, rival: str | None) -> None:
    held = Candidate("", key, AnswerType.THING, "position", 0, 0, 0.5)
    found = set(positions(held, random.Random(0)))
    assert rival in found if rival else not found
