"""What companies do, told beside their names."""

import pytest

from questions.firms import firms
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "The robot maker Arvo Automation was sold in May.",
            "What kind of company is Arvo Automation?",
            "A robot maker",
        ),
        (
            "The report was written by the accountancy firm Pell Hartwig.",
            "What kind of company is Pell Hartwig?",
            "An accountancy firm",
        ),
        (
            "The supermarket chain Nordmark closed 12 shops.",
            "What kind of company is Nordmark?",
            "A supermarket chain",
        ),
        (
            "Microsoft bought Siemens Corp., a maker of welding robots.",
            "What does Siemens Corp. make?",
            "Welding robots",
        ),
    ],
)
def test_trades(tell: Tell, text: str, question: str, key: str) -> None:
    assert {c.stem: c.key for c in firms(tell(text))}.get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        "The accountancy firm was sold to Arvo Automation in May.",
        "The campaign group Clean Rivers sued the town.",
        "The robot maker was praised by Anna Berg.",
    ],
)
def test_no_trades(tell: Tell, text: str) -> None:
    assert not list(firms(tell(text)))


def test_the_headline_does_not_tell_the_trade(tell: Tell) -> None:
    text = "The robot maker Arvo Automation was sold in May."
    assert not list(firms(tell(text, title="Robot maker is sold")))
