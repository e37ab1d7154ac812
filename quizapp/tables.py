"""Tables as CSV, for spreadsheets."""

import csv
import io
from collections.abc import Iterable, Sequence

Cell = str | float | None

_FORMULA = tuple("=+-@\t\r＝＋－＠")


def csv_of(rows: Iterable[Sequence[Cell]]) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe, as OWASP advises.

    The mark at the front tells Excel that this is UTF-8; numbers have a point and no unit.
    """
    file = io.StringIO()
    file.write("\ufeff")
    csv.writer(file).writerows([_cell(value) for value in row] for row in rows)
    return file.getvalue()


def _cell(value: Cell) -> Cell:
    if isinstance(value, str) and value.lstrip(" ").startswith(_FORMULA):
        return f"'{value}"
    return round(value, 4) if isinstance(value, float) else value
