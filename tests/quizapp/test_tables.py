import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.tables import Cell, csv_of


def read(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Ida Brandt", "Ida Brandt"),
        ("1-2", "1-2"),
        ("", ""),
        (None, ""),
        (3, "3"),
        (-12.5, "-12.5"),
        (1 / 3, "0.3333"),
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ('=HYPERLINK("http://example.org";"x")', '\'=HYPERLINK("http://example.org";"x")'),
        ('a,b;"c"\nd', 'a,b;"c"\nd'),
    ],
)
def test_cells(cell: Cell, expected: str) -> None:
    assert read(csv_of([[cell, "end"]])) == [[expected, "end"]]


@given(st.text())
def test_no_text_starts_a_formula_and_none_is_lost(text: str) -> None:
    [[cell, _]] = read(csv_of([[text, "end"]]))
    assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.removeprefix("'")
