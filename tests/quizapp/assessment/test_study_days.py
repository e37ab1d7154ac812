from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.study_days import begin, day, end

NAMES = (
    *("UTC", "Europe/Berlin", "America/St_Johns", "Asia/Kathmandu"),
    *("Pacific/Chatham", "Pacific/Kiritimati"),
)
ZONES = st.sampled_from([ZoneInfo(name) for name in NAMES])
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2060, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the zone is beside


@pytest.mark.parametrize(
    ("when", "zone", "expected"),
    [
        ("2026-03-14T03:59:59", "UTC", date(2026, 3, 13)),
        ("2026-03-14T04:00:00", "UTC", date(2026, 3, 14)),
        ("2026-03-14T02:59:59", "Europe/Berlin", date(2026, 3, 13)),
        ("2026-03-14T03:00:00", "Europe/Berlin", date(2026, 3, 14)),
        ("2026-03-29T02:00:00", "Europe/Berlin", date(2026, 3, 29)),  # the clock went forward
        ("2026-10-25T02:59:59", "Europe/Berlin", date(2026, 10, 24)),  # and back
        ("2026-03-14T11:59:59", "America/Los_Angeles", date(2026, 3, 14)),
        ("2026-03-14T10:59:59", "America/Los_Angeles", date(2026, 3, 13)),
    ],
)
def test_a_day_begins_at_four_where_one_lives(when: str, zone: str, expected: date) -> None:
    assert day(datetime.fromisoformat(when).replace(tzinfo=UTC), ZoneInfo(zone)) == expected


@given(MOMENTS, ZONES)
def test_every_moment_lies_in_its_day(when: datetime, zone: ZoneInfo) -> None:
    of = day(when, zone)
    assert begin(of, zone) <= when < end(of, zone)


@given(MOMENTS, ZONES)
def test_days_follow_each_other(when: datetime, zone: ZoneInfo) -> None:
    of = day(when, zone)
    assert day(end(of, zone), zone) == of + timedelta(days=1)
    assert timedelta(hours=22) < end(of, zone) - begin(of, zone) < timedelta(hours=26)
