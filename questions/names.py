"""Who and what the article names: full names, titles, and which mention means whom."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span, Token

from questions import lexicon
from questions.annotate import Reading
from questions.gazetteer import country_of, find

HONORIFICS = frozenset("mr mrs ms miss dr prof professor sir dame lord lady".split())
PARTICLES = frozenset("de da di van von der den del la le bin ibn al el".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in full, with the titles the article gives ('Kyiv Mayor')."""

    name: str
    titles: tuple[str, ...] = ()

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


@dataclass(frozen=True, slots=True)
class Organization:
    """A body named in the article; `kind` is its head noun ('company', 'university') or ''."""

    name: str
    kind: str


@dataclass(frozen=True)
class Names:
    """The people and organizations of an article and their mentions, by the mention's last token.

    `starts` gives the first token of a mention, its title included; `hero` is the person whose life
    the article tells.
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
    spans = list(person_spans(reading))
    titled = titles_of(reading, spans)
    full = full_names(reading, spans, titled)
    hero = next((p for p in full.values() if p.name == reading.article.title), None)
    short = {hero.name.split()[0]: hero} if hero else {}
    person_at, starts = person_mentions(reading, short | full)
    organization_at = dict(organization_mentions(reading, person_at, starts))
    return Names(
        tuple(full.values()),
        person_at,
        tuple(dict.fromkeys(organization_at.values())),
        organization_at,
        starts,
        hero,
    )


def person_spans(reading: Reading) -> Iterator[Span]:
    """Entities of two or more capitalised words that the model or a title calls a person."""
    for entity in reading.doc.ents:
        words = [t for t in entity if t.text != "'s" and t.lower_.rstrip(".") not in HONORIFICS]
        named = len(words) > 1 and all(t.text[0].isupper() or t.text in PARTICLES for t in words)
        if named and entity.label_ == "PERSON" and not re.search(r"\d|['\"]s$", entity.text):
            yield reading.doc[words[0].i : words[-1].i + 1]


def titles_of(reading: Reading, spans: list[Span]) -> dict[int, tuple[str, ...]]:
    """The words before a name that say who it is: 'US Secretary of State', 'Kremlin spokesman'."""
    return {span.start: found for span in spans if (found := tuple(titles_around(reading, span)))}


def titles_around(reading: Reading, span: Span) -> Iterator[str]:
    """The title before a name and the role in apposition to it ('Germany's Chancellor, …')."""
    if before := title_before(reading, span):
        yield before
    name = span[-1]
    beside = [name.head] if name.dep_ == "appos" else []
    beside += [c for c in name.children if c.dep_ == "appos"]
    yield from (reading.text(t) for t in beside if t.lower_ in lexicon.ROLES)


def title_start(span: Span) -> int:
    """The first token of the title before a name; the name's own start where there is none."""
    doc, start = span.doc, span.start
    sentence = span.sent.start
    left = start
    while left > sentence and (
        doc[left - 1].pos_ in ("PROPN", "NOUN", "ADJ")
        or doc[left - 1].text in ("of", "for", "and", "'s", "-")
    ):
        left -= 1
    for i in range(left, start):
        if doc[i].text in ("of", "for", "and", "-") and doc[i - 1].lower_ not in lexicon.ROLES:
            left = i + 1
    if doc[left].text == "'s":
        left += 1
    roles = [i for i in range(left, start) if doc[i].lower_ in lexicon.ROLES]
    return left if roles and attached(doc[start - 1], span) else start


def attached(token: Token, span: Span) -> bool:
    """Whether the word before a name belongs to it: its modifier, or the object of one."""
    head = token
    while head.i < span.start and head.head != head:
        head = head.head
    return span.start <= head.i < span.end


def title_before(reading: Reading, span: Span) -> str:
    """The title's words, or '' ."""
    start = title_start(span)
    tokens = list(span.doc[start : span.start])
    return re.sub(r"\s+", " ", "".join(reading.text(t) + t.whitespace_ for t in tokens)).strip()


def full_names(
    reading: Reading, spans: list[Span], titles: dict[int, tuple[str, ...]]
) -> dict[str, Person]:
    """People by surname; one that two people share, or that proof is lacking for, is left out."""
    by_surname: dict[str, Counter[str]] = {}
    proof: set[str] = set()
    acting = {token.text for token in reading.doc if acts_as_person(token)}
    known: dict[str, tuple[str, ...]] = {}
    for span in spans:
        name = " ".join(reading.text(t) for t in span)
        by_surname.setdefault(span[-1].text, Counter())[name] += 1
        if span.start in titles or span[-1].text in acting:
            proof.add(name)
        known[name] = tuple(dict.fromkeys(known.get(name, ()) + titles.get(span.start, ())))
    found = {}
    for surname, names in by_surname.items():
        title = reading.article.title
        name = title if title in names else names.most_common(1)[0][0]
        alone = len({n.split()[0] for n in names}) == 1 or name == title
        if alone and (name in proof or name == title) and not country_of(surname):
            found[surname] = Person(name, known[name])
    return found


def acts_as_person(token: Token) -> bool:
    """Proof that a name is a person's: a who-clause, a role in apposition, speech, or a deed."""
    if token.pos_ != "PROPN":
        return False
    if token.dep_ == "pobj" and token.head.dep_ == "agent" and token.ent_type_ == "PERSON":
        return True
    if token.dep_ == "appos" and token.head.lower_ in lexicon.ROLES:
        return True
    for child in token.children:
        if child.dep_ == "relcl" and any(
            t.lower_ in ("who", "whose", "whom") for t in child.subtree
        ):
            return True
        if child.dep_ == "appos" and child.lower_ in lexicon.ROLES:
            return True
    speaks = token.dep_ == "nsubj" and token.head.lemma_ in lexicon.REPORTING | {
        "ask",
        "call",
        "bear",
    }
    born = token.dep_ == "nsubjpass" and token.head.lemma_ == "bear"
    return speaks or born


def person_mentions(
    reading: Reading, full: dict[str, Person]
) -> tuple[dict[int, Person], dict[int, int]]:
    """Each mention's last token with its person, and with the mention's first token."""
    doc, person_at, starts = reading.doc, {}, {}
    for token in doc:
        person = full.get(token.text)
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        if person is None or (
            after is not None and after.pos_ == "PROPN" and after.dep_ != "appos"
        ):
            continue
        size = len(person.name.split())
        first = doc[max(0, token.i - size + 1)]
        whole = " ".join(t.text for t in doc[first.i : token.i + 1]) == person.name.replace(
            "’", "'"
        )
        alone = token.i == 0 or doc[token.i - 1].text not in full_first_names(full)
        if whole or alone:
            span = doc[first.i if whole else token.i : token.i + 1]
            person_at[token.i] = person
            starts[token.i] = title_start(span)
    return person_at, starts


def full_first_names(full: dict[str, Person]) -> set[str]:
    """First words of the known names."""
    return {p.name.split()[0] for p in full.values()}


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
