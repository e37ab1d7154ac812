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
from questions.story import Story, named_by, refer
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
        head = waiting.pop(0)
        for child in head.children:
            if child.i not in body:
                continue
            if child.dep_ in ("xcomp",) and not any(
                c.dep_.startswith("nsubj") for c in child.children
            ):
                waiting.append(child)
            elif child.dep_ == "prep" or (child.dep_ == "agent" and head == clause.verb):
                yield from (c for c in child.children if c.dep_ == "pobj")
            elif child.dep_ == "acomp":
                yield from (c for c in child.children if c.dep_ == "npadvmod")
            elif child.dep_ in ("dobj", "attr", "npadvmod"):
                yield child
    for token in clause.body:
        if token.dep_ == "prep" and token.head.lemma_.lower() in lexicon.GATHERINGS:
            yield from (c for c in token.children if c.dep_ == "pobj")


def subject_keys(story: Story, clause: Clause) -> Iterator[Key]:
    """Who, which organization or country, how many: asked of the subject."""
    subject = clause.subject
    words = frozenset(t.i for t in clause.subject_words)
    person = story.person(named_by(story, subject))
    referent = refer(story, subject) if subject.lower_ in ("he", "she") else None
    if referent is not None:
        person = referent.person
    hearsay = referent is not None and clause.verb.lemma_ in lexicon.REPORTING
    if hearsay or speaks(story, clause) or (person is not None and person == story.names.hero):
        return
    if person is not None:
        yield Key(
            AnswerType.PERSON,
            person.name,
            "Who",
            words,
            True,
            "person",
            weight=0.7,
            sentence=referent.sentence if referent else None,
        )
        return
    yield from countries(story, subject, words, is_subject=True)
    organization = story.names.organization_at.get(subject.i)
    if organization is not None and organization.kind:
        asks = f"Which {organization.kind}"
        yield Key(
            AnswerType.ORGANIZATION,
            organization.name,
            asks,
            words,
            True,
            organization.kind,
            weight=0.6,
        )
    yield from amounts.of_subject(story, subject)


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
