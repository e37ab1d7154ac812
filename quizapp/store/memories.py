"""What FSRS knows of each card, reckoned anew when its parameters change."""

from collections.abc import Sequence
from itertools import batched

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.assessment.remembering import can_be_replayed, replayed
from quizapp.assessment.scheduling import Spacing
from quizapp.store import card_rows
from quizapp.store.reviews import AT_ONCE, locked, logs
from quizapp.store.study_models import Card, Review


def renew(session: Session, learner: str, spacing: Spacing) -> None:
    """Replay all reviews of a learner; only memories change, as in Anki, and no card is due anew.

    The log changes with the cards, so that taking a review back restores a memory of the same
    parameters. Others wait no longer than some hundred cards take.
    """
    begun = select(Card.id).where(Card.learner == learner, Card.reviews > 0).order_by(Card.id)
    for some in batched(session.scalars(begun).all(), AT_ONCE):
        rows = locked(session, learner, some)
        known = logs(session, some)
        for row in rows:
            _renew(row, known.get(row.id, ()), spacing)
        session.commit()


def _renew(row: Card, log: Sequence[Review], spacing: Spacing) -> None:
    """A card without a log keeps its memory."""
    if not log or not can_be_replayed(card_rows.before(log[0])):
        return
    said = (entry.said for entry in card_rows.entries(log))
    cards = replayed(card_rows.before(log[0]), said, spacing=spacing)
    *before, after = cards
    for entry, card in zip(log, before, strict=True):
        entry.stability, entry.difficulty = card.stability, card.difficulty
    row.stability, row.difficulty = after.stability, after.difficulty
