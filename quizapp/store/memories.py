"""What FSRS knows of each card, reckoned anew when its parameters change."""

from collections.abc import Sequence
from itertools import batched, groupby
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quizapp.assessment.merging import Rated
from quizapp.assessment.remembering import can_be_replayed, replayed
from quizapp.assessment.scheduling import Card as Scheduled
from quizapp.assessment.scheduling import Rating, Spacing
from quizapp.store import card_rows
from quizapp.store.base import AT_ONCE
from quizapp.store.reviews import locked
from quizapp.store.study_models import Card, Review

Log = dict[int, Rated]
"""Reviews of a card by their ids, the oldest first."""


def renew(session: Session, learner: str, spacing: Spacing) -> None:
    """Replay all reviews of a learner; only memories change, as in Anki, and no card is due anew.

    The log changes with the cards, so that taking a review back restores a memory of the same
    parameters. Others wait no longer than some hundred cards take.
    """
    begun = select(Card.id).where(Card.learner == learner, Card.reviews > 0).order_by(Card.id)
    for some in batched(session.scalars(begun).all(), AT_ONCE):
        locked(session, learner, some)
        _renew(session, some, spacing)
        session.commit()


def _renew(session: Session, card_ids: Sequence[int], spacing: Spacing) -> None:
    """A card without a log keeps its memory."""
    logs = _logs(session, card_ids)
    starts = _starts(session, [next(iter(log)) for log in logs.values()])
    known = {
        card_id: tuple(replayed(starts[card_id], log.values(), spacing=spacing))
        for card_id, log in logs.items()
        if can_be_replayed(starts[card_id])
    }
    before = [
        _memory(review_id, card)
        for card_id, cards in known.items()
        for review_id, card in zip(logs[card_id], cards, strict=False)
    ]
    if known:
        session.execute(update(Review), before)
        session.execute(update(Card), [_memory(of, cards[-1]) for of, cards in known.items()])


def _logs(session: Session, card_ids: Sequence[int]) -> dict[int, Log]:
    """No more than is needed, which takes half the time of whole rows."""
    columns = (Review.card_id, Review.id, Review.rating, Review.reviewed_at)
    query = select(*columns).where(Review.card_id.in_(card_ids))
    found = session.execute(query.order_by(Review.card_id, Review.reviewed_at, Review.id))
    return {
        card_id: {each: Rated("", Rating(rating), at) for _, each, rating, at in log}
        for card_id, log in groupby(found, key=lambda row: row[0])
    }


def _starts(session: Session, review_ids: Sequence[int]) -> dict[int, Scheduled]:
    """Cards before these reviews."""
    rows = session.scalars(select(Review).where(Review.id.in_(review_ids)))
    return {row.card_id: card_rows.before(row) for row in rows}


def _memory(of: int, card: Scheduled) -> dict[str, Any]:
    return {"id": of, "stability": card.stability, "difficulty": card.difficulty}
