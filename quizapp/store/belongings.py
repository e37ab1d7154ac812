"""What belongs to a learner: all rows with a column `learner` or `owner`, whatever the table."""

from collections.abc import Iterator

from sqlalchemy import (
    Column,
    ColumnElement,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    and_,
    exists,
    update,
)
from sqlalchemy.orm import Session

from quizapp.store.base import Base

WHOSE = ("learner", "owner")


def move(session: Session, old: str, new: str) -> None:
    """Give the rows of one learner to another; those of which the other has the like stay."""
    for whose in columns():
        table = whose.table
        session.execute(
            update(table)
            .where(whose == old, *(~twin for twin in _twins(whose, new)))
            .values({whose.name: new})
        )


def columns() -> Iterator[Column[str]]:
    """Every column that holds a learner."""
    for table in Base.metadata.sorted_tables:
        yield from (column for column in table.columns if column.name in WHOSE)


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
