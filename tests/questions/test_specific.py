import pytest

from questions.specific import specific, vague

TITLE = "Erosion of the cliffs at Lund"


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("When did Berg leave?", True),
        ("Who won by 3?", True),
        ("Who said, “we shall go on”?", True),
        ("When did the car ferry sink?", True),
        ("How fast does erosion happen?", True),
        # One word of meaning, or one of the headline that may be another such thing.
        ("When did it happen?", False),
        ("How high are the cliffs?", False),
    ],
)
def test_a_stem_tells_what_it_is_about(stem: str, expected: bool) -> None:
    assert specific(stem, TITLE) is expected


@pytest.mark.parametrize(
    ("stem", "dated", "expected"),
    [
        ("In which year did the ferry sink?", True, True),
        ("In which year did the old ferry sink near the coast?", True, True),
        ("In which year did the cliffs collapse near the coast?", True, False),
        ("How long did the long search for the ferry last?", False, False),
        ("How long did the search last?", False, True),
        ("How many stations opened?", False, True),
        ("How many new stations opened?", False, False),
        ("In which year did Berg retire?", True, False),
    ],
)
def test_few_words_without_a_name_are_vague(stem: str, dated: bool, expected: bool) -> None:
    assert vague(stem, TITLE, dated=dated) is expected
