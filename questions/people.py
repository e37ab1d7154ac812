"""Names of people nobody has to know: plausible beside a name of the same culture."""

import csv
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Surnames that make everybody think of one person.
NOTED = frozenset(
    "Bolsonaro Varoufakis Tusk Macron Merz Habeck Scholz Drogba Adani Tendulkar Putin Zelensky "
    "Erdoğan Netanyahu Orbán Meloni Berlusconi Salvini Starmer Sturgeon Salmond Swinney Modi "
    "Gandhi Tsipras Mitsotakis Sunak Kaczyński Duda Lula Milei Xi Musk Steinmeier Lindner "
    "Osinbajo Akpabio Azikiwe Mugabe Mandela Zuma Ramaphosa Kenyatta Odinga Castro Guevara".split()
) | {"Le Pen"}


@dataclass(frozen=True, slots=True)
class Culture:
    """Common first names and surnames of a language, the endings of its surnames, its countries."""

    name: str
    men: frozenset[str]
    women: frozenset[str]
    surnames: frozenset[str]
    endings: tuple[str, ...]
    countries: tuple[str, ...]


@cache
def cultures() -> tuple[Culture, ...]:
    """All cultures of the table."""
    with files("questions").joinpath("data/people.tsv").open(encoding="utf-8") as table:
        rows = list(csv.reader(table, delimiter="\t"))
    return tuple(
        Culture(
            name,
            frozenset(men.split("|")),
            frozenset(women.split("|")),
            frozenset(surnames.split("|")),
            tuple(filter(None, endings.split("|"))),
            tuple(filter(None, countries.split("|"))),
        )
        for name, men, women, surnames, endings, countries in rows
    )


def culture_of(name: str, countries: Sequence[str] = ()) -> Culture | None:
    """The culture that the parts of a name and the countries named speak for most."""
    first, _, last = name.partition(" ")
    surname = last.rpartition(" ")[2]

    def votes(culture: Culture) -> int:
        known = 3 * bool({surname, last} & culture.surnames)
        given = 2 * (first in culture.men or first in culture.women)
        near = next((n for n, code in enumerate(countries) if code in culture.countries), 9)
        return (
            known + given + surname.lower().endswith(culture.endings) * 2 + (2 if near < 2 else 0)
        )

    best = max(cultures(), key=votes)
    return best if votes(best) >= 2 else None


def at_home(name: str, countries: Sequence[str]) -> bool:
    """Whether two signs tell the culture of a name, or where its words are unknown the country."""
    own, culture = culture_of(name), culture_of(name, countries)
    if culture is None or own not in (None, culture):
        return False
    first, _, last = name.partition(" ")
    surname = last.rpartition(" ")[2]
    far = own is not None and culture.name != "English"
    near = countries[: 3 if far else 1]
    home = bool(set(near) & set(culture.countries))
    known = bool({surname, last} & culture.surnames) or surname.lower().endswith(culture.endings)
    given = first in culture.men | culture.women
    return home + known + given > (own is not None)


@cache
def surnames() -> frozenset[str]:
    """The surnames of all cultures."""
    return frozenset().union(*(c.surnames for c in cultures()))


def is_surname(word: str) -> bool:
    """Whether the tables know a word as a surname."""
    return word in surnames()


@cache
def given() -> tuple[frozenset[str], frozenset[str]]:
    """First names of women and of men, those that both bear in both."""
    with files("questions").joinpath("data/given.tsv").open(encoding="utf-8") as table:
        rows = {sex: names.split("|") for sex, names in csv.reader(table, delimiter="\t")}
    women = frozenset(rows["woman"]).union(*(c.women for c in cultures()))
    return women, frozenset(rows["man"]).union(*(c.men for c in cultures()))


def is_given(word: str) -> bool:
    """Whether the tables know a word as a first name."""
    return any(word in names for names in given())


def is_woman(name: str) -> bool | None:
    """Whether a first name is a woman's; None where the tables do not tell."""
    women, men = (name.partition(" ")[0] in names for names in given())
    return women if women != men else None


def invented(name: str, rng: random.Random, countries: Sequence[str] = ()) -> Iterator[str]:
    """Names of the same culture and, where it can be told, sex; none shares a word with it.

    `countries` are the codes of those that the article names, the most frequent first. Nothing
    where the culture is not known.
    """
    culture = culture_of(name, countries)
    if culture is None:
        return
    words = set(name.split())
    given = name.split(maxsplit=1)[0]
    woman = given in culture.women or (given not in culture.men and given.endswith("a"))
    firsts = sorted((culture.women if woman else culture.men) - words)
    lasts = sorted(s for s in culture.surnames - NOTED if not words & set(s.split()))
    for first, last in zip(
        rng.sample(firsts, len(firsts)),
        rng.sample(lasts, min(len(lasts), len(firsts))),
        strict=False,
    ):
        if first != last:
            yield f"{first} {last}"
