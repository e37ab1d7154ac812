"""Which quizzes give away the answers of others, as they ask the same items."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, or_, select, update
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from quizapp.assessment.modes import Mode
from quizapp.assessment.permissions import Visibility
from quizapp.store import assignments, class_models, models


@dataclass(frozen=True, slots=True)
class OpenQuiz:
    """A quiz whose answers everybody on this server can read."""

    id: int
    title: str
    owner: str


def is_due(session: Session, quiz_id: int, learner: str) -> bool:
    """Whether a class is to give, in whatever quiz, an answer that this quiz has."""
    assigned = class_models.Assignment.quiz_id
    query = exists().where(_alike(assigned, quiz_id), assignments.is_active(learner))
    return bool(session.scalar(select(query)))


def exams(session: Session, quiz_id: int, learner: str) -> tuple[int, ...]:
    """Quizzes that a class takes as an exam and that ask something of this quiz."""
    row = class_models.Assignment
    alike = _alike(row.quiz_id, quiz_id) & (row.mode == Mode.EXAM.value)
    query = select(row.quiz_id).where(alike, exists().where(assignments.is_active(learner)))
    return tuple(session.scalars(query.distinct()))


def sat(session: Session, quiz_id: int, learner: str) -> int | None:
    """Id of the newest exam that runs and asks something of this quiz, if there is one."""
    row, asked = models.Attempt, models.AttemptItem
    version, its = models.ItemVersion, models.QuizItem
    about = (
        exists()
        .where(asked.attempt_id == row.id, version.id == asked.version_id)
        .where(its.item_id == version.item_id, its.quiz_id == quiz_id)
    )
    query = (
        select(row.id)
        .where(row.learner == learner, row.mode == Mode.EXAM.value, row.finished_at.is_(None))
        .where(about)
        .order_by(row.id.desc())
    )
    return session.scalar(query.limit(1))


def telling(session: Session, quiz_id: int) -> tuple[OpenQuiz, ...]:
    """Open quizzes that have answers of this one, itself among them."""
    row = models.Quiz
    query = select(row.id, row.title, row.owner).where(_is_open(quiz_id)).order_by(row.id)
    return tuple(OpenQuiz(*found) for found in session.execute(query))


def hide(session: Session, quiz_id: int, owner: str) -> None:
    """Open this quiz and all of its owner's that have its answers to classes and links only."""
    own = [each.id for each in telling(session, quiz_id) if each.owner == owner]
    quiz, article = models.Quiz, models.Article
    about = select(quiz.article_id).where(quiz.id.in_(own))
    for row, which in ((article, article.id.in_(about)), (quiz, quiz.id.in_(own))):
        session.execute(update(row).where(which).values(visibility=Visibility.LINK.value))
    session.commit()


def _is_open(quiz_id: int) -> ColumnElement[bool]:
    row = models.Quiz
    return (row.visibility == Visibility.OPEN.value) & _alike(row.id, quiz_id)


def _alike(other: InstrumentedAttribute[int], quiz_id: int) -> ColumnElement[bool]:
    """Whether another quiz is this one, or asks one of its items."""
    mine, its = aliased(models.QuizItem), aliased(models.QuizItem)
    shared = exists().where(
        its.quiz_id == other, its.item_id == mine.item_id, mine.quiz_id == quiz_id
    )
    return or_(other == quiz_id, shared)
