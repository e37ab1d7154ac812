from datetime import timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from quizapp.assessment.faces import CardKind
from quizapp.assessment.merging import Rated
from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.queueing import Refusal
from quizapp.assessment.scheduling import Rating, State
from quizapp.store import cards, logs, reviews, study_queue
from quizapp.store.quizzes import Quiz
from quizapp.store.reviews import Batch, Brought
from quizapp.store.study_models import Card, Review
from tests.quizapp.factories import START
from tests.quizapp.store.studying import DAY, MINUTE, TODAY, add, first, plans, rate, schedule


def latest_of(session: Session) -> int | None:
    return study_queue.standing(session, "me", DEFAULT, today=TODAY).latest


def test_the_first_of_two_ratings_stands(mine: Session) -> None:
    assert rate(mine, 1, Rating.GOOD) is None
    before = schedule(mine, 1)
    assert rate(mine, 1, Rating.AGAIN, at=2 * MINUTE) is Refusal.TWICE
    assert schedule(mine, 1) == before


def test_a_card_that_is_not_due_is_not_rated(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    before = schedule(mine, 1)
    assert rate(mine, 1, Rating.GOOD, at=2 * MINUTE, seen=1) is Refusal.NOT_DUE
    assert schedule(mine, 1) == before


def test_cards_of_others_are_as_if_they_were_not_there(session: Session, quiz: Quiz) -> None:
    add(session, quiz, learner="you")
    assert cards.get(session, 1, learner="me") is None
    assert rate(session, 1, Rating.GOOD) is Refusal.UNKNOWN
    assert first(session) is None
    brought = Batch((Brought(1, Rated("a", Rating.GOOD, START)),), START)
    assert reviews.sync(session, "me", brought, now=START, preferences=DEFAULT) == frozenset()


def test_the_last_review_can_be_taken_back(mine: Session) -> None:
    before = schedule(mine, 1)
    rate(mine, 1, Rating.GOOD)
    latest = latest_of(mine)
    assert latest is not None
    assert reviews.undo(mine, "you", latest) is None
    assert reviews.undo(mine, "me", latest) == 1
    assert schedule(mine, 1) == before
    assert latest_of(mine) is None
    assert reviews.undo(mine, "me", latest) is None


def test_only_the_last_review_of_a_card_is_taken_back(mine: Session) -> None:
    rate(mine, 1, Rating.AGAIN)
    latest = latest_of(mine)
    assert latest is not None
    rate(mine, 1, Rating.GOOD, at=3 * MINUTE, seen=1)
    before = schedule(mine, 1)
    assert reviews.undo(mine, "me", latest) is None
    assert schedule(mine, 1) == before


def bring(session: Session, *said: tuple[str, Rating, timedelta]) -> frozenset[str]:
    batch = Batch(tuple(Brought(1, Rated(u, r, START + at)) for u, r, at in said), START + 9 * DAY)
    return reviews.sync(session, "me", batch, now=START + 9 * DAY, preferences=DEFAULT)


PHONE = (
    ("p1", Rating.GOOD, MINUTE),
    ("p2", Rating.GOOD, 11 * MINUTE),
    ("p3", Rating.GOOD, 4 * DAY),
)
LAPTOP = (("l1", Rating.AGAIN, 2 * DAY), ("l2", Rating.GOOD, 2 * DAY + 10 * MINUTE))


def test_two_devices_that_were_offline_merge_by_time(mine: Session) -> None:
    assert bring(mine, *PHONE) == {"p1", "p2", "p3"}
    assert bring(mine, *LAPTOP) == {"l1", "l2"}
    merged = schedule(mine, 1)
    logged = list(mine.scalars(select(Review.uid).order_by(Review.reviewed_at)))
    assert logged == ["p1", "p2", "l1", "l2", "p3"]
    mine.execute(delete(Review))
    mine.execute(delete(Card))
    mine.commit()
    cards.add_quiz(mine, "me", 1, kind=CardKind.QUESTION, now=START)
    bring(mine, *PHONE, *LAPTOP)
    assert schedule(mine, 1) == merged


def test_ratings_by_a_clock_that_was_set_back_keep_their_order(mine: Session) -> None:
    rate(mine, 1, Rating.AGAIN, at=2 * DAY, uid="z")
    assert rate(mine, 1, Rating.EASY, at=2 * DAY - 5 * MINUTE, uid="a", seen=1) is None
    bring(mine, ("late", Rating.GOOD, DAY))
    told = [each.rating for each in logs.of_learner(mine, "me")]
    assert told == [Rating.GOOD, Rating.AGAIN, Rating.EASY]
    card = cards.get(mine, 1, learner="me")
    assert card is not None
    assert card.card.state is State.REVIEW


def test_bringing_reviews_again_changes_nothing(mine: Session) -> None:
    bring(mine, *PHONE)
    before = schedule(mine, 1)
    assert bring(mine, *PHONE, PHONE[0]) == {"p1", "p2", "p3"}
    assert schedule(mine, 1) == before
    assert mine.scalar(select(func.count()).select_from(Review)) == 3


def test_a_review_that_arrived_before_its_answer_was_lost_is_not_doubled(mine: Session) -> None:
    rate(mine, 1, Rating.GOOD, uid="form")
    assert bring(mine, ("form", Rating.GOOD, MINUTE)) == {"form"}
    assert mine.scalar(select(func.count()).select_from(Review)) == 1


def test_the_log_tells_every_review_in_order(mine: Session) -> None:
    rate(mine, 2, Rating.GOOD)
    bring(mine, *PHONE[:2])
    assert [(each.card_id, each.rating) for each in logs.of_learner(mine, "me")] == [
        (1, Rating.GOOD),
        (1, Rating.GOOD),
        (2, Rating.GOOD),
    ]


def test_states_are_numbered_as_in_the_reference(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    assert mine.scalars(select(Card.state).order_by(Card.id)).all() == [State.REVIEW, 0, 0, 0]


def test_the_log_of_the_newest_cards_that_were_begun(mine: Session, quiz: Quiz) -> None:
    for card_id in (1, 2, 4):
        rate(mine, card_id, Rating.EASY)
    add(mine, quiz, learner="you")
    assert [each.card_id for each in logs.recent(mine, "me", cards=2)] == [2, 4]


def test_the_log_of_the_newest_cards_is_read_card_by_card(mine: Session) -> None:
    (steps,) = plans(mine, lambda: list(logs.recent(mine, "me", cards=9)))
    assert [step for step in steps if "TEMP B-TREE" in step] == []
    assert steps[0] == "SEARCH review USING INDEX ix_review_card_id_reviewed_at (card_id=?)"
    assert "ix_card_learner_created_at" in steps[-1]
