"""Cards that somebody has twice: as a guest, and in the account that they log in to."""

from collections.abc import Mapping, Sequence
from itertools import batched

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session, aliased

from quizapp.store import card_rows, logs, memories, preferences, reviews
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
    for old, new in pairs.items():
        if mine[new].reviews:
            said = [entry.said for entry in card_rows.entries(found.get(old, ()))]
            _drop(session, [each.id for each in found.get(old, ())])
            if said:
                reviews.merge_into(session, mine[new], said, here)
        else:
            _take_over(session, mine[new], other[old])
    session.execute(delete(Card).where(Card.id.in_(pairs)))
    session.commit()


def _pairs(session: Session, guest: str, learner: str) -> dict[int, int]:
    """Cards of a guest to those of the account that ask the same item."""
    old, new = aliased(Card), aliased(Card)
    same = (new.item_id == old.item_id) & (new.learner == learner)
    query = select(old.id, new.id).join(new, same).where(old.learner == guest)
    return dict(session.execute(query).all())


def _drop(session: Session, review_ids: Sequence[int]) -> None:
    session.execute(delete(Review).where(Review.id.in_(review_ids)))


def _take_over(session: Session, new: Card, old: Card) -> None:
    """A card that has never been studied takes schedule and log of its twin."""
    card_rows.set_schedule(new, card_rows.schedule(old))
    moved = update(Review).where(Review.card_id == old.id)
    session.execute(moved.values(card_id=new.id, learner=new.learner))
