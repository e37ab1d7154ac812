"""Offline knowledge of named things other than places and people: which kind each is of."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

# Kinds whose members English writes like common nouns: 'oxygen', 'cholera', 'violin'.
COMMON_KINDS = frozenset(
    "gas metal mineral acid vitamin hormone enzyme protein disease virus bacterium drug sport crop "
    "tree flower bird fish mammal insect reptile fruit vegetable spice cheese dish drink fabric "
    "gemstone particle dinosaur".split()
) | {"chemical element", "musical instrument", "musical genre", "art movement"}
# Kinds whose names mostly mean something else: 'the Italian', 'a Christian', 'Go'.
VAGUE_KINDS = frozenset(("language", "religion", "programming language", "star", "play", "band"))
# Kinds of which the tables hold only some sort: music schools are no rivals of a village school.
CHOSEN_KINDS = frozenset(("school",))
# How many of each group stand first in the table because everybody knows them.
FAMOUS = 4
PEOPLE_KINDS = frozenset(
    "philosopher composer painter scientist explorer novelist poet emperor monarch inventor "
    "engineer architect athlete politician entrepreneur actor singer".split()
)


# Bodies, and those that belong to them: what one of these does the first may be said to do.
ROOFS = (
    ("European Union", frozenset((
        "European Commission", "European Parliament", "European Council", "European Central Bank",
        "European Court of Justice", "Frontex", "Europol", "Eurostat",
    ))),
    ("United Nations", frozenset((
        "UNESCO", "UNICEF", "UNRWA", "UNHCR", "World Health Organization", "World Food Programme",
        "Food and Agriculture Organization", "Security Council",
    ))),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A named thing: its kind ('river', 'university') and the group it is easily mistaken in."""

    kind: str
    name: str
    group: str
    aliases: tuple[str, ...]


@cache
def everything() -> tuple[Named, ...]:
    """All named things, organizations first."""
    return tuple(organizations()) + tuple(others())


def organizations() -> Iterator[Named]:
    """Companies, universities, parties and so on; those of one field or country are rivals."""
    for kind, name, country, field, also in table("organizations"):
        group = field if kind in ("company", "agency", "club", "team", "journal") else country
        yield Named(kind, name, group, tuple(filter(None, also.split("|"))))


@cache
def bodies() -> frozenset[Named]:
    """All that is an organization."""
    return frozenset(organizations())


def others() -> Iterator[Named]:
    """Rivers, wars, prizes, elements and so on."""
    for kind, name, group, also in table("names"):
        yield Named(kind, name, group, tuple(filter(None, also.split("|"))))


def table(name: str) -> list[list[str]]:
    """The rows of one of the package's tables."""
    with files("questions").joinpath(f"data/{name}.tsv").open(encoding="utf-8") as rows:
        return list(csv.reader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


@cache
def by_name() -> dict[str, tuple[Named, ...]]:
    """Every name and alias, with all it may mean."""
    found: dict[str, list[Named]] = {}
    for named in everything():
        for name in (named.name, *named.aliases):
            found.setdefault(name, []).append(named)
    return {name: tuple(all_named) for name, all_named in found.items()}


def find(name: str) -> Named | None:
    """The thing of that name, with or without its article; None where it may be of two kinds."""
    found = by_name().get(name.removeprefix("the ").removeprefix("The "), ())
    proper = [n for n in found if n.kind not in COMMON_KINDS | PEOPLE_KINDS | VAGUE_KINDS]
    return proper[0] if proper and len({named.kind for named in found}) == 1 else None


def canonical(name: str) -> str:
    """The name that the tables list a thing by."""
    known = find(name)
    return known.name if known is not None else name


def find_person(name: str) -> Named | None:
    """The well-known person of that name, as what they are known for first."""
    found = by_name().get(name, ())
    return next((n for n in found if n.kind in PEOPLE_KINDS), None)


@cache
def first_names() -> frozenset[str]:
    """What well-known people are called by."""
    known = (n.name.split() for n in everything() if n.kind in PEOPLE_KINDS)
    return frozenset(words[0] for words in known if len(words) > 1)


@cache
def common() -> dict[str, tuple[Named, ...]]:
    """What English writes like common nouns, in lower case, with all it may mean."""
    found: dict[str, list[Named]] = {}
    for named in everything():
        if named.kind in COMMON_KINDS:
            found.setdefault(named.name.lower(), []).append(named)
    return {name: tuple(every) for name, every in found.items()}


@cache
def of_kind(kind: str) -> tuple[Named, ...]:
    """Everything of a kind."""
    return tuple(named for named in everything() if named.kind == kind)


def alike(kind: str, name: str, groups: Sequence[str] = ()) -> list[str]:
    """Others of a thing's kind and group, those beside it in the table first.

    Of one of `groups` where the name is not known: not the best known ones, where there are more.
    """
    known = next((n for n in by_name().get(name, ()) if n.kind == kind), None)
    if known is None and kind in CHOSEN_KINDS:
        return []
    wanted = {known.group} if known is not None else set(groups)
    rivals = [n for n in of_kind(kind) if n.group in wanted]
    if known is None:
        return [n.name for n in rivals[FAMOUS if len(rivals) > 3 * FAMOUS else 0 :]]
    here = rivals.index(known)
    near = sorted(range(len(rivals)), key=lambda n: abs(n - here))
    return [rivals[n].name for n in near if n != here]


@cache
def venerable(kind: str, year: int) -> frozenset[str]:
    """The organizations of a kind that were there in a year, as far as the tables know."""
    rows = (row for row in table("venerable") if row[0] == kind and int(row[1]) <= year)
    return frozenset(name for row in rows for name in row[2].split("|"))


def of_countries(kind: str, countries: Sequence[str]) -> list[str]:
    """Organizations of a kind in some countries, those of the first one first."""
    place = {code: n for n, code in enumerate(countries)}
    found = [n for n in of_kind(kind) if n.group in place]
    return [n.name for n in sorted(found, key=lambda n: place[n.group])]


def under_one_roof(one: str, other: str) -> bool:
    """Whether of two bodies one belongs to the other."""
    names = {canonical(one), canonical(other)}
    return any(roof in names and names & members for roof, members in ROOFS)
