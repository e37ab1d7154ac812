import pytest
from sqlalchemy.orm import Session

from questions.formats.apkg import reader
from quizapp.assessment.faces import CardKind, Wording
from quizapp.assessment.scheduling import Rating
from quizapp.store import belongings, cards, handwritten
from tests.questions.formats.test_anki import rows
from tests.quizapp.factories import START
from tests.quizapp.store.studying import DAY, rate


@pytest.fixture
def written(mine: Session) -> list[int]:
    """Two cards of mine beside those of items, one of them in a deck."""
    wordings = (Wording("el perro", "dog"), Wording("What <b> is & isn’t", "a tag\nof HTML"))
    places = zip(wordings, ("Spanish", ""), strict=True)
    return [cards.write(mine, "me", each, deck=deck, now=START) for each, deck in places]


def deck(session: Session, learner: str = "me", *, scheduled: bool = False) -> bytes:
    found = handwritten.deck(session, learner, scheduled=scheduled)
    assert found is not None
    return found


def test_cards_written_by_hand_read_back_in_their_decks(mine: Session, written: list[int]) -> None:
    assert len(written) == 2
    found = reader.read(deck(mine), "cards.apkg").found
    texts = {
        each.article.title: [(item.stem, item.options) for item in each.items] for each in found
    }
    assert texts == {
        "My own cards": [("What <b> is & isn’t", ("a tag\nof HTML",))],
        "Spanish": [("el perro", ("dog",))],
    }


def test_only_a_card_that_is_worded_anew_is_newer(mine: Session, written: list[int]) -> None:
    before = rows(deck(mine))
    for number, wording in zip(written, (Wording("el perro", "the dog"), None), strict=True):
        card = cards.get(mine, number, learner="me")
        assert card is not None
        told = wording or card.wording
        cards.reword(mine, card, told, kind=CardKind.PLAIN, deck=card.deck, now=START + DAY)
    after = rows(deck(mine))
    assert [row["guid"] for row in before] == [row["guid"] for row in after]
    changed = {row["Question"]: row["mod"] - START.timestamp() for row in after}
    assert sorted(changed.values()) == [0, DAY.total_seconds()]


def test_schedules_come_along_where_they_are_wanted(mine: Session, written: list[int]) -> None:
    rate(mine, written[0], Rating.EASY)
    assert reader.read(deck(mine), "cards.apkg").schedules == {}
    studied = reader.read(deck(mine, scheduled=True), "cards.apkg").schedules
    assert [len(each.log) for each in studied.values()] == [1]


def test_a_guest_who_gets_an_account_keeps_the_notes(mine: Session, written: list[int]) -> None:
    assert written
    before = rows(deck(mine))
    belongings.move(mine, "me", "my account")
    assert [r["guid"] for r in rows(deck(mine, "my account"))] == [r["guid"] for r in before]
    assert handwritten.deck(mine, "me", scheduled=False) is None
