"""Where a noun phrase stands in its clause, and what a question about it takes the place of."""

from dataclasses import dataclass

from questions import lexicon
from questions.grammar import indefinite, number_of
from questions.tree import Token

# What somebody wins, leads or is late by.
MARGINS = lexicon.TIME_UNITS | frozenset(
    "point run goal vote seat stroke length degree metre meter mile kilometre inch wicket shot "
    "foot yard pound pence penny cent".split()
)


@dataclass(frozen=True, slots=True)
class Position:
    """Where a noun phrase stands in its clause: the preposition before it, and the whole part.

    `agent` is behind the 'by' of a passive.
    """

    before: str
    part: Token
    is_subject: bool = False
    agent: bool = False

    @property
    def tokens(self) -> frozenset[int]:
        """What the wh-phrase takes the place of."""
        return frozenset(t.i for t in self.part.subtree)


def position(noun: Token) -> Position:
    """The noun's place; 'a total of 12 ships' stands where its container does."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and contains(noun.head.head):
        return position(noun.head.head)
    if noun.dep_ == "pobj":
        margin = noun.lemma_.lower() in MARGINS and number_of(noun) is not None
        agent = noun.head.dep_ == "agent" and not margin and undergone(noun.head.head)
        return Position("" if agent else noun.head.lower_, noun.head, agent=agent)
    return Position("", noun, is_subject=noun.dep_ in ("nsubj", "nsubjpass"))


def undergone(verb: Token) -> bool:
    """Whether 'by' tells who did it: 'was led by two', 'led by two'; not 'had led by two sets'."""
    helpers = {c.dep_: c for c in verb.children if c.dep_ in ("aux", "auxpass")}
    return "auxpass" in helpers or "aux" not in helpers


def contains(noun: Token) -> bool:
    """A noun that only puts things together: 'a total of', 'a team of'."""
    return noun.lemma_.lower() in lexicon.CONTAINERS and indefinite(noun)
