"""Items that do not work, as far as their statistics can tell."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.outcomes import Sheet
from quizapp.assessment.statistics import Analysis, ItemStatistics, of_items

# The bounds are those of Moodle's page "Quiz report statistics": very easy, very weak, good, poor.
ENOUGH = 10
HARD, EASY = 0.3, 0.9
WEAK = 20.0
IDLE = 2
GOOD_ALPHA, POOR_ALPHA = 0.75, 0.64


class Concern(StrEnum):
    """What an item is to be looked at for, the worst first."""

    OUTDONE = "outdone"
    NEGATIVE = "negative"
    HARD = "hard"
    EASY = "easy"
    WEAK = "weak"
    IDLE = "idle"


class Strength(StrEnum):
    """How far scores can be trusted to rank people."""

    UNKNOWN = "unknown"
    POOR = "poor"
    FAIR = "fair"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Measured:
    """An item with what is known of it; `number` is its place in the quiz, from 1."""

    number: int
    version: ItemVersion
    statistics: ItemStatistics
    concerns: tuple[Concern, ...]


def measure(versions: Sequence[ItemVersion], sheets: Sequence[Sheet]) -> tuple[Measured, ...]:
    """Statistics and concerns of the items of a quiz, in its order."""
    return tuple(
        Measured(number, version, item, concerns(item.analysis))
        for number, (version, item) in enumerate(
            zip(versions, of_items(versions, sheets), strict=True), 1
        )
    )


def strength(alpha: float | None) -> Strength:
    """What Cronbach's α says of a quiz."""
    if alpha is None:
        return Strength.UNKNOWN
    if alpha < POOR_ALPHA:
        return Strength.POOR
    return Strength.GOOD if alpha >= GOOD_ALPHA else Strength.FAIR


def concerns(item: Analysis) -> tuple[Concern, ...]:
    """Nothing where fewer than ten attempts asked it: with so few, chance says more."""
    return tuple(_found(item)) if item.n >= ENOUGH else ()


def _found(item: Analysis) -> Iterator[Concern]:
    """An easy item leaves hardly anybody to choose a distractor or to be told apart."""
    facility, discrimination = item.facility or 0.0, item.discrimination
    if _is_outdone(item):
        yield Concern.OUTDONE
    if discrimination is not None and discrimination < 0:
        yield Concern.NEGATIVE
    if facility < HARD:
        yield Concern.HARD
    if facility > EASY:
        yield Concern.EASY
        return
    if discrimination is not None and 0 <= discrimination < WEAK:
        yield Concern.WEAK
    if sum(not each.works for each in item.options if not each.is_key) >= IDLE:
        yield Concern.IDLE


def _is_outdone(item: Analysis) -> bool:
    key = next((each.chosen for each in item.options if each.is_key), 0)
    return any(each.chosen > key for each in item.options if not each.is_key)
