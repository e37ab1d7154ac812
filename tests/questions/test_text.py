import pytest

from questions.text import a_or_an


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
