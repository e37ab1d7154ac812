import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell

TITLE = "Landslide buries a village in Lindau"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("A long convoy carried two excavators.", "How many excavators did a long convoy carry?"),
        ("Records began to be kept in 1991.", "In which year did records begin to be kept?"),
        ("A baker caught a long pass. Karl Holm caught a long pass.", "Who caught a long pass?"),
    ],
)
def test_something_new_needs_a_word_that_tells_where_it_belongs(
    tell: Tell, text: str, question: str
) -> None:
    assert question not in asked(tell, text, title=TITLE)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "A long convoy carried two excavators to Hamar.",
            "How many excavators did the long convoy carry to Hamar?",
        ),
        (
            "A village council hired two excavators.",
            "How many excavators did the village council hire?",
        ),
        ("Police pulled 96 people out.", "How many people did police pull out?"),
        ("Mayor Anna Berg leads the council of trees.", "Who leads the council of trees?"),
    ],
)
def test_a_name_or_a_word_of_the_headline_is_enough(tell: Tell, text: str, question: str) -> None:
    assert question in asked(tell, text, title=TITLE)


def test_a_name_for_a_title_is_where_everything_belongs(tell: Tell) -> None:
    text = "Lindau has walls. A pleasure pier was opened in 1985."
    question = "In which year was the pleasure pier opened?"
    assert question in asked(tell, text, title="Lindau")
    assert question not in asked(tell, text, title="Storm of 2024 floods half of Lindau")
