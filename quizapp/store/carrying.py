"""Schedules of cards that learners take to Anki, or bring from there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions.formats.schedules import Schedule, Schedules, milliseconds
from quizapp.assessment import study_days
from quizapp.assessment.carrying import Carried, brought, ratings, taken
from quizapp.assessment.exporting import Part
from quizapp.assessment.preferences import Preferences
from quizapp.store import card_rows, cards, daily, logs, memories, models, reviews
from quizapp.store import preferences as store_preferences
from quizapp.store.base import AT_ONCE
from quizapp.store.study_models import Card, Review


@dataclass(frozen=True, slots=True)
class Traveller:
    """Who brings cards, how they want to study, and what items become."""

    learner: str
    preferences: Preferences
    now: datetime


def schedules(session: Session, learner: str | None, parts: Sequence[Part]) -> dict[str, Schedule]:
    """Schedules of the cards that a learner has for the items of these parts."""
    uids = dict.fromkeys(kept.item.id for part in parts for kept in part.items)
    mine = (each for some in batched(uids, AT_ONCE) for each in _mine(session, learner, some))
    return of_cards(session, learner, dict(mine))


def of_cards(
    session: Session, learner: str | None, cards: Mapping[str, Card]
) -> dict[str, Schedule]:
    """Schedules of cards of a learner by the ids that they have in decks."""
    found: dict[str, Schedule] = {}
    preferences = store_preferences.get(session, learner)
    for some in batched(cards.items(), AT_ONCE):
        known = logs.of_cards(session, [row.id for _, row in some])
        for uid, row in some:
            log = card_rows.entries(known.get(row.id, ()))
            spacing, zone = preferences.spacing, preferences.zone
            card = memories.of(row, log, spacing)
            carried = Carried(card, log, row.suspended)
            found[uid] = taken(carried, zone=zone, spacing=spacing)
    return found


def bring(session: Session, who: Traveller, quiz_ids: Sequence[int], studied: Schedules) -> int:
    """Make cards of all items of these quizzes and carry on where Anki left off; how many are new.

    A card that has been studied here keeps its schedule; reviews that it lacks are merged into it
    by their time. It is a part of something that is committed as a whole.
    """
    uids = _uids(session, quiz_ids)
    there = {uid for some in batched(uids, AT_ONCE) for uid, _ in _mine(session, who.learner, some)}
    new = [item_id for uid, item_id in uids.items() if uid not in there]
    for ids in batched(new, AT_ONCE):
        items = select(models.Item.id).where(models.Item.id.in_(ids)).order_by(models.Item.id)
        cards.place_items(session, who.learner, items, kind=who.preferences.kind, now=who.now)
    changed: set[date] = set()
    for some in batched([uid for uid in uids if uid in studied], AT_ONCE):
        changed |= _carry_on(session, who, {uid: studied[uid] for uid in some})
    daily.recount(session, who.learner, changed)
    return len(new)


def _carry_on(session: Session, who: Traveller, studied: Schedules) -> set[date]:
    """The days of which reviews were added."""
    by_card = {row.id: studied[uid] for uid, row in _mine(session, who.learner, tuple(studied))}
    rows = reviews.held(session, who.learner, by_card)
    known = logs.of_cards(session, tuple(by_card))
    memories.renew(session, rows, who.preferences.spacing)
    changed: set[date] = set()
    for row in rows:
        if row.reviews:
            changed |= _merge(session, who, row, by_card[row.id], known.get(row.id, ()))
        else:
            changed |= _begin(session, who, row, by_card[row.id])
    return changed


def _begin(session: Session, who: Traveller, row: Card, schedule: Schedule) -> set[date]:
    zone, spacing = who.preferences.zone, who.preferences.spacing
    carried = brought(schedule, zone=zone, spacing=spacing, now=who.now)
    known = logs.known(session, who.learner, [entry.said.uid for entry in carried.log])
    card_rows.set_schedule(row, carried.card)
    row.suspended = row.suspended or carried.suspended
    new = [entry for entry in carried.log if entry.said.uid not in known]
    logged = [card_rows.review(row, each, study_days.day(each.review.at, zone)) for each in new]
    session.add_all(logged)
    return {each.day for each in logged}


def _merge(
    session: Session, who: Traveller, row: Card, schedule: Schedule, log: Sequence[Review]
) -> set[date]:
    """Reviews that were taken to Anki come back under another name, but at the same time."""
    times = {milliseconds(each.reviewed_at) for each in log}
    said = [each for each in ratings(schedule, now=who.now) if milliseconds(each.at) not in times]
    known = logs.known(session, who.learner, [each.uid for each in said])
    new = [each for each in said if each.uid not in known]
    return reviews.merge_into(session, row, new, who.preferences) if new else set()


def _mine(
    session: Session, learner: str | None, item_uids: Sequence[str]
) -> Iterator[tuple[str, Card]]:
    """Cards of a learner by the ids that items have in decks; the oldest where two ask the same."""
    query = (
        select(models.Item.uid, Card)
        .join(models.Item, models.Item.id == Card.item_id)
        .where(Card.learner == learner, models.Item.uid.in_(item_uids))
        .order_by(Card.id.desc())
    )
    yield from dict(session.execute(query).all()).items()


def _uids(session: Session, quiz_ids: Sequence[int]) -> dict[str, int]:
    item, place = models.Item, models.QuizItem
    query = select(item.uid, item.id).join(place, place.item_id == item.id)
    wanted = query.where(place.quiz_id.in_(quiz_ids)).order_by(place.quiz_id, place.position)
    return dict(session.execute(wanted).all())
