"""Names of people nobody has to know: plausible beside a name of the same culture."""

import csv
import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Culture:
    """Common first names and surnames of a language."""

    name: str
    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[str, ...]


@cache
def cultures() -> tuple[Culture, ...]:
    """All cultures of the table."""
    with files("questions").joinpath("data/people.tsv").open(encoding="utf-8") as table:
        rows = list(csv.reader(table, delimiter="\t"))
    return tuple(
        Culture(name, *(tuple(part.split("|")) for part in parts)) for name, *parts in rows
    )


def culture_of(name: str) -> Culture | None:
    """The culture that knows the surname, else the one that knows the first name."""
    first, _, last = name.partition(" ")
    surname = last.rpartition(" ")[2]
    by_surname = (c for c in cultures() if surname in c.surnames or last in c.surnames)
    by_first = (c for c in cultures() if first in c.men + c.women)
    return next(by_surname, None) or next(by_first, None)


def invented(name: str, rng: random.Random) -> Iterator[str]:
    """Names of the same culture and, where it can be told, sex; none shares a word with it.

    Nothing where the culture is not known.
    """
    culture = culture_of(name)
    if culture is None:
        return
    words = set(name.split())
    women = name.split(maxsplit=1)[0] in culture.women
    firsts = [f for f in (culture.women if women else culture.men) if f not in words]
    lasts = [s for s in culture.surnames if not words & set(s.split())]
    for first, last in zip(
        rng.sample(firsts, len(firsts)),
        rng.sample(lasts, min(len(lasts), len(firsts))),
        strict=False,
    ):
        yield f"{first} {last}"
