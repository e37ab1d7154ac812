import pytest

from questions.titles import plain_title


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
