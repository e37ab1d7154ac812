"""The item bank from the command line: bodies of `serve`, `db`, `import`, `export` and `push`."""

import os
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from questions import AnswerType
from questions.errors import FormatError
from questions.formats import notetypes, registry
from questions.formats.reading import FILE_LIMIT, Reading
from quizapp import anki_connect, output, server
from quizapp.anki_connect import AnkiError
from quizapp.app import create_app, utc_now
from quizapp.assessment.bank import Band, Finding, Flag, Search, Shown
from quizapp.assessment.concerns import Concern
from quizapp.assessment.exporting import Part, Selection, with_retired
from quizapp.config import SettingError
from quizapp.failures import Failure, NoItem, one_line
from quizapp.options import Sought
from quizapp.output import printable
from quizapp.store import StoreError, accounts, attempts, exports, imports, items, quizzes, session
from quizapp.store.imports import Imported

_SHOWN = 50
"""Problems of a file that are told one by one, unless all are asked for."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be exported: all quizzes where none is named, and of decks which cards.

    `deck` is the name of a deck above those of the articles, `missed_by` of the account that is
    asked only for what it missed, `schedule_of` of the one whose schedule goes along; `sought`
    is what of the item bank is searched for.
    """

    quizzes: tuple[int, ...]
    cards: tuple[str, ...]
    deck: str
    missed_by: str
    schedule_of: str
    sought: Sought


def serve(host: str, port: int) -> None:
    """Serve until interrupted."""
    _check_free(host, port)
    with _failures():
        server.serve(host, port)


def upgrade() -> None:
    """Make the database, or bring it to the tables of this version."""
    with _failures():
        server.upgrade(create_app())


def import_(file: Path, *, partial: bool = False, explain: bool = False) -> None:
    """All items of a file or none; one that is there already takes the wording of the file."""
    with _failures():
        reading = _reading(file, partial=partial, explain=explain)
        for fate in reading.fates if explain else ():
            click.echo(f"{printable(str(file))}: {fate}", err=True)
        with _bank().app_context():
            for done in imports.take(session(), reading, now=utc_now()):
                click.echo(f"quiz {done.quiz_id}: {_counted(done)}")


def export(wanted: Wanted, kind: str, target: Path | None) -> None:
    """Items of quizzes as they are now."""
    with _failures():
        with _bank().app_context():
            parts = _parts(wanted)
            data = _deck(parts, wanted) if kind == "anki" else _file(wanted, kind)
        output.write(data, target)


def push(wanted: Wanted, *, address: str, key: str | None = None) -> None:
    """Decks of quizzes to a running Anki."""
    with _failures():
        with _bank().app_context():
            parts = _parts(wanted)
            data = _deck(parts, wanted)
        anki_connect.push(data, address=address, key=key)
        for part in parts:
            click.echo(f"{printable(part.title)}: {_items(len(part.items))} in Anki")


def _check_free(host: str, port: int) -> None:
    """Say that the address is taken before a model is loaded and a database made for nothing."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.create_server(address[:2], family=family):
            pass
    except socket.gaierror as error:
        raise Failure(f"{host}:{port}: {error.strerror}") from None
    except OSError as error:
        raise Failure(f"{host}:{port}: {os.strerror(error.errno or 0)}") from None


def _reading(file: Path, *, partial: bool, explain: bool) -> Reading:
    """Says what cannot be imported; unless the rest is asked for, that is a failure."""
    name = printable(str(file))
    with file.open("rb") as opened:
        data = opened.read(FILE_LIMIT + 1)
    try:
        reading = registry.read(data, name)
    except FormatError as error:
        raise Failure(f"{name}: {error}") from None
    told = len(reading.problems) if explain else _SHOWN
    for problem in reading.problems[:told]:
        click.echo(f"{name}: {problem}", err=True)
    if rest := len(reading.problems[told:]):
        click.echo(f"{name}: … and {rest:,} more; --explain names them all.", err=True)
    if reading.problems and not (partial and reading.size):
        raise Failure(_left_out(name, reading))
    return reading


def _counted(done: Imported) -> str:
    """'6 items', how many of them have no options, and how many were in the bank."""
    whole = done.new + done.there
    flashcards = f", {done.flashcards:,} of them flashcards without options"
    known = f", {done.there:,} of them" if done.new else ", all" if whole > 1 else ","
    alone = flashcards if done.flashcards else ""
    return f"{_items(whole)}{alone}{f'{known} in the bank already' if done.there else ''}"


def _items(number: int) -> str:
    return "1 item" if number == 1 else f"{number:,} items"


def _left_out(name: str, reading: Reading) -> str:
    count = len(reading.problems)
    problems = "1 problem" if count == 1 else f"{count:,} problems"
    whole = reading.size + count
    rest = f"; --partial imports the rest ({reading.size:,} of {whole:,})" if reading.size else ""
    return f"{name}: {problems}, nothing was imported{rest}"


@contextmanager
def _failures() -> Iterator[None]:
    with one_line():
        try:
            yield
        except (SQLAlchemyError, StoreError, SettingError, AnkiError) as error:
            raise Failure(str(error).splitlines()[0]) from None


def _bank() -> Flask:
    app = create_app()
    server.upgrade(app)
    return app


def _parts(wanted: Wanted) -> tuple[Part, ...]:
    _check_there("quiz", wanted.quizzes, quizzes.there(session(), wanted.quizzes))
    _check_there("item", wanted.sought.items, items.there(session(), wanted.sought.items))
    attempts.close_late(session(), now=utc_now())
    parts = exports.parts(session(), _selection(wanted))
    if not parts:
        raise NoItem(_why_nothing(wanted))
    return parts


def _check_there(what: str, named: Sequence[int], there: frozenset[int]) -> None:
    missing = set(named) - there
    if missing:
        raise Failure(f"there is no {what} {min(missing)}")


def _selection(wanted: Wanted) -> Selection:
    """Retired items come along to Anki, as they do from the pages."""
    sought = wanted.sought
    return Selection(
        quizzes=wanted.quizzes or None,
        owner=_learner(sought.bank_of) if sought.bank_of else None,
        items=sought.items or None,
        search=with_retired(_search(sought)),
        missed_by=_learner(wanted.missed_by) if wanted.missed_by else None,
    )


def _search(sought: Sought) -> Search:
    return Search(
        words=sought.words,
        article_id=sought.article,
        answer_type=AnswerType(sought.answer_type) if sought.answer_type else None,
        band=Band(sought.difficulty) if sought.difficulty else None,
        flag=Flag(sought.flag) if sought.flag else None,
        finding=next((each for each in (*Finding, *Concern) if each == sought.answers), None),
        shown=Shown(sought.status) if sought.status else Shown.IN_USE,
    )


def _why_nothing(wanted: Wanted) -> str:
    if wanted.sought != Sought():
        return "nothing in the item bank is what was searched for"
    if wanted.missed_by:
        return "there is nothing that this account missed"
    if wanted.quizzes:
        return f"there is no item in quiz {', '.join(map(str, wanted.quizzes))}"
    return "there is no item yet"


def _learner(name: str) -> str:
    account = accounts.named(session(), name)
    if account is None:
        raise Failure(f"there is no account “{name}”")
    return account.learner


def _deck(parts: Sequence[Part], wanted: Wanted) -> bytes:
    kinds = notetypes.kinds(wanted.cards)
    who = _learner(wanted.schedule_of) if wanted.schedule_of else None
    return exports.deck(session(), parts, kinds, above=wanted.deck, schedule_of=who)


def _file(wanted: Wanted, kind: str) -> bytes:
    whole = registry.BY_NAME[kind].whole
    asked = exports.generated(session(), _selection(wanted), whole=whole)
    if not asked:
        raise NoItem("all items are retired, which only Anki is told of")
    return registry.WRITERS[kind](asked)
