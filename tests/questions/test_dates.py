import pytest

from tests.questions.conftest import Tell
from tests.questions.test_stems import asked


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
            "Since which year has a joint commission supervised traffic on the lake?",
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
    ],
)
def test_one_end_alone_is_not_asked_for(tell: Tell, text: str) -> None:
    assert not [q for q in asked(tell, text) if q.startswith(("From", "Until"))]
