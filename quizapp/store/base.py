"""The database, and what all its tables share."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import DateTime, Dialect, MetaData, TypeDecorator, event, make_url, text
from sqlalchemy.engine import Engine
from sqlalchemy.exc import ArgumentError, IntegrityError, OperationalError
from sqlalchemy.orm import DeclarativeBase, Session, registry

from quizapp.store.errors import UnusableDatabase

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UtcDateTime(TypeDecorator[datetime]):
    """Stored without a zone, since SQLite has none; always UTC and aware in Python."""

    impl = DateTime
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Convert an aware time of any zone to UTC."""
        return value and value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """Add the zone that the column left out."""
        return value and value.replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Base of the tables; constraints have names, so that migrations can change them."""

    registry = registry(
        metadata=MetaData(naming_convention=_NAMES), type_annotation_map={datetime: UtcDateTime}
    )


db = SQLAlchemy(model_class=Base)

AT_ONCE = 500
"""Parameters of one statement, below what any database allows."""


def check(url: str) -> None:
    """Raise UnusableDatabase where no connection could be tried, for want of a driver or a name."""
    try:
        make_url(url).get_dialect().import_dbapi()
    except ArgumentError:
        raise UnusableDatabase("the address of a database, such as sqlite:////path/to/it") from None
    except ModuleNotFoundError as error:
        raise UnusableDatabase(
            f"the address of a database whose driver is installed; “{error.name}” is not"
        ) from None


def session() -> Session:
    """Session of the request that is being answered."""
    return db.session()


def once_more[T](session: Session, work: Callable[[], T]) -> T:
    """Do the work, and again where another request has just stored what it was about to store."""
    try:
        return work()
    except IntegrityError:
        session.rollback()
        return work()


def amid[T](session: Session, work: Callable[[], T]) -> T:
    """Do the same with work that is a part of something, of which the rest is kept in any case."""
    try:
        with session.begin_nested():
            return work()
    except IntegrityError:
        with session.begin_nested():
            return work()


def is_up(session: Session) -> bool:
    """Whether the database answers."""
    try:
        return bool(session.scalar(text("SELECT 1")))
    except OperationalError:
        return False


@event.listens_for(Engine, "connect")
def _set_up_sqlite(connection: object, _record: object) -> None:
    """Readers never wait for a writer, writers wait for each other, and foreign keys hold."""
    if isinstance(connection, sqlite3.Connection):
        for pragma in (
            "journal_mode=WAL",
            "synchronous=NORMAL",
            "foreign_keys=ON",
            "busy_timeout=5000",
        ):
            connection.execute(f"PRAGMA {pragma}")
