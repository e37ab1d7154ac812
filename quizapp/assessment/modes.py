"""On what terms an attempt is taken."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MINUTES = (0, 5, 10, 15, 20, 30, 45, 60, 90, 120)
EXTRA = (0, 25, 50, 100, 900)
GRACE = timedelta(seconds=5)


class Mode(StrEnum):
    """When the learner hears whether an answer was right, and what may still be done about it."""

    IMMEDIATE = "immediate"
    PRACTICE = "practice"
    EXAM = "exam"


class Order(StrEnum):
    """In which order the questions come; a quiz put together by hand has one of its own."""

    SHUFFLED = "shuffled"
    ARTICLE = "article"
    QUIZ = "quiz"


@dataclass(frozen=True, slots=True)
class Terms:
    """Chosen at the start and kept to the end; without a limit there is no hurry."""

    mode: Mode = Mode.IMMEDIATE
    limit: timedelta | None = None
    confidence: bool = False
    order: Order = Order.SHUFFLED


USUAL = Terms()


def limit(minutes: int, extra: int = 0) -> timedelta | None:
    """Time limit with so many percent more, up to ten times as WCAG 2.2.1 asks; none for 0."""
    return timedelta(minutes=minutes) * (100 + extra) / 100 if minutes else None


def is_up(now: datetime, deadline: datetime | None, *, told: bool = False) -> bool:
    """Whether the time is up, so that nothing more is asked; a page that has told so may be ahead.

    Its clock need not run as ours does, but what it tells long before the deadline is not believed.
    """
    ahead = GRACE if told else timedelta()
    return deadline is not None and now >= deadline - ahead


def is_late(now: datetime, deadline: datetime | None) -> bool:
    """What left in time may arrive a moment after the deadline."""
    return deadline is not None and now > deadline + GRACE
