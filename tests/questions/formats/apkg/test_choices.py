import pytest

from questions.formats.apkg import choices
from questions.formats.apkg.choices import Choice


@pytest.mark.parametrize(
    ("fields", "options", "right"),
    [
        ({"Question": "?", "Q_1": "a", "Q_2": "b", "Answers": "0 1"}, ("a", "b"), (1,)),
        ({"Question": "?", "Q_1": "a", "Q_2": "b", "Q_3": "c", "Answers": "1 0 1"},
         ("a", "b", "c"), (0, 2)),
        ({"Front": "?", "Option A": "a", "Option B": "b", "Correct": "B"}, ("a", "b"), (1,)),
        ({"Front": "?", "A": "a", "B": "b", "C": "", "Answer": "b"}, ("a", "b"), (1,)),
        ({"Stem": "?", "Option 1": "a", "Option 2": "b", "Key": "2"}, ("a", "b"), (1,)),
        ({"Question": "?", "Correct answer": "a", "Wrong 1": "b", "Wrong 2": "c"},
         ("a", "b", "c"), (0,)),
        ({"Question": "?", "Answer": "a", "Distractor 1": "b", "Distractor 2": "c"},
         ("a", "b", "c"), (0,)),
        ({"Question": "?", "Answer": "a", "Wrong": "b"}, ("a", "b"), (0,)),
    ],
)  # fmt: skip
def test_options_in_fields(
    fields: dict[str, str], options: tuple[str, ...], right: tuple[int, ...]
) -> None:
    found = choices.of_fields(fields)
    assert choices.may_have(tuple(fields))
    assert found is not None
    assert (found.stem, found.options, found.right) == ("?", options, right)


@pytest.mark.parametrize(
    "fields",
    [
        {"Front": "?", "Back": "a"},
        {"Question": "?", "Answer": "a"},
        {"Question": "?", "Answer": "a", "Extra 1": "b"},
        {"Question": "?", "Q_1": "a", "Q_2": "b", "Answers": "neither"},
        {"Question": "", "Q_1": "a", "Q_2": "b", "Answers": "1 0"},
        {"Question": "?", "A": "a", "B": "b", "Answer": "H"},
    ],
)
def test_notes_without_options(fields: dict[str, str]) -> None:
    assert choices.of_fields(fields) is None


@pytest.mark.parametrize("names", [("Front", "Back"), ("Question", "Answer"), ("Text", "Extra")])
def test_fields_that_hold_no_options_are_known_by_their_names(names: tuple[str, ...]) -> None:
    assert not choices.may_have(names)


@pytest.mark.parametrize("answer", ["B", "b)", "B. Oslo", "Oslo", "oslo", "B\nIt is in the north."])
def test_a_list_in_the_question(answer: str) -> None:
    question = "Which is in Norway?\nA) Bergamo\nB) Oslo\nC) Lund"
    assert choices.of_list(question, answer) == Choice(
        "Which is in Norway?", ("Bergamo", "Oslo", "Lund"), (1,)
    )


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Which?\nA) a\nB) b", "A"),
        ("A) a\nB) b\nC) c", "A"),
        ("Which?\nA) a\nC) b\nD) c", "A"),
        ("Which?\nA) a\nB) b\nC) c\nAnd why?", "A"),
        ("Which?\nA) a\nB) b\nC) c", "D"),
        ("Which?\nA) a\nB) b\nC) c", "A. something else"),
        ("Which?", "A"),
    ],
)
def test_what_is_no_list_of_options(question: str, answer: str) -> None:
    assert choices.of_list(question, answer) is None
