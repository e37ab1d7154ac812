import pytest

from questions.candidates import Candidate
from questions.definitions import definitions
from questions.terms import introductions
from tests.questions.conftest import Tell

LOCK = (
    "A boat enters the chamber, a basin between two gates. The gates are moved by a winch, a drum "
    "with a handle. A lever is a bar that opens the valves. Water flows in through a gap called a "
    "sluice, which lies below the surface of the canal. The study of such works is called "
    "hydraulics. The boat is tied to iron posts known as bollards, which stand on the bank."
)


def found(tell: Tell, text: str) -> dict[str, Candidate]:
    made = definitions(tell(text, title="How a lock works"))
    return {c.stem: c for c in made if isinstance(c, Candidate)}


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("What is a basin between two gates called?", "Chamber"),
        ("What is a drum with a handle called?", "Winch"),
        ("What is the gap that lies below the surface of the canal called?", "Sluice"),
        ("What are the iron posts that stand on the bank called?", "Bollards"),
    ],
)
def test_terms_are_asked_for(tell: Tell, question: str, key: str) -> None:
    candidate = found(tell, LOCK)[question]
    assert candidate.key == key
    assert len(candidate.rivals) >= 3


def test_rivals_have_the_number_of_the_key(tell: Tell) -> None:
    rivals = found(tell, LOCK)["What is a drum with a handle called?"].rivals
    assert "Bollard" in rivals
    assert "Bollards" not in rivals


def test_few_terms_make_no_explanation(tell: Tell) -> None:
    assert not found(tell, "The boat enters the chamber, a basin between two gates of the canal.")


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The gap between the two prices is called the spread.", ["Spread"]),
        ("The owner gets a dividend, which is a share of the profit.", ["Dividend"]),
        ("The span is the distance between the two supports.", ["Span"]),
        ("He paid by hand, a method of the old school of the town.", []),
        ("The mayor met his brother, a doctor of the old town.", []),
        ("The trick is one that you can feel on the skin.", []),
        ("The town was called Varna by the people of the coast.", []),
    ],
)
def test_introductions_of_terms(tell: Tell, text: str, terms: list[str]) -> None:
    assert [t.text for t in introductions(tell(text, title="How a lock works"))] == terms
