"""Cards that somebody has twice: as a guest, and in the account that they log in to."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import batched

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, aliased

from quizapp.assessment.preferences import Preferences
from quizapp.store import card_rows, daily, logs, memories, preferences, reviews
from quizapp.store.base import AT_ONCE
from quizapp.store.study_models import Card, Review


def unite(session: Session, guest: str, learner: str) -> None:
    """Make one card of both, the account's; each review of either is in its log, by its time."""
    for some in batched(_pairs(session, guest, learner).items(), AT_ONCE):
        _unite(session, guest, learner, dict(some))


def _unite(session: Session, guest: str, learner: str, pairs: Mapping[int, int]) -> None:
    here = preferences.get(session, learner)
    mine = {row.id: row for row in reviews.locked(session, learner, pairs.values())}
    other = {row.id: row for row in reviews.locked(session, guest, pairs)}
    memories.renew(session, [*mine.values(), *other.values()], here.spacing)
    found = logs.of_cards(session, tuple(other))
    changed = {review.day for log in found.values() for review in log}
    for old, new in pairs.items():
        if not mine[new].reviews:
            _take_over(session, mine[new], other[old])
        elif old in found:
            changed |= _merge(session, mine[new], found[old], here)
    session.execute(delete(Card).where(Card.id.in_(pairs)))
    for who in (guest, learner):
        daily.recount(session, who, changed)
    session.commit()


def _pairs(session: Session, guest: str, learner: str) -> dict[int, int]:
    """Cards of a guest to those of the account that ask the same item."""
    old, new = aliased(Card), aliased(Card)
    same = (new.item_id == old.item_id) & (new.learner == learner)
    query = select(old.id, new.id).join(new, same).where(old.learner == guest)
    return dict(session.execute(query).all())


def _merge(session: Session, new: Card, log: Sequence[Review], here: Preferences) -> set[date]:
    """A card that has been studied takes the reviews of its twin among its own."""
    said = [entry.said for entry in card_rows.entries(log)]
    session.execute(delete(Review).where(Review.id.in_([each.id for each in log])))
    return reviews.merge_into(session, new, said, here)


def _take_over(session: Session, new: Card, old: Card) -> None:
    """A card that has never been studied takes schedule and log of its twin."""
    card_rows.set_schedule(new, card_rows.schedule(old))
    moved = update(Review).where(Review.card_id == old.id)
    session.execute(moved.values(card_id=new.id, learner=new.learner))
