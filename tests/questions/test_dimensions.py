import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The team of Portland overcame an 18-point deficit to beat Denver.",
            "How large a deficit did the team of Portland overcome to beat Denver?",
            "18 points",
        ),
        (
            "The satellite of Lund weighs 1.1 tonnes in all.",
            "How much does the satellite of Lund weigh in all?",
            "1.1 tonnes",
        ),
        (
            "The island of Lund occupies a peninsula of about 96 hectares.",
            "About how large a peninsula does the island of Lund occupy?",
            "96 hectares",
        ),
        (
            "The island of Lund has an area of roughly 3,600 square kilometres.",
            "About what area does the island of Lund have?",
            "3,600 square kilometres",
        ),
        (
            "The bridge of Lund had a span of 176 metres.",
            "What span did the bridge of Lund have?",
            "176 metres",
        ),
        (
            "The court of Lund issued a 120-page ruling in 2020.",
            "How long a ruling did the court of Lund issue in 2020?",
            "120 pages",
        ),
        (
            "Mayor Anna Berg held her seat with a majority of 402.",
            "With what majority did Mayor Anna Berg hold her seat?",
            "402",
        ),
        (
            "Anna Berg strung a walkway 41 metres long with steel cable in 2010.",
            "How long a walkway did Anna Berg string with steel cable in 2010?",
            "41 metres",
        ),
        (
            "A ridge about 60 feet high blocked the canal of Lund.",
            "About how high a ridge blocked the canal of Lund?",
            "60 feet",
        ),
        (
            "The firm of Lund won a contract worth about $26 million in 2020.",
            "About how large a contract did the firm of Lund win in 2020?",
            "$26 million",
        ),
    ],
)
def test_measures_behind_a_noun_are_asked_for(
    tell: Tell, text: str, question: str, key: str
) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        # Several things, no length, nothing that has a price.
        "Anna Berg strung two walkways 41 metres long over the river of Lund.",
        "Anna Berg found a bird five months old in Lund.",
        "Anna Berg lost a ring worth $26,000 in Lund.",
    ],
)
def test_other_measures_are_not(tell: Tell, text: str) -> None:
    assert not [q for q in asked(tell, text) if "ow long a" in q or "ow large a" in q]
