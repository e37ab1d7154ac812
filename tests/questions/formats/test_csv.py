import csv as standard_csv
import io

import pytest
from hypothesis import given

from questions import AnswerType, Generated, ItemKind
from questions.documents import clean
from questions.errors import FormatError
from questions.formats import csv, table
from questions.formats.reading import Reading
from tests.make import make_generated, make_item
from tests.questions.formats import portable


def read(text: str) -> Reading:
    return csv.read(text.encode(), "capitals.csv")


@given(portable.portable_values())
def test_what_is_written_reads_back(generated: Generated) -> None:
    reading = csv.read(csv.dumps([generated]), "a.csv")
    looks = {"proof": clean}
    assert portable.of_reading(reading, **looks) == portable.of([generated], **looks)
    for item, back in zip(generated.items, reading.found[0].items, strict=True):
        assert (back.difficulty, back.score) == (item.difficulty, item.score)


def test_every_item_is_a_row_under_named_columns() -> None:
    data = csv.dumps([make_generated()])
    assert data.startswith(b"\xef\xbb\xbf")
    header, row = standard_csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert tuple(header) == table.COLUMNS
    assert row[:2] == ["item-1", "When did the Sydney Harbour Bridge open?"]
    assert row[2:9] == ["1923", "1930", "1932", "1936", "", "", "C"]


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "'=1", "''=1", "-", "=", "'@x"]
)
def test_a_spreadsheet_has_nothing_to_compute(text: str) -> None:
    data = csv.dumps([make_generated(make_item(stem=text))])
    rows = list(standard_csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[1][1][0] not in "=+-@"
    assert csv.read(data, "").found[0].items[0].stem == text


@pytest.mark.parametrize("text", ["-5", "+3.2", "'tis", "1,000", "'"])
def test_what_is_harmless_stays_as_it_is(text: str) -> None:
    data = csv.dumps([make_generated(make_item(stem=text))])
    rows = list(standard_csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    assert rows[1][1] == text


@pytest.mark.parametrize(
    ("text", "stem", "options", "key"),
    [
        ("question,A,B,answer\nWho?,Ann,Bob,B", "Who?", ("Ann", "Bob"), 1),
        ("Question;Option 1;Option 2;Correct\nWho?;Ann;Bob;2", "Who?", ("Ann", "Bob"), 1),
        ("Question\tAnswer 1\tAnswer 2\tCorrect\nWho?\tAnn\tBob\tann", "Who?", ("Ann", "Bob"), 0),
        ("stem,option a,option b,option c,key\nW?,1,2,,2", "W?", ("1", "2"), 1),
        ("stem,option a,option b,key\nW?,B,A,b", "W?", ("B", "A"), 1),
        ("A table\n\nquestion,answer\nCapital?,Paris", "Capital?", ("Paris",), 0),
        ('Front,Back\n"a ""b"", c\nd",x', 'a "b", c\nd', ("x",), 0),
        ("key,stem,choice 1,choice 2\n1,W?,10,20", "W?", ("10", "20"), 0),
    ],
)  # fmt: skip
def test_tables_of_others(text: str, stem: str, options: tuple[str, ...], key: int) -> None:
    assert csv.detect(text.encode())
    item = read(text).found[0].items[0]
    assert (item.stem, item.options, item.key) == (stem, options, key)
    assert item.kind is (ItemKind.FLASHCARD if len(options) == 1 else ItemKind.MULTIPLE_CHOICE)


def test_what_a_row_knows_besides_is_kept() -> None:
    header = "question,A,B,key,answer type,difficulty,category,feedback"
    text = f"{header}\nWho?,x,y,A,Person,hard,Week 3,So."
    found = read(text).found[0]
    item = found.items[0]
    assert found.article.title == "Week 3"
    assert (item.answer_type, item.difficulty) == (AnswerType.PERSON, 0.75)
    assert item.explanation == "So."


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("Who?,a,b,", "line 3: has no right option."),
        ("Who?,a,b,C", "line 3: has no right option."),
        ("Who?,a,b,z", "line 3: has no right option."),
        (",a,b,A", "line 3: has no question, only answers."),
        ("Who?,,,", "line 3: has no answers."),
        ("Who?,a,a,A", "line 3: has the option “a” twice."),
        ("Who?", "line 3: has no answers."),
    ],
)
def test_what_is_no_item_is_told_with_its_line(row: str, problem: str) -> None:
    reading = read(f'question,A,B,key\n"First",x,y,A\n{row}\nLast?,x,y,B')
    assert [portable.told(each) for each in reading.problems] == [problem]
    assert [item.stem for item in reading.found[0].items] == ["First", "Last?"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('question,A,B,key\n"Who?,x,y,A', "line 2: is not CSV: unexpected end of data."),
        ('question,A,B,key\n"Who"?,x,y,A', "line 2: is not CSV: "),
        (f"question,A,B,key\n{'x' * 200_000},x,y,A", "line 2: is not CSV: field larger than"),
        (f"one,{' ' * 130_000}x\n" * 20, "the first rows: name no columns “stem” and “key”"),
        ("one,two\n1,2", "the first rows: name no columns “stem” and “key”"),
        ("question,key\n", "the file: has no questions."),
        ("," * 1_000 + "question,key\n,", "the first rows: name no columns “stem” and “key”"),
        ("question,key\n" + ",\n" * 60_000, "the file: has more than 50,000 rows; split it."),
    ],
)
def test_what_cannot_be_read_is_an_error(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(text)
    assert str(caught.value).startswith(message)
