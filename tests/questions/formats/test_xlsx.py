import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given, settings

from questions import Generated
from questions.documents import clean
from questions.errors import FormatError
from questions.formats import table, xlsx, xlsx_reading
from questions.formats.archives import packed
from questions.formats.reading import Reading
from tests.make import make_flashcard, make_generated, make_item
from tests.questions.formats import portable


def book(*rows: Sequence[object]) -> bytes:
    """A workbook as openpyxl, another program, writes it."""
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def read(data: bytes) -> Reading:
    return xlsx_reading.read(data, "capitals.xlsx")


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    """A workbook with a part of one of its files replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    members[name] = members[name].replace(old.encode(), new.encode())
    return packed(members)


@settings(max_examples=40)
@given(portable.portable_values())
def test_what_is_written_reads_back(generated: Generated) -> None:
    reading = read(xlsx.dumps([generated]))
    looks = {"proof": clean}
    assert portable.of_reading(reading, **looks) == portable.of([generated], **looks)
    for item, back in zip(generated.items, reading.found[0].items, strict=True):
        assert back.difficulty == pytest.approx(item.difficulty, rel=1e-15)
        assert back.score == pytest.approx(item.score, rel=1e-15)


def test_another_program_reads_the_same() -> None:
    item = make_item(stem="=1+1\nand _x0041_ < & ]]>", options=("-5", "=A1", "@x", "+1"))
    data = xlsx.dumps([make_generated(item)])
    sheet = openpyxl.load_workbook(io.BytesIO(data)).active
    header, row = sheet.iter_rows()
    assert tuple(cell.value for cell in header) == table.COLUMNS
    assert [cell.value for cell in row[2:6]] == ["-5", "=A1", "@x", "+1"]
    assert all(cell.data_type == "s" for cell in row[1:6])
    assert read(data).found[0].items[0].stem == item.stem


def test_what_others_write_is_read() -> None:
    data = book(
        ["Capitals and years"],
        [],
        ["Question", "Option 1", "Option 2", "Option 3", "Correct", "Score"],
        ["How many?", 1, 2.0, 2.5, 2, 0.5],
        ["When?", datetime(1932, 3, 19), datetime(1933, 3, 19), None, 1],  # noqa: DTZ001
        ["True?", True, False, None, "TRUE"],
    )
    assert xlsx_reading.detect(data)
    numbers, days, truth = read(data).found[0].items
    assert (numbers.options, numbers.key, numbers.score) == (("1", "2", "2.5"), 1, 0.5)
    assert (days.options, days.key) == (("19 March 1932", "19 March 1933"), 0)
    assert (truth.options, truth.key) == (("TRUE", "FALSE"), 0)


def test_problems_are_told_with_their_rows() -> None:
    data = book(["question", "A", "B", "key"], ["Who?", "a", "b", "A"], [], ["Why?", "a", "b", "C"])
    assert [str(problem) for problem in read(data).problems] == [
        "row 4 (“Why?”): has no right option."
    ]


def test_a_text_longer_than_a_cell_is_refused() -> None:
    with pytest.raises(FormatError, match="a cell: would have more than 32,767 characters"):
        xlsx.dumps([make_generated(make_item(explanation="x" * 40_000))])


def test_texts_that_cells_share_are_read() -> None:
    runs = "<r><t>An</t></r><r><t>n</t></r><rPh><t>x</t></rPh>"
    shared = f"<sst><si><t>Who?</t></si><si>{runs}</si></sst>"
    head = ("question", "A", "B", "key")
    named = zip("ABCD", head, strict=True)
    texts = "".join(f'<c r="{at}1" t="str"><v>{name}</v></c>' for at, name in named)
    cells = '<c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2"><v>7</v></c>'
    rows = f'<row r="1">{texts}</row><row r="2">{cells}<c r="D2" t="str"><v>A</v></c></row>'
    with zipfile.ZipFile(io.BytesIO(book([]))) as archive:
        members = {each: archive.read(each) for each in archive.namelist()}
    members |= {SHEET: f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()}
    members |= {"xl/sharedStrings.xml": shared.encode()}
    item = read(packed(members)).found[0].items[0]
    assert (item.stem, item.options) == ("Who?", ("Ann", "7"))


SHEET, STYLES, BOOK = "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        (
            SHEET,
            "<worksheet",
            '<!DOCTYPE x [<!ENTITY a "b">]><worksheet',
            f"“{SHEET}”, line 1: declares",
        ),
        (SHEET, "</worksheet>", "", f"“{SHEET}”, line 1, column "),
        (STYLES, "<styleSheet", "<!DOCTYPE x><styleSheet", f"“{STYLES}”, line 1: declares"),
        ("xl/workbook.xml", "<workbook", '<!DOCTYPE x SYSTEM "x"><workbook', "line 1: declares"),
        ("xl/_rels/workbook.xml.rels", "sheet1.xml", "../../../etc/passwd", "is missing"),
        ("xl/_rels/workbook.xml.rels", "sheet1.xml", "nothing.xml", "is missing"),
    ],
)
def test_a_hostile_workbook_is_an_error(name: str, old: str, new: str, message: str) -> None:
    data = changed(xlsx.dumps([make_generated()]), name, old, new)
    with pytest.raises(FormatError) as caught:
        read(data)
    assert message in str(caught.value)


def test_another_archive_is_no_workbook() -> None:
    with pytest.raises(FormatError, match=f"the file: is no workbook of Excel: it lacks “{BOOK}”"):
        read(packed({"word/document.xml": b"<document/>"}))


def test_what_is_larger_than_can_be_read_is_named_once() -> None:
    bomb = packed({BOOK: b" " * 100_000_001})
    with pytest.raises(FormatError, match=f"^“{BOOK}” in the archive: is larger"):
        read(bomb)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('r="B2"', 'r="XFD2"'),
        ('r="B2"', 'r="nowhere"'),
        ("<v>1</v>", "<v>999999</v>"),
        ("<v>1</v>", "<v>-1</v>"),
        ("<v>1</v>", "<v>x</v>"),
        ('row r="2"', 'row r="99999999999"'),
    ],
)
def test_a_sheet_that_lies_does_no_harm(old: str, new: str) -> None:
    assert read(changed(xlsx.dumps([make_generated()]), SHEET, old, new)) is not None


def test_a_sheet_of_too_many_rows_is_refused() -> None:
    rows = "<row><c/></row>" * 60_000
    data = changed(xlsx.dumps([make_generated()]), SHEET, "</sheetData>", f"{rows}</sheetData>")
    with pytest.raises(FormatError, match="the file: has more than 50,000 rows"):
        read(data)


def test_kahoots_sheet_has_everything_where_kahoot_looks_for_it() -> None:
    items = (make_item(id="1"), make_item(id="2", stem="Who?", options=("Ann", "Bob"), key=1))
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx.kahoot([make_generated(*items)]))).active
    assert sheet["B8"].value == "Question - max 120 characters"
    assert [cell.value for cell in sheet[9]] == [
        *(1, "When did the Sydney Harbour Bridge open?", "1923", "1930", "1932", "1936", 20, "3"),
    ]
    assert [cell.value for cell in sheet[10]] == [2, "Who?", "Ann", "Bob", None, None, 20, "2"]


def test_kahoots_sheet_reads_back() -> None:
    generated = make_generated(make_item(options=("1", "3", "4", "2"), key=2))
    item = read(xlsx.kahoot([generated])).found[0].items[0]
    assert (item.options, item.key) == (("1", "3", "4", "2"), 2)


def test_what_kahoot_would_not_take_is_on_another_sheet() -> None:
    items = (
        make_item(id="1"),
        make_item(id="2", stem="W" * 121),
        make_item(id="3", options=("a", "b" * 76)[:2], key=0),
        make_item(id="4", options=tuple("abcde")),
        make_flashcard(id="5"),
    )
    made = openpyxl.load_workbook(io.BytesIO(xlsx.kahoot([make_generated(*items)])))
    left = [row[1].value for row in made["Left out"].iter_rows(min_row=2)]
    assert [re.sub(r"\d+", "n", reason) for reason in left] == [
        "has more than n characters",
        "has an option of more than n characters",
        "has more than n options",
        "has no options to choose from",
    ]
    with pytest.raises(FormatError, match="takes none of these items"):
        xlsx.kahoot([make_generated(*items[1:])])
