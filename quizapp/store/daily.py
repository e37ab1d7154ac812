"""Counts of each study day, kept with the log, so that nobody counts millions of reviews."""

from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import asdict
from datetime import date
from itertools import batched

from sqlalchemy import ColumnElement, and_, case, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.assessment.scheduling import Rating, State
from quizapp.assessment.study_numbers import Reviewed
from quizapp.store.base import AT_ONCE
from quizapp.store.study_models import Daily, Review


def since(session: Session, learner: str | None, first: date) -> dict[date, Reviewed]:
    """Reviews of each study day from the first on; days without any are left out."""
    columns = (Daily.day, Daily.reviews, Daily.learned, Daily.recalled)
    mine = select(*columns).where(Daily.learner == learner, Daily.day >= first)
    found = session.execute(mine.order_by(Daily.day))
    return {day: Reviewed(*numbers) for day, *numbers in found}


def days(session: Session, learner: str) -> Sequence[date]:
    """Every day on which somebody studied."""
    return session.scalars(select(Daily.day).where(Daily.learner == learner)).all()


def recount(session: Session, learner: str, days: Iterable[date]) -> None:
    """Count these days of the log anew, as a part of something that is committed as a whole.

    A day is locked before it is counted: of two requests, the later one counts what both stored.
    """
    for some in batched(sorted(set(days)), AT_ONCE):
        _lock(session, learner, some)
        counted = _counted(session, learner, some)
        if counted:
            told = [{"learner": learner, "day": d} | asdict(each) for d, each in counted.items()]
            session.execute(update(Daily), told)
        if len(counted) < len(some):
            session.execute(delete(Daily).where(*_on(learner, set(some) - set(counted))))


def _lock(session: Session, learner: str, days: Collection[date]) -> None:
    """An update that changes nothing takes the lock of every database."""
    mine = update(Daily).where(*_on(learner, days)).values(reviews=Daily.reviews)
    if session.execute(mine).rowcount < len(days):  # type: ignore[attr-defined]  # an update has it
        _begin(session, learner, days)
        session.execute(mine)


def _begin(session: Session, learner: str, days: Iterable[date]) -> None:
    for day in days:
        new = insert(Daily).values(learner=learner, day=day, reviews=0, learned=0, recalled=0)
        with suppress(IntegrityError), session.begin_nested():
            session.execute(new)


def _counted(session: Session, learner: str, days: Collection[date]) -> dict[date, Reviewed]:
    learned = Review.state == State.REVIEW.value
    recalled = and_(learned, Review.rating != Rating.AGAIN.value)
    sums = (func.sum(case((each, 1), else_=0)) for each in (learned, recalled))
    mine = select(Review.day, func.count(), *sums).where(
        Review.learner == learner, Review.day.in_(days)
    )
    return {day: Reviewed(*numbers) for day, *numbers in session.execute(mine.group_by(Review.day))}


def _on(learner: str, days: Collection[date]) -> tuple[ColumnElement[bool], ...]:
    return Daily.learner == learner, Daily.day.in_(days)
