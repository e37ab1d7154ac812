import pytest

from questions.text import a_or_an, sentence_case, tidy


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("operating", "an"),
        ("loss", "a"),
        ("one-time", "a"),
        ("union", "a"),
        ("unimportant", "an"),
        ("European", "a"),
        ("hour", "an"),
        ("honorary", "an"),
        ("horse", "a"),
    ],
)
def test_the_article_goes_by_the_sound(word: str, article: str) -> None:
    assert a_or_an(word) == article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a  b , c ?", "a b, c?"),
        ("$ 5 and 6 %", "$5 and 6%"),
        ("Lund 's mayor", "Lund's mayor"),
        ("ready", "ready"),
    ],
)
def test_tidy(text: str, expected: str) -> None:
    assert tidy(text) == expected


def test_sentence_case_leaves_the_rest() -> None:
    assert sentence_case("in Lund") == "In Lund"
    assert sentence_case("") == ""
