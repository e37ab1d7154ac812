"""How far somebody has come with a card: schedule and reviews, as decks of Anki carry them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import IntEnum

LONGEST_INTERVAL = 36_500
"""Days; neither Anki nor FSRS plans further ahead."""


class State(IntEnum):
    """Where a card stands, numbered as in Anki."""

    NEW = 0
    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class Review:
    """A rating from 1 to 4; `state` is the card's before it.

    `interval` and the one `before` are days or, below zero, seconds. `difficulty` is FSRS's after
    it, 1..10.
    """

    at: datetime
    rating: int
    state: State
    interval: int = 0
    before: int = 0
    difficulty: float | None = None
    took: timedelta = timedelta()


@dataclass(frozen=True, slots=True)
class Memory:
    """What FSRS knows of a card: stability in days, difficulty 1..10, how fast memory fades."""

    stability: float
    difficulty: float
    decay: float | None = None


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a card comes back: on the day `due` or, while it is being learned, at a time.

    `interval` is in days, `ease` is that of SM-2, `left` counts the learning steps to come.
    """

    state: State
    due: date
    at: datetime | None = None
    interval: int = 0
    ease: float = 2.5
    reviews: int = 0
    lapses: int = 0
    left: int = 0
    suspended: bool = False
    memory: Memory | None = None
    reviewed_at: datetime | None = None
    log: tuple[Review, ...] = ()


Schedules = Mapping[str, Schedule]
"""Schedules by the ids of the items that the cards ask."""


def counted(schedules: Schedules) -> int:
    """Reviews of all cards."""
    return sum(len(schedule.log) for schedule in schedules.values())


def milliseconds(at: datetime) -> int:
    """Anki's name for a review: the time at which it happened."""
    return round((at - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1))


def distinct(wanted: Iterable[int]) -> Iterator[int]:
    """The same numbers, those that were there before counted up: two reviews share no name."""
    taken: set[int] = set()
    for number in wanted:
        free = number
        while free in taken:
            free += 1
        taken.add(free)
        yield free
