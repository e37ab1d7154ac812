from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.assessment.exporting import Selection
from quizapp.assessment.fitting import Fit
from quizapp.assessment.merging import Rated
from quizapp.assessment.preferences import DEFAULT, Preferences
from quizapp.assessment.remembering import replayed
from quizapp.assessment.scheduling import USUAL, Card, Rating, Spacing
from quizapp.store import card_rows, cards, carrying, daily, exports, fits, logs, memories, reviews
from quizapp.store.card_rows import StoredCard
from quizapp.store.reviews import Batch, Brought
from quizapp.store.study_models import Card as Row
from quizapp.store.study_models import Review
from tests.quizapp.factories import ITEMS, START
from tests.quizapp.store.studying import DAY, MINUTE, rate

FIT = Fit((0.1, 0.5, 1.5, 5.0, *USUAL.parameters[4:]), reviews=512, off=0.02, off_before=0.05)
MINE = replace(USUAL, parameters=FIT.parameters)
FITTED = replace(DEFAULT, spacing=MINE)


@pytest.fixture
def studied(mine: Session) -> Session:
    """The first card has been rated thrice, the second once."""
    rate(mine, 1, Rating.GOOD)
    rate(mine, 1, Rating.GOOD, at=11 * MINUTE, seen=1)
    rate(mine, 1, Rating.GOOD, at=4 * DAY, seen=2)
    rate(mine, 2, Rating.EASY)
    return mine


def stored(session: Session, card_id: int) -> StoredCard:
    found = cards.get(session, card_id, learner="me")
    assert found is not None
    return found


def known(session: Session, card_id: int, spacing: Spacing = MINE) -> Card:
    (found,) = memories.recalled(session, [stored(session, card_id)], spacing)
    return found.card


def said(session: Session, card_id: int = 1) -> list[Rated]:
    return [entry.said for entry in card_rows.entries(logs.of_cards(session, [card_id])[card_id])]


def expected(session: Session, card_id: int = 1, spacing: Spacing = MINE) -> list[Card]:
    return list(replayed(Card(START), said(session, card_id), spacing=spacing))


def memory(card: Card) -> tuple[float | None, float | None]:
    return card.stability, card.difficulty


def logged(session: Session, card_id: int = 1) -> list[tuple[float | None, float | None]]:
    session.expire_all()
    return [(row.stability, row.difficulty) for row in logs.of_cards(session, [card_id])[card_id]]


def next_rating(session: Session, preferences: Preferences, *, at: timedelta = 90 * DAY) -> None:
    brought = Brought(1, Rated(f"next {at}", Rating.GOOD, START + at))
    seen = stored(session, 1).card.reviews
    assert reviews.rate(session, "me", brought, seen=seen, preferences=preferences) is None


def test_a_card_is_known_by_the_parameters_of_now_and_due_as_before(studied: Session) -> None:
    for card_id in (1, 2):
        before = stored(studied, card_id).card
        stability, difficulty = memory(expected(studied, card_id)[-1])
        assert stability != before.stability
        after = replace(before, stability=stability, difficulty=difficulty)
        assert known(studied, card_id) == after
        assert stored(studied, card_id).card == before


def test_new_cards_and_those_of_the_usual_parameters_are_known_already(studied: Session) -> None:
    found = [stored(studied, card_id) for card_id in (1, 2, 3)]
    assert memories.recalled(studied, found, USUAL) == tuple(found)
    assert memories.recalled(studied, found[2:], MINE) == (found[2],)


def test_the_next_rating_goes_on_from_it_and_the_log_follows(studied: Session) -> None:
    next_rating(studied, FITTED)
    assert memory(stored(studied, 1).card) == memory(expected(studied)[-1])
    assert logged(studied) == [memory(card) for card in expected(studied)[:-1]]
    assert known(studied, 1) == stored(studied, 1).card


def test_the_usual_parameters_come_back_in_the_same_way(studied: Session) -> None:
    next_rating(studied, FITTED)
    next_rating(studied, DEFAULT, at=300 * DAY)
    assert memory(stored(studied, 1).card) == memory(expected(studied, spacing=USUAL)[-1])
    assert logged(studied) == [memory(card) for card in expected(studied, spacing=USUAL)[:-1]]


def test_what_is_taken_back_is_known_by_the_parameters_of_now(studied: Session) -> None:
    latest = studied.scalar(select(Review.id).where(Review.card_id == 1).order_by(Review.id.desc()))
    assert latest is not None
    reviews.undo(studied, "me", latest)
    assert memory(known(studied, 1)) == memory(expected(studied)[-1])


def test_reviews_of_another_device_are_merged_by_the_parameters_of_now(studied: Session) -> None:
    late = Rated("offline", Rating.HARD, START + 2 * DAY)
    sent = Batch((Brought(1, late),), sent=START + 5 * DAY)
    reviews.sync(studied, "me", sent, now=START + 5 * DAY, preferences=FITTED)
    assert [each.uid for each in said(studied)][2] == "offline"
    assert memory(stored(studied, 1).card) == memory(expected(studied)[-1])
    assert logged(studied) == [memory(card) for card in expected(studied)[:-1]]


def test_anki_gets_the_memory_of_now(studied: Session) -> None:
    fits.save(studied, "me", FIT, now=START)
    found = carrying.schedules(studied, "me", exports.parts(studied, Selection()))
    known = [found[item.id].memory for item in ITEMS[:2]]
    assert [(each.stability, each.difficulty) for each in known if each] == [
        memory(expected(studied, card_id)[-1]) for card_id in (1, 2)
    ]
    assert found[ITEMS[2].id].memory is None


def lose(session: Session, *reviews: Review) -> None:
    """A log with a gap, as imports may bring it."""
    for each in reviews:
        session.delete(each)
    daily.recount(session, "me", [each.day for each in reviews])
    session.commit()


def test_a_card_without_a_log_keeps_its_memory(studied: Session) -> None:
    lose(studied, *logs.of_cards(studied, [1])[1])
    before = stored(studied, 1).card
    assert known(studied, 1) == before
    next_rating(studied, FITTED)
    assert stored(studied, 1).card.reviews == before.reviews + 1


def test_a_log_that_does_not_reach_back_begins_with_the_memory_of_then(studied: Session) -> None:
    first, second, _ = logs.of_cards(studied, [1])[1]
    start = card_rows.before(second)
    lose(studied, first)
    *_, after = replayed(start, said(studied), spacing=MINE)
    assert memory(known(studied, 1)) == memory(after)
    next_rating(studied, FITTED)
    assert logged(studied)[0] == memory(start)


def test_a_card_begun_after_a_fit_is_known_by_it(studied: Session) -> None:
    brought = Brought(3, Rated("first", Rating.GOOD, START + MINUTE))
    reviews.rate(studied, "me", brought, seen=0, preferences=FITTED)
    assert stored(studied, 3).card.stability == MINE.parameters[2]
    assert known(studied, 3) == stored(studied, 3).card
    assert memory(known(studied, 3, USUAL)) == memory(expected(studied, 3, USUAL)[-1])


def test_no_card_is_written_before_it_is_rated(studied: Session) -> None:
    known(studied, 1)
    assert studied.get_one(Row, 1).parameters == ""
    next_rating(studied, FITTED)
    assert studied.get_one(Row, 1).parameters != ""
    assert studied.get_one(Row, 2).parameters == ""
