"""Reports of questions that something is wrong with."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from quizapp.assessment.attempt import Attempt
from quizapp.assessment.reporting import Filed, Reason, Report
from quizapp.store import models, rows


def save(
    session: Session, attempt: Attempt, position: int, report: Report, *, now: datetime
) -> None:
    """Store what is wrong with a question as an attempt asked it; a later report replaces it."""
    row = models.Report(
        attempt_id=attempt.id,
        position=position,
        reason=report.reason.value,
        comment=report.comment,
        reported_at=now,
        settled_at=None,
    )
    session.merge(row)
    session.commit()


def of_item(session: Session, item_id: int) -> tuple[Filed, ...]:
    """Every report of an item in any wording: the open ones first, then the newest."""
    report = models.Report
    query = _of([item_id]).order_by(report.settled_at.is_not(None), report.reported_at.desc())
    return tuple(
        Filed(
            attempt_id=row.attempt_id,
            position=row.position,
            report=Report(Reason(row.reason), row.comment),
            stem=version.stem,
            number=version.number,
            reported_at=row.reported_at,
            settled_at=row.settled_at,
        )
        for row, version in session.execute(query)
    )


def settle(session: Session, item_ids: Sequence[int], *, now: datetime) -> int:
    """How many open reports of these items are settled now."""
    query = _of(item_ids).where(models.Report.settled_at.is_(None))
    return _set(session, query, now)


def reopen(session: Session, item_id: int) -> int:
    """How many reports of an item that had been settled are open again."""
    query = _of([item_id]).where(models.Report.settled_at.is_not(None))
    return _set(session, query, None)


def reopen_all(session: Session, owner: str, settled_at: datetime) -> int:
    """How many reports of an owner's items, settled at this time, are open again."""
    mine = select(models.Item.id).where(rows.is_owned(models.Item.owner, owner))
    query = _of(mine).where(models.Report.settled_at == settled_at)
    return _set(session, query, None)


def _set(
    session: Session, query: Select[models.Report, models.ItemVersion], at: datetime | None
) -> int:
    """How many reports are settled from now on; open again where that is never."""
    found = [row for row, _ in session.execute(query)]
    for row in found:
        row.settled_at = at
    session.commit()
    return len(found)


def _of(item_ids: Sequence[int] | Select[int]) -> Select[models.Report, models.ItemVersion]:
    report, asked, version = models.Report, models.AttemptItem, models.ItemVersion
    return (
        select(report, version)
        .join(asked, rows.is_asked())
        .join(version, version.id == asked.version_id)
        .where(version.item_id.in_(item_ids))
    )
