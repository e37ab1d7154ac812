"""Items that do not work, as far as their statistics can tell."""

from collections.abc import Iterator
from enum import StrEnum

from quizapp.assessment.statistics import ItemStatistics

ENOUGH = 10
HARD, EASY = 0.3, 0.9
WEAK = 20.0
GOOD_ALPHA, POOR_ALPHA = 0.75, 0.64


class Concern(StrEnum):
    """What an item is to be looked at for, the worst first."""

    OUTDONE = "outdone"
    NEGATIVE = "negative"
    HARD = "hard"
    EASY = "easy"
    WEAK = "weak"
    IDLE = "idle"


def concerns(item: ItemStatistics) -> tuple[Concern, ...]:
    """Nothing where fewer than ten attempts asked it: with so few, chance says more."""
    return tuple(_found(item)) if item.n >= ENOUGH else ()


def _found(item: ItemStatistics) -> Iterator[Concern]:
    facility, discrimination = item.facility or 0.0, item.discrimination
    if _is_outdone(item):
        yield Concern.OUTDONE
    if discrimination is not None and discrimination < 0:
        yield Concern.NEGATIVE
    if facility < HARD:
        yield Concern.HARD
    if facility > EASY:
        yield Concern.EASY
    if discrimination is not None and 0 <= discrimination < WEAK:
        yield Concern.WEAK
    if facility <= EASY and any(not each.works for each in item.options if not each.is_key):
        yield Concern.IDLE


def _is_outdone(item: ItemStatistics) -> bool:
    key = next((each.chosen for each in item.options if each.is_key), 0)
    return any(each.chosen > key for each in item.options if not each.is_key)
