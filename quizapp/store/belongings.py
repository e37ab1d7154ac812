"""What belongs to a learner: all rows with one of the columns `WHOSE`, whatever the table."""

from collections.abc import Iterator
from contextlib import suppress

from sqlalchemy import (
    Column,
    ColumnElement,
    ForeignKeyConstraint,
    PrimaryKeyConstraint,
    Select,
    Table,
    UniqueConstraint,
    and_,
    delete,
    exists,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.store import models
from quizapp.store.base import Base
from quizapp.store.figure_models import Figure

WHOSE = ("author", "learner", "owner")


def move(session: Session, old: str, new: str) -> None:
    """Give the rows of one learner to another; those of which the other has the like stay.

    What comes with an article stays where the article does.
    """
    for whose in columns():
        table = whose.table
        session.execute(
            update(table)
            .where(
                whose == old, *(~twin for twin in _twins(whose, new)), *_with_article(whose, new)
            )
            .values({whose.name: new})
        )


def columns() -> Iterator[Column[str]]:
    """Every column that holds a learner."""
    for table in Base.metadata.sorted_tables:
        yield from (column for column in table.columns if column.name in WHOSE)


def _with_article(whose: Column[str], new: str) -> Iterator[ColumnElement[bool]]:
    """Condition under which the article of a row has moved already, if it is an article's."""
    table: Table = whose.table
    if whose.name == "owner" and "article_id" in table.c:
        article = Base.metadata.tables["article"]
        moved = exists().where(article.c.id == table.c.article_id, article.c.owner == new)
        yield or_(table.c.article_id.is_(None), moved)


def _twins(whose: Column[str], new: str) -> Iterator[ColumnElement[bool]]:
    """Conditions under which a row cannot move, as another would be the same."""
    table: Table = whose.table
    for constraint in table.constraints:
        if not isinstance(constraint, UniqueConstraint | PrimaryKeyConstraint):
            continue
        names = constraint.columns.keys()
        if whose.name in names:
            yield _twin(whose, new, [name for name in names if name != whose.name])


def _twin(whose: Column[str], new: str, names: list[str]) -> ColumnElement[bool]:
    other = whose.table.alias()
    same = [other.c[name] == whose.table.c[name] for name in names]
    return exists().where(and_(other.c[whose.name] == new, *same))


def remove(session: Session, learner: str, *, nobody: str) -> None:
    """Delete what is the learner's alone; what others rely on is `nobody`'s from now on."""
    for table in reversed(Base.metadata.sorted_tables):
        whose = _hanging_on(table, learner)
        if whose is not None:
            session.execute(delete(table).where(whose))
    for quiz_id in session.scalars(_owned(models.Quiz, learner)).all():
        _remove_quiz_unless_used(session, quiz_id)
    for article_id in session.scalars(_owned(models.Article, learner)).all():
        _remove_unless_used(session, article_id)
    move(session, learner, nobody)


def _hanging_on(table: Table, learner: str) -> ColumnElement[bool] | None:
    """Which rows have the column `learner`, or point to some that have, or to some that point."""
    if "learner" in table.columns:
        return table.columns["learner"] == learner
    ways = [way for key in table.foreign_key_constraints if (way := _way(key, learner)) is not None]
    return or_(*ways) if ways else None


def _way(key: ForeignKeyConstraint, learner: str) -> ColumnElement[bool] | None:
    if key.referred_table is key.parent:
        return None
    whose = _hanging_on(key.referred_table, learner)
    if whose is None:
        return None
    there = [element.column for element in key.elements]
    return tuple_(*key.columns).in_(select(*there).where(whose))


def _owned(row: type[models.Article] | type[models.Quiz], learner: str) -> Select[int]:
    return select(row.id).where(row.owner == learner)


def _remove_quiz_unless_used(session: Session, quiz_id: int) -> None:
    """One that was put together from the bank; that of an article goes with the article."""
    quiz = models.Quiz.id == quiz_id
    with suppress(IntegrityError), session.begin_nested():
        if session.scalar(select(models.Quiz.article_id).where(quiz)) is None:
            session.execute(delete(models.QuizItem).where(models.QuizItem.quiz_id == quiz_id))
            session.execute(delete(models.Quiz).where(quiz))


def _remove_unless_used(session: Session, article_id: int) -> None:
    """The foreign keys tell whether anybody else's attempts, cards or quizzes need it."""
    items = select(models.Item.id).where(models.Item.article_id == article_id)
    quizzes = select(models.Quiz.id).where(models.Quiz.article_id == article_id)
    with suppress(IntegrityError), session.begin_nested():
        for statement in (
            delete(models.QuizItem).where(models.QuizItem.quiz_id.in_(quizzes)),
            delete(models.Quiz).where(models.Quiz.article_id == article_id),
            delete(Figure).where(Figure.item_id.in_(items)),
            delete(models.Decision).where(models.Decision.item_id.in_(items)),
            delete(models.ItemVersion).where(models.ItemVersion.item_id.in_(items)),
            delete(models.Item).where(models.Item.article_id == article_id),
            delete(models.Article).where(models.Article.id == article_id),
        ):
            session.execute(statement)
