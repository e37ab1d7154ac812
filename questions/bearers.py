"""Where people are named, and who bears a name that stands there."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from questions.annotate import Reading, joined
from questions.gazetteer import country_of
from questions.people import is_given
from questions.persons import Person, eponym, full_names, fuller, outer, title_start
from questions.proofs import HONORIFICS
from questions.tree import Span, Token

FAMILY = frozenset("son daughter father mother brother sister wife husband widow widower".split())


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named between two tokens, both included; a title belongs to the mention."""

    person: Person
    start: int
    end: int


def mentions(reading: Reading, people: tuple[Person, ...], hero: Person | None) -> list[Mention]:
    """Every place where somebody is named, in full or by a surname that only they bear."""
    full = list(full_mentions(reading, people))
    first = {m.person: m.end for m in sorted(full, key=lambda m: -m.end)}
    taken = {i for m in full for i in range(m.start, m.end + 1)}
    short = short_names(reading, people, hero)
    found = [
        Mention(person, title_start(span), span.end - 1)
        for token in reading.doc
        if token.i not in taken and (named := by_surname(token, short)) is not None
        for person, span in (named,)
        if person == hero or span[0].i > first.get(person, -1)
    ]
    return sorted(full + found, key=lambda m: m.end)


def by_surname(token: Token, short: dict[str, Person]) -> tuple[Person, Span] | None:
    """Whom a surname that ends here means, hyphens included, and its tokens."""
    left = token.i
    while left > 1 and token.doc[left - 1].text == "-" and not token.doc[left - 2].whitespace_:
        left -= 2
    if left == token.i and token.text not in short:
        return None
    span = token.doc[left : token.i + 1]
    person = short.get(span.text) if not eponym(token) else None
    return (person, span) if person is not None and alone(span) else None


def full_mentions(reading: Reading, people: tuple[Person, ...]) -> Iterator[Mention]:
    """Where a whole name stands, whether or not the model has seen it there."""
    alike: defaultdict[tuple[str, str], list[Person]] = defaultdict(list)
    for known in people:
        alike[outer(known.name)].append(known)
    named = ((span, joined(reading, list(span))) for span in full_names(reading))
    written = {
        tuple(t.text for t in span): person
        for span, name in named
        if (person := bearer(name, alike.get(outer(name), ()))) is not None
    }
    lengths = sorted({(words[-1], len(words)) for words in written}, reverse=True)
    sizes: dict[str, list[int]] = {}
    for last, size in lengths:
        sizes.setdefault(last, []).append(size)
    for token in reading.doc:
        for size in sizes.get(token.text, ()):
            span = reading.doc[max(0, token.i - size + 1) : token.i + 1]
            person = written.get(tuple(t.text for t in span))
            if person is not None and not eponym(token):
                yield Mention(person, title_start(span), token.i)


def bearer(name: str, people: Sequence[Person]) -> Person | None:
    """Who is called so, with a second first name or without."""
    exact = next((p for p in people if p.name == name), None)
    return exact or next((p for p in people if fuller(name, p.name)), None)


def short_names(
    reading: Reading, people: tuple[Person, ...], hero: Person | None
) -> dict[str, Person]:
    """Surnames that mean one person only, and the hero's first name."""
    bearers = Counter(person.surname for person in people)
    things = {t.text for t in reading.doc if eponym(t)} | set(families(reading))
    short = {
        p.surname: p
        for p in people
        if bearers[p.surname] == 1 and p.surname not in things and not country_of(p.surname)
    }
    if hero is not None:
        short |= {hero.surname: hero, hero.name.partition(" ")[0]: hero}
    return short


def families(reading: Reading) -> Iterator[str]:
    """Surnames of two: 'Ms Berg's daughter Eva', who may be the next 'Ms Berg'.

    Who is called 'Berg' alone is still the one that the article tells of.
    """
    for kin in reading.doc[3:-2]:
        if kin.lower_ not in FAMILY or kin.nbor(-1).text != "'s":
            continue
        name = kin.nbor(2 if kin.nbor(1).text == "," else 1)
        if kin.nbor(-3).lower_.rstrip(".") in HONORIFICS and is_given(name.text):
            yield kin.nbor(-2).text


def alone(span: Span) -> bool:
    """Whether a surname stands by itself, at most behind a title."""
    doc = span.doc
    before = doc[span.start - 1] if span.start else None
    after = doc[span.end] if span.end < len(doc) else None
    beside = after is not None and after.pos_ == "PROPN" and span[-1].whitespace_
    hyphened = after is not None and after.text == "-" and not span[-1].whitespace_
    if beside or hyphened:
        return False
    if before is None or before.pos_ != "PROPN" or before.lower_.rstrip(".") in HONORIFICS:
        return True
    return title_start(span) < span.start
