"""Quizzes that somebody deletes, and may want back."""

from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.store import models, quiz_items

KEPT = timedelta(days=1)
"""How long a quiz that was deleted can be brought back."""


def remove(session: Session, quiz_id: int, *, now: datetime) -> int | None:
    """By what number it can be brought back, or None where somebody has taken it or is to."""
    quiz = session.get_one(models.Quiz, quiz_id)
    kept = models.RemovedQuiz(
        learner=quiz.owner,
        quiz_id=quiz.id,
        visibility=quiz.visibility,
        link=quiz.link,
        title=quiz.title,
        created_at=quiz.created_at,
        closes_at=quiz.closes_at,
        items=list(quiz_items.of(session, quiz_id)),
        removed_at=now,
    )
    try:
        session.execute(delete(models.QuizItem).where(models.QuizItem.quiz_id == quiz_id))
        session.execute(delete(models.Quiz).where(models.Quiz.id == quiz_id))
    except IntegrityError:
        session.rollback()
        return None
    session.execute(delete(models.RemovedQuiz).where(models.RemovedQuiz.removed_at < now - KEPT))
    session.add(kept)
    session.commit()
    return kept.id


def restore(session: Session, removed_id: int, learner: str) -> int | None:
    """Id of the quiz, the one it had where that is free; None where there is nothing to restore."""
    kept = session.get(models.RemovedQuiz, removed_id)
    if kept is None or kept.learner != learner:
        return None
    free = session.get(models.Quiz, kept.quiz_id) is None
    quiz = models.Quiz(
        id=kept.quiz_id if free else None,
        owner=learner,
        visibility=kept.visibility,
        link=kept.link,
        title=kept.title,
        created_at=kept.created_at,
        closes_at=kept.closes_at,
    )
    session.add(quiz)
    session.flush()
    there = set(session.scalars(select(models.Item.id).where(models.Item.id.in_(kept.items))))
    quiz_items.place(session, quiz.id, [each for each in kept.items if each in there])
    session.delete(kept)
    session.commit()
    return quiz.id
