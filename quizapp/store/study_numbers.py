"""Counts of cards and reviews."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import Session

from quizapp.assessment.scheduling import Rating, State
from quizapp.assessment.study_numbers import Reviewed, States
from quizapp.store.study_models import Card, Review
from quizapp.store.study_queue import BEGUN


def states(session: Session, learner: str | None) -> States:
    """Cards by state, suspended ones apart."""
    mine = select(Card.state, Card.suspended, func.count()).where(Card.learner == learner)
    found = session.execute(mine.group_by(Card.state, Card.suspended)).all()
    active = {State(state): number for state, suspended, number in found if not suspended}
    return States(
        {state: active.get(state, 0) for state in State},
        sum(number for _, suspended, number in found if suspended),
    )


def forecast(session: Session, learner: str | None, ends: Sequence[datetime]) -> tuple[int, ...]:
    """Cards due before the first of these times, then between it and the next, and so on."""
    place = case(*((Card.due < end, number) for number, end in enumerate(ends)))
    mine = (
        select(place, func.count())
        .where(
            Card.learner == learner,
            Card.suspended.is_(False),
            Card.state.in_(BEGUN),
            Card.due < ends[-1],
        )
        .group_by(place)
    )
    found = {row[0]: row[1] for row in session.execute(mine)}
    return tuple(found.get(number, 0) for number in range(len(ends)))


def days(session: Session, learner: str | None, first: date) -> dict[date, Reviewed]:
    """Reviews of each study day from the first on; days without any are left out."""
    learned = Review.state == State.REVIEW.value
    recalled = and_(learned, Review.rating != Rating.AGAIN.value)
    mine = select(
        Review.day,
        func.count(),
        func.sum(case((learned, 1), else_=0)),
        func.sum(case((recalled, 1), else_=0)),
    ).where(Review.learner == learner, Review.day >= first)
    found = session.execute(mine.group_by(Review.day).order_by(Review.day))
    return {day: Reviewed(*numbers) for day, *numbers in found}
