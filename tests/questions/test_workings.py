"""What the parts of a thing do."""

import pytest

from questions.candidates import Candidate
from questions.workings import workings
from tests.questions.conftest import Tell

LOOM = (
    "A loom holds the warp under tension. A treadle lifts the odd threads of the warp. "
    "A shuttle carries the weft through the gap from side to side. A heavy comb beats the weft "
    "against the finished cloth. Wooden pegs keep the frame of the loom together. The spool, a "
    "small cylinder which feeds the shuttle with new yarn, turns freely."
)


def found(tell: Tell, text: str) -> dict[str, Candidate]:
    made = workings(tell(text, title="How a loom works"))
    return {c.stem: c for c in made if isinstance(c, Candidate)}


@pytest.mark.parametrize(
    ("question", "key", "rivals"),
    [
        (
            "In a loom, what carries the weft through the gap from side to side?",
            "Shuttle",
            {"Treadle", "Comb"},
        ),
        ("In a loom, what lifts the odd threads of the warp?", "Treadle", {"Shuttle", "Comb"}),
        ("In a loom, what feeds the shuttle with new yarn?", "Spool", {"Treadle", "Comb"}),
    ],
)
def test_what_does_what(tell: Tell, question: str, key: str, rivals: set[str]) -> None:
    candidate = found(tell, LOOM)[question]
    assert candidate.key == key
    assert rivals <= set(candidate.rivals)


def test_one_verb_asks_for_several(tell: Tell) -> None:
    text = f"{LOOM} Wooden pegs hold the two long beams. Glass beads guide the finest threads."
    assert found(tell, text)["In a loom, what guides the finest threads?"].key == "Glass beads"


@pytest.mark.parametrize(
    ("text", "part"),
    [
        # Who does it, how much it is, what happened once, and the thing itself.
        ("The weaver throws the shuttle through the open warp.", "Weaver"),
        ("A bobbin holds 200 metres of yarn of the best sort.", "Bobbin"),
        ("A lever stopped the first loom of the town at once.", "Lever"),
        ("A loom keeps the long threads of the warp apart.", "Loom"),
        ("The difference explains the price of the finest cloth.", "Difference"),
    ],
)
def test_what_is_no_part_at_work(tell: Tell, text: str, part: str) -> None:
    assert part not in {c.key for c in found(tell, f"{LOOM} {text}").values()}


def test_news_has_no_workings(tell: Tell) -> None:
    text = "The fire burned the mill. Crews came. It spread to a barn. A shuttle carries the weft."
    assert not found(tell, text)
