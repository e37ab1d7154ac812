"""A key that a clause holds, and a question with its key before it has distractors."""

from dataclasses import dataclass

from questions.clarity import Doubt
from questions.items import AnswerType
from questions.quantities import Quantity
from questions.tree import Token


@dataclass(frozen=True)
class Key:
    """An answer that a clause holds, and how to ask for it.

    `asks` and the words of `noun` are the wh-phrase that takes the place of `tokens`; `is_subject`
    says whether those are the clause's subject; `kind` is the fine kind that distractors share;
    `weight` is the trust in this way of asking, 0..1; `sentence` is the number of the sentence that
    names the key, where the clause has only a pronoun. `agent` marks what stands behind the 'by' of
    a passive, which is asked for as the subject of the active. `ending` closes the question
    ('What … for'); `framed` marks a common noun that its place proves to be of its kind, and
    `plural` that several are asked for.
    """

    answer_type: AnswerType
    text: str
    asks: str
    tokens: frozenset[int]
    is_subject: bool
    kind: str
    quantity: Quantity | None = None
    weight: float = 0.5
    noun: tuple[Token, ...] = ()
    sentence: int | None = None
    agent: bool = False
    ending: str = ""
    framed: bool = False
    plural: bool = False


@dataclass(frozen=True)
class Candidate:
    """A stem and its key; `kind` and `weight` are the key's.

    `quantity` is the key's number where it has one; `first` and `last` are the numbers of the
    sentences that prove it; `deed` is the lemma of the verb whose subject is asked for; `traits`
    are names of what the question was made of, for the ranker; `rivals` are wrong keys that the
    pattern itself supplies, best first.
    """

    stem: str
    key: str
    answer_type: AnswerType
    kind: str
    first: int
    last: int
    weight: float
    quantity: Quantity | None = None
    deed: str = ""
    doubts: tuple[Doubt, ...] = ()
    traits: tuple[str, ...] = ()
    rivals: tuple[str, ...] = ()
