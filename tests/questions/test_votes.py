import random

import pytest

from questions.ordering import sort_value
from questions.scores import score, scores
from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The bill on parking in Lund was passed by 52 votes to 41.",
            "By what vote was the bill on parking in Lund passed?",
            "52 votes to 41",
        ),
        (
            "The amendment of Orlan was carried by 88 votes to six.",
            "By what vote was the amendment of Orlan carried?",
            "88 votes to six",
        ),
        (
            "The house of Lund approved the bill by 219 to 205.",
            "By what vote did the house of Lund approve the bill?",
            "219 to 205",
        ),
        (
            "The council of Lund voted 7-4 to close the ferry.",
            "By what margin did the council of Lund vote to close the ferry?",
            "7-4",
        ),
        (
            "Lund beat Varna 3-1 in the cup.",
            "By what score did Lund beat Varna in the cup?",
            "3-1",
        ),
    ],
)
def test_votes_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        # A range; a change; a vote that the smaller side does not lose.
        "The council of Lund endorsed 40 to 50 plans for the tram.",
        "The house of Lund passed a plan to cut the fare from 12 to 9 euros.",
        "The bank of Lund backed 3 to 4 firms.",
    ],
)
def test_other_numbers_are_no_votes(tell: Tell, text: str) -> None:
    assert not any(question.startswith("By what vote") for question in asked(tell, text))


@pytest.mark.parametrize(
    "key", ["52 votes to 41", "88 votes to six", "7 to 4", "seven votes to two"]
)
def test_other_votes_are_written_alike_and_in_order(key: str) -> None:
    found = scores(key, 1, random.Random(5))
    assert len({*found, key}) == 4
    assert sorted(found, key=sort_value) == found
    for text in found:
        won, lost = score(text) or (0, 1)
        assert won > lost
        assert ("votes to" in text) == ("votes to" in key)
