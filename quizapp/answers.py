"""What a web server answers → bytes and the name of a file."""

import codecs
from http.client import HTTPResponse, IncompleteRead
from pathlib import PurePosixPath
from time import monotonic
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from questions import documents
from questions.documents import MARKUP_LIMIT
from questions.errors import UnknownFileKind

TIMEOUT = 20.0
"""Seconds for a whole page, and for each wait on the way."""

PAGE_LIMIT = 4 * MARKUP_LIMIT
"""Bytes of a page; a character of UTF-8 has at most four."""

_CUT_SHORT = "the answer ends before the page does"

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/markdown": ".md",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}

HEADERS = {"User-Agent": "quizapp", "Accept": ", ".join(_ENDINGS)}
"""What a request says of who asks for what."""


def quoted(address: str) -> str:
    """An address as people write it, with é and spaces, as servers take it."""
    parts = urlsplit(address)
    path, query = (
        quote(part, safe="%/?:@!$&'()*+,;=~", errors="surrogateescape")
        for part in (parts.path, parts.query)
    )
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def content(answer: HTTPResponse, address: str) -> tuple[bytes, str]:
    """The page, text in UTF-8, and a name whose ending tells its kind."""
    name = _name(address, answer.headers.get_content_type())
    body = _body(answer)
    charset = answer.headers.get_content_charset() if _is_text(name) else None
    return _unicode(body, charset), name


def _body(answer: HTTPResponse) -> bytes:
    """No more than the limit, and no longer than the timeout however slowly it drips."""
    deadline, body, promised = monotonic() + TIMEOUT, bytearray(), answer.length or 0
    while len(body) <= PAGE_LIMIT and (part := _part(answer)):
        body += part
        if monotonic() > deadline:
            raise TimeoutError(f"no whole page within {TIMEOUT:.0f} seconds")
    if len(body) < min(promised, PAGE_LIMIT):
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


def _is_text(name: str) -> bool:
    return name.lower().endswith(documents.TEXT_ENDINGS)


def _name(address: str, kind: str) -> str:
    """A file name whose ending is that of the content, which the address need not tell."""
    path = PurePosixPath(unquote(urlsplit(address).path))
    if kind not in _ENDINGS:
        raise UnknownFileKind(kind, tuple(_ENDINGS))
    served_as_text = kind == "text/plain" and _is_text(path.name)
    return path.name if served_as_text else f"page{_ENDINGS[kind]}"
