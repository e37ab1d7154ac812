"""Item and quiz statistics, with the formulas of Moodle's page "Quiz statistics calculations".

Attempts of our quizzes ask different items, and not equally many. So the rest of the quiz, which an
item is compared with, is the share of marks won on the other questions of the same attempt: where
all attempts ask equally many, that gives the very values of Moodle.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import sqrt
from statistics import covariance, fmean, median

from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.outcomes import Outcome, Sheet

WORKING = 0.05
NOTHING = 1e-9
"""What rounding may leave of a variance of 0."""
BINS = 10


@dataclass(frozen=True, slots=True)
class OptionStatistics:
    """How often an option was chosen; `share` is one of all who were asked."""

    chosen: int
    share: float
    is_key: bool

    @property
    def works(self) -> bool:
        """Whether a distractor attracts at least one in twenty."""
        return self.share >= WORKING


@dataclass(frozen=True, slots=True)
class Analysis:
    """What tells whether an item works; single answers need not be kept for it."""

    n: int
    facility: float | None
    discrimination: float | None
    options: tuple[OptionStatistics, ...]


@dataclass(frozen=True, slots=True)
class ItemStatistics:
    """Of the `n` attempts that asked an item; None where there is nothing to compare.

    `discrimination` and `efficiency` are percentages, at most 100; `facility` is one of 0..1;
    `seconds` is the median time of an answer, `left_open` how many gave none.
    """

    n: int
    facility: float | None
    discrimination: float | None
    efficiency: float | None
    options: tuple[OptionStatistics, ...]
    left_open: int
    seconds: float | None

    @property
    def analysis(self) -> Analysis:
        """The part that is looked at for concerns."""
        return Analysis(self.n, self.facility, self.discrimination, self.options)


@dataclass(frozen=True, slots=True)
class Reliability:
    """Cronbach's α and the standard error of a score, a share of 0..1.

    Over the `n` attempts at `size` questions, the length most attempts have.
    """

    n: int
    size: int
    alpha: float | None
    error: float | None


@dataclass(frozen=True, slots=True)
class QuizStatistics:
    """Of `n` attempts; `mean`, `middle` and `deviation` are of their first-try scores, of 0..1.

    `shown` is the mean of the scores that learners saw, in which second tries count half.
    """

    n: int
    shown: float | None
    mean: float | None
    middle: float | None
    deviation: float | None
    seconds: float | None
    reliability: Reliability


Observed = tuple[Outcome, float | None]


def of_quiz(sheets: Sequence[Sheet]) -> QuizStatistics:
    """Statistics of whole attempts."""
    scores = shares(sheets)
    times = [total for sheet in sheets if (total := sum(each.seconds or 0 for each in sheet))]
    return QuizStatistics(
        n=len(scores),
        shown=fmean(_shown(sheets)) if scores else None,
        mean=fmean(scores) if scores else None,
        middle=median(scores) if scores else None,
        deviation=_deviation(scores),
        seconds=median(times) if times else None,
        reliability=reliability(sheets),
    )


def of_items(
    versions: Sequence[ItemVersion], sheets: Sequence[Sheet]
) -> tuple[ItemStatistics, ...]:
    """Statistics of these versions, in their order."""
    found = defaultdict[int, list[Observed]](list)
    for each in chain.from_iterable(map(observed, sheets)):
        found[each[0].version].append(each)
    return tuple(_of_item(version, found[version.id]) for version in versions)


def shares(sheets: Sequence[Sheet]) -> list[float]:
    """First-try score of each attempt, one of 0..1."""
    return [sum(each.mark for each in sheet) / len(sheet) for sheet in sheets if sheet]


def _shown(sheets: Sequence[Sheet]) -> list[float]:
    return [fmean(each.mark + each.second for each in sheet) for sheet in sheets if sheet]


def spread(scores: Sequence[float]) -> tuple[int, ...]:
    """How many scores lie in each tenth; a perfect one belongs to the last."""
    bins = Counter(min(int(score * BINS + 1e-9), BINS - 1) for score in scores)
    return tuple(bins[tenth] for tenth in range(BINS))


def discrimination(marks: Sequence[float], rests: Sequence[float]) -> float | None:
    """Correlation of the marks for an item with the rest of the quiz, in percent."""
    spreads = _variance(marks) * _variance(rests)
    if not spreads:
        return None
    return _bounded(100 * covariance(marks, rests) / sqrt(spreads))


def efficiency(marks: Sequence[float], rests: Sequence[float]) -> float | None:
    """Covariance in percent of the greatest that these marks and rests could have had, sorted."""
    if not _variance(marks) * _variance(rests):
        return None
    return min(100.0, 100 * covariance(marks, rests) / covariance(sorted(marks), sorted(rests)))


def alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Cronbach's α of a table of marks, one row per attempt and one column per question."""
    size = len(rows[0]) if rows else 0
    total = _variance([sum(row) for row in rows])
    if size < 2 or not total:
        return None
    columns = sum(_variance(column) for column in zip(*rows, strict=True))
    return min(1.0, size / (size - 1) * (1 - columns / total))


def reliability(sheets: Sequence[Sheet]) -> Reliability:
    """α over attempts of equal length, and the standard error that follows from it."""
    lengths = Counter(len(sheet) for sheet in sheets if sheet)
    size = max(lengths, key=lambda length: (lengths[length], length), default=0)
    rows = _table([sheet for sheet in sheets if len(sheet) == size]) if size else []
    found = alpha(rows)
    deviation = _deviation([sum(row) / size for row in rows])
    error = None if found is None or deviation is None else deviation * sqrt(1 - found)
    return Reliability(len(rows), size, found, error)


def _table(sheets: Sequence[Sheet]) -> list[list[float]]:
    """Marks by item where all attempts ask the same items, else by position.

    A position that holds another item each time is what Moodle measures of random questions.
    """
    if len({frozenset(each.version for each in sheet) for sheet in sheets}) == 1:
        sheets = [sorted(sheet, key=lambda each: each.version) for sheet in sheets]
    return [[each.mark for each in sheet] for sheet in sheets]


def observed(sheet: Sheet) -> Iterator[Observed]:
    """Each outcome with the share won on the other questions of the attempt, if there are any."""
    total, others = sum(each.mark for each in sheet), len(sheet) - 1
    for each in sheet:
        yield each, (total - each.mark) / others if others else None


def _of_item(version: ItemVersion, found: Sequence[Observed]) -> ItemStatistics:
    outcomes = [each for each, _ in found]
    compared = [(each.mark, rest) for each, rest in found if rest is not None]
    marks, rests = [mark for mark, _ in compared], [rest for _, rest in compared]
    times = [each.seconds for each in outcomes if each.seconds is not None]
    return ItemStatistics(
        n=len(outcomes),
        facility=fmean(each.mark for each in outcomes) if outcomes else None,
        discrimination=discrimination(marks, rests),
        efficiency=efficiency(marks, rests),
        options=_options(version, outcomes),
        left_open=sum(each.chosen is None for each in outcomes),
        seconds=median(times) if times else None,
    )


def _options(version: ItemVersion, outcomes: Sequence[Outcome]) -> tuple[OptionStatistics, ...]:
    picks = Counter(each.chosen for each in outcomes)
    n = len(outcomes)
    return tuple(
        OptionStatistics(picks[index], picks[index] / n if n else 0.0, index == version.item.key)
        for index in range(len(version.item.options))
    )


def _variance(values: Sequence[float]) -> float:
    """Of a sample; exactly 0 where all are equal, but for rounding, or there is only one."""
    spread = covariance(values, values) if len(values) > 1 else 0.0
    return spread if spread > NOTHING else 0.0


def _deviation(values: Sequence[float]) -> float | None:
    return sqrt(_variance(values)) if len(values) > 1 else None


def _bounded(percent: float) -> float:
    """Rounding may lead a hair beyond."""
    return max(-100.0, min(100.0, percent))
