import pytest

from quizapp.decks import slug


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Old street trees, new heat", "old-street-trees-new-heat"),
        ("São Paulo: 2,140 trees", "sao-paulo-2-140-trees"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"\r\nSet-Cookie: x', "a-set-cookie-x"),
        ("日本", "quiz"),
        ("", "quiz"),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected
