"""What a learner may find wrong with a question."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST = 1000


class Reason(StrEnum):
    """Why a question is reported."""

    KEY_WRONG = "key wrong"
    TWO_RIGHT = "two right"
    UNCLEAR = "unclear"
    LANGUAGE = "language"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Report:
    """A reason, and what the learner wants to add."""

    reason: Reason
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Filed:
    """A report as an editor reads it, with the wording that it is about."""

    attempt_id: int
    position: int
    report: Report
    stem: str
    number: int
    reported_at: datetime
    settled_at: datetime | None
