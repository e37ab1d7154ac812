"""Rows that are taken out of the database, kept as JSON, and put back."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import batched
from typing import Any, cast

from sqlalchemy import Column, ColumnElement, Date, Table, bindparam, delete, func, insert, select
from sqlalchemy.orm import Session

from quizapp.store.base import AT_ONCE, Base, UtcDateTime
from quizapp.store.belongings import WHOSE

Rows = dict[str, list[dict[str, Any]]]
"""By table."""

Ids = dict[str, dict[int, int]]
"""By table: the id that a row had, and the one it has now."""

Which = tuple[type[Base], ColumnElement[bool]]


def take_out(session: Session, going: Iterable[Which]) -> Rows:
    """Delete these rows and return what they were; rows that point to others come before them.

    All are read before the first is deleted, so that a condition may look at what goes as well.
    """
    tables = [(cast("Table", row.__table__), which) for row, which in going]
    found = [(table, session.execute(select(table).where(which)).all()) for table, which in tables]
    for table, rows in found:
        _delete(session, table, [dict(row._mapping) for row in rows])
    return {table.name: [_plain(dict(row._mapping)) for row in rows] for table, rows in found}


def put_back(session: Session, kept: Rows, learner: str) -> Ids:
    """Insert the rows, now the learner's; whose id is another's meanwhile gets a new one."""
    ids: Ids = {}
    for table in Base.metadata.sorted_tables:
        rows = kept.get(table.name, [])
        if "id" in table.c:
            ids[table.name] = _renumbered(session, table, [row["id"] for row in rows])
        if rows:
            values = [_told(table, row, ids, learner) for row in rows]
            session.connection().execute(insert(table), values)
    return ids


def _delete(session: Session, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    key = [column.name for column in table.primary_key]
    statement = delete(table).where(*(table.c[name] == bindparam(f"old_{name}") for name in key))
    if rows:
        old = [{f"old_{name}": row[name] for name in key} for row in rows]
        session.connection().execute(statement, old)


def _renumbered(session: Session, table: Table, wanted: Sequence[int]) -> dict[int, int]:
    """New ids for those that were given to others: SQLite gives the highest of all once more."""
    taken = [
        number
        for some in batched(wanted, AT_ONCE)
        for number in session.scalars(select(table.c.id).where(table.c.id.in_(some)))
    ]
    last = session.scalar(select(func.max(table.c.id))) or 0
    return {old: new for new, old in enumerate(taken, max([last, *wanted]) + 1)}


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """As JSON has it."""
    return {n: v.isoformat() if isinstance(v, date) else v for n, v in row.items()}


def _told(table: Table, row: Mapping[str, Any], ids: Ids, learner: str) -> dict[str, Any]:
    return {name: _value(table.c[name], value, ids, learner) for name, value in row.items()}


def _value(column: Column[Any], value: Any, ids: Ids, learner: str) -> Any:
    """What a column holds, once ids have changed and the owner may be another."""
    if value is None:
        return None
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    if column.name in WHOSE:
        return value and learner
    end = _end(column)
    return ids.get(end.table.name, {}).get(value, value) if end.name == "id" else value


def _end(column: Column[Any]) -> Column[Any]:
    """Where foreign keys lead from a column, one after the other."""
    return next((_end(key.column) for key in column.foreign_keys), column)
