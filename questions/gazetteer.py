"""Offline knowledge of places: what kind a place is, and which others are like it."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Cities that look like common words.
WORDS = frozenset("man of as most mari orange reading mobile bath nice split".split())
# Parts of cities that the source lists as cities of their own.
BOROUGHS = re.compile(
    r"(?:Paris|Lyon|Marseille) \d.*|.*kerület|Brent|Islington|City of Westminster|Bexley|Barking|"
    r"Archway|Croydon|Ilford|Enfield Town|Harrow|Tottenham|Walthamstow|Dagenham|Becontree|Sutton|"
    r"Saint Peters|Mendip|Favoriten|Donaustadt|Floridsdorf|Ottakring|Simmering|Pest|Buda|Zugló|"
    r"Újpest|Brooklyn|Queens|Manhattan|The Bronx|Staten Island|New South Memphis|South Boston|"
    r"West Raleigh|Meads|Tri-Cities|Lexington-Fayette|Upper West Side|Jamaica|Maryvale|"
    r"Sunrise Manor|East Flatbush|East New York|Deer Valley|Marne La Vallée|Wandsbek|Hamburg-Nord|"
    r"Hamburg-Mitte|Marienthal|Eimsbüttel|Altona|Neue Neustadt|Harburg|Neukölln|Kreuzberg|"
    r"Prenzlauer Berg|Charlottenburg|Schöneberg|Bergedorf|Friedrichshain|Nippes|Porz am Rhein|"
    r"Marzahn|Rodenkirchen|Mitte|Wilmersdorf"
)


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


def kind_of(kind: str, name: str) -> str:
    """The kind in the table, but for parts of cities."""
    return "borough" if kind == "city" and BOROUGHS.fullmatch(name) else kind


@cache
def places() -> tuple[Place, ...]:
    """All places, countries first, then states, then cities from the largest down."""
    with files("questions").joinpath("data/places.tsv").open(encoding="utf-8") as table:
        rows = list(csv.reader(table, delimiter="\t"))
    return tuple(
        Place(
            kind_of(kind, name),
            name,
            country,
            region,
            int(people),
            demonym,
            tuple(filter(None, also.split("|"))),
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
def by_code() -> dict[str, Place]:
    """Countries by their codes."""
    return {p.country: p for p in places() if p.kind == "country"}


def country_by_code(code: str) -> Place | None:
    """The country of a code."""
    return by_code().get(code)


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


@cache
def around(code: str) -> tuple[str, ...]:
    """The codes of the countries of a country's region, itself first, then of its continent.

    Those as large as it come before others.
    """
    here = by_code().get(code)
    if here is None:
        return ()  # what belongs to several countries

    def distance(place: Place) -> tuple[bool, bool, float]:
        return place != here, place.region != here.region, ratio(place, here)

    there = (p for p in by_code().values() if near(p, here, far=True))
    return tuple(p.country for p in sorted(there, key=distance))


CITIES = 12
ENOUGH = 6
# How many times larger or smaller a city may be that is taken for another, at best and at worst.
RATIOS = (2.5, 5)


def like_cities(place: Place) -> tuple[Place, ...]:
    """Cities of a like size, the largest first: of the country, else of the region."""
    region = regions().get(place.country, "")
    size = max(place.population, 1)
    for bound in RATIOS:
        sized = (p for p in cities() if size <= p.population * bound <= size * bound**2)
        like = [p for p in sized if p != place]
        home = [p for p in like if p.country == place.country]
        if len(home) >= ENOUGH:
            return tuple(home[:CITIES])
    abroad = [p for p in like if p.country != place.country and regions()[p.country] == region]
    capitals = [p for p in abroad if p.region == "capital" or place.region != "capital"]
    found = (*home, *capitals[: CITIES - len(home)])
    return found if len(found) >= ENOUGH else (*found, *great_capitals(place, found))


def great_capitals(place: Place, found: Sequence[Place]) -> tuple[Place, ...]:
    """Beside a capital like which there are few the largest ones of its half of a continent."""
    if place.region != "capital":
        return ()
    others = (p for p in cities() if p.region == "capital" and p.country != place.country)
    there = (p for p in others if near(p, place, far=True) and p not in found)
    return tuple(sorted(there, key=lambda p: eastern(p) != eastern(place)))[:ENOUGH]


def eastern(place: Place) -> bool:
    """Whether a place lies in the east of its continent."""
    return "Eastern" in regions().get(place.country, "")


@cache
def cities() -> tuple[Place, ...]:
    """Cities whose names are no common words, the largest first."""
    return tuple(p for p in places() if p.kind == "city" and p.name.lower() not in WORDS)


def ratio(one: Place, other: Place) -> float:
    """How many times as many people live in the larger of two places."""
    sizes = sorted((max(one.population, 1), max(other.population, 1)))
    return sizes[1] / sizes[0]


def near(one: Place, other: Place, *, far: bool = False) -> bool:
    """Whether two places lie in one region, or where `far` is allowed on one continent."""
    found = {regions().get(p.country, "") for p in (one, other)}
    return len({continent(r) for r in found} if far else found) == 1


@cache
def alike(place: Place) -> tuple[Place, ...]:
    """Other places of the same kind, from the most to the least likely to be mistaken for it.

    Same country or region first, then similar in size.
    """

    def distance(other: Place) -> tuple[int, float]:
        home = (other.country != place.country) if place.kind != "country" else 0
        here, there = regions().get(place.country, ""), regions().get(other.country, "")
        far = 0 if here == there else 1 if continent(here) == continent(there) else 3
        return (home + far, ratio(other, place))

    if place.kind == "city":
        return like_cities(place)
    smallest = 800_000 if place.kind == "country" else 0
    rivals = (
        p
        for p in places()
        if p.kind == place.kind and p.name != place.name and p.name.lower() not in WORDS
    )
    return tuple(sorted((p for p in rivals if p.population >= smallest), key=distance))


# Large British places that are no cities.
TOWNS = frozenset(
    "Wigan Reading Northampton Luton Bolton Bournemouth Middlesbrough Swindon Blackpool Ipswich "
    "Stockport Oldham Rochdale Telford Slough Watford Warrington Huddersfield "
    "Poole Bury Burnley Rotherham Barnsley Blackburn Dudley Walsall Halifax Birkenhead Basildon "
    "Maidstone Cheltenham Eastbourne Hastings Solihull Gateshead Basingstoke Worthing Darlington "
    "Grimsby Crawley Gillingham Bedford".split()
)


def kind_in_words(place: Place) -> str:
    """The kind of a place as it is asked for: not every large British place is a city."""
    return "town or city" if place.country == "GB" and place.name in TOWNS else place.kind
