"""Cards of learners; every question asked of them names the learner they belong to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, assert_never

from sqlalchemy import ColumnElement, Select, UnaryExpression, Update, exists, select, update
from sqlalchemy.orm import Session

from quizapp.assessment.faces import CardKind, Wording
from quizapp.assessment.queueing import EVERYTHING, Scope
from quizapp.assessment.scheduling import State
from quizapp.store import card_rows, models
from quizapp.store.base import once_more
from quizapp.store.card_rows import StoredCard
from quizapp.store.study_models import Card
from quizapp.store.study_queue import in_scope, unindexed


class Show(StrEnum):
    """Which cards a list shows."""

    ALL = "all"
    NEW = "new"
    SUSPENDED = "suspended"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Filter:
    """Which cards of which scope a list shows."""

    scope: Scope = EVERYTHING
    show: Show = Show.ALL


def add_versions(
    session: Session, learner: str, version_ids: Sequence[int], *, kind: CardKind, now: datetime
) -> int:
    """Make cards of these items where there are none; how many that were."""
    return add_items(session, learner, of(version_ids), kind=kind, now=now)


def of(version_ids: Sequence[int]) -> Select[int]:
    """Ids of the items that have these versions."""
    version = models.ItemVersion
    return select(version.item_id).where(version.id.in_(version_ids)).order_by(version.item_id)


def add_items(
    session: Session, learner: str, items: Select[int], *, kind: CardKind, now: datetime
) -> int:
    """Make cards of these items where there are none; how many that were.

    Two pages may bring the same items at once; the one that comes second finds them there.
    """
    return once_more(session, lambda: _added(session, learner, items, kind, now))


def place_items(
    session: Session, learner: str, items: Select[int], *, kind: CardKind, now: datetime
) -> int:
    """Do the same as a part of something that is committed as a whole."""
    known = select(Card.item_id).where(Card.learner == learner, Card.item_id.is_not(None))
    there = set(session.scalars(known.where(Card.item_id.in_(items.order_by(None)))))
    missing = [each for each in dict.fromkeys(session.scalars(items)) if each not in there]
    session.add_all(_new(learner, kind, now, item_id) for item_id in missing)
    return len(missing)


def add_quiz(session: Session, learner: str, quiz_id: int, *, kind: CardKind, now: datetime) -> int:
    """Make cards of a quiz in its order; how many there were not yet."""
    place = models.QuizItem
    items = select(place.item_id).where(place.quiz_id == quiz_id).order_by(place.position)
    return add_items(session, learner, items, kind=kind, now=now)


def of_versions(
    session: Session, learner: str | None, version_ids: Sequence[int]
) -> frozenset[int]:
    """Which of these items' versions have a card."""
    version = models.ItemVersion
    items = select(version.id).join(Card, Card.item_id == version.item_id)
    mine = items.where(Card.learner == learner, version.id.in_(version_ids))
    return frozenset(session.scalars(mine))


def any_of(session: Session, learner: str | None, scope: Scope) -> bool:
    """Whether a learner has a card of a scope, new or due or neither."""
    mine = exists().where(Card.learner == learner, *in_scope(scope))
    return bool(session.scalar(select(mine)))


def write(session: Session, learner: str, wording: Wording, *, deck: str, now: datetime) -> int:
    """Make a card that asks no item."""
    row = _new(learner, CardKind.PLAIN, now)
    row.front, row.back, row.deck = wording.front, wording.back, deck
    session.add(row)
    session.commit()
    return row.id


def get(session: Session, card_id: int, *, learner: str | None) -> StoredCard | None:
    """None where there is no such card, and just so where it is somebody else's."""
    query = card_rows.query().where(Card.id == card_id, Card.learner == learner)
    row = session.execute(query).one_or_none()
    return card_rows.stored(row) if row else None


def reword(  # noqa: PLR0913 - all but the first three are keywords
    session: Session,
    card: StoredCard,
    wording: Wording | None,
    *,
    kind: CardKind,
    deck: str,
    now: datetime,
) -> None:
    """Change how a card asks; without a wording it follows its item."""
    same = wording == card.wording
    session.execute(
        _row(card).values(
            front=wording and wording.front,
            back=wording and wording.back,
            kind=kind.value,
            deck=deck,
            **({} if same else {"reworded_at": now}),
        )
    )
    session.commit()


def suspend(session: Session, card: StoredCard, *, suspended: bool) -> None:
    """Keep a card out of the queue until it is taken back."""
    session.execute(_row(card).values(suspended=suspended))
    session.commit()


def bury(session: Session, card: StoredCard, *, until: datetime | None) -> None:
    """Keep a card out of the queue until a time; its schedule stays."""
    session.execute(_row(card).values(buried_until=until))
    session.commit()


def listed(
    session: Session,
    learner: str | None,
    *,
    only: Filter,
    limit: int,
    offset: int = 0,
) -> tuple[StoredCard, ...]:
    """Newest first; hard ones by how often they were forgotten."""
    order = tuple(_order(only))
    mine = select(Card.id).where(Card.learner == learner, *in_scope(only.scope))
    page = mine.where(*_shown(only)).order_by(*order).limit(limit).offset(offset)
    found = session.execute(card_rows.query().where(Card.id.in_(page)).order_by(*order))
    return tuple(card_rows.stored(row) for row in found)


def _added(
    session: Session, learner: str, items: Select[int], kind: CardKind, now: datetime
) -> int:
    number = place_items(session, learner, items, kind=kind, now=now)
    session.commit()
    return number


def _new(learner: str, kind: CardKind, now: datetime, item_id: int | None = None) -> Card:
    return Card(learner=learner, kind=kind.value, item_id=item_id, due=now, created_at=now)


def _row(card: StoredCard) -> Update:
    return update(Card).where(Card.id == card.id, Card.learner == card.learner)


def _shown(only: Filter) -> Iterator[ColumnElement[bool]]:
    match only.show:
        case Show.ALL:
            return
        case Show.NEW:
            yield Card.state == State.NEW.value
        case Show.SUSPENDED:
            yield unindexed(Card.suspended, only.scope).is_(True)
        case Show.HARD:
            yield unindexed(Card.lapses, only.scope) > 0
        case _:
            assert_never(only.show)


def _order(only: Filter) -> Iterator[UnaryExpression[Any]]:
    yield unindexed(Card.lapses if only.show is Show.HARD else Card.created_at, only.scope).desc()
    yield Card.id.desc()
