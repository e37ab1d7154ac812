import pytest

from questions.figures import figured, has_figure
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("The yard sold 40 boats in spring.", "boats", True),
        ("The yard sold 40 boats in spring.", "spring", False),
        ("The yard sold twenty-one boats.", "boats", True),
        ("The yard gave away half of its boats.", "half", True),
        ("The yard paid €5m for the boats.", "yard", False),
        ("The yard paid for the boats.", "paid", False),
    ],
)
def test_a_number_is_seen_in_the_phrase_that_has_it(
    tell: Tell, text: str, word: str, found: bool
) -> None:
    story = tell(text)
    token = next(t for t in story.reading.doc if t.text == word)
    assert has_figure(story, token) is found


def test_a_sentence_without_numbers_is_told_apart(tell: Tell) -> None:
    story = tell("The yard sold nothing. It had three boats. Nobody wanted them.")
    assert [figured(story, n) for n in range(3)] == [False, True, False]
