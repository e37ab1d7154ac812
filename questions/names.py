"""Who and what the article names, and which mention means whom."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from questions import bearers, catalog, gazetteer, heroes, lexicon, persons
from questions.annotate import Reading, joined
from questions.people import is_woman
from questions.persons import Person
from questions.tree import Span, Token

# Mentions by surname that a life has at least.
LEAST = 3
# Sentences about "her" that a life has at least.
MANY = 8
# Kinds of things that are called after somebody.
NAMESAKES = frozenset(("space telescope", "prize"))


@dataclass(frozen=True, slots=True)
class Entity:
    """Something named in the article that is no person and no place on the map.

    `kind` is a noun that can follow 'which' ('company', 'river'), or '' where it is not known.
    """

    name: str
    kind: str
    is_organization: bool = False


@dataclass(frozen=True)
class Names:
    """The people and entities of an article and their mentions, by the mention's last token.

    Entities also by the token that the rest of the name hangs on ('Bank' of England).

    `starts` gives the first token of a person's mention, the title included; `hero` is the person
    whose life the article tells.
    """

    people: tuple[Person, ...]
    person_at: dict[int, Person]
    entities: tuple[Entity, ...]
    entity_at: dict[int, Entity]
    starts: dict[int, int]
    hero: Person | None = None

    def mentioned(self, first: int, last: int) -> list[Person]:
        """People mentioned between two tokens, in order, each once."""
        found = self.ends[bisect_left(self.ends, first) : bisect_left(self.ends, last)]
        return list(dict.fromkeys(self.person_at[end] for end in found))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """For each name its bearer's place in the list of people."""
        return {person.name: n for n, person in enumerate(self.people)}

    @cached_property
    def called(self) -> dict[str, list[Person]]:
        """The people by their first names."""
        found: dict[str, list[Person]] = {}
        for person in self.people:
            found.setdefault(person.name.split()[0], []).append(person)
        return found

    @cached_property
    def ends(self) -> list[int]:
        """Where mentions of people end, in order."""
        return sorted(self.person_at)


def find_names(reading: Reading) -> Names:
    """The article's people and entities, by the model's labels, titles, surnames and tables."""
    people = persons.find(reading)
    hero = hero_of(reading, people)
    mentions = bearers.mentions(reading, people, hero)
    person_at = {m.end: m.person for m in mentions}
    starts = {m.end: m.start for m in mentions}
    entity_at = agreed(dict(entity_mentions(reading, person_at, starts)))
    entities = tuple(dict.fromkeys(entity_at.values()))
    return Names(people, person_at, entities, entity_at, starts, hero)


def hero_of(reading: Reading, people: Sequence[Person]) -> Person | None:
    """Whose life the article tells: named in full by the title, and by far the most often."""
    title = reading.article.title
    if title.endswith("…"):
        return None
    if (inverted := heroes.entry(reading)) is not None:
        return next((p for p in people if p.name == inverted), None)
    opening = next((p for p in people if title.startswith((p.name, usual(p)))), None)
    if opening is not None and heroes.is_thing(reading, opening.name):
        return None
    words = {w.removesuffix("'s") for w in re.findall(r"[^\s,.:;?!]+", title.replace("’", "'"))}
    named = [p for p in people if {p.name.split()[0], p.surname} <= words]
    if opening is not None or len(named) != 1:
        return opening
    spoken = Counter(t.text for t in reading.doc)
    rivals = [spoken[p.surname] for p in people if p.surname != named[0].surname]
    often = spoken[named[0].surname]
    told = often >= LEAST and often >= 2 * max(rivals, default=0)
    return named[0] if told or lived(reading, named[0]) else None


def usual(person: Person) -> str:
    """'Norman Borlaug' for Norman Ernest Borlaug."""
    return f"{person.name.partition(' ')[0]} {person.surname}"


def lived(reading: Reading, person: Person) -> bool:
    """Whether a text tells of a birth, and hardly of anybody but a man, or a woman, like them."""
    spoken = Counter(t.lower_ for t in reading.doc if t.i not in reading.quoted)
    other, own = sorted((spoken["she"], spoken["he"]))
    like = is_woman(person.name) in (None, spoken["she"] > spoken["he"])
    return like and spoken["born"] > 0 and own >= max(MANY, MANY // 2 * other)


def agreed(found: dict[int, Entity]) -> dict[int, Entity]:
    """Mentions of one name with the kind that any of them tells."""
    kinds = {e.name: e for e in found.values() if e.kind}
    return {end: kinds.get(entity.name, entity) for end, entity in found.items()}


def entity_mentions(
    reading: Reading, person_at: dict[int, Person], starts: dict[int, int]
) -> Iterator[tuple[int, Entity]]:
    """Named things: by their label, by a noun that tells their kind, or known by name."""
    inside = {i for end, start in starts.items() for i in range(start, end + 1)}
    for span in named_spans(reading):
        tokens = [t for t in span if t.text not in ("the", "The", "'s")]
        if not tokens or any(t.i in inside for t in tokens) or tokens[-1].i in person_at:
            continue
        if not tokens[0].text[0].isupper() or gazetteer.find(span.text):
            continue
        name = " ".join(joined(reading, tokens).split())
        kind = kind_of(name, tokens)
        body = span.label_ == "ORG" or kind in lexicon.ORGANIZATION_KINDS.values()
        if nicknamed(reading, tokens, kind) or (body and span.label_ == "GPE"):
            continue  # 'Frankfurt fell' is told of no club.
        if span.label_ == "ORG" or kind:
            entity = Entity(name, kind, body)
            yield from ((i, entity) for i in {tokens[-1].i, span.root.i})


def nicknamed(reading: Reading, tokens: Sequence[Token], kind: str) -> bool:
    """Whether a place's name ends a longer one: 'the Cascades' beside 'the Spokane Cascades'."""
    if kind not in lexicon.PLACE_KINDS or len(tokens) > 1:
        return False
    same = (t for t in reading.written.get(tokens[0].text, ()) if t.i)
    return any(t.nbor(-1).pos_ == "PROPN" and t.nbor(-1).head == t for t in same)


def named_spans(reading: Reading) -> Iterator[Span]:
    """The model's entities other than people, dates and numbers; then other known names."""
    taken: set[int] = set()
    for entity in reading.doc.ents:
        if entity.label_ in ("ORG", "FAC", "LOC", "EVENT", "WORK_OF_ART", "PRODUCT", "LAW", "GPE"):
            taken |= {t.i for t in entity}
            yield entity
    for token in reading.doc:
        if token.i not in taken and token.pos_ == "PROPN" and token.dep_ != "compound":
            start = token.i
            while start > token.sent.start and compounded(token.doc[start - 1], token):
                start -= 1
            span = token.doc[start : token.i + 1]
            if not taken & set(range(start, token.i + 1)) and catalog.find(span.text):
                yield span


def borne(tokens: Sequence[Token]) -> bool:
    """Whether a single word without 'the' or 'an' may be somebody's name: 'Oscar', 'Kepler'."""
    return len(tokens) == 1 and not any(c.dep_ == "det" for c in tokens[0].children)


def compounded(token: Token, head: Token) -> bool:
    """Whether a word is a part of the name that ends in `head`."""
    return token.dep_ in ("compound", "nmod", "amod") and token.head == head


def kind_of(name: str, tokens: Sequence[Token]) -> str:
    """The kind that a name's own word, the noun beside it or the tables tell."""
    known = catalog.find(name) if len(name) > 2 or name == "UN" else None
    if known is not None and not (known.kind in NAMESAKES and borne(tokens)):
        return known.kind
    last = tokens[-1]
    words = [t.lower_ for t in tokens]
    own = lexicon.ORGANIZATION_KINDS.get(words[-1], "") or lexicon.NAME_KINDS.get(words[-1], "")
    first = next((w for w in words if w in ("university", "bank", "institute", "museum")), "")
    lake = words[0] if words[0] in ("lake", "mount", "cape") and len(words) > 1 else ""
    beside = [last.head] if last.dep_ in ("appos", "compound", "nmod") else []
    beside += [c for c in last.children if c.dep_ == "appos"]
    nouns = (t.lower_ for t in beside if t.pos_ == "NOUN")
    kinds = lexicon.ORGANIZATION_KINDS | lexicon.NAME_KINDS
    told = next((kinds[n] for n in nouns if n in kinds), "")
    return own or first or {"mount": "mountain"}.get(lake, lake) or told
