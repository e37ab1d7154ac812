import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Anna Berg was 17 at the time of her arrest in Lund.",
            "How old was Anna Berg at the time of her arrest in Lund?",
            "17",
        ),
        (
            "Anna Berg worked in the mines of Lund until she was 27.",
            "Until what age did Anna Berg work in the mines of Lund?",
            "27",
        ),
        (
            "Anna Berg left school at 11.",
            "At what age did Anna Berg leave school?",
            "11",
        ),
        (
            "Anna Berg was ordained in Lund at twenty-four.",
            "At what age was Anna Berg ordained in Lund?",
            "Twenty-four",
        ),
        (
            "Anna Berg died of cancer in Lund in January 2021 at age 66.",
            "At what age did Anna Berg die of cancer in Lund in January 2021?",
            "66",
        ),
        (
            "Anna Berg died in Lund in 2012, aged 91.",
            "At what age did Anna Berg die in Lund in 2012?",
            "91",
        ),
        (
            "Anna Berg moved to Lund when she was 16.",
            "At what age did Anna Berg move to Lund?",
            "16",
        ),
        (
            "Anna Berg was about seventy when she designed the bridge of Lund.",
            "At about what age did Anna Berg design the bridge of Lund?",
            "Seventy",
        ),
    ],
)
def test_ages_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        # Hours, scores, other people, trains.
        "Anna Berg left at 11.",
        "Anna Berg won the title of Lund at 12-2.",
        "Anna Berg left Lund when the singer was 16.",
        "The train from Lund left Varna at 23.",
        "Anna Berg moved to Lund when she was not 16.",
    ],
)
def test_other_numbers_are_no_ages(tell: Tell, text: str) -> None:
    assert not [question for question in asked(tell, text) if "age" in question]
