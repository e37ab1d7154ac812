"""The tables of cards, their reviews, and how and how much each learner wants to study."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base


class Card(Base):
    """A card of one learner with its schedule; `front` and `back` overrule the item's wording.

    A card without an item has a wording of its own, and may lie in a `deck`. `parameters` is the
    fingerprint of those of FSRS by which its memory, and that of its reviews, was reckoned.
    """

    __tablename__ = "card"
    __table_args__ = (
        UniqueConstraint("learner", "item_id"),
        Index(None, "learner", "suspended", "state", "due"),
        Index(None, "learner", "deck", "suspended", "state", "due"),
        Index(None, "learner", "item_id", "deck", "suspended", "state", "due"),
        Index(None, "learner", "created_at", "id", "suspended", "state"),
        Index(None, "learner", "deck", "created_at", "id", "suspended", "state"),
        Index(None, "learner", "lapses", "id", "deck"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    learner: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("item.id"), index=True)
    deck: Mapped[str] = mapped_column(String(200), default="")
    front: Mapped[str | None]
    back: Mapped[str | None]
    state: Mapped[int] = mapped_column(default=0)
    step: Mapped[int | None]
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    due: Mapped[datetime]
    reviewed_at: Mapped[datetime | None]
    reviews: Mapped[int] = mapped_column(default=0)
    lapses: Mapped[int] = mapped_column(default=0)
    suspended: Mapped[bool] = mapped_column(default=False)
    buried_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    reworded_at: Mapped[datetime | None]
    parameters: Mapped[str] = mapped_column(String(16), default="")


class Review(Base):
    """A rating, and the schedule of its card before it; `day` is the learner's study day.

    `uid` comes from the device, so that a review that is sent twice is stored once.
    """

    __tablename__ = "review"
    __table_args__ = (
        UniqueConstraint("learner", "uid"),
        Index(None, "card_id", "reviewed_at"),
        Index(None, "learner", "day", "state", "rating"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    learner: Mapped[str] = mapped_column(String(64))
    card_id: Mapped[int] = mapped_column(ForeignKey("card.id"))
    uid: Mapped[str] = mapped_column(String(36))
    rating: Mapped[int]
    reviewed_at: Mapped[datetime]
    day: Mapped[date]
    took: Mapped[int | None]
    state: Mapped[int]
    step: Mapped[int | None]
    stability: Mapped[float | None]
    difficulty: Mapped[float | None]
    due: Mapped[datetime]
    reviewed_before: Mapped[datetime | None]
    reviews: Mapped[int]
    lapses: Mapped[int]


class Daily(Base):
    """What the log tells of one study day of a learner; counted anew whenever that day changes."""

    __tablename__ = "daily"

    learner: Mapped[str] = mapped_column(String(64), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    reviews: Mapped[int]
    learned: Mapped[int]
    recalled: Mapped[int]


class Preference(Base):
    """How somebody wants to study; steps are in seconds, `feed` is the secret of the calendar."""

    __tablename__ = "preference"

    learner: Mapped[str] = mapped_column(String(64), primary_key=True)
    retention: Mapped[float]
    steps: Mapped[list[int]] = mapped_column(JSON)
    relearning: Mapped[list[int]] = mapped_column(JSON)
    new_per_day: Mapped[int]
    reviews_per_day: Mapped[int]
    zone: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    collects: Mapped[bool]
    feed: Mapped[str | None] = mapped_column(String(43), unique=True)


class Fit(Base):
    """The parameters of FSRS that were fitted to a learner's reviews, and how well they fit."""

    __tablename__ = "fit"

    learner: Mapped[str] = mapped_column(String(64), primary_key=True)
    parameters: Mapped[list[float]] = mapped_column(JSON)
    reviews: Mapped[int]
    off: Mapped[float]
    off_before: Mapped[float]
    fitted_at: Mapped[datetime]


class Goal(Base):
    """So many answers a day, for a learner who wants that."""

    __tablename__ = "goal"

    learner: Mapped[str] = mapped_column(String(64), primary_key=True)
    answers: Mapped[int]
    zone: Mapped[str] = mapped_column(String(64))
