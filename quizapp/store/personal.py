"""Everything that is stored of a learner, to be taken along."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions import Generated
from quizapp.store import articles, belongings, models, quizzes, rows

TOLD = ("account", "article", "attempt", "attempt_item", "response")
"""Tables that are told in words, not row by row."""


def attempts(session: Session, learner: str) -> list[dict[str, object]]:
    """Every attempt with what was asked and answered; marks only once it is finished."""
    attempt, asked, version = models.Attempt, models.AttemptItem, models.ItemVersion
    query = (
        select(attempt, models.Quiz.title, asked, version, models.Response)
        .join(models.Quiz, models.Quiz.id == attempt.quiz_id)
        .join(asked, asked.attempt_id == attempt.id)
        .join(version, version.id == asked.version_id)
        .outerjoin(models.Response, rows.is_answered())
        .where(attempt.learner == learner)
        .order_by(attempt.id, asked.position)
    )
    found = groupby(session.execute(query), key=lambda row: row[0].id)
    return [_attempt(list(its)) for _, its in found]


def owned(session: Session, learner: str) -> Iterator[Generated]:
    """Every article of the learner's own with the items of its quiz."""
    query = select(models.Article.id).where(models.Article.owner == learner)
    for article_id in session.scalars(query).all():
        stored = articles.get(session, article_id)
        quiz = stored and quizzes.get(session, stored.quiz_id)
        if stored and quiz:
            yield Generated(stored.article, tuple(version.item for version in quiz.items))


def composed(session: Session, learner: str) -> list[dict[str, object]]:
    """Every quiz that the learner has put together, with the ids of its items."""
    place = models.QuizItem
    query = (
        select(models.Quiz.id, models.Quiz.title, models.Item.uid)
        .join(place, place.quiz_id == models.Quiz.id)
        .join(models.Item, models.Item.id == place.item_id)
        .where(models.Quiz.owner == learner, models.Quiz.article_id.is_(None))
        .order_by(models.Quiz.id, place.position)
    )
    found = groupby(session.execute(query), key=lambda row: (row.id, row.title))
    return [{"title": title, "items": [row.uid for row in its]} for (_, title), its in found]


def others(session: Session, learner: str) -> dict[str, list[dict[str, object]]]:
    """Whatever else there is, as it is stored."""
    found = belongings.rows(session, learner)
    return {name: its for name, its in found if its and name not in TOLD}


def _attempt(its: list[Any]) -> dict[str, object]:
    attempt, title, *_ = its[0]
    return {
        "quiz": title,
        "mode": attempt.mode,
        "retry": attempt.retry,
        "started_at": attempt.started_at.isoformat(),
        "finished_at": attempt.finished_at and attempt.finished_at.isoformat(),
        "marks": attempt.marks,
        "of": attempt.size,
        "questions": [_question(*row[3:], told=attempt.finished_at is not None) for row in its],
    }


def _question(
    version: models.ItemVersion, response: models.Response | None, *, told: bool
) -> dict[str, object]:
    asked: dict[str, object] = {"stem": version.stem, "options": version.options}
    if response is None:
        return asked
    return asked | {
        "chosen": response.chosen,
        "first": response.first,
        "mark": response.mark if told else None,
        "confidence": response.confidence,
        "answered_at": response.answered_at.isoformat(),
    }
