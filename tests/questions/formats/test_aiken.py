import pytest
from hypothesis import given

from questions import Generated, ItemKind
from questions.errors import FormatError
from questions.formats import aiken
from questions.formats.reading import Reading
from questions.formats.writing import in_line
from tests.make import make_flashcard, make_generated, make_item
from tests.questions.formats import portable


def read(text: str) -> Reading:
    return aiken.read(text.encode(), "capitals.txt")


@given(portable.portable_values())
def test_what_is_written_reads_back(generated: Generated) -> None:
    choices = [item for item in generated.items if item.kind is not ItemKind.FLASHCARD]
    if not choices:
        return
    found = read(aiken.dumps([make_generated(*choices)])).found[0]
    assert [(i.stem, i.options, i.key) for i in found.items] == [
        (in_line(i.stem), tuple(map(in_line, i.options)), i.key) for i in choices
    ]


@pytest.mark.parametrize(
    "stem", ["A. Lincoln was born when?", "ANSWER: is which word?", "B) or not B) what?", "a. b"]
)
def test_a_question_that_looks_like_something_else_stays_one(stem: str) -> None:
    assert read(aiken.dumps([make_generated(make_item(stem=stem))])).found[0].items[0].stem == stem


def test_the_file_is_as_people_write_it() -> None:
    assert aiken.dumps([make_generated(make_item(stem="When\nwas it?"))]).splitlines() == [
        *("When was it?", "A. 1923", "B. 1930", "C. 1932", "D. 1936", "ANSWER: C"),
    ]


def test_a_flashcard_is_refused() -> None:
    with pytest.raises(FormatError, match="item 7: has no options to choose from"):
        aiken.dumps([make_generated(make_flashcard(id="7"))])


def test_what_others_write_is_read() -> None:
    text = "Which city is\nthe capital?\n\na) Paris\nb) Lyon\n\nANSWER: a\n"
    text += "Who?\nA. x\nB. y\nANSWER:B"
    first, second = read(text).found[0].items
    assert (first.stem, first.options, first.key) == (
        "Which city is\nthe capital?",
        ("Paris", "Lyon"),
        0,
    )
    assert (second.stem, second.key) == ("Who?", 1)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Who?\nA. a\nB. b\nANSWER: C\n", "line 3: has no right option."),
        ("Who?\nA. a\nB. b\nANSWER:\n", "line 3: has no right option."),
        ("Who?\nA. a\nB. b\nANSWER: A, B\n", "line 3: has 2 right options; exactly one can be"),
        ("Who?\nANSWER: A\n", "line 3: has no answers."),
        ("Who?\nA. a\nmore\nANSWER: A\n", "line 5: is neither an option nor the answer."),
    ],
)
def test_what_is_no_item_is_told_with_its_line(text: str, problem: str) -> None:
    reading = read(f"\n\n{text}")
    assert portable.told(reading.problems[0]).startswith(problem)


def test_a_question_that_breaks_off_is_told() -> None:
    (problem,) = read("Who?\nA. a\nB. b\nANSWER: A\n\nWhy?\nA. a\n").problems
    assert str(problem) == "line 6 (“Why?”): has no line with ANSWER:."


def test_other_texts_are_not_taken_for_questions() -> None:
    with pytest.raises(FormatError, match="the file: has no line with ANSWER:"):
        read("dog\tdie Katze\nThe ANSWER: is elsewhere.")
