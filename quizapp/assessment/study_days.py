"""Days as they count for studying: they begin at four in the morning where the learner lives."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ROLLOVER = timedelta(hours=4)
"""Who studies past midnight still has the same day."""


def day(when: datetime, zone: ZoneInfo) -> date:
    """The study day that a time belongs to."""
    return (when.astimezone(zone) - ROLLOVER).date()


def begin(of: date, zone: ZoneInfo) -> datetime:
    """When a study day begins, in UTC."""
    return (datetime.combine(of, time(), zone) + ROLLOVER).astimezone(UTC)


def end(of: date, zone: ZoneInfo) -> datetime:
    """When a study day ends and the next one begins, in UTC."""
    return begin(of + timedelta(days=1), zone)
