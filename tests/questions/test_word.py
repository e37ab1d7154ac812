import pytest

from questions import documents, word
from questions.errors import Damaged, EmptyText
from questions.formats.archives import packed
from tests.questions.files import paragraph
from tests.questions.files import word as file

OPENED = "The harbor of Vellmouth reopened on 12 May 2021."
MOVED = "The lighthouse was moved by barge."


def test_paragraphs_and_the_title_of_the_properties() -> None:
    document = documents.read(
        file(paragraph("The harbor ", "of Vellmouth reopened on 12 May 2021.") + paragraph(MOVED)
             + paragraph(), title="The harbor reopens"),
        "a.docx",
    )  # fmt: skip
    assert document.title == "The harbor reopens"
    assert document.text == f"{OPENED}\n\n{MOVED}"


def test_a_file_without_a_name_is_known_by_its_beginning() -> None:
    assert documents.read(file(paragraph(OPENED))).text == OPENED


def test_a_title_in_the_text_comes_before_that_of_the_properties_and_is_not_repeated() -> None:
    body = paragraph("The harbor", style="Title") + paragraph("Vellmouth", style="Heading1")
    document = documents.read(file(body + paragraph(OPENED), title="Template"), "a.docx")
    assert (document.title, document.text) == ("The harbor", f"Vellmouth\n\n{OPENED}")
    same = documents.read(file(paragraph("Harbor") + paragraph(OPENED), title="Harbor"), "a.docx")
    assert same.text == OPENED


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a b c"),
        ("<w:r><w:t>no</w:t><w:noBreakHyphen/><w:t>one</w:t></w:r>", "no-one"),
        ("<w:hyperlink><w:r><w:t>linked</w:t></w:r></w:hyperlink>", "linked"),
        ("<w:ins><w:r><w:t>new</w:t></w:r></w:ins>", "new"),
        ("<w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>x</w:t></w:r>", "x"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>x</w:t></w:r>", "x"),
        ("<w:r><w:footnoteReference/></w:r><w:r><w:t>x</w:t></w:r>", "x"),
    ],
)
def test_what_a_paragraph_says(markup: str, expected: str) -> None:
    assert documents.read(file(f"<w:p>{markup}</w:p>"), "a.docx").text == expected


def test_tables_and_text_boxes_are_left_out() -> None:
    table = f"<w:tbl><w:tr><w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>"
    box = (
        f"<w:p><w:r><w:pict><w:txbxContent>{paragraph('box')}</w:txbxContent></w:pict></w:r></w:p>"
    )
    control = f"<w:sdt><w:sdtContent>{paragraph(MOVED)}</w:sdtContent></w:sdt>"
    text = documents.read(file(table + paragraph(OPENED) + box + control), "a.docx").text
    assert text == f"{OPENED}\n\n{MOVED}"


def test_a_document_without_text_is_empty() -> None:
    with pytest.raises(EmptyText):
        documents.read(file(paragraph()), "a.docx")


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


@pytest.mark.parametrize(
    "data",
    [
        b"text",
        b"",
        b"PK\x03\x04",
        file(paragraph(OPENED))[:200],
        packed({"mimetype": b"application/epub+zip"}),
        packed({"word/document.xml": b"<w:document"}),
        packed({"word/document.xml": BOMB}),
        packed({"word/document.xml": b"<a>" + b" " * word._UNPACKED + b"</a>"}),
        packed({"../word/document.xml": b"<a/>"}),
        file(paragraph(OPENED), others={"docProps/core.xml": BOMB}),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99,
    ],
)
def test_what_is_no_such_document_says_so(data: bytes) -> None:
    with pytest.raises(Damaged, match="no Word file"):
        documents.read(data, "a.docx")


def test_more_elements_than_any_book_has_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word, "_ELEMENTS", 100)
    assert documents.read(file(paragraph(OPENED) * 20), "a.docx").text.count(OPENED) == 20
    with pytest.raises(Damaged):
        documents.read(file(paragraph(OPENED) * 40), "a.docx")
