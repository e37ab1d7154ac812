from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import documents, pdf
from questions.errors import Damaged, InputError, Locked, OnlyPictures, TooManyPages
from tests.questions import files

FIRST = [
    "The harbor of Vellmouth reopened on 12 May 2021 after nine years of work, and",
    "Mayor Ida Brandt said that 340 ships had called there in the first month, which",
    "few had expec-",
    "ted.",
    "The new quay is 1,200 meters long and was designed by Tomas Reyes, who has built",
    "bridges (mostly) before.",
]
SECOND = ["The lighthouse, built in 1874, was moved by barge to the northern mole of the town."]
THIRD = ["It had stood on the southern one, and the keeper would not leave it for two years."]


def test_lines_become_paragraphs() -> None:
    document = documents.read(files.pdf(FIRST, title="The harbor reopens"), "a.pdf")
    assert document.title == "The harbor reopens"
    assert document.text.split("\n\n") == [
        f"{FIRST[0]} {FIRST[1]} few had expected.",
        f"{FIRST[4]} {FIRST[5]}",
    ]


def test_a_headline_that_is_the_title_is_not_repeated() -> None:
    document = documents.read(files.pdf(["The harbor reopens", *FIRST], title="The harbor reopens"))
    assert document.text.startswith(FIRST[0])


def test_a_file_without_a_name_is_known_by_its_beginning() -> None:
    assert documents.read(files.pdf(SECOND)).text == SECOND[0]


def test_what_stands_at_the_edge_of_many_pages_is_left_out() -> None:
    pages = [["The Gazette", *lines, str(n)] for n, lines in enumerate((FIRST, SECOND, THIRD), 1)]
    text = documents.read(files.pdf(*pages), "a.pdf").text
    assert "Gazette" not in text
    assert text.endswith(f"before.\n\n{SECOND[0]} {THIRD[0]}")


def test_a_line_of_one_page_stays() -> None:
    assert "The Gazette" in documents.read(files.pdf(["The Gazette", *SECOND]), "a.pdf").text


@pytest.mark.parametrize("title", ["untitled", "Microsoft Word - harbor", "harbor.docx", ""])
def test_a_title_that_a_program_made_up_is_none(title: str) -> None:
    assert documents.read(files.pdf(SECOND, title=title), "a.pdf").title is None


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (files.pdf([]), OnlyPictures),
        (files.pdf(SECOND, locked=True), Locked),
        (files.pdf(SECOND)[:200], Damaged),
        (b"%PDF-1.7\nbinary follows", Damaged),
        (b"no such thing", Damaged),
        (b"", Damaged),
        (files.pdf(["a"], repeated=pdf.PAGES), TooManyPages),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error):
        documents.read(data, "a.pdf")


def test_a_page_of_megabytes_of_drawing_is_passed_over() -> None:
    drawing = [". " * 2_100_000]
    assert documents.read(files.pdf(SECOND, drawing), "a.pdf").text == SECOND[0]


def test_a_file_that_would_take_for_ever_is_read_no_further(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "_STEPS", 100)
    assert documents.read(files.pdf(FIRST, SECOND), "a.pdf").text
    with pytest.raises(TooManyPages, match=r"has 11 pages; at most [1-9] can be read"):
        documents.read(files.pdf(FIRST, repeated=10), "a.pdf")
    with pytest.raises(Damaged):
        documents.read(files.pdf(SECOND * 200), "a.pdf")


def test_what_a_page_draws_again_and_again_counts_each_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pdf, "_STEPS", 100)
    assert SECOND[0] in documents.read(files.stamped(SECOND, times=1), "a.pdf").text
    with pytest.raises(Damaged):
        documents.read(files.stamped(SECOND, times=100), "a.pdf")


@given(place=st.integers(0), byte=st.binary(min_size=1, max_size=3))
def test_any_damage_gives_a_text_or_a_reason(place: int, byte: bytes) -> None:
    data = bytearray(files.pdf(FIRST, SECOND, title="T"))
    place %= len(data)
    data[place : place + len(byte)] = byte
    with suppress(InputError):
        documents.read(bytes(data), "a.pdf")
