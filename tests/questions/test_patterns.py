import pytest

from questions.candidates import Candidate
from questions.patterns import patterns
from tests.questions.conftest import Tell


def found(tell: Tell, text: str, title: str | None = None) -> dict[str, str]:
    story = tell(text, title=title)
    return {c.stem: c.key for c in patterns(story) if isinstance(c, Candidate)}


@pytest.mark.parametrize(
    ("text", "question", "key"),
    [
        (
            "“The water came within minutes,” fire chief Erik Lind told reporters.",
            "Who said, “The water came within minutes”?",
            "Erik Lind",
        ),
        (
            "Mayor Anna Berg left Lund early. “The water came within minutes,” she said.",
            "Who said, “The water came within minutes”?",
            "Anna Berg",
        ),
        (
            "A fierce storm struck Lund, killing at least two people and injuring 16.",
            "At least how many people were killed when a fierce storm struck Lund?",
            "Two",
        ),
        (
            "A fierce storm struck Lund, killing at least two people and injuring 16.",
            "How many people were injured when a fierce storm struck Lund?",
            "16",
        ),
        (
            "Interior Minister Anna Berg left for Spain on the same day.",
            "What position does Anna Berg hold?",
            "Interior minister",
        ),
        (
            "Anna Berg, an ecologist at the University of Bristol, spoke.",
            "At which university is Anna Berg an ecologist?",
            "University of Bristol",
        ),
        (
            "The storm hit Castelsalvo, a hill town of some 2,300 people.",
            "About how many people live in Castelsalvo?",
            "2,300",
        ),
        ("Paris Mayor Anna Berg spoke to the press.", "Who is the mayor of Paris?", "Anna Berg"),
    ],
)
def test_patterns_ask(tell: Tell, text: str, question: str, key: str) -> None:
    candidates = found(tell, text)
    assert question in candidates, candidates
    assert candidates[question] == key


@pytest.mark.parametrize(
    ("title", "text", "question"),
    [
        (
            "Woman dies in floods",
            "Mayor Anna Berg confirmed the deaths of a 68-year-old woman and a boy.",
            "How old was the woman whose death Mayor Anna Berg confirmed?",
        ),
        (
            "Police arrest driver",
            "A 34-year-old driver was arrested by the police of Lund.",
            "How old was the driver who was arrested by the police of Lund?",
        ),
    ],
)
def test_ages_are_asked_of_whom_the_headline_tells(
    tell: Tell, title: str, text: str, question: str
) -> None:
    assert question in found(tell, text, title=title)
    assert question not in found(tell, text)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg, the mayor, called it “a good year” for the town of Lund.",
        "Former Interior Minister Anna Berg left for Spain on the same day.",
        "President Anna Berg left for Spain on the same day as her friends.",
        "Norte spokeswoman Anna Berg left for Spain on the same day as her friends.",
        "Overnight leader Anna Berg left for Spain on the same day as her friends.",
        # Where a commentator from outside works.
        "Anna Berg, an ecologist at the University of Bristol who was not involved, left Spain.",
        "“The water came within minutes,” a woman who stood at the pier said.",
        (
            "Storm floods the harbour of Varna The said said Heavy rain flooded the harbour of "
            "Varna on Monday night, killing at least four people and injuring 27, "
            "Mayor Ivan Petkov said."
        ),
    ],
)
def test_patterns_leave_what_is_unclear(tell: Tell, text: str) -> None:
    assert found(tell, text) == {}
