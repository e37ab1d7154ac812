import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Sales of the Palm pump accounted for 58% of revenue at Orlan, up from 49% a year ago.",
            "What percentage of revenue did sales of the Palm pump account for?",
            "58%",
        ),
        (
            "The state of Lund holds 51 per cent of the shares in Orlan.",
            "What percentage of the shares in Orlan does the state of Lund hold?",
            "51 per cent",
        ),
        (
            "Inflation reached 10.2% in Lund in early 2023.",
            "What level did inflation reach in Lund in early 2023?",
            "10.2%",
        ),
        (
            "In a poll of Lund, 61% of voters opposed the plan for a bridge.",
            "In a poll of Lund, what percentage of voters opposed the plan for a bridge?",
            "61%",
        ),
        (
            "The model of Lund scored 74.8 percent on the test of Oslo.",
            "What percentage did the model of Lund score on the test of Oslo?",
            "74.8 percent",
        ),
        # At an election a share is one of the vote.
        (
            "The election of Lund drew 900 voters. In Ulm the Rural Party took 51 per cent.",
            "What percentage of the vote did the Rural Party take in Ulm?",
            "51 per cent",
        ),
    ],
)
def test_percentages_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


def test_a_share_of_something_that_is_not_said_is_left(tell: Tell) -> None:
    assert not asked(tell, "The pump maker Orlan has 44 per cent.")
