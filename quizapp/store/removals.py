"""Articles and quizzes that somebody deletes with what is theirs of it, and may want back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Select, delete, exists, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.assessment.permissions import Visibility
from quizapp.store import bank, class_models, daily, models, quiz_items, snapshots, study_models
from quizapp.store.figure_models import Figure
from quizapp.store.snapshots import Ids, Rows, Which

KEPT = timedelta(days=1)
"""How long what was deleted can be brought back."""
SHOWN = ("article", "quiz")
"""Tables of what others may see."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Something that can be brought back."""

    id: int
    title: str
    removed_at: datetime


@dataclass(frozen=True, slots=True)
class Restored:
    """A quiz that is back, with its article where it is that of one."""

    quiz_id: int
    article_id: int | None


@dataclass(frozen=True, slots=True)
class Along:
    """What of somebody's own goes along with an article, besides its items."""

    attempts: int
    cards: int
    drafts: int


def along(session: Session, article_id: int, learner: str) -> Along:
    """What somebody who deletes the article loses besides it."""
    cards = select(func.count()).where(_cards(article_id, learner)).scalar_subquery()
    attempt = models.Attempt
    made = select(func.count()).where(attempt.id.in_(_about(article_id, learner)))
    drafts = bank.drafts_of(article_id).scalar_subquery()
    return Along(*session.execute(select(made.scalar_subquery(), cards, drafts)).one())


def remove_article(session: Session, article_id: int, *, now: datetime) -> int | None:
    """By what number it can be brought back, or None where others rely on it."""
    article = session.get_one(models.Article, article_id)
    if _is_assigned(session, article_id):
        return None
    its = models.Quiz.article_id == article_id
    return _remove(session, article, its, _with_article(article_id, article.owner), now)


def remove_quiz(session: Session, quiz_id: int, *, now: datetime) -> int | None:
    """The same of a quiz that was put together; its items stay in the bank."""
    quiz = session.get_one(models.Quiz, quiz_id)
    return _remove(session, quiz, models.Quiz.id == quiz_id, _with_quiz(quiz_id, quiz.owner), now)


def of(session: Session, learner: str | None, *, now: datetime) -> tuple[Removed, ...]:
    """What somebody can bring back, the last first."""
    row = models.Removal
    query = select(row.id, row.title, row.removed_at).where(row.learner == learner, _kept(now))
    return tuple(Removed(*found) for found in session.execute(query.order_by(row.id.desc())))


def forget(session: Session, *, now: datetime) -> None:
    """Erase what nobody can bring back any more; each deletion does the same."""
    _forget(session, now)
    session.commit()


def find(
    session: Session, removed_id: int, learner: str | None, *, now: datetime
) -> Removed | None:
    """One of these, or None where it is forgotten or somebody else's."""
    return next((each for each in of(session, learner, now=now) if each.id == removed_id), None)


def restore(session: Session, removed: Removed, learner: str) -> Restored | None:
    """Bring it back as it was; None where the same is there again, or what it needs is gone."""
    row = session.get_one(models.Removal, removed.id)
    try:
        restored = _put_back(session, row.rows, learner)
        session.delete(row)
        session.commit()
    except IntegrityError:
        session.rollback()
        return None
    return restored


def _put_back(session: Session, kept: Rows, learner: str) -> Restored:
    closed = {name: [_closed(row, learner) for row in kept.get(name, [])] for name in SHOWN}
    ids = snapshots.put_back(session, kept | closed | {"quiz_item": []}, learner)
    _place(session, kept["quiz_item"], ids)
    _recount(session, learner, kept)
    (quiz,) = kept["quiz"]
    article_id = quiz["article_id"] and _now(ids, "article", quiz["article_id"])
    return Restored(_now(ids, "quiz", quiz["id"]), article_id)


def _closed(row: dict[str, Any], learner: str) -> dict[str, Any]:
    """What a guest had made is not open to all any more once it is an account's."""
    moved = row["owner"] != learner and row["visibility"] == Visibility.OPEN.value
    return row | {"visibility": Visibility.LINK.value} if moved else row


def _remove(
    session: Session,
    thing: models.Article | models.Quiz,
    its: ColumnElement[bool],
    going: Iterator[Which],
    now: datetime,
) -> int | None:
    row, title, learner = models.Removal, thing.title, thing.owner
    session.commit()
    session.execute(update(models.Quiz).where(its).values(title=models.Quiz.title))  # a lock
    try:
        rows = snapshots.take_out(session, going)
    except IntegrityError:
        session.rollback()
        return None
    _recount(session, learner, rows)
    _forget(session, now)
    kept = row(learner=learner, title=title, rows=rows, removed_at=now)
    session.add(kept)
    session.commit()
    return kept.id


def _recount(session: Session, learner: str, rows: Rows) -> None:
    days = {date.fromisoformat(review["day"]) for review in rows.get("review", [])}
    daily.recount(session, learner, days)


def _forget(session: Session, now: datetime) -> None:
    session.execute(delete(models.Removal).where(~_kept(now)))


def _kept(now: datetime) -> ColumnElement[bool]:
    return models.Removal.removed_at >= now - KEPT


def _with_article(article_id: int, owner: str) -> Iterator[Which]:
    """Everything that is made of the article, and what of it is the owner's alone."""
    item, quiz = models.Item, models.Quiz
    its_items = select(item.id).where(item.article_id == article_id)
    its_quizzes = select(quiz.id).where(quiz.article_id == article_id)
    its_cards = select(study_models.Card.id).where(_cards(article_id, owner))
    yield study_models.Review, study_models.Review.card_id.in_(its_cards)
    yield study_models.Card, _cards(article_id, owner)
    yield from _attempts(_about(article_id, owner))
    yield from _beside(its_quizzes, owner)
    place = models.QuizItem
    yield place, place.item_id.in_(its_items) | place.quiz_id.in_(its_quizzes)
    yield Figure, Figure.item_id.in_(its_items)
    yield models.Decision, models.Decision.item_id.in_(its_items)
    yield models.ItemVersion, models.ItemVersion.item_id.in_(its_items)
    yield item, item.article_id == article_id
    yield quiz, quiz.article_id == article_id
    yield models.Article, models.Article.id == article_id


def _with_quiz(quiz_id: int, owner: str) -> Iterator[Which]:
    attempt, quiz = models.Attempt, models.Quiz
    made = select(attempt.id).where(attempt.quiz_id == quiz_id, attempt.learner == owner)
    yield from _attempts(made)
    yield from _beside(select(quiz.id).where(quiz.id == quiz_id), owner)
    yield models.QuizItem, models.QuizItem.quiz_id == quiz_id
    yield quiz, quiz.id == quiz_id


def _is_assigned(session: Session, article_id: int) -> bool:
    """Whether a class is to take a quiz, be it another one, that asks about the article."""
    place, assigned = models.QuizItem, class_models.Assignment
    query = (
        exists()
        .where(models.Item.article_id == article_id, place.item_id == models.Item.id)
        .where(assigned.quiz_id == place.quiz_id, assigned.removed_at.is_(None))
    )
    return bool(session.scalar(select(query)))


def _attempts(made: Select[int]) -> Iterator[Which]:
    for row in (models.Report, models.Response, models.AttemptItem):
        yield row, row.attempt_id.in_(made)
    yield models.Attempt, models.Attempt.id.in_(made)


def _beside(its_quizzes: Select[int], owner: str) -> Iterator[Which]:
    """The owner's name on a leaderboard, and what classes were to take and no longer are."""
    contender, assigned = models.Contender, class_models.Assignment
    yield contender, contender.quiz_id.in_(its_quizzes) & (contender.learner == owner)
    yield assigned, assigned.quiz_id.in_(its_quizzes) & assigned.removed_at.is_not(None)


def _about(article_id: int, learner: str) -> Select[int]:
    """Somebody's attempts, at whatever quiz, that asked about an article."""
    attempt, asked, version = models.Attempt, models.AttemptItem, models.ItemVersion
    return (
        select(attempt.id)
        .join(asked, asked.attempt_id == attempt.id)
        .join(version, version.id == asked.version_id)
        .join(models.Item, models.Item.id == version.item_id)
        .where(models.Item.article_id == article_id, attempt.learner == learner)
    )


def _cards(article_id: int, learner: str) -> ColumnElement[bool]:
    card, item = study_models.Card, models.Item
    its = card.item_id.in_(select(item.id).where(item.article_id == article_id))
    return its & (card.learner == learner)


def _place(session: Session, places: Sequence[dict[str, Any]], ids: Ids) -> None:
    """Items go where they were in quizzes that are there; some may not be there themselves."""
    placed = [
        (_now(ids, "quiz", each["quiz_id"]), each["position"], _now(ids, "item", each["item_id"]))
        for each in places
    ]
    for quiz_id, its in groupby(sorted(placed), key=itemgetter(0)):
        if session.get(models.Quiz, quiz_id):
            quiz_items.put_back(session, quiz_id, {position: item for _, position, item in its})


def _now(ids: Ids, table: str, before: int) -> int:
    return ids.get(table, {}).get(before, before)
