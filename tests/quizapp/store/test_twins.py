"""Who studied as a guest and then logs in loses no review, whatever the account has already."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.assessment.merging import Rated
from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.remembering import replayed
from quizapp.assessment.scheduling import USUAL, Rating
from quizapp.assessment.scheduling import Card as Scheduled
from quizapp.store import accounts, card_rows, cards, logs, reviews
from quizapp.store.accounts import Account
from quizapp.store.quizzes import Quiz
from quizapp.store.reviews import Brought
from quizapp.store.study_models import Card, Review
from tests.quizapp.factories import START
from tests.quizapp.store.studying import DAY, MINUTE, add

Said = tuple[Rating, timedelta]


@pytest.fixture
def account(session: Session, quiz: Quiz) -> Account:
    """An account and a guest, each with cards of the same quiz."""
    add(session, quiz, learner="guest")
    add(session, quiz, learner="me")
    return accounts.add(session, "Nora", password="", learner="me", now=START)


def rate(session: Session, learner: str, card_id: int, *said: Said) -> None:
    for seen, (rating, at) in enumerate(said):
        rated = Rated(f"{learner}-{at}", rating, START + at)
        brought = Brought(card_id, rated)
        refused = reviews.rate(session, learner, brought, seen=seen, preferences=DEFAULT)
        assert refused is None


def card(session: Session, card_id: int) -> Card:
    session.expire_all()
    return session.get_one(Card, card_id)


def log(session: Session) -> list[tuple[int, Rating, timedelta]]:
    return [(r.card_id, r.rating, r.at - START) for r in logs.of_learner(session, "me")]


def test_reviews_of_both_are_merged_by_their_time(session: Session, account: Account) -> None:
    rate(session, "me", 5, (Rating.GOOD, MINUTE), (Rating.GOOD, 9 * DAY))
    rate(session, "guest", 1, (Rating.EASY, 2 * DAY))
    accounts.welcome(session, account, "guest")
    expected = [(Rating.GOOD, MINUTE), (Rating.EASY, 2 * DAY), (Rating.GOOD, 9 * DAY)]
    assert log(session) == [(5, *each) for each in expected]
    said = (Rated("", rating, START + at) for rating, at in expected)
    *_, after = replayed(Scheduled(START), said, spacing=USUAL)
    assert card_rows.schedule(card(session, 5)) == after


def test_a_card_that_was_never_studied_goes_on_as_the_guest_left_it(
    session: Session, account: Account
) -> None:
    rate(session, "guest", 2, (Rating.EASY, MINUTE))
    before = card_rows.schedule(card(session, 2))
    accounts.welcome(session, account, "guest")
    assert card_rows.schedule(card(session, 6)) == before
    assert log(session) == [(6, Rating.EASY, MINUTE)]


def test_every_card_is_there_once_and_its_last_rating_can_be_taken_back(
    session: Session, account: Account
) -> None:
    rate(session, "guest", 1, (Rating.EASY, MINUTE))
    accounts.welcome(session, account, "guest")
    assert len(cards.listed(session, "me", only=cards.Filter(), limit=9)) == 4
    assert session.scalar(select(func.count()).select_from(Card)) == 4
    latest = session.scalars(select(Review.id)).one()
    assert reviews.undo(session, "me", latest) == 5
    assert card(session, 5).reviews == 0
    accounts.welcome(session, account, "guest")
    assert log(session) == []
