import pytest

from questions import Evidence
from quizapp.assessment.passages import Passage, paragraphs
from tests.quizapp.factories import make_article

TEXT = "One two three.\n\nFour five six."


def evidence(found: str) -> Evidence:
    start = TEXT.index(found)
    return Evidence(start, start + len(found), found)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ({}, [[("One two three.", ())], [("Four five six.", ())]]),
        (
            {1: evidence("two")},
            [[("One ", ()), ("two", (1,)), (" three.", ())], [("Four five six.", ())]],
        ),
        (
            {1: evidence("One two"), 2: evidence("two three.")},
            [[("One ", (1,)), ("two", (1, 2)), (" three.", (2,))], [("Four five six.", ())]],
        ),
        (
            {1: evidence("six."), 2: evidence("six.")},
            [[("One two three.", ())], [("Four five ", ()), ("six.", (1, 2))]],
        ),
        (
            {1: evidence("three.\n\nFour")},
            [[("One two ", ()), ("three.", (1,))], [("Four", (1,)), (" five six.", ())]],
        ),
    ],
)
def test_passages(
    marks: dict[int, Evidence], expected: list[list[tuple[str, tuple[int, ...]]]]
) -> None:
    cut = paragraphs(make_article(TEXT, title=""), marks)
    assert [[(p.text, p.covered_by) for p in paragraph] for paragraph in cut] == expected


def test_a_mark_begins_once() -> None:
    cut = paragraphs(make_article(TEXT, title=""), {1: evidence("One two"), 2: evidence("two")})
    assert [p.begins for p in cut[0]] == [(1,), (2,), ()]


def test_a_mark_ends_once() -> None:
    cut = paragraphs(make_article(TEXT, title=""), {1: evidence("One two"), 2: evidence("two")})
    assert [p.ends for p in cut[0]] == [(), (1, 2), ()]
    across = paragraphs(make_article(TEXT, title=""), {1: evidence("three.\n\nFour")})
    assert [p.ends for paragraph in across for p in paragraph] == [(), (), (1,), ()]


@pytest.mark.parametrize(
    ("title", "marks", "first"),
    [
        ("One two three.", {}, "Four five six."),
        ("Another title", {}, "One two three."),
        ("One two three.", {1: evidence("One two three.")}, "One two three."),
    ],
)
def test_a_repeated_title_is_left_out_unless_it_is_marked(
    title: str, marks: dict[int, Evidence], first: str
) -> None:
    cut = paragraphs(make_article(TEXT, title=title), marks)
    assert "".join(passage.text for passage in cut[0]) == first


def test_every_letter_is_marked_as_often_as_marks_cover_it() -> None:
    spans = [(a, b) for a in range(0, len(TEXT), 3) for b in range(a + 1, len(TEXT) + 1, 4)]
    marks = {n: Evidence(a, b, TEXT[a:b]) for n, (a, b) in enumerate(spans)}
    cut = paragraphs(make_article(TEXT, title=""), marks)
    covered = [len(p.covered_by) for paragraph in cut for p in paragraph for _ in p.text]
    places = [place for place, letter in enumerate(TEXT) if letter != "\n"]
    assert covered == [sum(a <= place < b for a, b in spans) for place in places]


@pytest.mark.parametrize("text", ["", " \n \n", "\n"])
def test_no_paragraph_in_white_space(text: str) -> None:
    assert paragraphs(make_article(text, title="")) == ()


def test_unmarked_paragraph_is_one_passage() -> None:
    assert paragraphs(make_article("A b.", title=""))[0] == (Passage("A b."),)
