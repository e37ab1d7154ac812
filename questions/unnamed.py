"""People whom a clause does not name: asked for by their trade or as somebody's relative."""

from collections.abc import Iterator

from questions import kinds, lexicon
from questions.candidates import Key
from questions.facts import Clause
from questions.items import AnswerType
from questions.pronouns import agree
from questions.slots import Place, place_of
from questions.story import Story
from questions.text import a_or_an, sentence_case
from questions.tree import Token
from questions.trimming import kept

NAMING = frozenset("name identify describe call know".split())
OWNERS = frozenset(("his", "her"))
BESIDE = frozenset("with to from by for".split())
PLACES = frozenset(("doer", "done"))


def unnamed(story: Story, clause: Clause, token: Token) -> Iterator[Key]:
    """'a janitor' → Who; 'her father' → Which relative; nothing where a name stands beside it."""
    named = any(c.dep_ in ("appos", "compound") and c.pos_ == "PROPN" for c in token.children)
    if token.pos_ != "NOUN" or token.tag_ != "NN" or named or list(token.conjuncts):
        return
    place = place_of(clause, token)
    quoted = token.i in story.reading.quoted
    if place is None or quoted or says(clause.verb):
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
