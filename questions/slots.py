"""Where a noun stands in its clause: by what it does or suffers, or by its preposition."""

from dataclasses import dataclass

from questions.facts import Clause
from questions.tree import Token
from questions.trimming import kept

# Nouns that only lead on to another: 'on suspicion of theft'.
LEGAL = frozenset(("suspicion", "charge"))
LOCATING = frozenset("in at near across during after until from before".split())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a noun stands: the kind of place, the word that governs it, all that is asked for.

    `preposition` is kept where the question ends in one: 'What … for'.
    """

    slot: str
    governor: Token
    tokens: frozenset[int]
    is_subject: bool = False
    agent: bool = False
    preposition: frozenset[int] = frozenset()


def outside(noun: Token) -> set[int]:
    """The words behind a noun that tell only when or where."""
    return {t.i for child in noun.children if located(child) for t in child.subtree}


def located(child: Token) -> bool:
    """A time or place behind a noun, which may as well belong to its verb."""
    return child.dep_ == "prep" and child.lower_ in LOCATING and child.i > child.head.i


def place_of(clause: Clause, token: Token) -> Place | None:
    """Where a noun stands in its clause."""
    if token == clause.subject:
        passive = token.dep_ == "nsubjpass" or clause.verb.dep_ == "acl"
        words = frozenset(t.i for t in clause.subject_words)
        return Place("done" if passive else "doer", clause.verb, words, is_subject=True)
    apart = outside(token)
    match token.dep_:
        case "dobj":
            whole = frozenset(t.i for t in token.subtree if t.i not in apart)
            return Place("done", token.head, whole)
        case "attr":
            return Place("attr", clause.subject, frozenset(t.i for t in token.subtree))
        case "pobj":
            return behind(clause, token.head, apart)
    return None


def behind(clause: Clause, preposition: Token, apart: set[int]) -> Place | None:
    """The place behind a preposition or the 'by' of a passive."""
    whole = frozenset(t.i for t in preposition.subtree if t.i not in apart)
    above = preposition.head
    if preposition.dep_ == "agent":
        return Place("doer", above, whole, agent=True) if above == clause.verb else None
    if above == clause.subject:
        words = frozenset(t.i for t in clause.subject_words)
        slot = f"{above.lemma_}_{preposition.lower_}"
        return Place(slot, clause.verb, words, is_subject=True) if whole < words else None
    if above.dep_ == "pobj" and above.lemma_ in LEGAL:
        slot = f"{above.head.lower_}_{above.lemma_}_{preposition.lower_}"
        apart = apart | outside(above)
        whole = frozenset(t.i for t in above.head.subtree if t.i not in apart)
        return Place(slot, above.head.head, whole)
    return Place(preposition.lower_, above, whole, preposition=frozenset((preposition.i,)))


def written(token: Token, *, is_subject: bool) -> list[Token]:
    """The noun with all that limits it."""
    apart = set() if is_subject else outside(token)
    return [t for t in kept(token) if t.i not in apart]
