"""The articles named on the command line: a path, `-` for standard input, or an address."""

import codecs
import errno
import sys
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse, IncompleteRead
from pathlib import Path, PurePosixPath
from time import monotonic
from urllib.error import HTTPError, URLError
from urllib.parse import quote, unquote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from questions import documents
from questions.documents import MARKUP_LIMIT, Document
from questions.errors import QuestionsError, UnknownFileKind
from quizapp.output import printable

STANDARD_INPUT = "-"

_TIMEOUT = 20.0
"""Seconds for a whole page, and for each wait on the way."""

_PAGE_LIMIT = 4 * MARKUP_LIMIT
"""Bytes of a page; a character of UTF-8 has at most four."""

_CUT_SHORT = "the answer ends before the page does"

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
}


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
        return sys.stdin.buffer.read(_PAGE_LIMIT + 1), None
    if urlsplit(argument).scheme in {"http", "https"}:
        return _fetch(argument)
    with Path(argument).open("rb") as file:
        return file.read(_PAGE_LIMIT + 1), argument


def _fetch(address: str) -> tuple[bytes, str]:
    headers = {"User-Agent": "quizapp", "Accept": ", ".join(_ENDINGS)}
    request = Request(_quoted(address), headers=headers)  # noqa: S310 - the caller lets only http and https through
    with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310 - as above
        name = _name(answer.url, answer.headers.get_content_type())
        return _unicode(_body(answer), answer.headers.get_content_charset()), name


def _quoted(address: str) -> str:
    """An address as people write it, with é and spaces, as servers take it."""
    parts = urlsplit(address)
    path, query = (
        quote(part, safe="%/?:@!$&'()*+,;=~", errors="surrogateescape")
        for part in (parts.path, parts.query)
    )
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def _body(answer: HTTPResponse) -> bytes:
    """No more than the limit, and no longer than the timeout however slowly it drips."""
    deadline, body, promised = monotonic() + _TIMEOUT, bytearray(), answer.length or 0
    while len(body) <= _PAGE_LIMIT and (part := _part(answer)):
        body += part
        if monotonic() > deadline:
            raise TimeoutError(f"no whole page within {_TIMEOUT:.0f} seconds")
    if len(body) < min(promised, _PAGE_LIMIT):
        raise ConnectionError(_CUT_SHORT)
    return bytes(body)


def _part(answer: HTTPResponse) -> bytes:
    try:
        return answer.read1(65536)
    except IncompleteRead:
        raise ConnectionError(_CUT_SHORT) from None


def _unicode(body: bytes, charset: str | None) -> bytes:
    """`body` in UTF-8: a page may be in another encoding if it says so; a file cannot say so."""
    if charset is None or codecs.lookup(charset).name == "utf-8":
        return body
    return body.decode(charset, "replace").encode()


def _name(address: str, kind: str) -> str:
    """A file name whose ending is that of the content, which the address need not tell."""
    path = PurePosixPath(unquote(urlsplit(address).path))
    if kind not in _ENDINGS:
        raise UnknownFileKind(kind, tuple(_ENDINGS))
    served_as_text = kind == "text/plain" and path.suffix.lower() in documents.KNOWN_ENDINGS
    return path.name if served_as_text else f"page{_ENDINGS[kind]}"
