import pytest

from questions.bearers import bearers
from questions.candidates import Candidate
from tests.questions.conftest import Tell

QUOTE = "“The tide was higher than ever,” said Mayor Karl Holm on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Anna Berg, an economist at the University of Bergen, expects a hard winter.",
            ["Who works as an economist at the University of Bergen?"],
        ),
        (
            "“We left,” said Anna Berg, chief engineer of the Nordbank Trust in Malmö.",
            ["Who is the chief engineer of the Nordbank Trust in Malmö?"],
        ),
        (
            "Anna Berg, the museum's director, said that she would close the hall.",
            ["Which of these people is the museum's director?"],
        ),
        (
            "Anna Berg, an ecologist at the University of Bergen who led the work, was glad.",
            ["Who works as an ecologist at the University of Bergen?"],
        ),
        # No longer, nobody's in particular, or of long ago.
        ("Anna Berg, a former director of the Nordbank Trust, said that she would leave.", []),
        ("Anna Berg, an economist, said that she would leave.", []),
        ("Anna Berg, his coach, said that she would leave.", []),
        ("Anna Berg, director of the Nordbank Trust since 1990, said that she would leave.", []),
        ("Anna Berg, co-chair of the Nordbank Trust, said that she would leave.", []),
    ],
)
def test_who_holds_a_place_is_asked(tell: Tell, text: str, expected: list[str]) -> None:
    found = [c for c in bearers(tell(QUOTE + text)) if isinstance(c, Candidate)]
    assert [c.stem for c in found] == expected
    assert all(c.key == "Anna Berg" for c in found)
