"""Which items of a quiz an attempt asks, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from questions import Item

DEFAULT_SIZE = 10
SIZES = (5, 10, 20, 50)


@dataclass(frozen=True, slots=True)
class ItemVersion:
    """An item in the wording it had from `created_at` on; attempts keep the version they asked."""

    id: int
    item: Item
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Plan:
    """What an attempt at a quiz is going to ask; a retry asks only what was missed before."""

    quiz_id: int
    items: tuple[ItemVersion, ...]
    retry: bool = False


def assemble(pool: Sequence[ItemVersion], size: int, *, rng: Random) -> tuple[ItemVersion, ...]:
    """Choose at random, in random order; all of `pool` where it holds no more than `size`."""
    return tuple(rng.sample(pool, min(size, len(pool))))


def option_order(item: Item) -> tuple[int, ...]:
    """Keep the item's own order: years and numbers stand in sequence there."""
    return tuple(range(len(item.options)))


def sizes(available: int) -> tuple[int, ...]:
    """Lengths to choose from, always ending with everything there is."""
    return (*(size for size in SIZES if size < available), available)


def default_size(available: int) -> int:
    """Ten questions take about five minutes; a shorter quiz is asked whole."""
    return min(DEFAULT_SIZE, available)
