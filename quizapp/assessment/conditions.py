"""On what conditions a class takes a quiz: what its teacher lays down, nobody chooses."""

from dataclasses import dataclass, replace

from quizapp.assessment.modes import EXTRA, Mode, Order, Terms, limit

COUNTED = (0, 1, 2, 3, 5)
"""How many attempts may count; 0 stands for all of them."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is None, or 0 `minutes`, is left to the learner; 0 `attempts` let all of them count.

    Only an exam has `minutes`; `extra` says whether somebody may give themselves more of them.
    """

    mode: Mode | None = None
    minutes: int = 0
    extra: bool = True
    attempts: int = 0

    @property
    def longest(self) -> int:
        """So many percent more time somebody may take."""
        return max(EXTRA) if self.extra else 0


FREE = Conditions()


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose before an attempt; only an exam looks at the time."""

    mode: Mode = Mode.IMMEDIATE
    minutes: int = 0
    extra: int = 0
    confidence: bool = False
    order: Order = Order.SHUFFLED


def agreed(choice: Choice, conditions: Conditions = FREE) -> Terms:
    """Terms of an attempt: what is laid down, whatever was chosen, and what was chosen besides."""
    taken = replace(
        choice,
        mode=conditions.mode or choice.mode,
        minutes=conditions.minutes or choice.minutes,
        extra=min(choice.extra, conditions.longest),
    )
    longest = limit(taken.minutes, taken.extra) if taken.mode is Mode.EXAM else None
    return Terms(taken.mode, longest, taken.confidence, taken.order)


def meets(terms: Terms, conditions: Conditions) -> bool:
    """Whether an attempt on these terms counts."""
    if conditions.mode not in {None, terms.mode}:
        return False
    longest = limit(conditions.minutes, conditions.longest)
    return longest is None or (terms.limit is not None and terms.limit <= longest)
