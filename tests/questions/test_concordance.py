import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.concordance import Concordance

TEXT = "The mill at\nLund, a banana mill, and the windmill at Lund: ananana"


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        ("mill", 3),
        ("ill at\nLu", 1),
        ("mill at\nLund", 1),
        ("mill at Lund", 1),
        ("Lund", 2),
        ("anana", 2),
        ("", len(TEXT) + 1),
        (" ", 11),
        ("a", 11),
        ("The", 1),
        (" The", 0),
        ("Lund mill", 0),
        ("millat", 0),
        ("Malmö", 0),
    ],
)
def test_a_string_is_found_wherever_it_stands(part: str, expected: int) -> None:
    assert Concordance(TEXT).times(part) == expected
    assert Concordance(TEXT).has(part) is (expected > 0)


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=9))
def test_strings_are_counted_as_python_does(text: str, part: str) -> None:
    assert Concordance(text).times(part) == text.count(part)
    assert Concordance(text).has(part) == (part in text)
