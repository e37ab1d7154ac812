"""Counts of cards, each from a stretch of an index of its own: one grouping takes twice as long."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise

from sqlalchemy import ColumnElement, ScalarSelect, func, select
from sqlalchemy.orm import Session

from quizapp.assessment.scheduling import State
from quizapp.assessment.study_numbers import States
from quizapp.store.study_models import Card
from quizapp.store.study_queue import BEGUN


def overview(
    session: Session, learner: str | None, ends: Sequence[datetime]
) -> tuple[States, tuple[int, ...]]:
    """Cards by state, suspended ones apart, and the forecast."""
    columns = (*_states(learner), *_due(learner, ends))
    found = tuple(session.execute(select(*columns)).one())
    states, (suspended, *due) = found[: len(State)], found[len(State) :]
    return States(dict(zip(State, states, strict=True)), suspended), tuple(due)


def forecast(session: Session, learner: str | None, ends: Sequence[datetime]) -> tuple[int, ...]:
    """Cards due before the first of these times, then between it and the next, and so on."""
    return tuple(session.execute(select(*_due(learner, ends))).one())


def _states(learner: str | None) -> Iterator[ScalarSelect[int]]:
    for state in State:
        yield _count(learner, Card.suspended.is_(False), Card.state == state)
    yield _count(learner, Card.suspended.is_(True))


def _due(learner: str | None, ends: Sequence[datetime]) -> Iterator[ScalarSelect[int]]:
    begun = (Card.suspended.is_(False), Card.state.in_(BEGUN))
    yield _count(learner, *begun, Card.due < ends[0])
    for start, end in pairwise(ends):
        yield _count(learner, *begun, Card.due >= start, Card.due < end)


def _count(learner: str | None, *conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    mine = select(func.count()).select_from(Card).where(Card.learner == learner, *conditions)
    return mine.scalar_subquery()
