"""The table of an article's named things: which of them are told to be a company, a ferry, a city.

A kind is believed where the article tells it: 'the ferry Aurora', 'Aurora, a ferry', 'the town of
Lund', 'Lund is a town', or where the name itself does ('Lund University').
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from questions import lexicon
from questions.annotate import Reading
from questions.gazetteer import find
from questions.names import Names
from questions.tree import Token

# Trades by which a company may be introduced, beside those that name one ('carmaker').
TRADES = frozenset(
    "chain start-up startup builder producer publisher brokerage consultancy utility contractor "
    "wholesaler brewery shipowner refiner exporter importer distributor conglomerate bookmaker "
    "housebuilder grocer broker subsidiary business conglomerate multinational".split()
) | {noun for noun, kind in lexicon.ORGANIZATION_KINDS.items() if kind == "company"}
VESSELS = frozenset("ship vessel boat ferry freighter schooner tanker trawler yacht liner".split())
AIRCRAFT = frozenset("plane aircraft jet airliner helicopter airplane aeroplane".split())
TOWNS = frozenset("city town village".split())
# Nouns that can stand for whatever is of their family.
HYPERNYMS = {"company": TRADES, "firm": TRADES, "ship": VESSELS, "vessel": VESSELS,
             "boat": VESSELS, "plane": AIRCRAFT, "aircraft": AIRCRAFT}  # fmt: skip
KNOWN = (
    TRADES | VESSELS | AIRCRAFT | TOWNS | set(lexicon.ORGANIZATION_KINDS) | set(lexicon.NAME_KINDS)
) - {"group", "team", "act", "war", "cup", "plant", "league", "award", "prize", "medal", "centre"}
# What only a company has.
SHARES = frozenset("share shareholder investor revenue profit turnover".split())
# Mentions of an organization that the article is about.
OFTEN = 3
INDEFINITE = frozenset("a an another one two three four several some other".split())


@dataclass(frozen=True, slots=True)
class Named:
    """What something is called within a sentence, and the token that first tells its kind."""

    text: str
    first: int


def table(reading: Reading, names: Names) -> dict[str, tuple[Named, ...]]:
    """For each noun of a kind the names that the article gives to such things.

    What the title names as an organization of no kind may be a company.
    """
    title = headline(reading)
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for token in reading.doc:
        if token.pos_ == "PROPN" and token.i not in names.person_at:
            name = whole_name(names, token)
            for noun in nouns(title, names, token, name) if name else ():
                found[noun].append(Named(name, token.i))
    told = {named.text for kind in found.values() for named in distinct(kind)}
    found["company"] += [Named(n, first) for n, first in untold(reading, names) if n not in told]
    return {noun: distinct(kind) for noun, kind in found.items() if kind}


def nouns(title: str, names: Names, token: Token, name: str) -> list[str]:
    """The nouns of a kind that fit a name: told beside it, within it, or by the map."""
    found = [*beside(token), *within(token)]
    body = names.entity_at.get(token.i)
    if body is not None and body.is_organization:
        return [*found, body.kind] if body.kind else found
    place = find(name)
    sure = token.ent_type_ == "GPE" or name in title
    known = place is not None and place.kind == "city" and sure
    return [*found, "city", "town"] if known else found


def headline(reading: Reading) -> str:
    """The title; '' where it is only the text's opening."""
    title = reading.article.title
    return "" if title.endswith("…") else title


def distinct(names: Iterable[Named]) -> tuple[Named, ...]:
    """The names in their order, without longer and shorter forms of those before them.

    In the alphabet none can stand between a name and its longer or shorter form.
    """
    kept: list[Named] = []
    written: list[str] = []
    for new in names:
        name = new.text.removeprefix("the ")
        at = bisect(written, name)
        if not any(are_forms(name, old) for old in written[max(0, at - 1) : at + 1]):
            written.insert(at, name)
            kept.append(new)
    return tuple(kept)


def are_forms(name: str, other: str) -> bool:
    """Whether one of two names begins with the other."""
    return name.startswith(other) or other.startswith(name)


def whole_name(names: Names, token: Token) -> str:
    """The name that ends in a token, with the article's 'the'; '' inside a longer name."""
    if token.dep_ == "compound" and token.head.pos_ == "PROPN":
        return ""
    entity = names.entity_at.get(token.i)
    article = "the " if any(c.lower_ == "the" for c in token.children) else ""
    if entity is not None:
        return article + entity.name
    parts = [c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN"]
    first = min([token.i, *(t.i for c in parts for t in c.subtree)])
    words = token.doc[first : token.i + 1]
    return article + words.text.strip() if all(t.text[0].isupper() for t in words) else ""


def untold(reading: Reading, names: Names) -> Iterator[tuple[str, int]]:
    """Organizations of no kind that is told, but of the title or named often: companies perhaps."""
    places: dict[str, list[int]] = {}
    for end, body in names.entity_at.items():
        if body.is_organization and not body.kind and reading.doc[end].pos_ == "PROPN":
            places.setdefault(body.name, []).append(end)
    for name, ends in places.items():
        if len(ends) >= OFTEN or name.split()[0] in headline(reading).split():
            yield whole_name(names, reading.doc[min(ends)]) or name, min(ends)


def within(name: Token) -> Iterator[str]:
    """The kind that a name's own last word tells, or that it has shares."""
    last = name.lower_
    if last in KNOWN and any(c.dep_ == "compound" for c in name.children):
        yield lexicon.ORGANIZATION_KINDS.get(last, last)
    if owns(name):
        yield "company"


def beside(name: Token) -> Iterator[str]:
    """The nouns of a kind that stand beside a name."""
    nouns = [c for c in name.children if c.dep_ == "appos" or introduces(c, name)]
    nouns += [name.head] if name.dep_ in ("appos", "nmod") else []
    if name.dep_ == "pobj" and name.head.lower_ == "of":
        nouns += [name.head.head] if name.head.head.lower_ in TOWNS | {"island"} else []
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        nouns += [c for c in name.head.children if c.dep_ == "attr"]
    for noun in nouns:
        nearer = [noun, *(noun.conjuncts if noun.dep_ == "attr" else ())]
        yield from (n.lemma_.lower() for n in nearer if is_kind(n))


def is_kind(noun: Token) -> bool:
    """A common noun that tells a kind."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in KNOWN


def introduces(child: Token, name: Token) -> bool:
    """'the ferry Aurora': a common noun before a name, the last of its kind."""
    return child.dep_ in ("compound", "nmod") and child.i < name.i and child.pos_ == "NOUN"


def owns(name: Token) -> bool:
    """'shares in Nordbank', 'Nordbank's revenue', 'the chief executive of Nordbank'."""
    of = name.head.head if name.dep_ == "pobj" and name.head.lower_ in ("of", "in", "at") else None
    noun = of or (name.head if name.dep_ == "poss" else None)
    if noun is None or find(name.text) is not None or name.ent_type_ == "PERSON":
        return False
    executive = noun.lower_ == "executive" and any(c.lower_ == "chief" for c in noun.children)
    return executive or noun.lemma_.lower() in SHARES


def is_rival(noun: Token) -> bool:
    """'a firm', 'another firm', 'two firms', none of them beside a name."""
    if noun.dep_ == "compound" or (noun.i and noun.nbor(-1).text == "-"):
        return False
    beside = [noun.head] if noun.dep_ in ("appos", "attr", "compound", "nmod") else []
    beside += [c for c in noun.children if c.dep_ == "appos"]
    if any(t.pos_ in ("PROPN", "AUX") for t in beside):
        return False
    return any(c.lower_ in INDEFINITE or c.dep_ == "nummod" for c in noun.children)
