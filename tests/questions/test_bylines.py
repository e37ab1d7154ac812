import pytest

from questions.bylines import bylines
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finance Minister Anna Berg spoke.", "Finance Minister"),
        (
            "They asked Anna Berg, a political scientist at a school. She spoke.",
            "political scientist",
        ),
        ("Then the economist Anna Berg said that prices rose.", "economist"),
        ("Then the sultan Anna Berg said that prices rose.", "Sultan"),
        # Whose pupil she is, is not said; nor is praise a calling; a name alone has none.
        ("They asked Anna Berg, a pupil of the painter. Berg said no.", ""),
        ("Anna Berg said that prices rose.", ""),
        # Of whom, is not said.
        ("They asked Anna Berg, the granddaughter of a tram driver. Berg said no.", ""),
        ("They went with a fellow teacher, Anna Berg. Berg said no.", ""),
        ("They went with a retired teacher, Anna Berg. Berg said no.", "retired teacher"),
    ],
)
def test_strangers_are_called_what_they_are(tell: Tell, text: str, expected: str) -> None:
    assert bylines(tell(text)).get("Anna Berg", "") == expected


def test_the_headline_has_introduced_whom_it_names(tell: Tell) -> None:
    text = "Finance Minister Anna Berg spoke."
    assert bylines(tell(text, title="Berg speaks at last")) == {}
