"""Points in time that people type, by the clock of their own place."""

from datetime import UTC, datetime, timedelta

from wtforms import DateTimeLocalField, Form, IntegerField
from wtforms.validators import NumberRange, Optional, ValidationError

FARTHEST = 24 * 60
LATEST = 2200


class OffsetField(IntegerField):  # type: ignore[misc]  # WTForms has no types
    """How many minutes the browser's clock is behind UTC on that day; a script knows."""

    def __init__(self, **kwargs: object) -> None:
        super().__init__(
            validators=[Optional(), NumberRange(-FARTHEST, FARTHEST)], default=0, **kwargs
        )

    def in_utc(self, local: datetime | None) -> datetime | None:
        """What was typed, once the form is valid."""
        return local and local.replace(tzinfo=UTC) + timedelta(minutes=self.data or 0)


def sensible(_form: Form, field: DateTimeLocalField) -> None:
    """Refuse a year of five digits, which is a slip, and no database holds it."""
    if field.data and not 2000 <= field.data.year < LATEST:
        raise ValidationError("This is not a year that anybody here will see.")


def instant(text: str) -> datetime | None:
    """A time with its zone as ISO 8601 has it, in UTC; None for everything else."""
    try:
        found = datetime.fromisoformat(text)
        return found.astimezone(UTC) if found.tzinfo else None
    except (ValueError, OverflowError):
        return None
