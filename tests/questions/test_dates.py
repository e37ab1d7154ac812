import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The paper was printed in Lund from 1684 to 1695 by two brothers.",
            "During which years was the paper printed in Lund by two brothers?",
            "From 1684 to 1695",
        ),
        (
            "Anna Berg taught chemistry in Lund between 1902 and 1910.",
            "During which years did Anna Berg teach chemistry in Lund?",
            "Between 1902 and 1910",
        ),
        (
            "A joint commission has supervised traffic on the lake since 1856.",
            "Since which year has the joint commission supervised traffic on the lake?",
            "1856",
        ),
        (
            "From 1358 the republic acknowledged the king of Varna.",
            "From which year did the republic acknowledge the king of Varna?",
            "1358",
        ),
        (
            "The republic paid tribute to the sultan until 1808.",
            "Until which year did the republic pay tribute to the sultan?",
            "1808",
        ),
    ],
)
def test_ends_of_periods_are_asked_for(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, text).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        "The paper was printed in Lund from 1684 to 1695 by two brothers.",
        "The town was rich and stayed until 1918.",
        "As mayor of the old town from 1921, Anna Berg founded the school of Lund.",
    ],
)
def test_one_end_alone_is_not_asked_for(tell: Tell, text: str) -> None:
    assert not [q for q in asked(tell, text) if q.startswith(("From", "Until"))]


@pytest.mark.parametrize(
    "text",
    [
        "The court of Lund broke its own rules in 2015 and again in 2019.",
        "The harbour of Lund froze over in 1998, 2002 and 2016.",
        "The harbour of Lund froze in May 2015 and again in July 2016.",
    ],
)
def test_what_happened_more_than_once_has_no_date(tell: Tell, text: str) -> None:
    assert not [q for q in asked(tell, text) if q.startswith(("In which year", "When"))]


def test_a_life_is_asked_for_by_its_years(tell: Tell) -> None:
    found = asked(
        tell, "Anna Berg was born in Lund on 8 June 1931 and died in Varna on 4 May 1990."
    )
    assert found["In which year was Anna Berg born in Lund?"] == "1931"
    assert found["In which year did Anna Berg die in Varna?"] == "1990"
