"""What editors decide about items: approve, retire, discard, and take it back."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from itertools import batched

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from quizapp.assessment.bank import HELD_BACK, Status, before
from quizapp.store import models, quiz_items, rows
from quizapp.store.base import AT_ONCE
from quizapp.store.study_models import Card


def decide(  # noqa: PLR0913 - all but the first three are keywords
    session: Session,
    item_ids: Iterable[int],
    status: Status,
    *,
    batch: str,
    learner: str,
    now: datetime,
) -> int:
    """How many items had another status from which they can get this one.

    `batch` names them to `undo`. What was held back is asked in the quiz of its article from now
    on.
    """
    item = models.Item
    query = select(item).where(item.id.in_(list(item_ids)), rows.has_status(before(status)))
    found = session.scalars(query.order_by(item.id)).all()
    for row in found:
        session.add(
            models.Decision(
                batch=batch,
                item_id=row.id,
                before=row.status,
                after=status.value,
                learner=learner,
                decided_at=now,
            )
        )
    _set(session, found, status, now)
    session.commit()
    return len(found)


def undo(session: Session, batch: str, *, learner: str, now: datetime) -> int:
    """How many items have their earlier status again; what changed since then stays.

    What has been asked since is not held back again.
    """
    item, decision = models.Item, models.Decision
    query = (
        select(item, decision.before)
        .join(decision, decision.item_id == item.id)
        .where(
            decision.batch == batch,
            decision.learner == learner,
            decision.after == item.status,
            decision.before.not_in(HELD_BACK) | rows.has_status(HELD_BACK) | ~_has_been_asked(),
        )
    )
    found = session.execute(query).all()
    for earlier in {value for _, value in found}:
        _set(session, [row for row, value in found if value == earlier], Status(earlier), now)
    session.commit()
    return len(found)


def release(session: Session, item_ids: Iterable[int], *, now: datetime) -> None:
    """Let those of the items be new that are held back, as a part of something."""
    item, held = models.Item, rows.has_status(HELD_BACK)
    for some in batched(item_ids, AT_ONCE):
        found = session.scalars(select(item).where(item.id.in_(some), held))
        _set(session, found.all(), Status.NEW, now)


def _set(session: Session, found: Sequence[models.Item], status: Status, now: datetime) -> None:
    """A status is a tag in Anki, which takes only what is newer."""
    held = [row.id for row in found if Status(row.status) in HELD_BACK]
    for row in found:
        row.updated_at = now
        row.status = status.value
    session.flush()
    if status in HELD_BACK:
        quiz_items.take_out(session, [row.id for row in found])
    else:
        quiz_items.place_at_home(session, held)


def _has_been_asked() -> ColumnElement[bool]:
    """Whether somebody's attempts or cards know the item."""
    asked, version, item = models.AttemptItem, models.ItemVersion, models.Item
    in_attempts = exists().where(version.item_id == item.id, asked.version_id == version.id)
    return or_(in_attempts, exists().where(Card.item_id == item.id))
