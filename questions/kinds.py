"""Closed kinds of common nouns: what else could stand in the place of 'arson' or 'a kitchen'."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from lemminflect import getInflection

from questions.catalog import table

ARTICLES = frozenset(("a", "an"))
NEAREST = 4


@dataclass(frozen=True, slots=True)
class Member:
    """A noun as it is cited, 'a fire' or 'fog', and all its names without an article."""

    cited: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name without an article."""
        return self.names[0]

    @property
    def counts(self) -> bool:
        """Whether it takes 'a' and a plural."""
        return self.cited != self.name


Row = tuple[Member, ...]


@cache
def rows() -> dict[str, tuple[Row, ...]]:
    """For each kind its rows; the members of a row can all be mistaken for each other."""
    found: dict[str, tuple[Row, ...]] = {}
    for kind, members in table("kinds"):
        row = tuple(member(m) for m in members.split("|"))
        found[kind] = (*found.get(kind, ()), row)
    return found


def member(written: str) -> Member:
    """'a fire=blaze' → the cited form and all names."""
    cited, *others = written.split("=")
    return Member(cited, (without_article(cited), *others))


def without_article(phrase: str) -> str:
    """'a fire' → 'fire'."""
    first, _, rest = phrase.partition(" ")
    return rest if first in ARTICLES and rest else phrase


@cache
def known(kind: str) -> dict[str, tuple[Row, Member]]:
    """Every name of a kind's members in lower case, with the row it stands in."""
    found: dict[str, tuple[Row, Member]] = {}
    for row in rows()[kind]:
        for mine in row:
            for name in mine.names:
                found.setdefault(name, (row, mine))
    return found


@cache
def plural(name: str) -> str:
    """'a piece of cake' stays as it is; the last word of any other name takes its plural."""
    *before, last = name.split()
    found = getInflection(last, "NNS")
    return " ".join([*before, found[0] if found else last]) if " of " not in name else name


def alike(kind: str, key: str, says: Callable[[str], bool]) -> list[str]:
    """Members of the key's row, nearest first, in the key's form; none that the article has."""
    determiner, name = split(key)
    found, several = find(kind, name)
    if found is None:
        return []
    row, mine = known(kind)[found]
    at = row.index(mine)
    others = sorted((m for m in row if m != mine), key=lambda m: abs(row.index(m) - at))
    fresh = [m for m in others if not mentioned(m, says)]
    written = [form(m, determiner, several=several) for m in fresh]
    return sorted(written[: 2 * NEAREST], key=lambda w: abs(len(w) - len(key)))[: 2 * NEAREST - 2]


def mentioned(member: Member, says: Callable[[str], bool]) -> bool:
    """Whether a text has the word, in singular or plural, by any of its names."""
    names = (form for name in member.names for form in (name.lower(), plural(name.lower())))
    return any(says(name) for name in names)


def plain(kind: str, key: str) -> str:
    """'an independent review' → 'a review', where the table has the longer name for the same."""
    determiner, name = split(key)
    found, several = find(kind, name)
    mine = known(kind)[found][1] if found is not None else None
    if mine is None or several or found == mine.name or not name.endswith(f" {mine.name}"):
        return key
    return form(mine, determiner, several=False)


def split(key: str) -> tuple[str, str]:
    """'His collarbone' → 'His' and 'collarbone'; '' where there is no determiner."""
    first, _, rest = key.partition(" ")
    return (first, rest) if rest and first.lower() in DETERMINERS else ("", key)


# How many of a group there are: 'two hikers'.
COUNTS = frozenset("two three four five six seven eight nine ten".split())
DETERMINERS = frozenset("a an the his her its their".split()) | COUNTS


def find(kind: str, name: str) -> tuple[str | None, bool]:
    """The name in the table that a noun phrase is, and whether it is its plural."""
    lower, members = name.lower(), known(kind)
    if lower in members:
        return lower, False
    return next(((n, True) for n in singulars(lower) if n in members), (None, False))


def singulars(name: str) -> Iterator[str]:
    """What a plural may be the plural of."""
    for ending, single in (("ies", "y"), ("ves", "f"), ("es", ""), ("s", ""), ("men", "man")):
        if name.endswith(ending):
            yield name.removesuffix(ending) + single


def form(member: Member, determiner: str, *, several: bool) -> str:
    """A member as the key is written: with its own article, with 'the' or 'his', or in plural."""
    name = plural(member.name) if several and member.counts else member.name
    if determiner and determiner.lower() not in ARTICLES:
        return f"{determiner} {name}"
    written = name if several else member.cited
    return written[:1].upper() + written[1:]
