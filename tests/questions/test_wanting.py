"""What says too little: a verb, a noun or a comparison without its other half."""

import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Anna Berg will try again on July 18 in Monaco.", "What date"),
        ("The distribution of Lund shifted in 2003.", "which year"),
        ("Karl Holm passed through in the seventeenth century.", "which century"),
        ("The people of Lund are consulted four times a year.", "How many"),
        ("Anna Berg has begun on the second novel of Lund.", "Who"),
        ("In 1950 Anna Berg was invited to London.", "which year"),
        ("Anna Berg followed in 1946.", "which year"),
        ("Anna Berg's chance came in 1965.", "which year"),
        ("Anna Berg's entry into the trade came in 1965.", "which year"),
        ("The northern part of Lund was included in 2019.", "which year"),
        ("Indonesia spent 59.2 trillion rupiah.", "How much"),
        ("Anna Berg of Lund did a study to find out between 1994 and 2003.", "Who"),
        ("Sales in Lund dropped 6 percent, or 2 percent excluding currency effects.", "percentage"),
        ("The estimate was $275 million in Lund.", "How much"),
        ("Anna Berg and Karl Holm of Lund printed 1,500 copies.", "How many copies"),
        ("Six kinds once swam up the Danube from Lund.", "How many kinds"),
        ("Anna Berg manages a fund of Lund with a holding of 2 per cent.", "Who"),
        ("The mill of Lund received an assurance for only two years.", "how long"),
        ("Two smaller groups of Lund have refused to attend the talks in Oslo.", "How many"),
        ("Anna Berg gave owners of older towers in Lund until 2031.", "Who"),
        ("Anna Berg preferred to talk about the goalkeeper of Lund.", "Who"),
        ("Anna Berg of Lund prefers to blame the mill of Karl Holm.", "Who"),
    ],
)
def test_what_lacks_its_other_half_is_left(tell: Tell, text: str, never: str) -> None:
    assert not [question for question in asked(tell, text) if never in question]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "Anna Berg tried to leave Lund in 1965.",
            "In which year did Anna Berg try to leave Lund?",
        ),
        (
            "The border of Lund shifted to the river in 2003.",
            "In which year did the border of Lund shift to the river?",
        ),
        (
            "The people of Lund were consulted about the dam in 2003.",
            "In which year were the people of Lund consulted about the dam?",
        ),
        (
            "In 1950 Anna Berg was invited to London to sing.",
            "In which year was Anna Berg invited to London to sing?",
        ),
        (
            "Work began on the bridge of Lund on 3 May 1910.",
            "On what date did work begin on the bridge of Lund?",
        ),
        (
            "Anna Berg's first success came in 1965.",
            "In which year did Anna Berg's first success come?",
        ),
        (
            "Anna Berg and Karl Holm of Lund printed 1,500 copies of the book.",
            "How many copies of the book did Anna Berg and Karl Holm of Lund print?",
        ),
        (
            "Indonesia spent 59.2 trillion rupiah on fuel.",
            "How much did Indonesia spend on fuel?",
        ),
        (
            "Anna Berg tried to find out why the mill of Lund had closed in 1990.",
            "Who tried to find out why the mill of Lund had closed in 1990?",
        ),
        (
            "Anna Berg preferred to live in Lund than in Oslo.",
            "Who preferred to live in Lund than in Oslo?",
        ),
        ("Anna Berg preferred a mill in Lund.", "Who preferred a mill in Lund?"),
        ("Anna Berg's novel sold 1,500 copies.", "How many copies did Anna Berg's novel sell?"),
        (
            "Anna Berg won nine of the seats in the lower house in 2003.",
            "In which year did Anna Berg win nine of the seats in the lower house?",
        ),
        (
            "Anna Berg won a prize for younger writers than Holm in 2003.",
            "In which year did Anna Berg win a prize for younger writers than Holm?",
        ),
    ],
)
def test_what_has_its_other_half_is_asked(tell: Tell, text: str, question: str) -> None:
    found = asked(tell, text)
    assert question in found, found
