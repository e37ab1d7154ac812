"""The log of reviews, and what each does to its card."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from quizapp.assessment import study_days
from quizapp.assessment.merging import Entry, Rated, merge, placed
from quizapp.assessment.preferences import Preferences
from quizapp.assessment.queueing import Refusal, Today, refusal
from quizapp.store import card_rows, daily, logs, memories
from quizapp.store.study_models import Card, Review


@dataclass(frozen=True, slots=True)
class Brought:
    """A rating and its card."""

    card_id: int
    said: Rated


@dataclass(frozen=True, slots=True)
class Batch:
    """Ratings made while a device was offline, with the times by its own clock, as is `sent`."""

    brought: tuple[Brought, ...]
    sent: datetime


def rate(
    session: Session,
    learner: str | None,
    brought: Brought,
    *,
    seen: int,
    preferences: Preferences,
) -> Refusal | None:
    """Rate a card that was shown after `seen` reviews, or say why not; None if it was done."""
    row, said = next(iter(locked(session, learner, [brought.card_id])), None), brought.said
    if row is None:
        session.commit()
        return Refusal.UNKNOWN
    card, today = card_rows.schedule(row), Today.of(said.at, preferences.zone)
    refused = refusal(card, seen=seen, suspended=row.suspended, today=today)
    if refused is None:
        memories.renew(session, [row], preferences.spacing)
        card = card_rows.schedule(row)
        after, entries = merge(card, (), [said], spacing=preferences.spacing)
        card_rows.set_schedule(row, after)
        row.buried_until = None
        logged = [card_rows.review(row, e, _day(e, preferences.zone)) for e in entries]
        session.add_all(logged)
        daily.recount(session, row.learner, [each.day for each in logged])
    session.commit()
    return refused


def undo(session: Session, learner: str | None, review_id: int) -> int | None:
    """Take back a review that is still the last of its card; the card's id if that was done."""
    review = session.scalar(select(Review).where(Review.id == review_id, Review.learner == learner))
    row = next(iter(locked(session, learner, [review.card_id])), None) if review else None
    if row is None:
        return None
    last = select(Review).where(Review.card_id == row.id)
    review = session.scalar(last.order_by(Review.reviewed_at.desc(), Review.id.desc()).limit(1))
    if review is None or review.id != review_id:
        session.commit()
        return None
    card_rows.set_schedule(row, card_rows.before(review))
    session.delete(review)
    daily.recount(session, row.learner, [review.day])
    session.commit()
    return row.id


def sync(
    session: Session,
    learner: str,
    batch: Batch,
    *,
    now: datetime,
    preferences: Preferences,
) -> frozenset[str]:
    """Put reviews from elsewhere into the log by their time; which of them are there now.

    Those of cards that are not the learner's are left out. Sending again changes nothing.
    """
    rows = {row.id: row for row in locked(session, learner, {b.card_id for b in batch.brought})}
    there = logs.known(session, learner, [b.said.uid for b in batch.brought])
    new: dict[int, list[Rated]] = {}
    for each in batch.brought:
        if each.said.uid not in there and each.card_id in rows:
            new.setdefault(each.card_id, []).append(each.said)
            there.add(each.said.uid)
    memories.renew(session, [rows[card_id] for card_id in new], preferences.spacing)
    changed: set[date] = set()
    for card_id, told in new.items():
        said = placed(told, sent=batch.sent, now=now, since=rows[card_id].created_at)
        changed |= merge_into(session, rows[card_id], said, preferences)
    daily.recount(session, learner, changed)
    session.commit()
    return frozenset(there)


def merge_into(
    session: Session, row: Card, said: Iterable[Rated], preferences: Preferences
) -> set[date]:
    """Put reviews into the log of a card by their time; reckon anew what came after.

    Its memory is that of the parameters of now. The days that changed are still to be counted.
    """
    said = tuple(said)
    since = min(each.at for each in said)
    later = select(Review).where(Review.card_id == row.id, Review.reviewed_at >= since)
    stored = {r.uid: r for r in session.scalars(later.order_by(Review.reviewed_at, Review.id))}
    log = card_rows.entries(tuple(stored.values()))
    after, entries = merge(card_rows.schedule(row), log, said, spacing=preferences.spacing)
    card_rows.set_schedule(row, after)
    days = {each.day for each in stored.values()}
    for entry in entries:
        changed = card_rows.review(row, entry, _day(entry, preferences.zone))
        if entry.said.uid in stored:
            changed.id = stored[entry.said.uid].id
        session.merge(changed)
        days.add(changed.day)
    return days


def locked(session: Session, learner: str | None, card_ids: Iterable[int]) -> Sequence[Card]:
    """Cards as they are now; until the commit, nobody else rates them."""
    session.commit()  # what was read so far may be old by the time the lock is free
    return held(session, learner, card_ids)


def held(session: Session, learner: str | None, card_ids: Iterable[int]) -> Sequence[Card]:
    """The same as a part of something that is committed as a whole.

    An update that changes nothing takes the lock of every database, SQLite's for writing too.
    """
    mine = (Card.learner == learner, Card.id.in_(sorted(card_ids)))
    session.execute(update(Card).where(*mine).values(reviews=Card.reviews))
    query = select(Card).where(*mine).execution_options(populate_existing=True)
    return session.scalars(query).all()


def _day(entry: Entry, zone: ZoneInfo) -> date:
    return study_days.day(entry.review.at, zone)
