"""What somebody has answered, and with whom."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.store import class_models, models, rows
from quizapp.store.personal.tables import Told, listed


def attempts(session: Session, learner: str) -> list[Told]:
    """Every attempt with what was asked and answered; marks only once it is finished."""
    attempt, asked, version = models.Attempt, models.AttemptItem, models.ItemVersion
    query = (
        select(attempt, models.Quiz.title, asked, models.Item.uid, version, models.Response)
        .join(models.Quiz, models.Quiz.id == attempt.quiz_id)
        .join(asked, asked.attempt_id == attempt.id)
        .join(version, version.id == asked.version_id)
        .join(models.Item, models.Item.id == version.item_id)
        .outerjoin(models.Response, rows.is_answered())
        .where(attempt.learner == learner)
        .order_by(attempt.id, asked.position)
    )
    found = groupby(session.execute(query), key=lambda row: row[0].id)
    return [_attempt(list(its)) for _, its in found]


def reports(session: Session, learner: str) -> list[Told]:
    """What was found wrong with questions."""
    report, asked, version = models.Report, models.AttemptItem, models.ItemVersion
    query = (
        select(
            report.attempt_id.label("attempt"),
            report.position,
            version.stem,
            report.reason,
            report.comment,
            report.reported_at,
            report.settled_at,
        )
        .join(asked, rows.is_asked())
        .join(version, version.id == asked.version_id)
        .join(models.Attempt, models.Attempt.id == report.attempt_id)
        .where(models.Attempt.learner == learner)
    )
    return listed(session, query.order_by(report.attempt_id, report.position))


def leaderboards(session: Session, learner: str) -> list[Told]:
    """On which one is seen, and under which name."""
    row = models.Contender
    query = (
        select(
            row.quiz_id.label("quiz"),
            models.Quiz.title.label("quiz_title"),
            row.pseudonym,
            row.joined_at,
        )
        .join(models.Quiz, models.Quiz.id == row.quiz_id)
        .where(row.learner == learner)
    )
    return listed(session, query.order_by(row.quiz_id))


def classes(session: Session, learner: str) -> Told:
    """Those that somebody teaches, without the names of others, and those they are or were in."""
    return {"taught": _taught(session, learner), "joined": _joined(session, learner)}


def _attempt(its: Sequence[Any]) -> Told:
    attempt, title, *_ = its[0]
    return {
        "number": attempt.id,
        "quiz": attempt.quiz_id,
        "quiz_title": title,
        "mode": attempt.mode,
        "retry": attempt.retry,
        "order": attempt.order,
        "asks_confidence": attempt.confidence,
        "started_at": attempt.started_at,
        "deadline": attempt.deadline,
        "finished_at": attempt.finished_at,
        "discarded": attempt.discarded,
        "marks": attempt.marks,
        "of": attempt.size,
        "questions": [_question(*row[2:], told=attempt.finished_at is not None) for row in its],
    }


def _question(
    asked: models.AttemptItem,
    uid: str,
    version: models.ItemVersion,
    response: models.Response | None,
    *,
    told: bool,
) -> Told:
    return {
        "position": asked.position,
        "item": uid,
        "stem": version.stem,
        "options": version.options,
        "shown_in_order": asked.option_order,
        "flagged": asked.flagged,
        "response": _response(response, version.options, told=told) if response else None,
    }


def _response(row: models.Response, options: Sequence[str], *, told: bool) -> Told:
    return {
        "answer": options[row.chosen],
        "chosen": row.chosen,
        "first_try": row.first,
        "mark": row.mark if told else None,
        "confidence": row.confidence,
        "answered_at": row.answered_at,
    }


def _taught(session: Session, learner: str) -> list[Told]:
    row, member = class_models.Class, class_models.Membership
    members = select(func.count()).where(member.class_id == row.id, member.left_at.is_(None))
    query = select(
        row.id.label("number"),
        row.name,
        row.code,
        row.created_at.label("made_at"),
        row.archived_at,
        row.gone.label("members_who_deleted_their_account"),
        members.correlate(row).scalar_subquery().label("members"),
    )
    found = listed(session, query.where(row.owner == learner).order_by(row.id))
    return [each | {"assignments": _assignments(session, each["number"])} for each in found]


def _assignments(session: Session, class_id: int) -> list[Told]:
    row = class_models.Assignment
    query = (
        select(
            row.quiz_id.label("quiz"),
            models.Quiz.title.label("quiz_title"),
            row.size.label("questions"),
            row.whole.label("all_questions"),
            row.mode,
            row.minutes,
            row.extra.label("extra_time"),
            row.attempts.label("attempts_that_count"),
            row.assigned_at,
            row.due_at,
            row.removed_at,
        )
        .join(models.Quiz, models.Quiz.id == row.quiz_id)
        .where(row.class_id == class_id)
    )
    return listed(session, query.order_by(row.id))


def _joined(session: Session, learner: str) -> list[Told]:
    row, joined = class_models.Membership, class_models.Class
    query = (
        select(joined.name, row.joined_at, row.left_at, row.dismissed)
        .join(joined, joined.id == row.class_id)
        .where(row.learner == learner)
    )
    return listed(session, query.order_by(row.id))
