"""What somebody has taken: attempts at a glance, and whether there are any."""

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import Session, aliased

from quizapp.assessment.attempt import AttemptSummary
from quizapp.assessment.marking import Score
from quizapp.store import models
from quizapp.store.attempts import terms


def attempts(
    session: Session,
    learner: str | None,
    *,
    quiz_id: int | None = None,
    limit: int | None = 100,
    offset: int = 0,
) -> tuple[AttemptSummary, ...]:
    """Newest first, without those that are discarded."""
    query = _summaries(learner).where(_is_listed()).limit(limit).offset(offset)
    if quiz_id is not None:
        query = query.where(models.Attempt.quiz_id == quiz_id)
    return tuple(_summary(*found) for found in session.execute(query))


def first(session: Session, learner: str | None, quiz_id: int) -> AttemptSummary | None:
    """The first at a quiz that is no retry, discarded or not."""
    row = models.Attempt
    query = (
        _summaries(learner)
        .where(row.quiz_id == quiz_id, row.retry.is_(False))
        .order_by(None)
        .order_by(row.started_at, row.id)
    )
    found = session.execute(query.limit(1)).one_or_none()
    return _summary(*found) if found else None


def timed(session: Session, learner: str | None) -> tuple[AttemptSummary, ...]:
    """Those whose time is running, newest first."""
    query = _summaries(learner).where(_is_timed())
    return tuple(_summary(*found) for found in session.execute(query))


def latest(session: Session, learner: str | None) -> tuple[AttemptSummary, ...]:
    """The newest, and with it all whose time is running, newest first."""
    row = aliased(models.Attempt)
    newest = (
        select(row.id)
        .where(row.learner == learner, begun(row), _is_listed(row))
        .order_by(row.started_at.desc(), row.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = _summaries(learner).where(_is_timed() | (models.Attempt.id == newest))
    return tuple(_summary(*found) for found in session.execute(query))


def _summaries(learner: str | None) -> Select[models.Attempt, str, int]:
    row = models.Attempt
    answered = (
        select(func.count())
        .where(models.Response.attempt_id == row.id)
        .correlate(row)
        .scalar_subquery()
    )
    return (
        select(row, models.Quiz.title, answered)
        .join(models.Quiz, models.Quiz.id == row.quiz_id)
        .where(row.learner == learner, begun())
        .order_by(row.started_at.desc(), row.id.desc())
    )


def _is_timed() -> ColumnElement[bool]:
    """Whatever is late has been finished before, see `attempts.close_late`."""
    row = models.Attempt
    return row.finished_at.is_(None) & row.deadline.is_not(None)


def _is_listed(row: type[models.Attempt] = models.Attempt) -> ColumnElement[bool]:
    """Condition on an attempt: whoever finishes one after all finds it again."""
    return row.discarded.is_(False) | row.finished_at.is_not(None)


def begun(row: type[models.Attempt] = models.Attempt) -> ColumnElement[bool]:
    """Condition on an attempt: opened and left at once, it is none yet, unless its time runs."""
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
        terms=terms(row),
        retry=row.retry,
        size=row.size,
        answered=answered,
        started_at=row.started_at,
        finished_at=row.finished_at,
        score=None if row.marks is None else Score(row.marks, row.size),
    )
