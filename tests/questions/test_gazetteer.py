from itertools import islice

import pytest

from questions.gazetteer import alike, around, country_of, find


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Malaysia", "country"),
        ("the Netherlands", "country"),
        ("US", "country"),
        ("Ohio", "state"),
        ("Rome", "city"),
        ("Brooklyn", "borough"),
        ("Narnia", None),
        ("in", None),
    ],
)
def test_find(name: str, kind: str | None) -> None:
    place = find(name)
    assert (place.kind if place else None) == kind


@pytest.mark.parametrize(
    ("word", "country"),
    [("German", "Germany"), ("Germany", "Germany"), ("British", "United Kingdom"), ("Roman", None)],
)
def test_country_of(word: str, country: str | None) -> None:
    place = country_of(word)
    assert (place.name if place else None) == country


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("Malaysia", {"Thailand", "Vietnam", "Philippines", "Indonesia", "Myanmar", "Cambodia"}),
        ("Lyon", {"Paris", "Marseille", "Toulouse", "Nice", "Nantes", "Bordeaux", "Lille"}),
    ],
)
def test_like_places_lie_near(name: str, near: set[str]) -> None:
    place = find(name)
    assert place is not None
    first = {p.name for p in islice(alike(place), 6)}
    assert len(first & near) >= 3
    assert name not in first


@pytest.mark.parametrize(("name", "giant"), [("Toledo", "Chicago"), ("Portsmouth", "London")])
def test_no_giant_is_like_a_smaller_city(name: str, giant: str) -> None:
    place = find(name)
    assert place is not None
    assert giant not in {p.name for p in alike(place)}


def test_countries_around_one_are_of_its_region_and_size() -> None:
    assert around("DK")[:3] == ("DK", "FI", "NO")
    assert set(around("EE")[1:3]) == {"LV", "LT"}
    assert around("INT") == ()
