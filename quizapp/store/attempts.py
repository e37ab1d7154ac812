"""Attempts and their responses; every question asked of them names the guest they belong to."""

from datetime import datetime

from sqlalchemy import Select, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.assessment.assembly import ItemVersion, Plan, option_order
from quizapp.assessment.attempt import (
    Attempt,
    AttemptSummary,
    Question,
    Response,
    marked,
    respond,
    score,
)
from quizapp.assessment.marking import Score
from quizapp.store import models, rows


def start(session: Session, plan: Plan, *, guest: str, now: datetime) -> int:
    """Begin an attempt and return its id; item versions and option order are frozen here."""
    row = models.Attempt(
        quiz_id=plan.quiz_id, guest=guest, retry=plan.retry, size=len(plan.items), started_at=now
    )
    session.add(row)
    session.flush()
    session.add_all(
        models.AttemptItem(
            attempt_id=row.id,
            position=position,
            version_id=version.id,
            option_order=list(option_order(version.item)),
        )
        for position, version in enumerate(plan.items, 1)
    )
    session.commit()
    return row.id


def get(session: Session, attempt_id: int, *, guest: str | None) -> Attempt | None:
    """None where there is no such attempt, and just so where it is somebody else's."""
    query = (
        select(models.Attempt, models.Quiz)
        .join(models.Quiz, models.Quiz.id == models.Attempt.quiz_id)
        .where(models.Attempt.id == attempt_id, models.Attempt.guest == guest)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        return None
    row, quiz = found
    return Attempt(
        id=row.id,
        guest=row.guest,
        quiz_id=quiz.id,
        article_id=quiz.article_id,
        title=quiz.title,
        retry=row.retry,
        started_at=row.started_at,
        finished_at=row.finished_at,
        questions=_questions(session, attempt_id),
    )


def answer(
    session: Session, attempt: Attempt, question: Question, chosen: int, *, now: datetime
) -> Attempt:
    """Attempt with this response; where another came first, the attempt with that one."""
    response = marked(question.item, chosen, now=now)
    answered = respond(attempt, question.position, response)
    session.add(_row(attempt.id, question.position, response))
    try:
        session.flush()
    except IntegrityError:
        session.rollback()
        return get(session, attempt.id, guest=attempt.guest) or attempt
    if answered.finished_at:
        _close(session, answered)
    session.commit()
    return answered


def finish(session: Session, attempt: Attempt, *, now: datetime) -> None:
    """End an attempt early: what is open stays unanswered. Nothing happens to a finished one."""
    row = session.get_one(models.Attempt, attempt.id)
    if row.finished_at is None:
        row.finished_at, row.marks = now, score(attempt).marks
        session.commit()


def history(
    session: Session, guest: str | None, *, quiz_id: int | None = None, limit: int = 100
) -> tuple[AttemptSummary, ...]:
    """Newest first; attempts that were opened and never answered are left out."""
    query = _summaries(guest).limit(limit)
    if quiz_id is not None:
        query = query.where(models.Attempt.quiz_id == quiz_id)
    return tuple(_summary(*row) for row in session.execute(query))


def _summaries(guest: str | None) -> Select[models.Attempt, str, int]:
    answered = (
        select(func.count())
        .where(models.Response.attempt_id == models.Attempt.id)
        .correlate(models.Attempt)
        .scalar_subquery()
    )
    return (
        select(models.Attempt, models.Quiz.title, answered)
        .join(models.Quiz, models.Quiz.id == models.Attempt.quiz_id)
        .where(models.Attempt.guest == guest, answered > 0)
        .order_by(models.Attempt.started_at.desc(), models.Attempt.id.desc())
    )


def _summary(row: models.Attempt, title: str, answered: int) -> AttemptSummary:
    return AttemptSummary(
        id=row.id,
        quiz_id=row.quiz_id,
        title=title,
        retry=row.retry,
        size=row.size,
        answered=answered,
        started_at=row.started_at,
        finished_at=row.finished_at,
        score=None if row.marks is None else Score(row.marks, row.size),
    )


def _questions(session: Session, attempt_id: int) -> tuple[Question, ...]:
    asked, response = models.AttemptItem, models.Response
    query = (
        select(asked, models.Item.uid, models.ItemVersion, response)
        .join(models.ItemVersion, models.ItemVersion.id == asked.version_id)
        .join(models.Item, models.Item.id == models.ItemVersion.item_id)
        .outerjoin(
            response,
            (response.attempt_id == asked.attempt_id) & (response.position == asked.position),
        )
        .where(asked.attempt_id == attempt_id)
        .order_by(asked.position)
    )
    return tuple(_question(*row) for row in session.execute(query))


def _question(
    asked: models.AttemptItem,
    uid: str,
    version: models.ItemVersion,
    response: models.Response | None,
) -> Question:
    return Question(
        position=asked.position,
        version=ItemVersion(version.id, rows.item(uid, version), version.created_at),
        option_order=tuple(asked.option_order),
        response=_response(response) if response else None,
    )


def _response(row: models.Response) -> Response:
    return Response(row.chosen, row.mark, row.answered_at)


def _row(attempt_id: int, position: int, response: Response) -> models.Response:
    return models.Response(
        attempt_id=attempt_id,
        position=position,
        chosen=response.chosen,
        mark=response.mark,
        answered_at=response.answered_at,
    )


def _close(session: Session, attempt: Attempt) -> None:
    row = session.get_one(models.Attempt, attempt.id)
    row.finished_at, row.marks = attempt.finished_at, score(attempt).marks
