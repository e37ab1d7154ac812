"""People whom a clause does not name: asked for by their trade or as somebody's relative."""

from collections.abc import Iterator

from questions import kinds, lexicon
from questions.candidates import Key
from questions.facts import Clause
from questions.frames import UNREAL
from questions.items import AnswerType
from questions.pronouns import agree
from questions.slots import Place, located, place_of
from questions.story import Story
from questions.text import a_or_an, sentence_case
from questions.tree import Token
from questions.trimming import kept
from questions.verbs import lemma

NAMING = frozenset("name identify describe call know".split())
OWNERS = frozenset(("his", "her"))
BESIDE = frozenset("with to from by for".split())
PLACES = frozenset(("doer", "done"))
# Not the group, but some of it.
QUANTIFIERS = frozenset(
    "many most some few several more fewer all other various retired young".split()
)
# What everybody of a group may be, not what some did once.
BEING = frozenset("be have become remain need want seem include face".split())


def unnamed(story: Story, clause: Clause, token: Token) -> Iterator[Key]:
    """'a janitor' → Who; 'her father' → Which relative; nothing where a name stands beside it."""
    named = any(c.dep_ in ("appos", "compound") and c.pos_ == "PROPN" for c in token.children)
    if token.pos_ != "NOUN" or named or list(token.conjuncts):
        return
    place = place_of(clause, token)
    quoted = token.i in story.reading.quoted
    if place is None or quoted or says(clause.verb):
        return
    if token.tag_ == "NNS":
        yield from by_group(clause, place, token)
        return
    if place.slot in PLACES and (place.is_subject or place.agent):
        yield from by_trade(place, token)
    if place.slot in PLACES | BESIDE:
        yield from by_kinship(story, clause, place, token)


def says(verb: Token) -> bool:
    """Whether a verb only reports or names, which nobody need be asked for."""
    things = ("dobj", "nsubjpass")
    reports = verb.lemma_ in lexicon.REPORTING and not any(c.dep_ in things for c in verb.children)
    return reports or verb.lemma_ in NAMING


def by_trade(place: Place, token: Token) -> Iterator[Key]:
    """'A baker gave …' → Who; only somebody new to the article."""
    words = [t.lower_ for t in kept(token) if t.dep_ != "amod"]
    name = " ".join(words[1:])
    found, _ = kinds.find("job", name)
    if words[0] not in kinds.ARTICLES or found is None:
        return
    yield Key(
        AnswerType.PERSON,
        f"{a_or_an(name).capitalize()} {name}",
        "Who",
        place.tokens,
        True,
        "job",
        weight=0.6,
        agent=place.agent,
        framed=True,
    )


def by_group(clause: Clause, place: Place, token: Token) -> Iterator[Key]:
    """'Shepherds emptied …', 'two hikers found …' → Who; not 'the farmers' or 'former soldiers'."""
    words = [t for t in kept(token) if t.dep_ not in ("prep", "punct") and t.i <= token.i]
    few = " ".join(t.lower_ for t in words if t.dep_ == "nummod")
    described = {t.lower_ for t in words if t.dep_ == "amod"}
    name = " ".join(t.lower_ for t in words if t.dep_ not in ("nummod", "amod"))
    own = place.is_subject or place.agent
    limited = any(t.dep_ == "prep" and not located(t) for t in token.children)
    if place.slot != "doer" or not own or limited or described & (UNREAL | QUANTIFIERS):
        return
    if kinds.find("folk", name)[0] != name or few not in kinds.COUNTS | {""} or not done(clause):
        return
    yield Key(
        AnswerType.PERSON,
        sentence_case(f"{few} {name}".strip()),
        "Who",
        place.tokens,
        True,
        "folk",
        weight=0.6,
        agent=place.agent,
        framed=True,
    )


def done(clause: Clause) -> bool:
    """Whether a clause tells what some did once, not what they may do or how they are."""
    tensed = (*clause.auxiliaries, clause.verb)[0]
    once = clause.verb.tag_ != "VBG" or not clause.auxiliaries
    return tensed.tag_ != "MD" and once and lemma(clause.verb) not in BEING


def by_kinship(story: Story, clause: Clause, place: Place, token: Token) -> Iterator[Key]:
    """'Her father taught her' → Which relative of Anna Berg's."""
    owner = next((c for c in token.children if c.tag_ == "PRP$"), None)
    alone = len([t for t in kept(token) if not t.is_punct]) == 2
    if owner is None or owner.lower_ not in OWNERS or not alone:
        return
    if token.lemma_ not in kinds.known("relative"):
        return
    own = not place.is_subject and not place.agent and agree(story, owner, clause.subject)
    before = f"{place.slot} " if place.slot in BESIDE else ""
    yield Key(
        AnswerType.PERSON,
        sentence_case(f"{owner.lower_} {token.lower_}"),
        sentence_case(f"{before}which relative{'' if own else ' of'}"),
        place.tokens,
        place.is_subject or place.agent,
        "relative",
        weight=0.6,
        noun=() if own else (owner,),
        agent=place.agent,
        framed=True,
    )
