import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions import Evidence
from quizapp.assessment.sentences import longer, paragraphs, passage, sentences
from tests.quizapp.factories import HARBOR, make_article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\n ", []),
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("“It opened.” So she said.", ["“It opened.”", "So she said."]),
        ("Dr. Falk met J. Holm. They left.", ["Dr. Falk met J. Holm.", "They left."]),
        ("It costs 1.5 million. No more", ["It costs 1.5 million.", "No more"]),
        ("Title\n\n  Indented line.  ", ["Title", "Indented line."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == expected


@given(st.text())
def test_sentences_stand_in_the_text_in_order_and_leave_out_only_space(text: str) -> None:
    found = sentences(text)
    assert all(text[s.start : s.end] == s.text for s in found)
    assert [s.start for s in found] == sorted(s.start for s in found)
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


def test_a_line_is_a_paragraph() -> None:
    assert [len(paragraph) for paragraph in paragraphs(HARBOR)] == [1, 1, 3, 1]


@pytest.mark.parametrize(("start", "end"), [(-1, 5), (5, 5), (6, 5), (0, 10**9), (31, 33)], ids=str)
def test_there_is_no_passage_outside_the_text_or_of_space(start: int, end: int) -> None:
    assert passage(make_article(), start, end) is None


def test_a_passage_has_no_space_around_it() -> None:
    article = make_article("A. B. C.")
    assert passage(article, 2, 6) == Evidence(3, 5, "B.")


def test_evidence_grows_sentence_by_sentence() -> None:
    article = make_article("One. Two. Three.")
    first, last = Evidence(0, 4, "One."), Evidence(10, 16, "Three.")
    assert longer(article, first) == (None, Evidence(0, 9, "One. Two."))
    assert longer(article, last) == (Evidence(5, 16, "Two. Three."), None)
    assert longer(article, Evidence(5, 9, "Two.")) == (
        Evidence(0, 9, "One. Two."),
        Evidence(5, 16, "Two. Three."),
    )
