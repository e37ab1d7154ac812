"""Offline knowledge of callings: which nouns mean people, and the circle they move in."""

import csv
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from questions import lexicon

# Callings that companies are called by as well.
FIRMS = frozenset(
    "developer publisher broadcaster producer brewer distiller shipbuilder builder regulator "
    "sponsor rival partner investor shareholder trader wholesaler rebel ally successor predecessor "
    "favourite favorite heir promoter restorer finalist winner champion".split()
) | frozenset(lexicon.ORGANIZATION_KINDS)


@cache
def table() -> dict[str, frozenset[str]]:
    """For each calling, by its last word, the circles it belongs to."""
    found: dict[str, set[str]] = {}
    with files("questions").joinpath("data/circles.tsv").open(encoding="utf-8") as rows:
        for circle, words in csv.reader(rows, delimiter="\t"):
            for word in words.split("|"):
                found.setdefault(word, set()).add(circle)
    return {word: frozenset(names) for word, names in found.items()}


def is_human(noun: str) -> bool:
    """Whether a noun, in lower case, means a person and never a firm or a thing."""
    return noun in table() and noun not in FIRMS


def circles(words: Iterable[str]) -> frozenset[str]:
    """The circles of the last word that tells one: a 'fire chief' is no other chief."""
    known = [table()[w] for w in words if w in table()]
    return known[-1] if known else frozenset()
