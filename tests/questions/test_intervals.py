import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Anna Berg opened the school three days after the vote in Lund.",
            "How many days after the vote in Lund did Anna Berg open the school?",
            "Three",
        ),
        (
            "About 15 minutes after the quake ended, people in Lund saw the sea withdraw.",
            "About how many minutes after the quake ended did people in Lund see the sea withdraw?",
            "15",
        ),
        (
            "The ban on Anna Berg expires 11 days before the 2028 Games open.",
            "How many days before the 2028 Games open does the ban on Anna Berg expire?",
            "11",
        ),
        (
            "Anna Berg finished 11 seconds ahead of Karl Holm.",
            "How many seconds ahead of Karl Holm did Anna Berg finish?",
            "11",
        ),
        (
            "The road of Lund was finished two years late in 1990.",
            "How many years late was the road of Lund finished in 1990?",
            "Two",
        ),
    ],
)
def test_intervals_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        # What was lost; an end that is told behind 'until'; after what; less than so many.
        "Anna Berg lost nine minutes after a puncture in Lund.",
        "Anna Berg was banned from the club of Lund until two months before the Games end.",
        "The tower of Lund fell three years later.",
        "Anna Berg has been forbidden from training in Lund until two months before the ban ends.",
        "Anna Berg sold the firm of Lund less than four months after the flood.",
    ],
)
def test_what_is_no_interval_is_not_asked(tell: Tell, text: str) -> None:
    assert not [question for question in asked(tell, text) if "ow many" in question]
