"""Files of several kinds → the plain text of an article."""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from questions.errors import EmptyText, NotText, NotUtf8, TextTooLong, UnknownFileKind

TEXT_LIMIT = 2_000_000
"""Characters of text that are read at once."""

MARKUP_LIMIT = 4_000_000
"""Characters of a page with all its markup, of which the article is a small part."""

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_PDF_MARK = b"%PDF-"
_HTML_START = re.compile(r"\s*<(!doctype\s+html|html|head|body|article|main|\?xml)\b", re.I)
_FRONT_MATTER = re.compile(r"---\n(?:\w[\w-]*:.*\n)+---\n")
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Document:
    """An article as its file has it; `text` keeps no markup and does not repeat `title`.

    `published` is an ISO date.
    """

    title: str | None
    text: str
    published: str | None


def read(data: bytes, name: str | None = None) -> Document:
    """The article in `data`; the ending of `name` decides its kind, without one its beginning.

    Raises InputError for everything that is not a text of reasonable length.
    """
    ending = PurePath(name or "").suffix.lower()
    if ending and ending not in KNOWN_ENDINGS:
        raise UnknownFileKind(PurePath(name or "").name, KNOWN_ENDINGS)
    if packed := _packed(ending, data):
        document = packed(data)
        _check_length(document.text, TEXT_LIMIT)
        return document
    markup = clean(_decode(data))
    to_document = _KINDS.get(ending) or _kind_of(markup)
    _check_length(markup, MARKUP_LIMIT if to_document is _html else TEXT_LIMIT)
    document = to_document(markup)
    _check_length(document.text, TEXT_LIMIT)
    return document


def _packed(ending: str, data: bytes) -> Callable[[bytes], Document] | None:
    """How to read a file that is not text; without an ending, its first bytes tell the kind."""
    begins = (how for mark, how in _MARKS.items() if data.startswith(mark))
    return _PACKED.get(ending) if ending else next(begins, None)


def _kind_of(markup: str) -> Callable[[str], Document]:
    if _HTML_START.match(markup):
        return _html
    return _markdown if _FRONT_MATTER.match(markup) else _plain


def clean(text: str) -> str:
    """`text` with Unix line ends and without characters that nobody sees."""
    return unified(text).strip()


def unified(text: str) -> str:
    """The same with the white space around it."""
    if text.isprintable():
        return text
    return _UNSEEN.sub("", _LINE_END.sub("\n", text))


def _decode(data: bytes) -> str:
    encoding = "utf-16" if data.startswith(_UTF16_MARKS) else "utf-8"
    if data.startswith(_PDF_MARK) or (encoding == "utf-8" and b"\0" in data):
        raise NotText
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise NotUtf8(error.start) from None
    if "\0" in text:
        raise NotText
    return text


def _check_length(text: str, limit: int) -> None:
    if not text:
        raise EmptyText
    if len(text) > limit:
        raise TextTooLong(len(text), limit)


def _plain(text: str) -> Document:
    return Document(title=None, text=text, published=None)


def _markdown(markup: str) -> Document:
    # Imported where needed: plain text, the common case, should not wait for parsers.
    from questions import markdown  # noqa: PLC0415

    return markdown.read(markup)


def _html(markup: str) -> Document:
    from questions import html  # noqa: PLC0415 - as above: this one takes half a second

    return html.read(markup)


def _word(data: bytes) -> Document:
    from questions import word  # noqa: PLC0415 - as above

    return word.read(data)


def _pdf(data: bytes) -> Document:
    from questions import pdf  # noqa: PLC0415 - as above

    return pdf.read(data)


_KINDS: dict[str, Callable[[str], Document]] = {
    ".txt": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _html,
    ".htm": _html,
}

_PACKED: dict[str, Callable[[bytes], Document]] = {".docx": _word, ".pdf": _pdf}

_MARKS = {b"PK\x03\x04": _word, _PDF_MARK: _pdf}

TEXT_ENDINGS = tuple(_KINDS)

KNOWN_ENDINGS = (*_KINDS, *_PACKED)
