"""Who and what the article names, and which mention means whom."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from questions import lexicon, persons
from questions.annotate import Reading
from questions.gazetteer import find
from questions.persons import Person


@dataclass(frozen=True, slots=True)
class Organization:
    """A body named in the article; `kind` is its head noun ('company', 'university') or ''."""

    name: str
    kind: str


@dataclass(frozen=True)
class Names:
    """The people and organizations of an article and their mentions, by the mention's last token.

    `starts` gives the first token of a person's mention, the title included; `hero` is the person
    whose life the article tells.
    """

    people: tuple[Person, ...]
    person_at: dict[int, Person]
    organizations: tuple[Organization, ...]
    organization_at: dict[int, Organization]
    starts: dict[int, int]
    hero: Person | None = None

    def mentioned(self, first: int, last: int) -> list[Person]:
        """People mentioned between two tokens, in order, each once."""
        found = (self.person_at[i] for i in range(first, last) if i in self.person_at)
        return list(dict.fromkeys(found))


def find_names(reading: Reading) -> Names:
    """The article's people and organizations, by its entities, titles and repeated surnames."""
    people = persons.find(reading)
    title = reading.article.title
    hero = next((p for p in people if title.startswith(p.name)), None)
    mentions = persons.mentions(reading, people, hero)
    person_at = {m.end: m.person for m in mentions}
    starts = {m.end: m.start for m in mentions}
    organization_at = dict(organization_mentions(reading, person_at, starts))
    bodies = tuple(dict.fromkeys(organization_at.values()))
    return Names(people, person_at, bodies, organization_at, starts, hero)


def organization_mentions(
    reading: Reading, person_at: dict[int, Person], starts: dict[int, int]
) -> Iterator[tuple[int, Organization]]:
    """Entities that are organizations: by their label, or by a noun that names their kind."""
    inside = {i for end, start in starts.items() for i in range(start, end + 1)}
    for entity in reading.doc.ents:
        tokens = [t for t in entity if t.text not in ("the", "The", "'s")]
        if not tokens or any(t.i in inside for t in tokens) or tokens[-1].i in person_at:
            continue
        kind = organization_kind(tokens)
        if (
            (entity.label_ == "ORG" or kind)
            and tokens[0].text[0].isupper()
            and not find(entity.text)
        ):
            name = " ".join(reading.text(t) for t in tokens)
            yield tokens[-1].i, Organization(re.sub(r" (['’]s|[.,])", r"\1", name), kind)


def organization_kind(tokens: list[Token]) -> str:
    """The kind that the name's last word or the noun beside it tells: 'the company X' → company."""
    last = tokens[-1]
    kind = lexicon.ORGANIZATION_KINDS.get(last.lower_, "") or next(
        (
            lexicon.ORGANIZATION_KINDS[t.lower_]
            for t in tokens
            if t.lower_ in ("university", "bank")
        ),
        "",
    )
    beside = [last.head] if last.dep_ in ("appos", "compound", "nmod") else []
    beside += [c for c in last.children if c.dep_ == "appos"]
    return kind or next(
        (
            lexicon.ORGANIZATION_KINDS[t.lower_]
            for t in beside
            if t.lower_ in lexicon.ORGANIZATION_KINDS
        ),
        "",
    )
