from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.goals import Goal, streak, zones

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
GOAL = Goal(2, "UTC")


def days_ago(*days: int, each: int = 2, now: datetime = NOON) -> list[datetime]:
    return [now - timedelta(days=day) for day in days for _ in range(each)]


@pytest.mark.parametrize(
    ("answered", "days"),
    [
        ([], 0),
        (days_ago(0), 1),
        (days_ago(0, 1, 2), 3),
        (days_ago(1, 2), 2),
        (days_ago(1, 2) + days_ago(0, each=1), 2),
        (days_ago(2, 3), 0),
        (days_ago(0, 2, 3), 1),
        (days_ago(0, 1, each=1), 0),
        (days_ago(0, each=50), 1),
        (days_ago(-1), 0),
    ],
)
def test_days_in_a_row(answered: list[datetime], days: int) -> None:
    assert streak(answered, GOAL, now=NOON).days == days


def test_the_week_ends_today() -> None:
    week = streak(days_ago(0, each=1) + days_ago(6, each=3), GOAL, now=NOON).week
    assert [day.answers for day in week] == [3, 0, 0, 0, 0, 0, 1]
    assert [day.reached for day in week] == [True, *[False] * 6]
    assert week[-1].date == date(2026, 3, 14)


@pytest.mark.parametrize(
    ("zone", "today"),
    [("UTC", 14), ("Pacific/Auckland", 15), ("America/Los_Angeles", 14), ("Asia/Tokyo", 15)],
)
def test_a_day_begins_at_midnight_of_the_zone(zone: str, today: int) -> None:
    late = datetime(2026, 3, 14, 20, tzinfo=UTC)
    assert streak([], Goal(2, zone), now=late).today.date.day == today


def test_a_day_of_23_hours_is_a_day() -> None:
    """Clocks in Berlin went forward on 29 March 2026."""
    answered = [datetime(2026, 3, day, 23, 30, tzinfo=UTC) for day in (27, 28, 29) for _ in "12"]
    now = datetime(2026, 3, 30, 12, tzinfo=UTC)
    assert streak(answered, Goal(2, "Europe/Berlin"), now=now).days == 3


@given(st.lists(st.integers(0, 60 * 24)), st.sampled_from(zones()))
def test_more_answers_never_break_a_streak(hours: list[int], zone: str) -> None:
    answered = [NOON - timedelta(hours=each) for each in hours]
    goal = Goal(1, zone)
    days = streak(answered, goal, now=NOON).days
    assert streak(answered + answered[:1], goal, now=NOON).days == days
    assert streak([*answered, NOON], goal, now=NOON).days >= days


def test_zones_are_places() -> None:
    assert zones()[0] == "UTC"
    assert {"Europe/Berlin", "America/New_York"} < set(zones())
    assert not any(zone.startswith("Etc/") for zone in zones())
