"""Documents of word processors (Office Open XML, ECMA-376) → the plain text of an article."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from questions.documents import Document, clean
from questions.errors import Damaged, FormatError
from questions.formats.archives import Archive

_UNPACKED = 32_000_000
"""Bytes of the text with all its markup."""

_ELEMENTS = 400_000
"""More than a thick book has; a few kilobytes can unpack to millions, and each takes its time."""

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NOT_PROSE = {f"{_W}{name}" for name in ("tbl", "txbxContent", "del", "moveFrom")} | {_FALLBACK}
_BREAKS = {f"{_W}{name}": " " for name in ("tab", "br", "cr")} | {f"{_W}noBreakHyphen": "-"}
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read(data: bytes) -> Document:
    """Paragraphs without tables, text boxes, notes and what was deleted."""
    try:
        archive = Archive(data, unpacked=_UNPACKED)
        paragraphs = list(_paragraphs(archive.read("word/document.xml")))
        about = _about(archive)
    except (FormatError, ParseError, DefusedXmlException, ValueError, LookupError):
        raise Damaged("Word") from None
    named = next((text for style, text in paragraphs if style == "Title" and text), None)
    texts = [text for style, text in paragraphs if text and style != "Title"]
    title = named or about
    return Document(title, "\n\n".join(texts[1:] if texts[:1] == [title] else texts), None)


def _about(archive: Archive) -> str | None:
    """Title in the properties of the file."""
    if "docProps/core.xml" not in archive:
        return None
    properties = ElementTree.fromstring(archive.read("docProps/core.xml"), forbid_dtd=True)
    return _line(properties.findtext(_DC_TITLE) or "") or None


def _paragraphs(markup: bytes) -> Iterator[tuple[str | None, str]]:
    """Style and text of each, as soon as it is read; then it is forgotten."""
    beside = 0
    events = ElementTree.iterparse(BytesIO(markup), ("start", "end"), forbid_dtd=True)
    for count, (event, element) in enumerate(events):
        if count > 2 * _ELEMENTS:
            raise ValueError
        if element.tag in _NOT_PROSE:
            beside += 1 if event == "start" else -1
        elif event == "end" and element.tag == f"{_W}p" and not beside:
            yield _style(element), _text(element)
            element.clear()


def _all(element: Element, tag: str) -> Iterator[Element]:
    """Elements of a kind in the order of the text, except in what is no prose."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        if current.tag == tag:
            yield current
        elif current.tag not in _NOT_PROSE:
            waiting += reversed(current)


def _style(paragraph: Element) -> str | None:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return None if style is None else style.get(f"{_W}val")


def _text(paragraph: Element) -> str:
    runs = (run for each in paragraph for run in _all(each, f"{_W}r"))
    return _line("".join(_piece(part) for run in runs for part in run))


def _piece(part: Element) -> str:
    return part.text or "" if part.tag == f"{_W}t" else _BREAKS.get(part.tag, "")


def _line(text: str) -> str:
    return " ".join(clean(text).split())
