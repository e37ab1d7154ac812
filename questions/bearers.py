"""Questions for who holds a place somewhere: 'Ann Berg, head of the Lund Trust' → Who is …?."""

from collections.abc import Iterator

from spacy.tokens import Token

from questions import circles, lexicon
from questions.candidates import Candidate
from questions.items import AnswerType, Dropped
from questions.persons import Person
from questions.profiles import profiles
from questions.story import YEAR, Story
from questions.trimming import noun_phrase, trim_punctuation
from questions.wording import Unclear, phrase

GONE = frozenset("former late then retired ex outgoing incoming interim future".split())
BODIES = frozenset(("of", "at", "for", "with"))
# What somebody is to somebody, or of whom there are many.
LOOSE = frozenset("resident neighbour neighbor villager native member survivor friend".split())
OWN = frozenset("his her their its our my whose this that these those".split())
# Of whom a body has one.
HEADS = frozenset(
    "director head chief executive chairman chairwoman chair president secretary commander captain "
    "coach manager coordinator spokesman spokeswoman spokesperson owner founder editor principal "
    "mayor leader governor minister commissioner superintendent candidate treasurer referee dean "
    "rector curator conductor officer chancellor prosecutor".split()
)
WORDS = range(3, 16)
SHORT = 5


def bearers(story: Story) -> Iterator[Candidate | Dropped]:
    """Whom the article introduces by what they are at a body that it names."""
    asked: set[str] = set()
    for end, person in story.names.person_at.items():
        role = role_of(story, story.reading.doc[end])
        if role is None or person.name in asked or not holds(story, person, role):
            continue
        asked.add(person.name)
        try:
            yield bearer(story, person, role)
        except Unclear as reason:
            yield Dropped(f"Who is {role.text} … ({person.name})", str(reason))


def role_of(story: Story, name: Token) -> Token | None:
    """The one noun beside a name that says what somebody is, with a named body behind it."""
    beside = [c for c in name.children if c.dep_ == "appos" and c.i > name.i]
    beside += [name.head] if name.dep_ == "appos" and name.head.i < name.i else []
    roles = [c for c in beside if c.pos_ == "NOUN" and is_role(c.lower_)]
    if len(roles) != 1 or list(roles[0].conjuncts) or list(name.conjuncts):
        return None
    if roles[0].i and roles[0].nbor(-1).text == "-":
        return None
    return roles[0] if told_apart(story, roles[0]) else None


def told_apart(story: Story, role: Token) -> bool:
    """Whether a body with a name stands behind a role, or a definite one of which there is one."""
    if body_of(story, role) is not None:
        return True
    first = next((c for c in role.children if c.dep_ in ("det", "poss")), None)
    sole = first is not None and (first.dep_ == "poss" or first.lower_ == "the")
    more = any(c.dep_ in ("poss", "compound") or c.lower_ == "of" for c in role.children)
    return sole and more and role.lower_ in HEADS


def is_role(noun: str) -> bool:
    """Whether a noun says what one person is."""
    return (noun in lexicon.ROLES or circles.is_human(noun)) and noun not in LOOSE


def body_of(story: Story, role: Token) -> Token | None:
    """What a role is of or at, where that has a name."""
    places = [c for c in role.children if c.dep_ == "prep" and c.lower_ in BODIES and c.i > role.i]
    objects = [c for p in places[:1] for c in p.children if c.dep_ == "pobj"]
    named = (c for c in objects if any(t.pos_ == "PROPN" for t in c.subtree) and not c.conjuncts)
    return next((c for c in named if not story.person(c)), None)


def holds(story: Story, person: Person, role: Token) -> bool:
    """Whether somebody is so at the time of the article, and nobody else is said to be."""
    words = set(role.subtree)
    past = any(t.lower_ in GONE | OWN or YEAR.fullmatch(t.text) for t in words)
    profile = story.once(profiles).get(person.name)
    if past or profile is None or profile.past or not story.reading.quoted:
        return False
    return person != story.names.hero and role.i not in story.reading.quoted


def bearer(story: Story, person: Person, role: Token) -> Candidate:
    """The question for one of them."""
    apart = aside(role)
    words = trim_punctuation([t for t in noun_phrase(role) if t not in apart])
    some = words[0].lower_ in ("a", "an")
    article = "" if words[0].tag_ in ("DT", "PRP$") or poss(role) else "the "
    said = phrase(story, words)
    if len(said.text.split()) not in WORDS:
        raise Unclear("a role of many words or few")
    here = story.sentence(role)
    what = f"{article}{said.text}"
    asks = "Who is" if len(what.split()) >= SHORT else "Which of these people is"
    stem = f"Who works as {what}?" if some else f"{asks} {what}?"
    return Candidate(
        stem,
        person.name,
        AnswerType.PERSON,
        "person",
        min(here, said.first),
        max(here, said.last),
        0.6,
        doubts=said.doubts,
        traits=("bearer", "bearer works" if some else "bearer is"),
    )


def aside(role: Token) -> set[Token]:
    """The name behind a role, which is the key, and clauses with 'who'."""
    parts = (c for c in role.children if c.dep_ == "appos")
    clauses = (t for t in role.subtree if t.dep_ == "relcl")
    return {t for part in (*parts, *clauses) for t in part.subtree}


def poss(role: Token) -> bool:
    """Whether a genitive stands before a role."""
    return any(c.dep_ == "poss" for c in role.children)
