"""Quizzes and the items they ask."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Integer,
    ScalarSelect,
    Subquery,
    cast,
    exists,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Session

from questions import ItemKind
from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.bank import ASKED
from quizapp.assessment.permissions import Belonging, Visibility
from quizapp.store import models, rows

LONGEST_LIST = 200


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz with the current versions of its items in its own order, retired ones left out.

    `article_id` is None where it was put together from the bank.
    """

    id: int
    article_id: int | None
    title: str
    items: tuple[ItemVersion, ...]
    belonging: Belonging
    closes_at: datetime | None = None
    archived: bool = False

    @property
    def composed(self) -> bool:
        """Whether somebody chose its items, in whatever way."""
        return self.article_id is None

    @property
    def quiz_id(self) -> int:
        """Its id, under the name by which other things have that of their quiz."""
        return self.id


@dataclass(frozen=True, slots=True)
class QuizCard:
    """A quiz in a list, with what one learner has made of it; `best` is a share of 0..1.

    `size` counts the questions with options, `flashcards` those without.
    """

    id: int
    title: str
    belonging: Belonging
    closes_at: datetime | None
    composed: bool
    created_at: datetime
    size: int
    flashcards: int
    attempts: int
    best: float | None


@dataclass(frozen=True, slots=True)
class QuizChoice:
    """A quiz to choose from a list, with what tells it apart from others of its title."""

    id: int
    title: str
    size: int
    created_at: datetime
    owner: str


def get(session: Session, quiz_id: int) -> Quiz | None:
    """Quiz by id, or None."""
    row = session.get(models.Quiz, quiz_id)
    if row is None:
        return None
    asked, whose = items(session, quiz_id), rows.belonging(row, row.link)
    return Quiz(row.id, row.article_id, row.title, asked, whose, row.closes_at, row.archived)


def items(session: Session, quiz_id: int) -> tuple[ItemVersion, ...]:
    """What a quiz has to ask, in its order."""
    item, place = models.Item, models.QuizItem
    query = (
        select(models.ItemVersion.id, item.uid, item.updated_at, *rows.WORDING)
        .join(item, rows.is_current())
        .join(place, place.item_id == item.id)
        .where(place.quiz_id == quiz_id, rows.has_status(ASKED))
        .order_by(place.position)
    )
    found: Sequence[Any] = session.execute(query).all()
    return tuple(ItemVersion(row.id, rows.item(row.uid, row), row.updated_at) for row in found)


def there(session: Session, quiz_ids: Iterable[int]) -> frozenset[int]:
    """Which of these quizzes there are."""
    query = select(models.Quiz.id).where(models.Quiz.id.in_(quiz_ids))
    return frozenset(session.scalars(query))


def shared(session: Session, link: str) -> int | None:
    """Id of the quiz that is shared by this link; a link that was replaced leads nowhere."""
    return session.scalar(select(models.Quiz.id).where(models.Quiz.link == link))


def share(session: Session, quiz: Quiz, link: str) -> None:
    """Share the quiz by this link, and no longer by the one before."""
    session.execute(update(models.Quiz).where(models.Quiz.id == quiz.id).values(link=link))
    session.commit()


def show(session: Session, quiz: Quiz, visibility: Visibility) -> None:
    """Open the quiz to all, to those who have the link or to nobody, and its own article too."""
    for row, row_id in ((models.Quiz, quiz.id), (models.Article, quiz.article_id)):
        session.execute(update(row).where(row.id == row_id).values(visibility=visibility.value))
    session.commit()


def withdraw(session: Session, owner: str) -> int:
    """Open what was open to all only to those who have a link; number of quizzes that were."""
    withdrawn = [
        session.execute(
            update(row)
            .where(row.owner == owner, row.visibility == Visibility.OPEN.value)
            .values(visibility=Visibility.LINK.value)
            .returning(row.id)
        ).all()
        for row in (models.Article, models.Quiz)
    ]
    return len(withdrawn[1])


def close(session: Session, quiz_id: int, when: datetime | None) -> None:
    """From then on nobody begins it; None lets it stay open."""
    session.execute(update(models.Quiz).where(models.Quiz.id == quiz_id).values(closes_at=when))
    session.commit()


def archive(session: Session, quiz_id: int, *, archived: bool) -> None:
    """Take a quiz out of all lists, or back into them; whatever leads to it still does."""
    session.execute(update(models.Quiz).where(models.Quiz.id == quiz_id).values(archived=archived))
    session.commit()


def recent(
    session: Session,
    learner: str | None,
    *,
    limit: int,
    offset: int = 0,
    archived: bool = False,
) -> tuple[QuizCard, ...]:
    """Open ones, one's own and what one has taken, without the drafts of others, newest first.

    A retry is no attempt at the quiz. Archived ones are seen by nobody but their owner, and apart.
    So is that of an article whose items are all held back.
    """
    own = models.Quiz.owner == learner
    seen = own if archived else is_seen(learner) & (own | ~_is_held_back())
    tried = _tried(learner)
    flashcards = _count(models.ItemVersion.kind == ItemKind.FLASHCARD.value)
    size = questions_in()
    query = (
        select(models.Quiz, size, flashcards, func.coalesce(tried.c.attempts, 0), tried.c.best)
        .outerjoin(tried, tried.c.quiz_id == models.Quiz.id)
        .where(seen, models.Quiz.archived.is_(archived))
        .order_by(models.Quiz.created_at.desc(), models.Quiz.id.desc())
        .limit(limit)
        .offset(offset)
    )
    return tuple(_card(quiz, tuple(counts)) for quiz, *counts in session.execute(query))


def is_seen(learner: str | None) -> ColumnElement[bool]:
    """Condition on a quiz: open, one's own, or one that one has taken and that is no draft."""
    row = models.Quiz
    taken = select(models.Attempt.quiz_id).where(models.Attempt.learner == learner)
    published = row.visibility != Visibility.DRAFT.value
    is_open = row.visibility == Visibility.OPEN.value
    return or_(is_open, row.owner == learner, published & row.id.in_(taken))


def _is_held_back() -> ColumnElement[bool]:
    """Condition on a quiz: that of an article of which nothing has been released."""
    row = models.Quiz
    return row.article_id.is_not(None) & ~exists().where(models.QuizItem.quiz_id == row.id)


def _card(quiz: models.Quiz, counts: tuple[Any, ...]) -> QuizCard:
    belonging, composed = rows.belonging(quiz, quiz.link), quiz.article_id is None
    times = quiz.closes_at, composed, quiz.created_at
    return QuizCard(quiz.id, quiz.title, belonging, *times, *counts)


def questions_in() -> ScalarSelect[int]:
    """How many items of a quiz, as a column of a query of quizzes, have options to choose from."""
    return _count(models.ItemVersion.kind != ItemKind.FLASHCARD.value)


def assignable(session: Session, learner: str) -> tuple[QuizChoice, ...]:
    """What somebody may assign to a class: their own first, then what is open to all."""
    row, size = models.Quiz, questions_in()
    query = (
        select(row.id, row.title, size, row.created_at, row.owner)
        .where((row.visibility == Visibility.OPEN.value) | (row.owner == learner), size > 0)
        .where(row.visibility != Visibility.DRAFT.value)
        .order_by((row.owner == learner).desc(), row.created_at.desc(), row.id.desc())
        .limit(LONGEST_LIST)
    )
    return tuple(QuizChoice(*found) for found in session.execute(query))


def _count(condition: ColumnElement[bool]) -> ScalarSelect[int]:
    """How many items of a quiz fulfil a condition in their current wording; none retired."""
    return (
        select(func.count())
        .select_from(models.QuizItem)
        .join(models.Item, models.Item.id == models.QuizItem.item_id)
        .join(models.ItemVersion, rows.is_current())
        .where(models.QuizItem.quiz_id == models.Quiz.id, rows.has_status(ASKED), condition)
        .correlate(models.Quiz)
        .scalar_subquery()
    )


def _tried(learner: str | None) -> Subquery:
    attempt = models.Attempt
    return (
        select(
            attempt.quiz_id,
            cast(func.count(), Integer).label("attempts"),
            func.max(attempt.marks / attempt.size).label("best"),
        )
        .where(
            attempt.learner == learner, attempt.finished_at.is_not(None), attempt.retry.is_(False)
        )
        .group_by(attempt.quiz_id)
        .subquery()
    )
