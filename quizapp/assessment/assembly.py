"""Which items of a quiz an attempt asks, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from questions import Item, ItemKind
from quizapp.assessment.modes import USUAL, Order, Terms

DEFAULT_SIZE = 10
SIZES = (5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class ItemVersion:
    """An item in one of its wordings; attempts keep the version they asked.

    `created_at` is when it came to stand so: reworded, retired or taken up again.
    """

    id: int
    item: Item
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Asked:
    """An item version with the order in which its options are shown."""

    version: ItemVersion
    option_order: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What an attempt at a quiz is going to ask; a retry asks only what was missed before.

    It is `whole` if there is no more to ask.
    """

    quiz_id: int
    asked: tuple[Asked, ...]
    terms: Terms = USUAL
    retry: bool = False
    whole: bool = False


def assemble(
    pool: Sequence[ItemVersion], size: int, *, rng: Random, order: Order = Order.SHUFFLED
) -> tuple[Asked, ...]:
    """Choose at random; all of `pool`, which is in the quiz's order, where it holds no more."""
    chosen = _in_order(rng.sample(range(len(pool)), min(size, len(pool))), pool, order)
    return tuple(Asked(version, option_order(version.item, rng=rng)) for version in chosen)


def _in_order(
    places: Sequence[int], pool: Sequence[ItemVersion], order: Order
) -> Sequence[ItemVersion]:
    """Items at these places of a quiz; they come shuffled already."""
    match order:
        case Order.SHUFFLED:
            return [pool[place] for place in places]
        case Order.QUIZ:
            return [pool[place] for place in sorted(places)]
        case Order.ARTICLE:
            return sorted(
                (pool[place] for place in places), key=lambda version: version.item.evidence.start
            )


def askable(pool: Sequence[ItemVersion]) -> tuple[ItemVersion, ...]:
    """Those with options to choose from: a flashcard has none."""
    return tuple(v for v in pool if v.item.kind is not ItemKind.FLASHCARD)


def option_order(item: Item, *, rng: Random) -> tuple[int, ...]:
    """Shuffled, but years and numbers keep the item's own order: they stand in sequence there."""
    places = range(len(item.options))
    return tuple(places if item.answer_type.in_sequence else rng.sample(places, len(places)))


def sizes(available: int) -> tuple[int, ...]:
    """Lengths to choose from, always ending with everything there is."""
    return (*(size for size in SIZES if size < available), available)


def offered(wanted: int, available: int) -> int:
    """Shortest of these lengths that is no shorter than wanted."""
    return next((size for size in sizes(available) if size >= wanted), available)


def default_size(available: int) -> int:
    """Ten questions take about five minutes; a shorter quiz is asked whole."""
    return min(DEFAULT_SIZE, available)
