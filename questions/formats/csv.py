"""CSV, as spreadsheets write and read it: a row for each item, every column named."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice

from questions.documents import unified
from questions.errors import FormatError
from questions.formats import drafts, table
from questions.formats.reading import Reading, beginning, decoded, title_of
from questions.formats.table import Row
from questions.items import Generated

_DELIMITERS = (",", ";", "\t")
_LOOKED_AT = 20

_SAVED_ANEW = (
    "send the spreadsheet itself (.xlsx), or save it as “CSV UTF-8” in Excel, and elsewhere as CSV "
    "with the character set Unicode (UTF-8)"
)

# A spreadsheet would compute a cell that begins so (OWASP, 'CSV injection'); an apostrophe before
# it, as people type there, keeps it a text. A number does no harm.
_COMPUTED = re.compile(r"'*[=+\-@]")
_GUARDED = re.compile(r"'+[=+\-@]")
_NUMBER = re.compile(r"[+-]?[\d.,]+")


def dumps(found: Sequence[Generated]) -> bytes:
    """All items, with the mark by which Excel knows UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(table.COLUMNS)
    for generated in found:
        for row in table.cells(generated):
            writer.writerow(map(_guarded, map(str, row)))
    return text.getvalue().encode("utf-8-sig")


def read(data: bytes, name: str) -> Reading:
    """Items of a file, and what in it is none; raises FormatError where it has neither."""
    text = unified(decoded(data, _SAVED_ANEW))
    delimiter = _delimiter(text) or ","
    return drafts.reading(table.parts(_rows(text, delimiter)), title_of(name))


def detect(data: bytes) -> bool:
    """Whether one of the first rows names a stem and a key, however it is delimited."""
    text = unified(beginning(data))
    return "\0" not in text and _delimiter(text) is not None


def _delimiter(text: str) -> str | None:
    for delimiter in _DELIMITERS:
        try:
            first = list(islice(_rows(text[:20_000], delimiter), _LOOKED_AT))
        except FormatError:
            continue
        if any(table.header(row) for _, row in first):
            return delimiter
    return None


def _rows(text: str, delimiter: str) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    line = 1
    try:
        for row in reader:
            yield f"line {line}", [_unguarded(cell) for cell in row[: table.WIDEST]]
            line = reader.line_num + 1
    except csv.Error as error:
        raise FormatError(f"line {line}", f"is not CSV: {error}") from None


def _guarded(text: str) -> str:
    computed = _COMPUTED.match(text) and not _NUMBER.fullmatch(text)
    return f"'{text}" if computed else text


def _unguarded(text: str) -> str:
    return text[1:] if _GUARDED.match(text) else text
