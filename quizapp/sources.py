"""The articles named on the command line: a path, `-` for standard input, or an address."""

import errno
import sys
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from questions import documents
from questions.documents import Document
from questions.errors import QuestionsError
from quizapp import answers
from quizapp.output import printable

STANDARD_INPUT = "-"


class UnreadableSourceError(Exception):
    """An article that could not be read; the message names it."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article, how people call where it came from, and its path or address where it has one.

    All of them can be printed, whatever bytes the argument had.
    """

    document: Document
    name: str
    origin: str


def read(argument: str) -> Source:
    """The article behind an argument; raises UnreadableSourceError, in one sentence, if none."""
    shown = printable(argument)
    name = "standard input" if argument == STANDARD_INPUT else shown
    try:
        document = documents.read(*_bytes_and_name(argument))
    except QuestionsError as error:
        raise UnreadableSourceError(f"{name}: {error}") from None
    except OSError as error:
        raise UnreadableSourceError(f"{name}: {_reason(error)}") from None
    except (HTTPException, LookupError, ValueError) as error:
        # An address no request can be made of, an answer that is not HTTP, an unknown encoding.
        raise UnreadableSourceError(f"{name}: {error or type(error).__name__}") from None
    return Source(document, name, "" if argument == STANDARD_INPUT else shown)


def _reason(error: OSError) -> str:
    if isinstance(error, HTTPError):
        error.close()
        return f"the server answers {error.code} {error.reason}".strip()
    cause = error.reason if isinstance(error, URLError) else error
    return cause.strerror or str(cause) if isinstance(cause, OSError) else str(cause)


def _bytes_and_name(argument: str) -> tuple[bytes, str | None]:
    if argument == STANDARD_INPUT:
        if sys.stdin is None:
            raise OSError(errno.EBADF, "closed")
        return sys.stdin.buffer.read(answers.PAGE_LIMIT + 1), None
    if urlsplit(argument).scheme in {"http", "https"}:
        return _fetch(argument)
    with Path(argument).open("rb") as file:
        return file.read(answers.PAGE_LIMIT + 1), argument


def _fetch(address: str) -> tuple[bytes, str]:
    request = Request(answers.quoted(address), headers=answers.HEADERS)  # noqa: S310 - the caller lets only http and https through
    with urlopen(request, timeout=answers.TIMEOUT) as answer:  # noqa: S310 - as above
        return answers.content(answer, answer.url)
