from datetime import datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from quizapp.assessment.bank import Status
from quizapp.store import attempts, bank, decisions, quizzes
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START
from tests.quizapp.store.test_attempts import begin

LATER = START + timedelta(days=1)


def decide(
    session: Session, status: Status, *item_ids: int, batch: str = "b", now: datetime = LATER
) -> int:
    return decisions.decide(session, item_ids, status, batch=batch, learner="me", now=now)


def statuses(session: Session) -> list[Status]:
    found = (bank.get(session, item_id) for item_id in range(1, 5))
    return [entry.status for entry in found if entry]


def times(session: Session) -> list[datetime]:
    found = (bank.get(session, item_id) for item_id in range(1, 5))
    return [entry.updated_at for entry in found if entry]


def test_a_retired_item_leaves_future_attempts_but_not_past_ones(
    session: Session, quiz: Quiz
) -> None:
    attempt = begin(session, quiz)
    assert decide(session, Status.RETIRED, 1, 3) == 2
    after = quizzes.get(session, quiz.id)
    assert after is not None
    assert [version.item for version in after.items] == [ITEMS[1], ITEMS[3]]
    assert quizzes.recent(session, None, limit=1)[0].size == 2
    past = attempts.get(session, attempt.id, learner="me", now=LATER)
    assert past is not None
    assert [question.item for question in past.questions] == list(ITEMS[:2])


@pytest.mark.usefixtures("quiz")
def test_each_item_gets_back_what_it_was(session: Session) -> None:
    decide(session, Status.APPROVED, 1, 2, batch="a")
    assert decide(session, Status.RETIRED, 2, 3) == 2
    assert statuses(session) == ["approved", "retired", "retired", "new"]
    assert decisions.undo(session, "b", learner="me", now=LATER) == 2
    assert statuses(session) == ["approved", "approved", "new", "new"]


@pytest.mark.usefixtures("quiz")
def test_what_was_decided_since_is_not_undone(session: Session) -> None:
    decide(session, Status.RETIRED, 1, 2)
    decide(session, Status.APPROVED, 1, batch="later")
    assert decisions.undo(session, "b", learner="me", now=LATER) == 1
    assert statuses(session) == ["approved", "new", "new", "new"]


@pytest.mark.usefixtures("quiz")
def test_nobody_undoes_what_somebody_else_decided(session: Session) -> None:
    decide(session, Status.RETIRED, 1)
    assert decisions.undo(session, "b", learner="another", now=LATER) == 0
    assert statuses(session)[0] == "retired"


@pytest.mark.usefixtures("quiz")
def test_a_new_status_is_a_change_for_those_who_have_the_item(session: Session) -> None:
    decide(session, Status.APPROVED, 1)
    decide(session, Status.RETIRED, 2)
    assert decide(session, Status.NEW, 3) == 0
    assert times(session) == [LATER, LATER, START, START]


@pytest.mark.usefixtures("quiz")
def test_a_status_taken_back_is_one_too_and_the_same_status_again_is_none(session: Session) -> None:
    decide(session, Status.APPROVED, 1, 2)
    much_later = LATER + timedelta(days=1)
    assert decide(session, Status.APPROVED, 1, batch="again", now=much_later) == 0
    assert times(session) == [LATER, LATER, START, START]
    assert decisions.undo(session, "b", learner="me", now=much_later) == 2
    assert times(session) == [much_later, much_later, START, START]
