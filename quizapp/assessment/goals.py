"""A daily goal, and how many days in a row it was reached."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

AMOUNTS = (5, 10, 20, 50)
WEEK = 7
REMEMBERED = timedelta(days=400)
"""Longer streaks are not told from this one: reading all answers ever given would take too long."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Goal:
    """So many answers a day; `zone` says when a day begins."""

    answers: int
    zone: str


@dataclass(frozen=True, slots=True)
class Day:
    """Answers given on one day."""

    date: date
    answers: int
    reached: bool


@dataclass(frozen=True, slots=True)
class Streak:
    """`days` in a row up to today, which counts once its goal is reached and breaks nothing before.

    `week` ends with today.
    """

    goal: Goal
    days: int
    week: tuple[Day, ...]

    @property
    def today(self) -> Day:
        """Day that is not over yet."""
        return self.week[-1]


def streak(answered: Iterable[datetime], goal: Goal, *, now: datetime) -> Streak:
    """How the goal was kept, by the calendar of its zone."""
    zone = ZoneInfo(goal.zone)
    counts = Counter(each.astimezone(zone).date() for each in answered)
    today = now.astimezone(zone).date()
    reached = {day for day, answers in counts.items() if answers >= goal.answers}
    week = (today - _DAY * back for back in reversed(range(WEEK)))
    return Streak(
        goal,
        _in_a_row(reached, today if today in reached else today - _DAY),
        tuple(Day(day, counts[day], day in reached) for day in week),
    )


def zones() -> tuple[str, ...]:
    """Names of places whose calendar can be kept, and UTC."""
    places = {name for name in available_timezones() if "/" in name}
    return "UTC", *sorted(name for name in places if not name.startswith(("Etc/", "SystemV/")))


def _in_a_row(reached: set[date], last: date) -> int:
    days = 0
    while last - _DAY * days in reached:
        days += 1
    return days
