"""Counts of days are always those of the log; `quiz` and `client` see to it in all tests."""

import flask_migrate
from flask import Flask
from sqlalchemy.orm import Session

from quizapp import config, server
from quizapp.assessment.merging import Rated
from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.scheduling import Rating
from quizapp.assessment.study_numbers import Reviewed
from quizapp.store import accounts, daily, reviews, study_queue
from quizapp.store.quizzes import Quiz
from quizapp.store.reviews import Batch, Brought
from tests.quizapp.factories import START
from tests.quizapp.store.studying import DAY, MINUTE, TODAY, add, rate


def test_days_tell_reviews_of_learned_cards_from_the_first_ones(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    rate(mine, 2, Rating.EASY)
    rate(mine, 1, Rating.AGAIN, at=8 * DAY + MINUTE, seen=1)
    rate(mine, 2, Rating.HARD, at=8 * DAY + MINUTE, seen=1)
    assert daily.since(mine, "me", TODAY.day) == {
        TODAY.day: Reviewed(2, 0, 0),
        TODAY.day + 8 * DAY: Reviewed(2, 2, 1),
    }
    assert daily.since(mine, "me", TODAY.day + 9 * DAY) == {}


def test_a_review_that_is_taken_back_is_not_counted(mine: Session) -> None:
    rate(mine, 1, Rating.GOOD)
    latest = study_queue.standing(mine, "me", DEFAULT, today=TODAY).latest
    assert latest is not None
    reviews.undo(mine, "me", latest)
    assert daily.since(mine, "me", TODAY.day) == {}
    assert daily.days(mine, "me") == []


def test_what_comes_late_changes_what_later_reviews_count_as(mine: Session) -> None:
    """What was being learned when it was rated turns out to have been learned the day before."""
    rate(mine, 1, Rating.GOOD, at=2 * DAY)
    rate(mine, 1, Rating.GOOD, at=2 * DAY + 10 * MINUTE, seen=1)
    late = Rated("late", Rating.EASY, START + DAY)
    batch = Batch((Brought(1, late),), START + 3 * DAY)
    reviews.sync(mine, "me", batch, now=START + 3 * DAY, preferences=DEFAULT)
    assert daily.since(mine, "me", TODAY.day) == {
        TODAY.day + DAY: Reviewed(1, 0, 0),
        TODAY.day + 2 * DAY: Reviewed(2, 2, 2),
    }


def test_days_of_a_guest_become_days_of_the_account(session: Session, quiz: Quiz) -> None:
    """With and without a card of the same item, on a day on which the account studied too."""
    add(session, quiz, learner="me")
    for card_id in (1, 2):
        rate(session, card_id, Rating.GOOD)
    nora = accounts.add(session, "Nora", password="", learner="nora", now=START)
    add(session, quiz, learner="nora")
    said = Brought(5, Rated("n", Rating.GOOD, START + MINUTE))
    reviews.rate(session, "nora", said, seen=0, preferences=DEFAULT)
    accounts.welcome(session, nora, "me")
    assert daily.since(session, "nora", TODAY.day) == {TODAY.day: Reviewed(3, 0, 0)}
    assert daily.days(session, "me") == []


def test_a_log_of_before_is_counted_once(app: Flask, mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    rate(mine, 1, Rating.AGAIN, at=8 * DAY + MINUTE, seen=1)
    before = daily.since(mine, "me", TODAY.day)
    mine.rollback()
    flask_migrate.downgrade(directory=str(config.MIGRATIONS), revision="0034")
    server.upgrade(app)
    assert daily.since(mine, "me", TODAY.day) == before
    assert before[TODAY.day + 8 * DAY] == Reviewed(1, 1, 0)
