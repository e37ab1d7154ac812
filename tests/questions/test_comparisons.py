import pytest

from questions.comparisons import comparisons
from questions.items import Dropped
from tests.questions.conftest import Tell


def stems(tell: Tell, text: str) -> list[tuple[str, str]]:
    found = comparisons(tell(text))
    return [(c.stem, c.key) for c in found if not isinstance(c, Dropped)]


@pytest.mark.parametrize(
    ("text", "stem", "key"),
    [
        (
            "Revenue at Lindmetall was $88 million, up 11% from $79 million.",
            "By what percentage was revenue at Lindmetall up from $79 million?",
            "11%",
        ),
        (
            "Sales at Lindmetall were $88 million, an increase of 8% from $81 million.",
            "By what percentage did sales at Lindmetall increase from $81 million?",
            "8%",
        ),
    ],
)
def test_what_stands_beside_a_figure_is_asked_for(
    tell: Tell, text: str, stem: str, key: str
) -> None:
    assert stems(tell, text) == [(stem, key)]


@pytest.mark.parametrize(
    "text",
    [
        # Nobody's figure; no figure at all; not set off.
        "Revenue was $88 million, up 11%.",
        "Lindmetall opened a mill, an increase of 8% in its area.",
        "The road of Lund goes up 11% of the hill.",
    ],
)
def test_what_compares_nothing_is_left(tell: Tell, text: str) -> None:
    assert not stems(tell, text)
