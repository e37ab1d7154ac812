"""Those who want to be seen with their first attempt at a quiz."""

from datetime import datetime

from sqlalchemy import Subquery, delete, exists, func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.assessment import names
from quizapp.assessment.leaderboard import Entry
from quizapp.assessment.marking import Score
from quizapp.store import models, past
from quizapp.store.errors import NameTaken


def entries(session: Session, quiz_id: int, learner: str | None) -> tuple[Entry, ...]:
    """First attempts of all who joined, once they are finished."""
    first, joined = _attempts(quiz_id), models.Contender
    query = (
        select(
            joined.pseudonym,
            first.c.marks,
            first.c.size,
            first.c.started_at,
            first.c.finished_at,
            joined.learner == learner,
        )
        .join(first, first.c.learner == joined.learner)
        .where(joined.quiz_id == quiz_id, first.c.number == 1, first.c.finished_at.is_not(None))
    )
    return tuple(
        Entry(pseudonym, Score(marks, size), finished_at - started_at, bool(mine))
        for pseudonym, marks, size, started_at, finished_at, mine in session.execute(query)
    )


def pseudonym(session: Session, quiz_id: int, learner: str | None) -> str | None:
    """Name under which a learner is seen there, or None."""
    row = session.get(models.Contender, (quiz_id, learner)) if learner else None
    return row.pseudonym if row else None


def join(session: Session, quiz_id: int, learner: str, name: str, *, now: datetime) -> None:
    """Be seen under a name from now on, or raise NameTaken where another has it."""
    row = models.Contender(
        quiz_id=quiz_id,
        learner=learner,
        pseudonym=name,
        folded=names.folded(name, 90),
        joined_at=now,
    )
    try:
        session.merge(row)
        session.commit()
    except IntegrityError:
        session.rollback()
        raise NameTaken(name) from None


def leave(session: Session, quiz_id: int, learner: str | None) -> None:
    """Be seen no longer; attempts stay."""
    row = models.Contender
    session.execute(delete(row).where(row.quiz_id == quiz_id, row.learner == learner))
    session.commit()


def _attempts(quiz_id: int) -> Subquery:
    """Attempts at the whole quiz, numbered for each learner from the first."""
    row = models.Attempt
    oldest_first = row.started_at, row.id
    return (
        select(
            row.learner,
            row.marks,
            row.size,
            row.started_at,
            row.finished_at,
            func.row_number().over(partition_by=row.learner, order_by=oldest_first).label("number"),
        )
        .where(
            row.quiz_id == quiz_id,
            row.retry.is_(False),
            past.begun(),
            exists().where(
                models.Contender.quiz_id == quiz_id, models.Contender.learner == row.learner
            ),
        )
        .subquery()
    )
