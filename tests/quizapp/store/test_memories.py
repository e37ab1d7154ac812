from dataclasses import replace

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.assessment.merging import Rated
from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.remembering import replayed
from quizapp.assessment.scheduling import USUAL, Card, Rating
from quizapp.store import card_rows, memories, reviews
from quizapp.store.reviews import Brought
from quizapp.store.study_models import Card as Row
from quizapp.store.study_models import Review
from tests.quizapp.factories import START
from tests.quizapp.store.studying import DAY, MINUTE, rate, schedule

MINE = replace(USUAL, parameters=(0.1, 0.5, 1.5, 5.0, *USUAL.parameters[4:]))


@pytest.fixture
def studied(mine: Session) -> Session:
    """The first card has been rated thrice, the second once."""
    rate(mine, 1, Rating.GOOD)
    rate(mine, 1, Rating.GOOD, at=11 * MINUTE, seen=1)
    rate(mine, 1, Rating.GOOD, at=4 * DAY, seen=2)
    rate(mine, 2, Rating.EASY)
    return mine


def of(session: Session, card_id: int) -> Card:
    return card_rows.schedule(session.get_one(Row, card_id))


def test_memories_change_and_nothing_else(studied: Session) -> None:
    before = [of(studied, card_id) for card_id in (1, 2, 3)]
    memories.renew(studied, "me", MINE)
    after = [of(studied, card_id) for card_id in (1, 2, 3)]
    said = [entry.said for entry in card_rows.entries(reviews.logs(studied, [1])[1])]
    *_, expected = replayed(Card(START), said, spacing=MINE)
    assert (after[0].stability, after[0].difficulty) == (expected.stability, expected.difficulty)
    assert after[0] != before[0]
    assert after[1].stability == MINE.parameters[3]
    assert after == [
        replace(b, stability=a.stability, difficulty=a.difficulty)
        for b, a in zip(before, after, strict=True)
    ]
    memories.renew(studied, "me", USUAL)
    assert [of(studied, card_id) for card_id in (1, 2, 3)] == before


def test_what_is_taken_back_afterwards_leaves_a_memory_of_the_new_parameters(
    studied: Session,
) -> None:
    memories.renew(studied, "me", MINE)
    renewed = of(studied, 1)
    latest = studied.scalar(select(Review.id).where(Review.card_id == 1).order_by(Review.id.desc()))
    assert latest is not None
    reviews.undo(studied, "me", latest)
    assert of(studied, 1).stability != renewed.stability
    preferences = replace(DEFAULT, spacing=MINE)
    said = Rated("again", Rating.GOOD, START + 4 * DAY)
    reviews.rate(studied, "me", Brought(1, said), seen=2, preferences=preferences)
    assert of(studied, 1).stability == renewed.stability


def test_a_card_without_a_log_and_cards_of_others_keep_theirs(studied: Session) -> None:
    studied.execute(delete(Review).where(Review.card_id == 2))
    before = schedule(studied, 1), schedule(studied, 2)
    memories.renew(studied, "you", MINE)
    assert schedule(studied, 1) == before[0]
    memories.renew(studied, "me", MINE)
    assert schedule(studied, 2) == before[1]


def test_a_log_that_does_not_reach_back_begins_with_the_memory_of_then(studied: Session) -> None:
    first = reviews.logs(studied, [1])[1][0]
    studied.delete(first)
    studied.commit()
    (second, *_) = reviews.logs(studied, [1])[1]
    began = second.stability
    memories.renew(studied, "me", MINE)
    (second, *_) = reviews.logs(studied, [1])[1]
    assert second.stability == began
    assert second.reviewed_at == START + 11 * MINUTE
