"""Which cards come up today, and which of them next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from quizapp.assessment import study_days
from quizapp.assessment.preferences import MOST, Preferences
from quizapp.assessment.scheduling import Card, State

AHEAD = timedelta(minutes=20)
"""A card being learned comes this much before it is due, where nothing else is left."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Cards from an article, from a quiz or of a deck; without any of them, all."""

    article: int | None = None
    quiz: int | None = None
    deck: str | None = None

    @property
    def of_items(self) -> bool:
        """Whether it leaves only cards that ask certain items."""
        return self.article is not None or self.quiz is not None


EVERYTHING = Scope()


@dataclass(frozen=True, slots=True)
class Today:
    """Now, and the study day it belongs to."""

    now: datetime
    day: date
    end: datetime
    zone: ZoneInfo

    @classmethod
    def of(cls, now: datetime, zone: ZoneInfo) -> "Today":
        """The study day of somebody who lives in this zone."""
        day = study_days.day(now, zone)
        return cls(now, day, study_days.end(day, zone), zone)

    def day_of(self, when: datetime) -> date:
        """The study day of another time, by the calendar of the same zone."""
        return study_days.day(when, self.zone)


@dataclass(frozen=True, slots=True)
class Tally:
    """Cards by what they are: new ones, those being learned, and those to be kept."""

    new: int = 0
    learning: int = 0
    review: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.new + self.learning + self.review


def allowance(preferences: Preferences, done: Tally) -> Tally:
    """How many more cards of each kind today may bring; what is being learned has no limit."""
    return Tally(
        new=max(0, preferences.new_per_day - done.new),
        learning=MOST,
        review=max(0, preferences.reviews_per_day - done.review),
    )


def within(waiting: Tally, allowed: Tally) -> Tally:
    """What of the waiting cards comes today."""
    return Tally(
        min(waiting.new, allowed.new),
        min(waiting.learning, allowed.learning),
        min(waiting.review, allowed.review),
    )


class Refusal(StrEnum):
    """Why a rating changes nothing."""

    UNKNOWN = "unknown"
    TWICE = "twice"
    NOT_DUE = "not due"
    SUSPENDED = "suspended"


def refusal(card: Card, *, seen: int, suspended: bool, today: Today) -> Refusal | None:
    """What stands against rating a card that was shown after `seen` reviews; None if nothing."""
    if card.reviews != seen:
        return Refusal.TWICE
    if suspended:
        return Refusal.SUSPENDED
    return None if is_due(card, today) else Refusal.NOT_DUE


def is_due(card: Card, today: Today) -> bool:
    """What is being learned is due by the minute, what is to be kept by the day."""
    match card.state:
        case State.NEW:
            return True
        case State.LEARNING | State.RELEARNING:
            return card.due <= today.now + AHEAD
        case State.REVIEW:
            return card.due < today.end
