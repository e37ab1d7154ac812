"""XLSX workbooks: items as rows, and Kahoot's sheet, in which it takes questions."""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.writer.excel import ExcelWriter

from questions.errors import FormatError
from questions.formats import table
from questions.formats.archives import Archive, packed
from questions.formats.writing import visible
from questions.items import Generated, Item

CELL = 32_767
"""Characters of a cell that Excel keeps."""

_NEVER = datetime(1980, 1, 1, tzinfo=UTC)
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WIDTHS = {"stem": 50, "explanation": 40, "evidence": 60}

KAHOOT_STEM, KAHOOT_OPTION, KAHOOT_OPTIONS, KAHOOT_SECONDS = 120, 75, 4, 20
_KAHOOT_HEADER = (
    "", "Question - max 120 characters",
    *(f"Answer {n} - max 75 characters" for n in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)  # fmt: skip
_KAHOOT_ROWS_BEFORE = 7


def dumps(found: Sequence[Generated]) -> bytes:
    """All items as the columns of `table` have them; the same items give the same bytes."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Items"
    _write(sheet, [table.COLUMNS, *(row for each in found for row in table.cells(each))])
    sheet.freeze_panes = "A2"
    for letter, name in zip("ABCDEFGHIJKLMNOP", table.COLUMNS, strict=True):
        sheet.column_dimensions[letter].width = _WIDTHS.get(name, 18)
    _head(sheet, 1)
    return _packed(book)


def kahoot(found: Sequence[Generated]) -> bytes:
    """Kahoot's own sheet; what does not fit is on a second one, with the reason.

    Raises FormatError where nothing fits.
    """
    items = [visible(item) for generated in found for item in generated.items]
    fitting = [item for item in items if not _misfit(item)]
    if not fitting:
        raise FormatError("Kahoot's sheet", "takes none of these items: they are too long")
    rows = [("", "Quiz", *[""] * 6)] + [("", *[""] * 7)] * (_KAHOOT_ROWS_BEFORE - 1)
    listed = [_kahoot(number, item) for number, item in enumerate(fitting, 1)]
    book = Workbook()
    sheet = book.active
    sheet.title = "Kahoot"
    _write(sheet, [*rows, _KAHOOT_HEADER, *listed])
    _head(sheet, _KAHOOT_ROWS_BEFORE + 1)
    for letter, width in zip("ABCDEFGH", (5, 60, 30, 30, 30, 30, 15, 15), strict=True):
        sheet.column_dimensions[letter].width = width
    left = [(item.stem, reason) for item in items if (reason := _misfit(item))]
    if left:
        _write(book.create_sheet("Left out"), [("Question", "Reason"), *left])
    return _packed(book)


def _misfit(item: Item) -> str | None:
    if len(item.options) == 1:
        return "has no options to choose from"
    if len(item.options) > KAHOOT_OPTIONS:
        return f"has more than {KAHOOT_OPTIONS} options"
    if len(item.stem) > KAHOOT_STEM:
        return f"has more than {KAHOOT_STEM} characters"
    if any(len(option) > KAHOOT_OPTION for option in item.options):
        return f"has an option of more than {KAHOOT_OPTION} characters"
    return None


def _kahoot(number: int, item: Item) -> tuple[str | float, ...]:
    blank = [""] * (KAHOOT_OPTIONS - len(item.options))
    return (number, item.stem, *item.options, *blank, KAHOOT_SECONDS, str(item.key + 1))


def _write(sheet: Any, rows: Iterable[Sequence[str | float]]) -> None:
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value == "":
                continue
            cell = sheet.cell(row, column)
            if isinstance(value, str):
                cell.value = _text(value)
                cell.data_type = "s"  # never a formula, whatever it begins with
                cell.alignment = Alignment(wrap_text=True, vertical="top")
            else:
                cell.value = value


def _text(value: str) -> str:
    if len(value) > CELL:
        raise FormatError("a cell", f"would have more than {CELL:,} characters")
    return _ESCAPE.sub("_x005F_", value)


def _head(sheet: Any, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(bold=True)


def _packed(book: Any) -> bytes:
    """The workbook without a word about when it was made."""
    book.properties.created = book.properties.modified = _NEVER.replace(tzinfo=None)
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as archive:
        ExcelWriter(book, archive).write_data()
    made = Archive(buffer.getvalue())
    return packed({name: made.read(name) for name in made.names})
