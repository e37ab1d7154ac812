"""What somebody studies, how they want to, and every rating they have given."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.assessment.scheduling import Rating, State
from quizapp.store import models, rows
from quizapp.store.personal.tables import Told, first, listed
from quizapp.store.study_models import Card, Daily, Fit, Goal, Preference, Review


def settings(session: Session, learner: str) -> Told:
    """How to study, the parameters that were fitted, and the daily goal, where they were set."""
    return {
        "study": _study(session, learner),
        "fitted": _fitted(session, learner),
        "daily_goal": first(
            session,
            select(Goal.answers, Goal.zone.label("time_zone")).where(Goal.learner == learner),
        ),
    }


def cards(session: Session, learner: str) -> list[Told]:
    """Every card with its schedule, and what it asks, in the item's words or in one's own."""
    query = (
        select(Card, models.Item.uid, models.ItemVersion)
        .outerjoin(models.Item, models.Item.id == Card.item_id)
        .outerjoin(models.ItemVersion, rows.is_current())
        .where(Card.learner == learner)
        .order_by(Card.id)
    )
    return [_card(*row) for row in session.execute(query)]


def reviews(session: Session, learner: str) -> list[Told]:
    """The whole log, the oldest first."""
    query = select(Review).where(Review.learner == learner).order_by(Review.reviewed_at, Review.id)
    return [_review(row) for row in session.scalars(query)]


def days(session: Session, learner: str) -> list[Told]:
    """What was studied on which day."""
    query = select(
        Daily.day,
        Daily.reviews,
        Daily.learned.label("reviews_of_learned_cards"),
        Daily.recalled.label("recalled_of_these"),
    )
    return listed(session, query.where(Daily.learner == learner).order_by(Daily.day))


def _study(session: Session, learner: str) -> Told | None:
    row = Preference
    query = select(
        row.retention,
        row.steps.label("learning_steps_in_seconds"),
        row.relearning.label("relearning_steps_in_seconds"),
        row.new_per_day.label("new_cards_per_day"),
        row.reviews_per_day,
        row.zone.label("time_zone"),
        row.kind.label("items_become"),
        row.collects.label("makes_cards_of_answers"),
        row.feed.label("calendar_secret"),
    )
    return first(session, query.where(row.learner == learner))


def _fitted(session: Session, learner: str) -> Told | None:
    query = select(
        Fit.parameters,
        Fit.reviews.label("of_reviews"),
        Fit.off.label("error"),
        Fit.off_before.label("error_before"),
        Fit.fitted_at,
    )
    return first(session, query.where(Fit.learner == learner))


def _card(row: Card, uid: str | None, version: models.ItemVersion | None) -> Told:
    return {
        "number": row.id,
        "item": uid,
        "question": version.stem if version else None,
        "answer": version.options[version.key] if version else None,
        "own_words": {"front": row.front, "back": row.back} if row.front is not None else None,
        "reworded_at": row.reworded_at,
        "asks_by": row.kind,
        "deck": row.deck,
        "made_at": row.created_at,
        "due": row.due,
        "last_review_at": row.reviewed_at,
        "suspended": row.suspended,
        "put_off_until": row.buried_until,
    } | _schedule(row)


def _review(row: Review) -> Told:
    return {
        "id": row.uid,
        "card": row.card_id,
        "rating": Rating(row.rating).name.lower(),
        "reviewed_at": row.reviewed_at,
        "study_day": row.day,
        "milliseconds": row.took,
        "before": {"due": row.due, "last_review_at": row.reviewed_before} | _schedule(row),
    }


def _schedule(row: Card | Review) -> Told:
    return {
        "state": State(row.state).name.lower(),
        "step": row.step,
        "stability": row.stability,
        "difficulty": row.difficulty,
        "reviews": row.reviews,
        "lapses": row.lapses,
    }
