"""What the log of reviews tells: how much is kept, on which days was studied, what is to come."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from quizapp.assessment.scheduling import State

LEECH = 8
"""A card that was forgotten so often is to be put otherwise or given up, as Anki has it."""
WEEKS = 27
LEVELS = 4


@dataclass(frozen=True, slots=True)
class Reviewed:
    """Reviews of a day, or of several: those of cards learned before, and how many were recalled.

    True retention is the share recalled of those; learning steps tell nothing of it.
    """

    reviews: int = 0
    learned: int = 0
    recalled: int = 0

    @property
    def retention(self) -> float | None:
        """Between 0 and 1; None where nothing learned before was asked."""
        return self.recalled / self.learned if self.learned else None


@dataclass(frozen=True, slots=True)
class Cell:
    """A day in the map of days; `level` is 0 for none and LEVELS for the busiest."""

    day: date
    reviews: int
    level: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart, with its height as a share of the highest."""

    label: date
    number: int
    share: float


@dataclass(frozen=True, slots=True)
class States:
    """Cards by where they stand."""

    by_state: Mapping[State, int]
    suspended: int

    @property
    def total(self) -> int:
        """All cards, suspended ones included."""
        return sum(self.by_state.values()) + self.suspended


def together(days: Iterable[Reviewed]) -> Reviewed:
    """Several days as one."""
    each = tuple(days)
    return Reviewed(
        sum(day.reviews for day in each),
        sum(day.learned for day in each),
        sum(day.recalled for day in each),
    )


def since(days: Mapping[date, Reviewed], first: date) -> Reviewed:
    """All from a day on."""
    return together(reviewed for day, reviewed in days.items() if day >= first)


def months(days: Mapping[date, Reviewed]) -> dict[date, Reviewed]:
    """Days by month, the last one first; a month is named by its first day."""
    firsts = sorted({day.replace(day=1) for day in days}, reverse=True)
    return {
        first: together(r for day, r in days.items() if day.replace(day=1) == first)
        for first in firsts
    }


def heat(days: Mapping[date, Reviewed], today: date) -> tuple[tuple[Cell, ...], ...]:
    """Weeks from Monday to Sunday, the last of them with today; days to come are left out."""
    first = heat_begins(today)
    most = max((reviewed.reviews for day, reviewed in days.items() if day >= first), default=0)
    cells = [
        _cell(day, days.get(day, Reviewed()).reviews, most)
        for day in (first + timedelta(days=n) for n in range((today - first).days + 1))
    ]
    return tuple(tuple(cells[start : start + 7]) for start in range(0, len(cells), 7))


def heat_begins(today: date) -> date:
    """First day of the map of days."""
    return today - timedelta(days=today.weekday() + 7 * (WEEKS - 1))


def bars(numbers: Sequence[int], today: date) -> tuple[Bar, ...]:
    """One bar for each day from today on."""
    most = max(numbers, default=0) or 1
    return tuple(
        Bar(today + timedelta(days=n), number, number / most) for n, number in enumerate(numbers)
    )


def _cell(day: date, reviews: int, most: int) -> Cell:
    level = -(-LEVELS * reviews // most) if reviews else 0
    return Cell(day, reviews, level)
