"""A question with its key, before it has distractors."""

from dataclasses import dataclass

from questions.items import AnswerType
from questions.quantities import Quantity


@dataclass(frozen=True)
class Candidate:
    """A stem and its key; `kind` is the fine kind of the key, `weight` the trust in the pattern.

    `quantity` is the key's number where it has one; `first` and `last` are sentence numbers; `deed`
    is the lemma of the verb whose subject is asked for.
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
