import pytest

from questions.candidates import Candidate
from questions.quotations import quotations
from tests.questions.conftest import Tell

OPENING = "Mayor Anna Berg and the baker Karl Holm met in Lund on Monday.\n\n"


@pytest.mark.parametrize(
    "quote",
    [
        "We sold the old mill to a family from Denmark",
        "Children under seven were not allowed on the pier",
        "A good plan for the harbour beats a bad one",
        "In twenty years we have never had a summer like this",
        "What am I going to do, sue the river",
        "Anglers who were six then are grandfathers now",
    ],
)
def test_what_can_be_understood_is_asked(tell: Tell, quote: str) -> None:
    found = quotations(tell(f"{OPENING}“{quote},” said Berg."))
    assert [c.key for c in found if isinstance(c, Candidate)] == ["Anna Berg"]


@pytest.mark.parametrize(
    "quote",
    [
        "The people of the harbour know why, too",
        "Some of the tales are even true",
        "Not everybody in the town can say that",
        "We are at 310 in the harbour now, down from 400",
        "If they don't, it will look like a bad one",
        "I asked them to be patient and quiet",
        "My second was that nobody had measured the river",
        "The clerk said, ‘Madam, you are late’, and left the room",
        "I told myself, Anna, the river will not wait",
        "Building on a marsh is one thing;",
    ],
)
def test_what_hangs_on_words_before_is_not(tell: Tell, quote: str) -> None:
    assert list(quotations(tell(f"{OPENING}“{quote},” said Berg."))) == []
