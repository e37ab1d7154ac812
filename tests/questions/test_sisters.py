import pytest

from questions.candidates import Candidate
from questions.sisters import sisters
from tests.questions.conftest import Tell

KINDS = (
    "There are four sorts. Subunit vaccines contain pieces of the germ. Toxoid vaccines use a "
    "weakened poison of the germ. Vector vaccines carry genes into the cells of the body. "
    "Conjugate vaccines link sugars to a carrier protein."
)


def found(tell: Tell, text: str) -> dict[str, Candidate]:
    made = sisters(tell(text, title="How vaccines work"))
    return {c.stem: c for c in made if isinstance(c, Candidate)}


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Which vaccines contain pieces of the germ?", "Subunit vaccines"),
        ("Which vaccines link sugars to a carrier protein?", "Conjugate vaccines"),
    ],
)
def test_kinds_are_told_apart(tell: Tell, question: str, key: str) -> None:
    candidate = found(tell, KINDS)[question]
    assert candidate.key == key
    assert {"Toxoid vaccines", "Vector vaccines"} <= set(candidate.rivals)


def test_kinds_of_which_the_same_is_said_are_no_rivals(tell: Tell) -> None:
    text = KINDS + " Attenuated vaccines contain whole pieces of the germ as well."
    candidate = found(tell, text)["Which vaccines contain pieces of the germ?"]
    assert "Attenuated vaccines" not in candidate.rivals


@pytest.mark.parametrize(
    "text",
    [
        "Subunit vaccines contain pieces of the germ. Toxoid vaccines use a weakened poison.",
        (
            "New cars carry a label. Small cars are the first to go in the town. Big cars "
            "carry five of them to the coast. Old cars stand idle and rust."
        ),
        (
            "Night buses sold out in the town. Express buses ran to the coast in May. School buses "
            "were late that day. Electric buses stood idle at the depot for a week."
        ),
    ],
)
def test_few_or_plain_kinds_are_not_asked_for(tell: Tell, text: str) -> None:
    assert not found(tell, text)
