"""What editors decide about items: approve, retire, and take it back."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.assessment.bank import Status
from quizapp.store import models


def decide(  # noqa: PLR0913 - all but the first three are keywords
    session: Session,
    item_ids: Iterable[int],
    status: Status,
    *,
    batch: str,
    learner: str,
    now: datetime,
) -> int:
    """How many items had another status; `batch` names them to `undo`."""
    item = models.Item
    query = select(item).where(item.id.in_(list(item_ids)), item.status != status.value)
    found = session.scalars(query).all()
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
        _set(row, status, now)
    session.commit()
    return len(found)


def undo(session: Session, batch: str, *, learner: str, now: datetime) -> int:
    """How many items have their earlier status again; what changed since then stays."""
    query = (
        select(models.Item, models.Decision.before)
        .join(models.Decision, models.Decision.item_id == models.Item.id)
        .where(
            models.Decision.batch == batch,
            models.Decision.learner == learner,
            models.Decision.after == models.Item.status,
        )
    )
    found = session.execute(query).all()
    for row, before in found:
        _set(row, Status(before), now)
    session.commit()
    return len(found)


def _set(row: models.Item, status: Status, now: datetime) -> None:
    """A status is a tag in Anki, which takes only what is newer."""
    row.updated_at = now
    row.status = status.value
