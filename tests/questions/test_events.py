import pytest

from questions.events import events
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The Battle of Lund in 1676 ended the campaign.",
            {"In which year did the Battle of Lund take place?": "1676"},
        ),
        (
            "Varna was ceded by the 1815 Treaty of Lund.",
            {"From which year does the Treaty of Lund date?": "1815"},
        ),
        (
            "The Varna Revolution (1791–1804) was a rising of slaves.",
            {"In which year did the Varna Revolution begin?": "1791"},
        ),
        (
            "Peace came with the Treaty of Lund of 3 May 1815.",
            {"From which year does the Treaty of Lund date?": "1815"},
        ),
        ("Berg described the Battle of Lund in 1690.", {}),
        ("The War of 1812 was long.", {}),
        ("The battle of 1676 was long.", {}),
    ],
)
def test_named_events_are_dated(tell: Tell, text: str, found: dict[str, str]) -> None:
    assert {c.stem: c.key for c in events(tell(text))} == found
