"""Statistics of an item as running sums: a bank of any size shows and searches them at once.

The formulas are those of `statistics`; sums of squares and products give the same covariances.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import sqrt

from questions import Item
from quizapp.assessment.attempt import Attempt, Question
from quizapp.assessment.concerns import Concern
from quizapp.assessment.outcomes import Outcome, Sheet, first_try
from quizapp.assessment.statistics import NOTHING, Analysis, OptionStatistics


@dataclass(frozen=True, slots=True)
class Sums:
    """Over `n` answers, the first of each learner in each quiz.

    The sums from `compared` on are over those attempts that asked something else as well: of the
    marks x and of the shares y won on the rest of the attempt, of their squares and products.
    """

    n: int = 0
    marks: float = 0.0
    picks: tuple[int, ...] = ()
    compared: int = 0
    x: float = 0.0
    y: float = 0.0
    xx: float = 0.0
    yy: float = 0.0
    xy: float = 0.0


@dataclass(frozen=True, slots=True)
class Figures:
    """What a bank shows of an item that `asked` learners have answered."""

    asked: int
    facility: float
    discrimination: float | None
    concerns: tuple[Concern, ...]


def fingerprint(options: Sequence[str], key: int) -> str:
    """What tells apart which wordings share their statistics: those with the same of both do."""
    return sha256("\n".join((*options, str(key))).encode()).hexdigest()[:16]


def sheet(attempt: Attempt) -> Sheet:
    """What came of an attempt."""
    return [_outcome(question) for question in attempt.questions]


def added(sums: Sums, outcome: Outcome, rest: float | None) -> Sums:
    """Sums with one more answer, and with the share won on the rest of its attempt."""
    counted = replace(
        sums,
        n=sums.n + 1,
        marks=sums.marks + outcome.mark,
        picks=tuple(_picked(sums.picks, outcome.chosen)),
    )
    if rest is None:
        return counted
    x, y = outcome.mark, rest
    return replace(
        counted,
        compared=sums.compared + 1,
        x=sums.x + x,
        y=sums.y + y,
        xx=sums.xx + x * x,
        yy=sums.yy + y * y,
        xy=sums.xy + x * y,
    )


def measured(sums: Sums, item: Item) -> Analysis:
    """What the answers tell of an item."""
    counts = [*sums.picks, *[0] * len(item.options)]
    return Analysis(
        n=sums.n,
        facility=sums.marks / sums.n if sums.n else None,
        discrimination=_discrimination(sums),
        options=tuple(
            OptionStatistics(counts[index], counts[index] / max(sums.n, 1), index == item.key)
            for index in range(len(item.options))
        ),
    )


def _outcome(question: Question) -> Outcome:
    response = question.response
    if response is None:
        return Outcome(question.version.id, 0.0)
    mark, chosen = first_try(response.mark, response.chosen, response.first)
    return Outcome(question.version.id, mark, chosen)


def _picked(picks: Sequence[int], chosen: int | None) -> Iterator[int]:
    """How often each option was chosen; options that nobody has chosen yet may be missing."""
    size = max(len(picks), 0 if chosen is None else chosen + 1)
    for index in range(size):
        yield (picks[index] if index < len(picks) else 0) + (index == chosen)


def _discrimination(sums: Sums) -> float | None:
    n = max(sums.compared, 1)
    covariance = sums.xy - sums.x * sums.y / n
    spreads = sums.xx - sums.x**2 / n, sums.yy - sums.y**2 / n
    if min(spreads) < NOTHING:
        return None
    return max(-100.0, min(100.0, 100 * covariance / sqrt(spreads[0] * spreads[1])))
