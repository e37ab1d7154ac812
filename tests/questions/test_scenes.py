"""What an explanation is about, as the place where its parts are."""

import pytest

from questions.scenes import explains, placed, scene
from tests.questions.conftest import Tell

PUMP = "A heat pump moves heat. The kidneys make urine. Photosynthesis feeds a plant. Bees dance."


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("How a Heat Pump Works", "a heat pump"),
        ("Explainer: How does a heat pump get warmth out of cold air?", "a heat pump"),
        ("How Your Kidneys Work", "the kidneys"),
        ("How photosynthesis works", "photosynthesis"),
        ("Photosynthesis", "photosynthesis"),
        ("Inside a Heat Pump: What Moves the Heat", "a heat pump"),
        # Nothing that the article speaks of, a sentence, and the opening of an article.
        ("How a Lever Works", None),
        ("Bees dance in the dark of the hive", None),
        ("A heat pump moves heat …", None),
    ],
)
def test_the_headline_tells_what_works(tell: Tell, title: str, expected: str | None) -> None:
    assert scene(tell(PUMP, title=title)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PUMP, True),
        ("The town burned in May. Nobody was hurt. Firefighters came from Lund.", False),
    ],
)
def test_explanations_tell_how_things_are(tell: Tell, text: str, expected: bool) -> None:
    assert explains(tell(text, title="How a town burns")) is expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What seals the door?", "In a heat pump, what seals the door?"),
        ("What moves a heat pump?", "What moves a heat pump?"),
    ],
)
def test_a_question_is_placed(tell: Tell, question: str, expected: str) -> None:
    assert placed(tell(PUMP, title="How a heat pump works"), question) == expected
