"""Cards that ask no item, to be taken along to Anki."""

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizapp import decks
from quizapp.assessment.exporting import Handwritten
from quizapp.assessment.faces import Wording
from quizapp.store import carrying
from quizapp.store.study_models import Card


def has_any(session: Session, learner: str | None) -> bool:
    """Whether a learner has such cards."""
    return session.scalar(_query(learner).with_only_columns(Card.id).limit(1)) is not None


def deck(session: Session, learner: str | None, *, scheduled: bool) -> bytes | None:
    """Package for Anki, with the learner's schedule if that is wanted; None without any card."""
    found = session.scalars(_query(learner).order_by(Card.deck, Card.id)).all()
    if not found:
        return None
    known = carrying.of_cards(session, learner, _by_uid(found)) if scheduled else None
    return decks.handwritten([_card(row) for row in found], schedules=known)


def _query(learner: str | None) -> Select[Card]:
    return select(Card).where(Card.learner == learner, Card.item_id.is_(None))


def _by_uid(found: Sequence[Card]) -> dict[str, Card]:
    return {_uid(row): row for row in found}


def _card(row: Card) -> Handwritten:
    wording = Wording(row.front or "", row.back or "")
    return Handwritten(_uid(row), wording, row.deck, row.reworded_at or row.created_at)


def _uid(row: Card) -> str:
    """Neither the wording nor the learner, who may change from a guest to an account."""
    return sha256(f"card\0{row.id}\0{row.created_at.isoformat()}".encode()).hexdigest()[:16]
