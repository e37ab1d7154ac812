"""XLSX workbooks read: the rows of the first sheet (ECMA-376), within limits.

Openpyxl would keep all texts in memory and trust what a sheet says of its size.
"""

import posixpath
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta

from questions.errors import FormatError
from questions.formats import drafts, markup, table
from questions.formats.archives import Archive
from questions.formats.markup import Element
from questions.formats.reading import Reading, title_of
from questions.formats.table import WIDEST, Row

_UNPACKED = 100_000_000
_BOOK = "xl/workbook.xml"
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_DATES = frozenset((*range(14, 18), 22))
"""Number formats that show a day, of those that need no definition."""
_DAY = re.compile(r"[dy]", re.I)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a day has no zone here


def read(data: bytes, name: str) -> Reading:
    """Items of the first sheet, and what in it is none; FormatError where it has neither."""
    archive = Archive(data, unpacked=_UNPACKED)
    if _BOOK not in archive:
        raise FormatError("the file", f"is no workbook of Excel: it lacks “{_BOOK}”")
    return drafts.reading(table.parts(_rows(archive)), title_of(name))


def detect(data: bytes) -> bool:
    """Whether a file is an archive with a workbook in it."""
    return data.startswith(b"PK") and b"xl/workbook.xml" in data


def _rows(archive: Archive) -> Iterator[Row]:
    texts, dates = _texts(archive), _dates(archive)
    path = _first_sheet(archive)
    for row in _elements(archive, path, depth=3):
        if row.tag == "row":
            cells = [""] * WIDEST
            for cell in row.children("c"):
                index = _index(cell)
                if index < WIDEST:
                    cells[index] = _value(cell, texts, dates)
            yield f"row {row.attributes.get('r', '?')}", cells


def _first_sheet(archive: Archive) -> str:
    sheets = list(_elements(archive, _BOOK, depth=3, of="sheet"))
    links = _elements(archive, "xl/_rels/workbook.xml.rels", depth=2)
    targets = {each.attributes.get("Id"): each.attributes.get("Target", "") for each in links}
    if not sheets:
        raise FormatError("the workbook", "has no sheet")
    target = targets.get(sheets[0].attributes.get("id"), "")
    return posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")


def _texts(archive: Archive) -> list[str]:
    path = "xl/sharedStrings.xml"
    return [_text(each) for each in _elements(archive, path, depth=2)] if path in archive else []


def _dates(archive: Archive) -> frozenset[str]:
    """Which styles, by their number, show a number as a day."""
    if "xl/styles.xml" not in archive:
        return frozenset()
    data = archive.read("xl/styles.xml")
    with _within("xl/styles.xml"):
        styles = markup.parse(data)
    own = {
        each.attributes.get("numFmtId", "")
        for each in styles.child("numFmts").children()
        if _DAY.search(_QUOTED.sub("", each.attributes.get("formatCode", "")))
    }
    known = own | {str(number) for number in _DATES}
    used = enumerate(styles.child("cellXfs").children())
    return frozenset(str(i) for i, each in used if each.attributes.get("numFmtId") in known)


def _value(cell: Element, texts: Sequence[str], dates: frozenset[str]) -> str:
    kind, value = cell.attributes.get("t", "n"), cell.child("v").text
    if kind == "s":
        number = int(value) if value.isdecimal() else len(texts)
        return texts[number] if number < len(texts) else ""
    if kind == "inlineStr":
        return _text(cell.child("is"))
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind == "n":
        return _number(value, day=cell.attributes.get("s") in dates)
    return _unescaped(value)


def _number(value: str, *, day: bool) -> str:
    """As people see it: a whole number without a point, a day in words."""
    try:
        number = float(value)
        if day:
            when = _EPOCH + timedelta(days=number)
            return f"{when.day} {when:%B %Y}"
    except (ValueError, OverflowError):
        return value
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else value


def _text(element: Element) -> str:
    """All runs of a text, without how it is pronounced."""
    direct = [each.text for each in element.children("t")]
    runs = [each.child("t").text for each in element.children("r")]
    return _unescaped("".join((*direct, *runs)))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda code: chr(int(code[1], 16)), text)


def _index(cell: Element) -> int:
    """Column of a cell, from 0, as its letters say."""
    place = _CELL.fullmatch(cell.attributes.get("r", ""))
    if place is None:
        return WIDEST
    index = 0
    for letter in place[1]:
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def _elements(
    archive: Archive, path: str, *, depth: int, of: str | None = None
) -> Iterator[Element]:
    """Elements at one depth of a file."""
    data = archive.read(path)
    with _within(path):
        for each in markup.children(data, depth=depth):
            if of is None or each.tag == of:
                yield each


@contextmanager
def _within(path: str) -> Iterator[None]:
    """Errors name the file in the archive that they are in."""
    try:
        yield
    except FormatError as error:
        raise FormatError(f"“{path}”, {error.place}", error.problem) from None
