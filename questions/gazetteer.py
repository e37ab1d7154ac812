"""Offline knowledge of places: what kind a place is, and which others are like it."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Cities that look like common words.
WORDS = frozenset("man of as most mari orange reading mobile bath nice split".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A country, a state of the United States, or a city of 100,000 people or more."""

    kind: str
    name: str
    country: str
    region: str
    population: int
    demonym: str
    aliases: tuple[str, ...]


@cache
def places() -> tuple[Place, ...]:
    """All places, countries first, then states, then cities from the largest down."""
    with files("questions").joinpath("data/places.tsv").open(encoding="utf-8") as table:
        rows = list(csv.reader(table, delimiter="\t"))
    return tuple(
        Place(
            kind, name, country, region, int(people), demonym, tuple(filter(None, also.split("|")))
        )
        for kind, name, country, region, people, demonym, also in rows
    )


NOT_STATES = frozenset(("New York", "Washington"))


@cache
def by_name() -> dict[str, Place]:
    """Every name and alias; where two places share one, the first in the list has it."""
    table: dict[str, Place] = {}
    for place in places():
        if place.kind == "state" and place.name in NOT_STATES:
            continue
        for name in (place.name, *(a for a in place.aliases if len(a) > 2 or a in ("US", "UK"))):
            table.setdefault(name, place)
    return table


@cache
def by_demonym() -> dict[str, Place]:
    """Countries by the adjective of their people."""
    return {p.demonym: p for p in reversed(places()) if p.kind == "country" and p.demonym}


@cache
def regions() -> dict[str, str]:
    """Region of each country, by its code."""
    return {place.country: place.region for place in places() if place.kind == "country"}


def continent(region: str) -> str:
    """'Western Europe' and 'Southern Europe' lie in Europe; the Americas count as one."""
    return "America" if "America" in region else region.rpartition(" ")[2]


def find(name: str) -> Place | None:
    """The place of that name, with or without its article."""
    return by_name().get(name.removeprefix("the ").removeprefix("The "))


def country_of(word: str) -> Place | None:
    """The country a name or an adjective stands for: 'Germany', 'German'."""
    place = find(word)
    return place if place and place.kind == "country" else by_demonym().get(word)


WITH_ARTICLE = frozenset(
    "United Arab Emirates|Bahamas|Democratic Republic of Congo|Central African Republic|"
    "Republic of Congo|Dominican Republic|United Kingdom|Gambia|Comoros|Marshall Islands|Maldives|"
    "Netherlands|Philippines|Solomon Islands|Seychelles|United States".split("|")
)


@cache
def country_name(code: str) -> str:
    """The name of a country by its code, as it stands within a sentence."""
    name = next(p.name for p in places() if p.kind == "country" and p.country == code)
    return f"the {name}" if name in WITH_ARTICLE else name


CITIES = 12


def largest(place: Place) -> tuple[Place, ...]:
    """The largest other cities of a city's country, then of its region."""
    region = regions().get(place.country, "")

    def rank(other: Place) -> tuple[bool, bool, int]:
        foreign = other.country != place.country
        return (foreign, regions().get(other.country, "") != region, -other.population)

    rivals = (p for p in places() if p.kind == "city" and p.name != place.name)
    known = sorted((p for p in rivals if p.name.lower() not in WORDS), key=rank)
    home = [p for p in known if p.country == place.country][:CITIES]
    return tuple(home if len(home) >= 6 else known[:CITIES])


@cache
def alike(place: Place) -> tuple[Place, ...]:
    """Other places of the same kind, from the most to the least likely to be mistaken for it.

    Same country or region first, then similar in size.
    """

    def distance(other: Place) -> tuple[int, float]:
        near = (other.country != place.country) if place.kind != "country" else 0
        if place.region == "capital":
            near = other.region != "capital"
        here, there = regions().get(place.country, ""), regions().get(other.country, "")
        far = 0 if here == there else 1 if continent(here) == continent(there) else 3
        ratio = max(other.population, 1) / max(place.population, 1)
        return (near + far, max(ratio, 1 / ratio))

    if place.kind == "city":
        return largest(place)
    smallest = {"country": 800_000, "city": 150_000, "state": 0}[place.kind]
    rivals = (
        p
        for p in places()
        if p.kind == place.kind and p.name != place.name and p.name.lower() not in WORDS
    )
    return tuple(sorted((p for p in rivals if p.population >= smallest), key=distance))
