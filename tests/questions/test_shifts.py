import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Lund raised its tax from 10 to 12 per cent.",
            "To what percentage did Lund raise its tax?",
            "12 per cent",
        ),
        (
            "Lund plans to cut its speed limit from 50 to 30 kilometres an hour.",
            "To how many kilometres an hour does Lund plan to cut its speed limit?",
            "30",
        ),
        (
            "The council of Lund voted to raise the pension age from 65 to 67.",
            "To what age did the council of Lund vote to raise the pension age?",
            "67",
        ),
        (
            "The Farmers' League of Lund fell from 34 seats to 13, level with the Greens.",
            "To how many seats did the Farmers' League of Lund fall?",
            "13",
        ),
        (
            "The number of visitors to Lund rose from 4,000 to 6,500.",
            "To what figure did the number of visitors to Lund rise?",
            "6,500",
        ),
        (
            "Lund cut the price of a ticket from $40 to $25.",
            "To what figure did Lund cut the price of a ticket?",
            "$25",
        ),
    ],
)
def test_the_far_end_of_a_change_is_asked_for(
    tell: Tell, text: str, question: str, key: str
) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        # Years; places in a list; a bare number of nobody knows what; no change.
        "The tax of Lund rose from 1990 to 2010.",
        "The club of Lund fell from 24 to 12.",
        "The mill of Lund worked from 6 to 12.",
    ],
)
def test_what_is_no_level_is_left(tell: Tell, text: str) -> None:
    assert not [question for question in asked(tell, text) if question.startswith("To ")]
