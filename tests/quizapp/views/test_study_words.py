from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.queueing import Today
from quizapp.assessment.scheduling import Card, State
from quizapp.views.study_words import awaited, interval
from tests.quizapp.factories import START

TODAY = Today.of(START, DEFAULT.zone)  # 09:30; the day ends at four in the morning
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("state", "away", "told"),
    [
        (State.NEW, 9 * DAY, "new"),
        (State.LEARNING, HOUR / 6, "due in 10 min"),
        (State.RELEARNING, -HOUR, "due today"),
        (State.REVIEW, -90 * DAY, "due today"),
        (State.REVIEW, 18 * HOUR, "due today"),
        (State.REVIEW, 19 * HOUR, "due tomorrow"),
        (State.REVIEW, DAY, "due tomorrow"),
        (State.REVIEW, 2 * DAY, "due in 2 days"),
        (State.REVIEW, 59 * DAY, "due in 59 days"),
        (State.REVIEW, 60 * DAY, "due 13 May 2026"),
    ],
)
def test_a_card_is_awaited_no_more_precisely_than_matters(
    state: State, away: timedelta, told: str
) -> None:
    assert awaited(Card(START + away, state), TODAY) == told


@pytest.mark.parametrize(
    ("zone", "now", "due", "told"),
    [
        # The clock goes forward in Berlin on 29 March, which ends a study day of 23 hours.
        ("Europe/Berlin", "2026-03-27 23:00", "2026-03-29 03:30", "due tomorrow"),
        ("Europe/Berlin", "2026-03-27 23:00", "2026-03-29 04:30", "due in 2 days"),
        ("Europe/Berlin", "2026-03-27 23:00", "2026-04-03 04:30", "due in 7 days"),
        ("Europe/Berlin", "2026-03-27 23:00", "2026-04-03 03:30", "due in 6 days"),
        ("Europe/Berlin", "2026-03-29 04:30", "2026-03-30 04:00", "due tomorrow"),
        # It goes back on 25 October, after one of 25 hours.
        ("Europe/Berlin", "2026-10-23 23:00", "2026-10-25 03:30", "due tomorrow"),
        ("Europe/Berlin", "2026-10-23 23:00", "2026-10-25 04:30", "due in 2 days"),
        ("Europe/Berlin", "2026-10-23 23:00", "2026-10-30 03:30", "due in 6 days"),
        ("Europe/Berlin", "2026-10-23 23:00", "2026-10-30 04:30", "due in 7 days"),
        ("Europe/Berlin", "2026-10-25 03:30", "2026-10-25 04:30", "due tomorrow"),
        # On 8 March and 1 November in New York.
        ("America/New_York", "2026-03-06 23:00", "2026-03-08 03:30", "due tomorrow"),
        ("America/New_York", "2026-03-06 23:00", "2026-03-08 04:30", "due in 2 days"),
        ("America/New_York", "2026-03-06 23:00", "2026-03-13 04:30", "due in 7 days"),
        ("America/New_York", "2026-10-30 23:00", "2026-11-01 03:30", "due tomorrow"),
        ("America/New_York", "2026-10-30 23:00", "2026-11-06 03:30", "due in 6 days"),
        ("America/New_York", "2026-10-30 23:00", "2026-11-06 04:30", "due in 7 days"),
        # A date is that of the place, and that of the day that began at four.
        ("America/New_York", "2026-10-30 23:00", "2026-12-29 22:00", "due 29 December 2026"),
        ("America/New_York", "2026-10-30 23:00", "2026-12-30 03:30", "due 29 December 2026"),
    ],
)
def test_days_are_those_of_the_calendar_where_the_clock_changes(
    zone: str, now: str, due: str, told: str
) -> None:
    place = ZoneInfo(zone)
    asked, comes = (datetime.fromisoformat(each).replace(tzinfo=place) for each in (now, due))
    card = Card(comes.astimezone(UTC), State.REVIEW)
    assert awaited(card, Today.of(asked.astimezone(UTC), place)) == told


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (timedelta(seconds=59), "< 1 min"),
        (HOUR / 6, "10 min"),
        (8 * DAY, "8 d"),
        (50 * DAY, "1.6 mo"),
        (800 * DAY, "2.2 y"),
    ],
)
def test_an_interval_fits_on_a_button(span: timedelta, told: str) -> None:
    assert interval(span) == told
