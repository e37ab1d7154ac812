"""PDF files → the plain text of an article."""

import logging
import re
import struct
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count, islice

import pypdf
from pypdf import PageObject
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject

from questions.documents import TEXT_LIMIT, Document, clean
from questions.errors import Damaged, Locked, OnlyPictures, TextTooLong, TooManyPages
from questions.restored import CUT, rejoined

PAGES = 1_000
"""Pages that are read at most."""

_DRAWING = 1_000_000
"""Bytes of drawing on a page at most: a page of text has some thousands."""

_STEPS = 600_000
"""Steps of drawing in all: about twenty seconds of work, and as many as a thousand pages have."""

# What pypdf raises, beside its own errors, for files that are not as they should be.
_DAMAGED = (
    PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, OSError,
    RuntimeError, TypeError, ValueError, struct.error, zlib.error,
)  # fmt: skip

_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*$")
_MADE_BY_A_PROGRAM = re.compile(r"untitled|microsoft word|\.\w{2,4}$", re.I)

logging.getLogger("pypdf").addHandler(logging.NullHandler())


def read(data: bytes) -> Document:
    """The text of all pages, without what stands at the top or foot of each."""
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Locked("PDF")
        pages = [_lines(page) for page in _pages(reader)]
        title = _title(reader)
    except _DAMAGED:
        raise Damaged("PDF") from None
    text = _paragraphs([line for page in _without_margins(pages) for line in page])
    if pages and not text:
        raise OnlyPictures
    return Document(title, text.removeprefix(f"{title}\n\n"), None)


def _pages(reader: pypdf.PdfReader) -> Iterator[str]:
    """Texts of the pages, until there is more than is read at once."""
    if len(reader.pages) > PAGES:
        raise TooManyPages(len(reader.pages), PAGES)
    found, steps = 0, count()
    for number, page in enumerate(reader.pages):
        text = _text(page, steps)
        found += len(text)
        if found > TEXT_LIMIT:
            raise TextTooLong(found, TEXT_LIMIT)
        if next(steps) > _STEPS:
            raise TooManyPages(len(reader.pages), number)
        yield text


def _text(page: PageObject, steps: Iterator[int]) -> str:
    """Text of a page; none where it is a picture made of lines, or would take for ever to draw."""
    contents = page.get_contents()
    forms = _forms(page)
    if contents is None or len(contents.get_data()) + sum(forms) > _DRAWING:
        return ""

    def step(operator: bytes, *_: object) -> None:
        """A form within the page is read anew wherever it is drawn, which takes its length."""
        cost = 1 + (sum(forms) // 8 if operator == b"Do" else 0)
        if max(islice(steps, cost)) > 2 * _STEPS:
            raise PyPdfError

    return page.extract_text(visitor_operand_before=step)


def _forms(page: PageObject) -> list[int]:
    """Lengths of the drawings that a page may use, and these in turn, each once."""
    waiting: list[DictionaryObject] = [page]
    seen: dict[int, int] = {}
    while waiting:
        drawn = _part(_part(waiting.pop(), "/Resources"), "/XObject")
        for form in (each.get_object() for each in drawn.values()):
            if id(form) not in seen and form.get("/Subtype") == "/Form":
                seen[id(form)] = len(form.get_data())
                waiting.append(form)
    return list(seen.values())


def _part(whole: DictionaryObject, name: str) -> DictionaryObject:
    found = whole.get(name, DictionaryObject()).get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _lines(page: str) -> list[str]:
    lines = (" ".join(line.split()) for line in clean(page.translate(_LIGATURES)).split("\n"))
    return [line for line in lines if line]


def _without_margins(pages: Sequence[list[str]]) -> Iterator[list[str]]:
    """Pages without numbers of pages, and without lines that many of them begin or end with."""
    edges = Counter(edge for page in pages for edge in {_like(x) for x in (*page[:2], *page[-2:])})
    often = {edge for edge, count in edges.items() if 2 * count > len(pages) > 1} | {"#"}
    for page in pages:
        start, end = 0, len(page)
        while start < min(end, 2) and _like(page[start]) in often:
            start += 1
        while end > max(start, len(page) - 2) and _like(page[end - 1]) in often:
            end -= 1
        yield page[start:end]


def _like(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _paragraphs(lines: Sequence[str]) -> str:
    """Lines as wide as most belong together, up to one that ends early and cuts no word."""
    lengths = sorted(map(len, lines))
    usual = lengths[len(lengths) * 3 // 4] if lengths else 0
    text = ""
    for line in lines:
        early = len(line) <= (0.85 if _ENDS.search(line) else 0.6) * usual
        text += line + ("\n\n" if early and not line.endswith("-") else "\n")
    joined = CUT.sub(rejoined, text).replace("\n\n", "\0").replace("\n", " ")
    return joined.replace("\0", "\n\n").strip()


def _title(reader: pypdf.PdfReader) -> str | None:
    """As the file states it, unless it is only what a program writes there."""
    stated = reader.metadata.title if reader.metadata else None
    title = " ".join(clean(stated).split()) if isinstance(stated, str) else ""
    return None if _MADE_BY_A_PROGRAM.search(title) else title or None
