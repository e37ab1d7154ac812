"""Anki's database, read as what it is: a program from a stranger.

SQLite files carry code: views, triggers, generated columns, virtual tables. Nothing of that runs,
since only columns of known tables may be read, no function may be called, and no statement may
take longer than reading takes.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any

from questions.errors import FormatError

LONGEST_VALUE = 20_000_000
"""Bytes of one value: the note types of old packages are one."""
STEPS, MOST_STEPS = 100_000, 2_000
"""Instructions of SQLite until it is asked whether to go on, and how often it goes on."""

TABLES = frozenset((
    *("col", "config", "notes", "cards", "revlog"),
    *("notetypes", "fields", "templates", "decks"),
))  # fmt: skip
_COMPUTED = re.compile(rb"(?i)\b(?:as|generated)\b")
_HEADER = 100
_LARGEST = 2.0**62
_WAL_MARK = slice(18, 20)
_LIMITS = (
    (sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE),
    (sqlite3.SQLITE_LIMIT_SQL_LENGTH, 100_000),
    (sqlite3.SQLITE_LIMIT_COLUMN, 100),
    (sqlite3.SQLITE_LIMIT_EXPR_DEPTH, 50),
)
_SETTINGS = (
    (sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True),
    (sqlite3.SQLITE_DBCONFIG_TRUSTED_SCHEMA, False),
    (sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False),
)


@dataclass(frozen=True, slots=True)
class Database:
    """Rows of known tables, with text in UTF-8 and numbers where they belong; `name` is the file's.

    Raises FormatError with the place of what is otherwise.
    """

    connection: sqlite3.Connection
    name: str

    def error(self, problem: str, place: str = "") -> FormatError:
        """What is wrong, and where."""
        return FormatError(f"“{self.name}”{', ' if place else ''}{place}", problem)

    def has(self, table: str) -> bool:
        """Whether there is a table, not a view or a virtual one, of this name."""
        query = "select sql from sqlite_master where name = ? and type = 'table' and rootpage > 0"
        found = self.connection.execute(query, (table,)).fetchone()
        if found and _COMPUTED.search(found[0] or b""):
            raise self.error(f"has a table “{table}” that computes its values")
        return found is not None

    def check_size(self, table: str, most: int, what: str = "") -> None:
        """Raise FormatError where a table has more rows, which are `what`, than are read."""
        if self.connection.execute(f"select 1 from {table} limit 1 offset {most}").fetchone():  # noqa: S608
            raise self.error(f"has more than {most:,} {what or table}; split the deck")

    def rows(self, query: str, kinds: Sequence[type], what: str) -> Iterator[list[Any]]:
        """Rows of a query, each value of its kind; `what` a row is goes into errors."""
        for number, row in enumerate(self.connection.execute(query), 1):
            pairs = zip(row, kinds, strict=True)
            yield [self._value(value, kind, f"{what} {number:,}") for value, kind in pairs]

    def numbers(self, query: str) -> Iterator[list[int]]:
        """Rows of whole numbers; where there is none, whatever stands there, it is 0."""
        for row in self.connection.execute(query):
            yield [_whole(value) for value in row]

    def _value(self, value: object, kind: type, place: str) -> object:
        if kind is str and isinstance(value, bytes):
            try:
                return value.decode("utf-8")
            except UnicodeDecodeError:
                raise self.error("is not in UTF-8", place) from None
        if not isinstance(value, kind):
            raise self.error("holds something else than Anki writes", place)
        return value


def _whole(value: object) -> int:
    if isinstance(value, float):
        return int(value) if abs(value) < _LARGEST else 0
    return value if isinstance(value, int) else 0


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Database]:
    """The database in `data`, in memory."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            _prepare(connection, data)
            yield Database(connection, name)
        except UnicodeDecodeError:  # SQLite quotes what is damaged, in whatever bytes it finds.
            problem = "cannot be read as Anki's database: its tables are damaged"
            raise FormatError(f"“{name}”", problem) from None
        except (sqlite3.Error, MemoryError) as error:
            raise FormatError(f"“{name}”", f"cannot be read as Anki's database: {error}") from None


def _prepare(connection: sqlite3.Connection, data: bytes) -> None:
    if len(data) < _HEADER:
        raise sqlite3.DatabaseError("it is cut off")
    header = bytearray(data[:_HEADER])
    header[_WAL_MARK] = b"\1\1"  # A database that was written ahead has no log beside it here.
    connection.deserialize(bytes(header) + data[_HEADER:])
    connection.text_factory = bytes
    connection.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    for limit, most in _LIMITS:
        connection.setlimit(limit, most)
    for setting, on in _SETTINGS:
        connection.setconfig(setting, on)
    connection.set_authorizer(_allowed)
    connection.set_progress_handler(_budget(), STEPS)


def _allowed(action: int, table: str | None, *_: str | None) -> int:
    """Columns of known tables, and nothing else."""
    if action == sqlite3.SQLITE_SELECT:
        return sqlite3.SQLITE_OK
    known = action == sqlite3.SQLITE_READ and (table in TABLES or table == "sqlite_master")
    return sqlite3.SQLITE_OK if known else sqlite3.SQLITE_DENY


def _budget() -> Callable[[], int]:
    left = iter(range(MOST_STEPS))
    return lambda: int(next(left, None) is None)
