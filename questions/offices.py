"""Questions for what people are: their offices, and the bodies they work for."""

from collections.abc import Iterator

from questions import lexicon
from questions.annotate import joined
from questions.candidates import Candidate
from questions.items import AnswerType, Dropped
from questions.persons import Person
from questions.phrases import Unclear
from questions.story import Story
from questions.text import sentence_case
from questions.titles import plain_title
from questions.tree import Token
from questions.trimming import noun_phrase
from questions.wording import phrase

PAST = frozenset("former late then ex outgoing incoming leader champion winner rookie".split())
# Whom everybody knows, whether or not they have read the article.
HEADS_OF_STATE = frozenset("president king queen pope emperor chancellor".split())

# Of which there are others of the same rank.
RANKED = frozenset("minister secretary executive officer director".split())
TAKING_PART = frozenset("involve take participate work connect contribute be".split())
# Offices that every company has.
OFFICERS = frozenset("executive director manager chairman chairwoman chair officer".split())


def affiliations(story: Story) -> Iterator[Candidate | Dropped]:
    """'Eva Lind, an economist at Nordbank' → 'At which bank is Eva Lind an economist?'."""
    for end, person in story.names.person_at.items():
        name = story.reading.doc[end]
        for role in (c for c in name.children if c.dep_ == "appos" and is_role(c)):
            for place in (c for c in role.children if c.dep_ == "prep" and c.i > role.i):
                yield from affiliated(story, person, role, place)


def is_role(noun: Token) -> bool:
    """A noun that says what somebody is."""
    return noun.pos_ == "NOUN" and noun.lower_ in lexicon.ROLES


def affiliated(
    story: Story, person: Person, role: Token, place: Token
) -> Iterator[Candidate | Dropped]:
    """The body that somebody works for, behind their role."""
    past = any(c.lower_ in ("former", "late", "then", "retired") for c in role.children)
    past = past or uninvolved(role)
    body = next((c for c in place.children if c.i in story.names.entity_at), None)
    if body is None or past or place.lower_ not in ("at", "of", "with", "for"):
        return
    entity = story.names.entity_at[body.i]
    if not entity.is_organization or not entity.kind:
        return
    apart = set(place.subtree)
    words = [t for t in noun_phrase(role) if t not in apart and t.i < place.i]
    try:
        what = phrase(story, words).text
    except Unclear as reason:
        yield Dropped(f"At which {entity.kind} … {person.name}", str(reason))
        return
    stem = f"{sentence_case(place.lower_)} which {entity.kind} is {person.name} {what}?"
    here, kind = story.reading.numbers[role.i], AnswerType.ORGANIZATION
    told = ("affiliation",)
    yield Candidate(stem, entity.name, kind, entity.kind, here, here, 0.6, traits=told)


def uninvolved(role: Token) -> bool:
    """'an economist at Lund who was not involved': a commentator from outside."""
    clauses = (t for t in role.subtree if t.dep_ == "relcl" and t.lemma_ in TAKING_PART)
    return any(c.dep_ == "neg" for t in clauses for c in t.children)


def holders(story: Story) -> Iterator[Candidate]:
    """'Kyiv Mayor Vitaliy Klitschko' → 'What position does … hold?'."""
    for end, person in story.names.person_at.items():
        title = title_at(story, end)
        here = story.reading.numbers[end]
        if title is None or title.lower().split()[-1] not in RANKED:
            continue
        if not OFFICERS & set(title.lower().split()) or named_body(story, end):
            stem = f"What position does {person.name} hold?"
            office = plain_title(title)
            yield Candidate(
                stem, office, AnswerType.THING, "position", here, here, 0.5, traits=("position",)
            )


def named_body(story: Story, end: int) -> bool:
    """Whether the title before a mention names a country or a body."""
    words = story.reading.doc[story.names.starts[end] : end]
    return any(t.ent_type_ in ("ORG", "GPE", "NORP") for t in words)


def title_at(story: Story, end: int) -> str | None:
    """The title before a mention, where it is an office of two words or more that still holds."""
    start = story.names.starts[end]
    size = len(story.names.person_at[end].name.split())
    words = [story.reading.doc[i] for i in range(start, end + 1 - size)]
    past = any(t.lower_ in PAST for t in words)
    office = (words and words[-1].lower_ in lexicon.ROLES) or any(t.lower_ == "of" for t in words)
    if (
        len(words) < 2
        or words[-1].lower_ in HEADS_OF_STATE
        or past
        or not office
        or story.reading.doc[end].i in story.reading.quoted
    ):
        return None
    return joined(story.reading, words)
