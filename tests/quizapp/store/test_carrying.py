from dataclasses import replace

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from questions.formats.schedules import Memory, Schedule
from questions.formats.schedules import Review as Logged
from quizapp.assessment.exporting import Selection
from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.scheduling import Rating, State
from quizapp.store import cards, carrying, exports, logs
from quizapp.store.carrying import Traveller
from quizapp.store.quizzes import Quiz
from quizapp.store.study_models import Card, Review
from tests.quizapp.factories import ITEMS, START
from tests.quizapp.store.studying import DAY, MINUTE, rate

ME = Traveller("me", DEFAULT, START + 90 * DAY)
UIDS = [item.id for item in ITEMS]
LOG = (
    Logged(START - 20 * DAY, 3, State.NEW, -600),
    Logged(START - 20 * DAY + 10 * MINUTE, 3, State.LEARNING, 2, -600),
    Logged(START - 18 * DAY, 3, State.REVIEW, 22, 2),
)
STUDIED = Schedule(
    *(State.REVIEW, (START + 4 * DAY).date()),
    interval=22,
    reviews=3,
    memory=Memory(22.5, 2.5),
    log=LOG,
)


def schedules(session: Session, learner: str | None = "me") -> dict[str, Schedule]:
    return carrying.schedules(session, learner, exports.parts(session, Selection()))


def card(session: Session, number: int = 1) -> Card:
    session.expire_all()
    return session.get_one(Card, number)


def logged(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Review)) or 0


def test_cards_carry_on_where_anki_left_off(session: Session, quiz: Quiz) -> None:
    assert carrying.bring(session, ME, [quiz.id], {UIDS[1]: STUDIED}) == 4
    mine = card(session, 2)
    assert (mine.state, mine.stability, mine.reviews) == (State.REVIEW, 22.5, 3)
    assert mine.due.date() == STUDIED.due
    assert card(session, 1).state == State.NEW
    assert [each.at for each in logs.of_learner(session, "me")] == [each.at for each in LOG]


def test_bringing_a_deck_again_doubles_nothing(session: Session, quiz: Quiz) -> None:
    carrying.bring(session, ME, [quiz.id], {UIDS[1]: STUDIED})
    before = schedules(session)
    assert carrying.bring(session, ME, [quiz.id], {UIDS[1]: STUDIED}) == 0
    assert schedules(session) == before
    assert logged(session) == 3


def test_what_was_taken_to_anki_and_studied_there_is_merged(mine: Session, quiz: Quiz) -> None:
    rate(mine, 1, Rating.EASY)
    there = schedules(mine)[UIDS[0]]
    at = START + 8 * DAY
    log = (*there.log, Logged(at, 3, State.REVIEW, 30, 8))
    rate(mine, 1, Rating.AGAIN, at=10 * DAY, seen=1)
    carrying.bring(mine, ME, [quiz.id], {UIDS[0]: replace(there, log=log)})
    found = [(each.at, each.rating) for each in logs.of_learner(mine, "me")]
    assert found == [
        (START + MINUTE, Rating.EASY),
        (at, Rating.GOOD),
        (START + 10 * DAY, Rating.AGAIN),
    ]
    assert (card(mine).reviews, card(mine).state) == (3, State.RELEARNING)


def test_schedules_are_those_of_the_learner_alone(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    assert schedules(mine, "you") == {}
    assert schedules(mine, None) == {}
    found = schedules(mine)
    assert found[UIDS[0]].state is State.REVIEW
    assert [len(found[uid].log) for uid in UIDS] == [1, 0, 0, 0]


def test_a_suspended_card_stays_suspended(session: Session, quiz: Quiz) -> None:
    away = replace(STUDIED, suspended=True)
    carrying.bring(session, ME, [quiz.id], {UIDS[0]: away})
    assert cards.listed(session, "me", only=cards.Filter(show=cards.Show.SUSPENDED), limit=9)
