"""Reading the log of reviews."""

from collections.abc import Iterator, Sequence
from itertools import batched, groupby

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from quizapp.assessment.fitting import Logged
from quizapp.assessment.scheduling import Rating, State
from quizapp.store.base import AT_ONCE
from quizapp.store.study_models import Card, Review


def of_learner(session: Session, learner: str | None) -> Iterator[Logged]:
    """Every review of a learner, card by card, the oldest first."""
    return _logged(session, Review.learner == learner)


def recent(session: Session, learner: str | None, *, cards: int) -> Iterator[Logged]:
    """The log of so many cards, the newest of those that were begun."""
    begun = select(Card.id).where(Card.learner == learner, Card.reviews > 0)
    newest = begun.order_by(Card.created_at.desc(), Card.id.desc()).limit(cards)
    return _logged(session, Review.card_id.in_(newest))


def of_cards(session: Session, card_ids: Sequence[int]) -> dict[int, tuple[Review, ...]]:
    """The log of each of these cards that has one, the oldest review first."""
    query = select(Review).where(Review.card_id.in_(card_ids))
    found = session.scalars(query.order_by(Review.card_id, Review.reviewed_at, Review.id))
    return {card: tuple(rows) for card, rows in groupby(found, key=lambda row: row.card_id)}


def known(session: Session, learner: str, uids: Sequence[str]) -> set[str]:
    """Which of these reviews are in the log."""
    found: set[str] = set()
    for some in batched(uids, AT_ONCE):
        found.update(
            session.scalars(
                select(Review.uid).where(Review.learner == learner, Review.uid.in_(some))
            )
        )
    return found


def _logged(session: Session, wanted: ColumnElement[bool]) -> Iterator[Logged]:
    columns = (Review.card_id, Review.rating, Review.reviewed_at, Review.state, Review.took)
    query = select(*columns).where(wanted)
    found = session.execute(query.order_by(Review.card_id, Review.reviewed_at, Review.id))
    for card_id, rating, at, state, took in found.yield_per(1000):
        yield Logged(card_id, Rating(rating), at, State(state), took)
