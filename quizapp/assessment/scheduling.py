"""When a card comes back, by FSRS-6 as the `fsrs` library has it, without its fuzz."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import lru_cache

import fsrs
from fsrs.scheduler import DEFAULT_PARAMETERS

from questions.formats.schedules import State as State  # noqa: PLC0414 - taken from here by others


class Rating(IntEnum):
    """How well a card was recalled; numbered as in Anki and in FSRS."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Card:
    """The schedule of a card: all that a rating changes.

    `stability` is in days; `lapses` counts how often the card was forgotten once it was learned.
    """

    due: datetime
    state: State = State.NEW
    step: int | None = None
    stability: float | None = None
    difficulty: float | None = None
    reviewed_at: datetime | None = None
    reviews: int = 0
    lapses: int = 0


@dataclass(frozen=True, slots=True)
class Review:
    """A rating in the log, with the card as it was before: taking it back restores that."""

    rating: Rating
    at: datetime
    before: Card


@dataclass(frozen=True, slots=True)
class Spacing:
    """What decides how far apart reviews are; `retention` is the share to be recalled when due.

    `parameters` are FSRS's, the usual ones or fitted to somebody's own reviews.
    """

    retention: float = 0.90
    steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning: tuple[timedelta, ...] = (timedelta(minutes=10),)
    parameters: tuple[float, ...] = DEFAULT_PARAMETERS


USUAL = Spacing()
AT_LEAST = timedelta.resolution
"""Between two reviews of a card, so that the log keeps their order."""


def review(
    card: Card, rating: Rating, *, now: datetime, spacing: Spacing = USUAL
) -> tuple[Card, Review]:
    """Card after the rating, and the entry for the log.

    By a clock that was set back, a review comes right behind the one it follows.
    """
    before = card.reviewed_at or now
    at = (now if now >= before else before + AT_LEAST).astimezone(UTC)
    rated, _ = _scheduler(spacing).review_card(_to_fsrs(card), fsrs.Rating(rating), at)
    after = replace(
        card,
        due=rated.due,
        state=State(rated.state),
        step=rated.step,
        stability=rated.stability,
        difficulty=rated.difficulty,
        reviewed_at=at,
        reviews=card.reviews + 1,
        lapses=card.lapses + (card.state is State.REVIEW and rating is Rating.AGAIN),
    )
    return after, Review(rating, at, card)


def with_memory_of(known: Card, card: Card) -> Card:
    """A card that FSRS knows as it knows another."""
    return replace(card, stability=known.stability, difficulty=known.difficulty)


def outcomes(card: Card, *, now: datetime, spacing: Spacing = USUAL) -> dict[Rating, timedelta]:
    """How long the card would stay away after each rating."""
    after = {each: review(card, each, now=now, spacing=spacing)[0] for each in Rating}
    return {each: rated.due - (rated.reviewed_at or now) for each, rated in after.items()}


@lru_cache(maxsize=256)
def _scheduler(spacing: Spacing) -> fsrs.Scheduler:
    return fsrs.Scheduler(
        parameters=spacing.parameters,
        desired_retention=spacing.retention,
        learning_steps=spacing.steps,
        relearning_steps=spacing.relearning,
        enable_fuzzing=False,
    )


def _to_fsrs(card: Card) -> fsrs.Card:
    """FSRS has no new cards, only learning ones without a review; its ids are not used here."""
    return fsrs.Card(
        card_id=0,
        state=fsrs.State(card.state or State.LEARNING),
        step=card.step,
        stability=card.stability,
        difficulty=card.difficulty,
        due=card.due,
        last_review=card.reviewed_at,
    )
