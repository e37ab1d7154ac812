"""What may be asked for in a clause: its people, organizations, places, dates and amounts."""

import re
from collections.abc import Iterator

from spacy.tokens import Token

from questions import amounts, lexicon
from questions.annotate import joined
from questions.candidates import Key
from questions.facts import Clause
from questions.gazetteer import find
from questions.items import AnswerType
from questions.references import refer
from questions.story import Story, named_by, subject_of
from questions.wording import sentence_case

PLACE_PREPOSITIONS = frozenset(("in", "to", "from"))
YEAR = re.compile(r"(1\d|20)\d\d$")


def keys(story: Story, clause: Clause) -> Iterator[Key]:
    """Everything in the clause that can be asked for cleanly."""
    yield from subject_keys(story, clause)
    for token in reached(clause):
        yield from body_keys(story, token)


def reached(clause: Clause) -> Iterator[Token]:
    """Objects, attributes and objects of prepositions that the verb reaches directly.

    Through an open complement ('is expected to meet'), and through a gathering's own place
    ('a summit in Malaysia').
    """
    body = {t.i for t in clause.body}
    waiting = [clause.verb]
    while waiting:
        children = [c for c in waiting.pop(0).children if c.i in body]
        waiting += [c for c in children if c.dep_ == "xcomp" and subject_of(c) is None]
        yield from (found for child in children for found in within(child))
    places = (t for t in clause.body if t.dep_ == "prep" and gathers(t.head))
    yield from (c for place in places for c in place.children if c.dep_ == "pobj")


def within(child: Token) -> list[Token]:
    """What a part of the predicate holds that may be asked for: itself, or its object."""
    inside = {"prep": "pobj", "agent": "pobj", "acomp": "npadvmod"}.get(child.dep_)
    if inside is not None:
        return [c for c in child.children if c.dep_ == inside]
    return [child] if child.dep_ in ("dobj", "attr", "npadvmod") else []


def gathers(noun: Token) -> bool:
    """A summit, a fair, a trial."""
    return noun.lemma_.lower() in lexicon.GATHERINGS


def subject_keys(story: Story, clause: Clause) -> Iterator[Key]:
    """Who, which organization or country, how many: asked of the subject."""
    words = frozenset(t.i for t in clause.subject_words)
    if speaks(story, clause):
        return
    if clause.subject.lower_ in ("he", "she") or story.person(named_by(story, clause.subject)):
        yield from doer(story, clause, words)
        return
    yield from countries(story, clause.subject, words, is_subject=True)
    yield from bodies(story, clause.subject, words)
    yield from amounts.of_subject(story, clause.subject)


def doer(story: Story, clause: Clause, words: frozenset[int]) -> Iterator[Key]:
    """The person who is the subject, by name or pronoun; not the hero, whom everybody knows."""
    person = story.person(named_by(story, clause.subject))
    referent = refer(story, clause.subject) if person is None else None
    # Who 'he said' means is asked for its own sake only.
    hearsay = person is None and clause.verb.lemma_ in lexicon.REPORTING
    found = person or (referent.person if referent is not None else None)
    if found is None or hearsay or found == story.names.hero:
        return
    yield Key(
        AnswerType.PERSON,
        found.name,
        "Who",
        words,
        True,
        "person",
        weight=0.7,
        sentence=referent.sentence if referent is not None else None,
    )


def bodies(story: Story, subject: Token, words: frozenset[int]) -> Iterator[Key]:
    """An organization whose kind is known: which company, which university."""
    body = story.names.organization_at.get(subject.i)
    if body is not None and body.kind:
        asks = f"Which {body.kind}"
        yield Key(AnswerType.ORGANIZATION, body.name, asks, words, True, body.kind, weight=0.6)


def speaks(story: Story, clause: Clause) -> bool:
    """Whether the clause introduces a quotation, which is asked for in its own way."""
    content = [c for c in clause.verb.children if c.dep_ == "ccomp"]
    return any(c.i in story.reading.quoted for c in content)


def body_keys(story: Story, token: Token) -> Iterator[Key]:
    """What is asked of the predicate."""
    if token.dep_ == "dobj" and (person := story.person(token)):
        words = frozenset(range(story.names.starts[token.i], token.i + 1))
        yield Key(AnswerType.PERSON, person.name, "Who", words, False, "person", weight=0.6)
    if token.dep_ == "dobj":
        whole = frozenset(t.i for t in token.subtree)
        yield from countries(story, token, whole, is_subject=False)
    yield from places(story, token)
    yield from dates(story, token)
    yield from amounts.of_predicate(story, token)


def countries(
    story: Story, token: Token, words: frozenset[int], *, is_subject: bool
) -> Iterator[Key]:
    """A country that does something, or that something is done to."""
    place = find(joined(story.reading, [story.reading.doc[i] for i in sorted(words)]))
    if place is not None and place.kind == "country" and token.ent_type_ == "GPE":
        yield Key(
            AnswerType.PLACE, place.name, "Which country", words, is_subject, "country", weight=0.55
        )


def dates(story: Story, token: Token) -> Iterator[Key]:
    """Years, months with a year, and days with a year, behind their preposition."""
    if token.dep_ != "pobj" or token.head.lower_ not in ("in", "on", "by", "since"):
        return
    words = [t for t in token.subtree if not t.is_punct]
    text = " ".join(t.text for t in words)
    tokens = frozenset(t.i for t in token.head.subtree)
    before = sentence_case(token.head.lower_)
    if YEAR.fullmatch(text):
        yield Key(AnswerType.DATE, text, f"{before} which year", tokens, False, "year", weight=0.65)
    elif re.fullmatch(rf"({'|'.join(lexicon.MONTHS)}) (1\d|20)\d\d", text) and before == "In":
        yield Key(AnswerType.DATE, text, "When", tokens, False, "month", weight=0.65)
    elif before == "On" and re.search(r"\b\d\d?\b.*\b(1\d|20)\d\d$", text):
        written = story.reading.article.text[
            story.reading.offsets[words[0].i] : story.reading.end(words[-1].i)
        ]
        yield Key(AnswerType.DATE, written, "On what date", tokens, False, "day", weight=0.65)


def places(story: Story, token: Token) -> Iterator[Key]:
    """A country, state or city behind 'in', 'to' or 'from'."""
    if token.dep_ != "pobj" or token.head.lower_ not in PLACE_PREPOSITIONS:
        return
    words = [t for t in token.subtree if t.dep_ in ("compound", "det") or t == token]
    name = "".join(story.reading.text(t) + t.whitespace_ for t in words).strip()
    place = find(name)
    if (
        place is None
        or len(list(token.subtree)) > len(words)
        or token.ent_type_ not in ("GPE", "LOC")
    ):
        return
    tokens = frozenset(t.i for t in token.head.subtree)
    asks = f"{sentence_case(token.head.lower_)} which {place.kind}"
    yield Key(AnswerType.PLACE, place.name, asks, tokens, False, place.kind, weight=0.65)
