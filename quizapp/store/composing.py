"""Quizzes put together from the bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from questions import AnswerType, ItemKind
from quizapp.assessment.composing import Choosable, Rule
from quizapp.assessment.permissions import Belonging, Visibility
from quizapp.store import models, quiz_items, rows
from quizapp.store.quizzes import LONGEST_LIST, QuizChoice


@dataclass(frozen=True, slots=True)
class Target:
    """A quiz for which items are being chosen."""

    id: int
    title: str
    item_ids: frozenset[int]


def add(session: Session, title: str, item_ids: Sequence[int], *, owner: str, now: datetime) -> int:
    """Id of a new quiz of these items, which is a draft until its owner publishes it."""
    quiz_id = place(session, title, item_ids, belonging=Belonging(owner, Visibility.DRAFT), now=now)
    session.commit()
    return quiz_id


def place(
    session: Session, title: str, item_ids: Sequence[int], *, belonging: Belonging, now: datetime
) -> int:
    """Do the same as a part of something that is committed as a whole; seen by whom one says."""
    owner, visibility = belonging.owner, belonging.visibility.value
    row = models.Quiz(owner=owner, visibility=visibility, title=title, created_at=now)
    session.add(row)
    session.flush()
    quiz_items.place(session, row.id, item_ids)
    return row.id


def rename(session: Session, quiz_id: int, title: str) -> None:
    """Give the quiz another name."""
    session.execute(update(models.Quiz).where(models.Quiz.id == quiz_id).values(title=title))
    session.commit()


def of(session: Session, owner: str) -> tuple[QuizChoice, ...]:
    """Quizzes that somebody has put together, the newest first, with how many items they have."""
    row, place = models.Quiz, models.QuizItem
    size = select(func.count()).where(place.quiz_id == row.id).correlate(row).scalar_subquery()
    query = (
        select(row.id, row.title, size, row.created_at, row.owner)
        .where(rows.is_owned(row.owner, owner), row.article_id.is_(None))
        .order_by(row.id.desc())
        .limit(LONGEST_LIST)
    )
    return tuple(QuizChoice(*found) for found in session.execute(query))


def target(session: Session, owner: str, quiz_id: int) -> Target | None:
    """A quiz that somebody has put together, with what is in it."""
    row, place = models.Quiz, models.QuizItem
    query = (
        select(row.title, place.item_id)
        .outerjoin(place, place.quiz_id == row.id)
        .where(row.id == quiz_id, rows.is_owned(row.owner, owner), row.article_id.is_(None))
    )
    found = session.execute(query).all()
    item_ids = frozenset(item_id for _, item_id in found if item_id)
    return Target(quiz_id, found[0][0], item_ids) if found else None


def pool(session: Session, owner: str, rule: Rule) -> tuple[Choosable, ...]:
    """Items of an owner's that a rule allows; flashcards have no options to choose from."""
    item = models.Item
    query = _choosable().where(
        rows.is_owned(item.owner, owner),
        rows.has_status(rule.statuses),
        models.ItemVersion.kind != ItemKind.FLASHCARD.value,
    )
    if rule.article_ids:
        query = query.where(item.article_id.in_(rule.article_ids))
    if rule.types:
        query = query.where(item.answer_type.in_([each.value for each in rule.types]))
    found = _read(session, query)
    return tuple(each for each in found if not rule.bands or each.band in rule.bands)


def chosen(session: Session, quiz_id: int) -> tuple[Choosable, ...]:
    """Items that a quiz has already."""
    place = models.QuizItem
    query = _choosable().join(place, place.item_id == models.Item.id)
    return _read(session, query.where(place.quiz_id == quiz_id))


def _choosable() -> Select[*tuple[Any, ...]]:
    item, version = models.Item, models.ItemVersion
    return (
        select(item.id, item.article_id, item.answer_type, item.difficulty)
        .add_columns(version.evidence_start, version.evidence_end)
        .join(version, rows.is_current())
        .order_by(item.id)
    )


def _read(session: Session, query: Select[*tuple[Any, ...]]) -> tuple[Choosable, ...]:
    return tuple(
        Choosable(item_id, article_id, AnswerType(kind), difficulty, (start, end))
        for item_id, article_id, kind, difficulty, start, end in session.execute(query)
    )
