import pytest

from tests.questions.asking import asked
from tests.questions.conftest import Tell

TITLE = "Halden cuts 300 jobs as orders fall"
LEAD = "Halden Tools said on Thursday it would close two plants in Norway."


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "Net income dropped 31 percent in the third quarter.",
            "By what percentage did Halden’s net income drop in the third quarter?",
            "31 percent",
        ),
        (
            "Revenue rose to $1.13 billion.",
            "To what figure did Halden’s revenue rise?",
            "$1.13 billion",
        ),
    ],
)
def test_bare_figures_are_the_company_s(tell: Tell, text: str, question: str, key: str) -> None:
    assert asked(tell, f"{LEAD} {text}", title=TITLE).get(question) == key


@pytest.mark.parametrize(
    "text",
    [
        "Its rival Brevik Group closed a plant. Revenue rose to $1.13 billion.",
        "The unit makes saws. Revenue rose to $1.13 billion.",
    ],
)
def test_figures_after_another_company_are_nobody_s(tell: Tell, text: str) -> None:
    questions = asked(tell, f"{LEAD} {text}", title=TITLE)
    assert not [q for q in questions if "Halden" in q and "revenue" in q]


@pytest.mark.parametrize(
    ("named", "question"),
    [
        (
            'Halden Tools (the "Company") said',
            "How many shares of Halden Tools will Anna Berg buy?",
        ),
        ("Halden Tools said", "How many shares of the Company will Anna Berg buy?"),
    ],
)
def test_a_release_calls_its_company_by_name(tell: Tell, named: str, question: str) -> None:
    text = f"{named} it would close two plants. Anna Berg will buy 40 shares of the Company."
    assert question in asked(tell, text, title=TITLE)
