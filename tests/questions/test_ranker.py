import pytest

from questions.candidates import Candidate
from questions.clarity import Doubt
from questions.items import AnswerType
from questions.ranker import asking, features, model, probability, quoted
from tests.questions.conftest import Tell


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Who opened the school?", "who"),
        ("In how many cities did it open?", "how many"),
        ("In 1990, which town opened a school?", "which town"),
        ("When did it open?", "when"),
    ],
)
def test_asking(stem: str, expected: str) -> None:
    assert asking(stem) == expected


def test_what_an_item_was_made_of_becomes_features(tell: Tell) -> None:
    story = tell("Anna Berg opened 12 schools in Lund. The town has 40 shops.")
    candidate = Candidate(
        "How many schools did Anna Berg open in Lund?",
        "12",
        AnswerType.NUMBER,
        "school",
        0,
        0,
        0.7,
        doubts=(Doubt.PLURAL,),
        traits=("form other",),
    )
    found = features(story, candidate, ("12", "15", "40", "60"), story.reading.evidence(0, 0))
    assert found["type number"] == 1
    assert found["doubt plural"] == 1
    assert found["form other"] == 1
    assert found["options of the article"] == pytest.approx(1 / 3)
    assert found["names in stem"] == pytest.approx(3 / 4)
    assert 0 < probability(found) < 1


def test_the_weights_decide() -> None:
    worst, best = (pick(model(), key=lambda name: model()[name]) for pick in (min, max))
    assert probability({worst: 1.0}) < probability({}) < probability({best: 1.0})


def test_the_weights_are_few_and_finite() -> None:
    assert "" in model()
    assert all(abs(weight) < 10 for weight in model().values())


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("Who opened the school?", set()),
        ("Who said, “The bridge will open to traffic early in the summer of 2027”?", set()),
        (
            "Who said, “It was built by our fathers, stone upon stone upon stone”?",
            {"thing", "first", "self"},
        ),
        ("Who said, “Nobody had told the villagers when he would be back again”?", {"somebody"}),
    ],
)
def test_what_a_quotation_leaves_to_be_guessed(stem: str, expected: set[str]) -> None:
    names = {
        "quotation of a thing": "thing",
        "quotation of somebody": "somebody",
        "quotation of oneself": "self",
        "quotation opens with a pronoun": "first",
    }
    found = quoted(stem)
    assert {names[name] for name, value in found.items() if name in names and value} == expected


@pytest.mark.parametrize(
    ("stem", "undated"),
    [
        ("How many schools did Anna Berg open in Lund?", True),
        ("How many schools did Anna Berg open in Lund in 1990?", False),
        ("How many schools did Anna Berg open in Lund that year?", False),
    ],
)
def test_a_time_in_the_stem_counts(tell: Tell, stem: str, undated: bool) -> None:
    story = tell("Anna Berg opened 12 schools in Lund in 1990.")
    candidate = Candidate(stem, "12", AnswerType.NUMBER, "school", 0, 0, 0.7)
    found = features(story, candidate, ("12", "15", "40", "60"), story.reading.evidence(0, 0))
    assert found["number undated"] == undated
