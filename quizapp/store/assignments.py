"""Quizzes assigned to classes, and what came of them."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, exists, select
from sqlalchemy.orm import Session

from quizapp.assessment.assigning import Assignment, Attempted, Begun, Result
from quizapp.assessment.conditions import FREE, Conditions
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import Mode
from quizapp.assessment.permissions import Visibility
from quizapp.store import attempts, class_models, models, rows
from quizapp.store.quizzes import questions_in


@dataclass(frozen=True, slots=True)
class Agreement:
    """What a class is to take: so many questions of a quiz or all of them, until then, and how."""

    quiz_id: int
    size: int
    due_at: datetime | None = None
    conditions: Conditions = FREE
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """An assignment as a member sees it on the first page, with all that they have made of it."""

    class_name: str
    assignment: Assignment
    joined_at: datetime
    made: tuple[Attempted, ...]


def of(session: Session, class_id: int) -> tuple[Assignment, ...]:
    """Everything ever assigned to a class: what is due first comes first."""
    query = _assignments().where(class_models.Assignment.class_id == class_id)
    return tuple(_assignment(*row) for row in session.execute(query))


def assign(session: Session, class_id: int, agreed: Agreement, *, now: datetime) -> None:
    """Assign a quiz, or change how: each stands in a class once.

    What was removed begins anew; what is changed goes on, with all that was made of it.
    """
    row = class_models.Assignment
    whose = (row.class_id == class_id) & (row.quiz_id == agreed.quiz_id)
    known = session.scalar(select(row).where(whose))
    if known is None:
        known = row(class_id=class_id, quiz_id=agreed.quiz_id, assigned_at=now)
        session.add(known)
    elif known.removed_at:
        known.assigned_at = now
    known.size, known.due_at, known.removed_at = agreed.size, agreed.due_at, None
    known.whole = agreed.whole
    _lay_down(known, agreed.conditions)
    session.commit()


def remove(session: Session, class_id: int, assignment_id: int, *, when: datetime | None) -> bool:
    """Take it back, or with None assign it again; False where the class has no such assignment."""
    row = class_models.Assignment
    whose = (row.class_id == class_id) & (row.id == assignment_id)
    found = session.scalar(select(row).where(whose))
    if found is not None:
        found.removed_at = when
        session.commit()
    return found is not None


def results(session: Session, class_id: int) -> tuple[Result, ...]:
    """Finished attempts of its members at the quizzes of a class."""
    return tuple(each for each in made(session, class_id) if isinstance(each, Result))


def made(session: Session, class_id: int) -> tuple[Attempted, ...]:
    """Those that still run as well."""
    return _attempts(session, class_models.Assignment.class_id == class_id)


def made_by(session: Session, class_id: int, learner: str) -> tuple[Attempted, ...]:
    """The same of one member."""
    whose = (class_models.Assignment.class_id == class_id) & (models.Attempt.learner == learner)
    return _attempts(session, whose)


def tasks(session: Session, learner: str, *, quiz_id: int | None = None) -> tuple[Task, ...]:
    """All, or all about one quiz, that somebody's classes are to take: what is due comes first."""
    member = class_models.Membership
    query = (
        _assignments()
        .add_columns(class_models.Class.name, member.joined_at)
        .join(class_models.Class, class_models.Class.id == class_models.Assignment.class_id)
        .join(member, member.class_id == class_models.Class.id)
        .where(is_active(learner))
    )
    if quiz_id is not None:
        query = query.where(class_models.Assignment.quiz_id == quiz_id)
    found = [(name, since, _assignment(*row)) for *row, name, since in session.execute(query)]
    own = _attempts(session, models.Attempt.learner == learner) if found else ()
    return tuple(
        Task(name, each, since, tuple(one for one in own if one.quiz_id == each.quiz_id))
        for name, since, each in found
    )


def is_assigned(session: Session, quiz_id: int, learner: str) -> bool:
    """Whether a class leads somebody to a quiz."""
    query = exists().where(class_models.Assignment.quiz_id == quiz_id).where(is_active(learner))
    return bool(session.scalar(select(query)))


def is_active(learner: str) -> ColumnElement[bool]:
    """Whether somebody's class is to take what is assigned: nothing left, removed, archived."""
    return (
        (class_models.Class.id == class_models.Assignment.class_id)
        & (class_models.Membership.class_id == class_models.Class.id)
        & (class_models.Membership.learner == learner)
        & class_models.Membership.left_at.is_(None)
        & class_models.Assignment.removed_at.is_(None)
        & class_models.Class.archived_at.is_(None)
    )


def _assignments() -> Select[class_models.Assignment, models.Quiz, int]:
    row = class_models.Assignment
    return (
        select(row, models.Quiz, questions_in())
        .join(models.Quiz, models.Quiz.id == row.quiz_id)
        .order_by(row.due_at.is_(None), row.due_at, row.assigned_at)
    )


def _assignment(row: class_models.Assignment, quiz: models.Quiz, available: int) -> Assignment:
    return Assignment(
        id=row.id,
        class_id=row.class_id,
        quiz_id=row.quiz_id,
        title=quiz.title,
        asked=row.size,
        available=available,
        since=row.assigned_at,
        due_at=row.due_at,
        removed=row.removed_at is not None,
        closes_at=quiz.closes_at,
        withdrawn=quiz.visibility == Visibility.DRAFT.value,
        conditions=_conditions(row),
        belonging=rows.belonging(quiz, quiz.link),
        whole=row.whole,
    )


def _lay_down(row: class_models.Assignment, conditions: Conditions) -> None:
    row.mode = conditions.mode and conditions.mode.value
    row.minutes, row.extra = conditions.minutes, conditions.extra
    row.attempts = conditions.attempts


def _conditions(row: class_models.Assignment) -> Conditions:
    mode = Mode(row.mode) if row.mode else None
    return Conditions(mode, row.minutes, row.extra, row.attempts)


def _attempts(session: Session, whose: ColumnElement[bool]) -> tuple[Attempted, ...]:
    """Of present members of the classes, since the quiz was assigned, each attempt once."""
    attempt, assigned, member = models.Attempt, class_models.Assignment, class_models.Membership
    meant = (
        exists()
        .where(assigned.quiz_id == attempt.quiz_id, assigned.removed_at.is_(None))
        .where(attempt.started_at >= assigned.assigned_at)
        .where(member.class_id == assigned.class_id, member.learner == attempt.learner)
        .where(member.left_at.is_(None), whose)
        .correlate(attempt)
    )
    found = session.scalars(select(attempt).where(attempt.retry.is_(False), meant))
    return tuple(_attempted(row) for row in found)


def _attempted(row: models.Attempt) -> Attempted:
    terms = attempts.terms(row)
    if row.finished_at is None:
        size, begun = row.size, row.started_at
        return Begun(row.id, row.learner, row.quiz_id, size, begun, terms, row.deadline, row.whole)
    score, times = Score(row.marks or 0, row.size), (row.started_at, row.finished_at)
    return Result(row.id, row.learner, row.quiz_id, score, *times, terms, row.whole)
