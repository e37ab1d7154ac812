"""Errors as the command line tells them: one line, and a status."""

from collections.abc import Iterator
from contextlib import contextmanager

import click

from questions import QuestionsError
from quizapp.sources import UnreadableSourceError

READER_GONE = 141
"""Status of a program whose output nobody reads any more, as shells report it."""


class Failure(click.ClickException):
    """What went wrong, in one line."""

    exit_code = 2


class NoItem(Failure):
    """Input that could be read but gave no item."""

    exit_code = 1


@contextmanager
def one_line() -> Iterator[None]:
    """Errors that are the input's or the machine's become a Failure of one line."""
    try:
        yield
    except (QuestionsError, UnreadableSourceError) as error:
        raise Failure(str(error)) from None
    except BrokenPipeError:
        raise click.exceptions.Exit(READER_GONE) from None
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        raise Failure(f"{where}{error.strerror or error}") from None
