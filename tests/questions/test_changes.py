"""By what percentage something rose or fell, told by a noun."""

import pytest

from questions.candidates import Candidate
from questions.changes import changes
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Siemens reported a 3% fall in operating profit in May.",
            "By what percentage did Siemens’s operating profit fall?",
            "3%",
        ),
        (
            "In 2023 the port recorded a 14 per cent rise in container traffic.",
            "By what percentage did the port’s container traffic rise in 2023?",
            "14 per cent",
        ),
        (
            "Siemens recorded net sales of 312 billion yen, an increase of 9 per cent.",
            "By what percentage did Siemens’s net sales increase?",
            "9 per cent",
        ),
    ],
)
def test_changes(tell: Tell, text: str, question: str, key: str) -> None:
    found = changes(tell(text, title="Port traffic is up"))
    assert {c.stem: c.key for c in found if isinstance(c, Candidate)} == {question: key}


@pytest.mark.parametrize(
    "text",
    [
        "Siemens expects a 14% rise in profit.",
        "Siemens did not report a 14% rise in profit.",
        "Siemens reported a 14% rise in profit and sales.",
        "Siemens reported a rise in profit of some kind.",
    ],
)
def test_what_is_no_change_of_one_thing(tell: Tell, text: str) -> None:
    assert not [c for c in changes(tell(text)) if isinstance(c, Candidate)]
