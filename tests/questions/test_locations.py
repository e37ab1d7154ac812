import pytest

from questions import catalog, gazetteer
from questions.locations import placed, similar
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "city", "expected"),
    [
        ("A fair was held in Cusco.", "Cusco", False),
        ("A fair was held in Cusco. Peru paid for it.", "Cusco", True),
        ("A Peruvian singer opened a fair in Cusco.", "Cusco", True),
        ("A fair was held in Vienna.", "Vienna", True),
    ],
)
def test_a_small_city_needs_its_country(tell: Tell, text: str, city: str, expected: bool) -> None:
    place = gazetteer.find(city)
    assert place is not None
    assert placed(tell(text), place) is expected


def test_only_capitals_have_rivals_abroad() -> None:
    small, capital = gazetteer.find("Kutaisi"), gazetteer.find("Vienna")
    assert small is not None
    assert capital is not None
    assert {p.country for p in similar(small)} == {"GE"}
    assert len({p.country for p in similar(capital)}) > 1


@pytest.mark.parametrize(
    ("name", "expected"), [("Wigan", "town or city"), ("Leeds", "city"), ("Wales", "country")]
)
def test_a_british_town_is_no_city(name: str, expected: str) -> None:
    place = gazetteer.find(name)
    if place is not None:
        assert gazetteer.kind_in_words(place) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("European Commission", "European Union", True),
        ("United Nations", "UNESCO", True),
        ("UNESCO", "UNICEF", False),
        ("European Union", "NATO", False),
    ],
)
def test_a_body_and_its_roof_are_no_rivals(one: str, other: str, expected: bool) -> None:
    assert catalog.under_one_roof(one, other) is expected
