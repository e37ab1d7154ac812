import pytest

from questions.borders import borders
from tests.questions.conftest import Tell

PERU = "Peru is warm. It borders Ecuador to the north, Brazil to the east, and Chile to the south."
LAKE = "The Baltic borders Peru to the north, Chile to the east and Brazil to the south."


def test_each_side_is_asked_for(tell: Tell) -> None:
    found = list(borders(tell(PERU, title="Peru")))
    assert [(c.stem, c.key) for c in found] == [
        ("Which country lies across the border to the north of Peru?", "Ecuador"),
        ("Which country lies across the border to the east of Peru?", "Brazil"),
        ("Which country lies across the border to the south of Peru?", "Chile"),
    ]
    assert set(found[0].rivals) >= {"Brazil", "Chile"}


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (LAKE, "Peru"),
        ("Peru borders Ecuador to the north and Chile to the south.", "Peru"),
        ("Trains run from Lund to the north, Varna to the east and Chile to the south.", "Lund"),
    ],
)
def test_other_lists_are_no_borders(tell: Tell, text: str, title: str) -> None:
    assert not list(borders(tell(text, title=title)))


def test_neighbours_of_one_side_are_no_rivals(tell: Tell) -> None:
    text = (
        "Peru borders Ecuador to the north, Colombia to the northeast, Brazil to the east and "
        "Chile to the south."
    )
    north = next(borders(tell(text, title="Peru")))
    assert "Colombia" not in north.rivals
