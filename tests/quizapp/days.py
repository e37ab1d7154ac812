"""Counts of each study day, which are those of the log whatever a test has done."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.assessment.scheduling import Rating, State
from quizapp.assessment.study_numbers import Reviewed, together
from quizapp.store import daily
from quizapp.store.study_models import Daily, Review

Days = dict[str, dict[date, Reviewed]]


def counted(session: Session) -> Days:
    """As they are kept."""
    whose = session.scalars(select(Daily.learner).distinct()).all()
    return {learner: daily.since(session, learner, date.min) for learner in whose}


def logged(session: Session) -> Days:
    """As the log tells."""
    found: Days = {}
    for review in session.scalars(select(Review)):
        learned = review.state == State.REVIEW
        recalled = learned and review.rating > Rating.AGAIN
        days = found.setdefault(review.learner, {})
        days[review.day] = together(
            [days.get(review.day, Reviewed()), Reviewed(1, int(learned), int(recalled))]
        )
    return found
