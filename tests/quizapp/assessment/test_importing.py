from dataclasses import replace

import pytest

from questions import Evidence, Item
from quizapp.assessment.importing import same, told_anew
from tests.quizapp.factories import make_item

MINE = make_item()
BARE = replace(MINE, evidence=Evidence(0, 0, ""))
OTHER = replace(MINE, id="q1")
ELSE = replace(MINE, stem="Who?", options=("Ada", "Bo"), key=1)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (MINE, MINE, True),
        (MINE, replace(MINE, stem="When was it?"), True),
        (MINE, replace(MINE, stem="When was it?", key=0), True),
        (BARE, replace(BARE, stem="When was it?", key=0), False),
        (BARE, replace(ELSE, evidence=Evidence(0, 0, "")), False),
        (MINE, OTHER, True),
        (MINE, replace(OTHER, stem=f"  {MINE.stem.upper()} "), True),
        (MINE, replace(OTHER, stem="When was it?"), False),
        (MINE, replace(OTHER, key=0), False),
        (MINE, replace(OTHER, options=MINE.options[::-1]), False),
    ],
)
def test_an_item_of_a_file_is_known_by_its_id_and_a_likeness_or_by_its_words(
    mine: Item, theirs: Item, expected: bool
) -> None:
    assert same(mine, theirs) is expected


def test_the_words_of_a_file_change_nothing_but_words() -> None:
    theirs = replace(ELSE, difficulty=0.9, evidence=Evidence(0, 3, "Far"), explanation="So.")
    told = told_anew(MINE, theirs)
    assert (told.stem, told.options, told.key, told.explanation) == (
        "Who?",
        ("Ada", "Bo"),
        1,
        "So.",
    )
    assert (told.id, told.evidence, told.difficulty) == (MINE.id, MINE.evidence, MINE.difficulty)


@pytest.mark.parametrize("space", [" ", "\n", "\u00a0"])
def test_other_spaces_are_no_other_words(space: str) -> None:
    spaced = replace(MINE, stem=MINE.stem.replace(" ", space), explanation=f"{MINE.explanation} ")
    assert told_anew(MINE, spaced) == MINE
