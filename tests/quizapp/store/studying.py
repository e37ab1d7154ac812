"""What a test does with cards."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from quizapp import store
from quizapp.assessment.faces import CardKind
from quizapp.assessment.merging import Rated
from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.queueing import EVERYTHING, Refusal, Scope, Today
from quizapp.assessment.scheduling import Rating
from quizapp.store import cards, reviews, study_queue
from quizapp.store.card_rows import StoredCard
from quizapp.store.quizzes import Quiz
from quizapp.store.reviews import Brought
from tests.quizapp.factories import START

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
TODAY = Today.of(START, DEFAULT.zone)


def add(session: Session, quiz: Quiz, *, learner: str = "me") -> int:
    return cards.add_quiz(session, learner, quiz.id, kind=CardKind.QUESTION, now=START)


def first(
    session: Session, *, today: Today = TODAY, scope: Scope = EVERYTHING
) -> StoredCard | None:
    allowed = study_queue.standing(session, "me", DEFAULT, today=today, scope=scope).allowed
    return study_queue.next_card(session, "me", allowed, today=today, scope=scope)


def first_id(session: Session, *, today: Today = TODAY, scope: Scope = EVERYTHING) -> int | None:
    card = first(session, today=today, scope=scope)
    return card.id if card else None


def rate(
    session: Session,
    card_id: int,
    rating: Rating,
    *,
    at: timedelta = MINUTE,
    uid: str = "",
    seen: int = 0,
) -> Refusal | None:
    said = Rated(uid or f"{card_id}-{at}", rating, START + at)
    return reviews.rate(session, "me", Brought(card_id, said), seen=seen, preferences=DEFAULT)


def schedule(session: Session, card_id: int) -> object:
    found = cards.get(session, card_id, learner="me")
    return found and found.card


def plans(session: Session, action: Callable[[], object]) -> list[list[str]]:
    """Steps in which SQLite does each statement of an action."""
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, parameters: Any, *_r: object) -> None:
        asked.append((statement, parameters))

    event.listen(store.db.engine, "before_cursor_execute", note)
    try:
        action()
    finally:
        event.remove(store.db.engine, "before_cursor_execute", note)
    run = session.connection().exec_driver_sql
    return [[row[3] for row in run(f"EXPLAIN QUERY PLAN {each}", given)] for each, given in asked]
