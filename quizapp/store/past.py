"""What somebody has taken: attempts at a glance, and whether there are any."""

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import Session

from quizapp.assessment.attempt import AttemptSummary
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import Mode
from quizapp.store import models


def attempts(
    session: Session,
    learner: str | None,
    *,
    quiz_id: int | None = None,
    limit: int | None = 100,
    offset: int = 0,
) -> tuple[AttemptSummary, ...]:
    """Newest first."""
    row = models.Attempt
    answered = (
        select(func.count())
        .where(models.Response.attempt_id == row.id)
        .correlate(row)
        .scalar_subquery()
    )
    query = (
        select(row, models.Quiz.title, answered)
        .join(models.Quiz, models.Quiz.id == row.quiz_id)
        .where(row.learner == learner, begun())
        .order_by(row.started_at.desc(), row.id.desc())
        .limit(limit)
        .offset(offset)
    )
    if quiz_id is not None:
        query = query.where(row.quiz_id == quiz_id)
    return tuple(_summary(*found) for found in session.execute(query))


def begun() -> ColumnElement[bool]:
    """Condition on an attempt: opened and left at once, it is none yet, unless its time runs."""
    row = models.Attempt
    answered = exists().where(models.Response.attempt_id == row.id).correlate(row)
    return answered | row.finished_at.is_not(None) | row.deadline.is_not(None)


def any_at(session: Session, quiz_id: int, learner: str) -> bool:
    """Whether the learner has ever begun this quiz."""
    row = models.Attempt
    begun = exists().where(row.quiz_id == quiz_id, row.learner == learner)
    return bool(session.scalar(select(begun)))


def any_about(session: Session, article_id: int, learner: str) -> bool:
    """Whether the learner has ever been asked about this article, in whatever quiz."""
    asked, version, item = models.AttemptItem, models.ItemVersion, models.Item
    query = (
        exists()
        .where(models.Attempt.learner == learner, asked.attempt_id == models.Attempt.id)
        .where(version.id == asked.version_id, item.id == version.item_id)
        .where(item.article_id == article_id)
    )
    return bool(session.scalar(select(query)))


def _summary(row: models.Attempt, title: str, answered: int) -> AttemptSummary:
    return AttemptSummary(
        id=row.id,
        quiz_id=row.quiz_id,
        title=title,
        mode=Mode(row.mode),
        retry=row.retry,
        size=row.size,
        answered=answered,
        started_at=row.started_at,
        finished_at=row.finished_at,
        score=None if row.marks is None else Score(row.marks, row.size),
    )
