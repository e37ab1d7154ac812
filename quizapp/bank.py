"""The item bank from the command line: the bodies of `serve`, `db`, `import` and `export`."""

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from questions import Generated, ItemKind
from questions.errors import FormatError
from questions.formats import anki, registry
from questions.formats.reading import FILE_LIMIT, Reading
from quizapp import decks, output, server
from quizapp.app import create_app, utc_now
from quizapp.config import SettingError
from quizapp.failures import Failure, one_line
from quizapp.output import printable
from quizapp.store import StoreError, articles, imports, quizzes, session

_SHOWN = 50
"""Problems of a file that are told one by one."""


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
        reading = _reading(file, partial=partial)
        for fate in reading.fates if explain else ():
            click.echo(f"{printable(str(file))}: {fate}", err=True)
        with _bank().app_context():
            ids = imports.take(session(), reading, now=utc_now())
            for article_id, generated in zip(ids, reading.found, strict=True):
                stored = articles.get(session(), article_id)
                if stored is not None:
                    click.echo(f"quiz {stored.quiz_id}: {_counted(generated)}")


def export(quiz_id: int, kind: str, target: Path | None) -> None:
    """Items of a quiz as they are now."""
    with _failures():
        with _bank().app_context():
            data = _exported(quiz_id, kind)
        output.write(data, target)


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


def _reading(file: Path, *, partial: bool) -> Reading:
    """Says what cannot be imported; unless the rest is asked for, that is a failure."""
    name = printable(str(file))
    with file.open("rb") as opened:
        data = opened.read(FILE_LIMIT + 1)
    try:
        reading = registry.read(data, name)
    except FormatError as error:
        raise Failure(f"{name}: {error}") from None
    for problem in reading.problems[:_SHOWN]:
        click.echo(f"{name}: {problem}", err=True)
    if reading.problems and not (partial and reading.size):
        raise Failure(_left_out(name, reading))
    return reading


def _counted(generated: Generated) -> str:
    """'6 items', and how many of them have no options."""
    flashcards = sum(item.kind is ItemKind.FLASHCARD for item in generated.items)
    alone = f", {flashcards:,} of them flashcards without options" if flashcards else ""
    return f"{len(generated.items):,} items{alone}"


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
        except (SQLAlchemyError, StoreError, SettingError) as error:
            raise Failure(str(error).splitlines()[0]) from None


def _bank() -> Flask:
    app = create_app()
    server.upgrade(app)
    return app


def _exported(quiz_id: int, kind: str) -> bytes:
    quiz = quizzes.get(session(), quiz_id)
    stored = articles.get(session(), quiz.article_id) if quiz else None
    if quiz is None or stored is None:
        raise Failure(f"there is no quiz {quiz_id}")
    if kind == "anki":
        retired = quizzes.retired(session(), quiz_id)
        notes = decks.notes(stored.article, quiz.items, retired)
        return anki.package(quiz.title, notes)
    items = tuple(version.item for version in quiz.items)
    return registry.WRITERS[kind]([Generated(stored.article, items)])
