"""Daily goals, for those who want one."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.assessment.goals import REMEMBERED, Goal, Streak, streak
from quizapp.store import models, study_models


def get(session: Session, learner: str | None) -> Goal | None:
    """Goal of a learner, or None."""
    row = session.get(study_models.Goal, learner) if learner else None
    return Goal(row.answers, row.zone) if row else None


def save(session: Session, learner: str, goal: Goal) -> None:
    """Set a goal in place of the one before."""
    session.merge(study_models.Goal(learner=learner, answers=goal.answers, zone=goal.zone))
    session.commit()


def remove(session: Session, learner: str | None) -> None:
    """Want no goal any more; answers stay."""
    session.execute(delete(study_models.Goal).where(study_models.Goal.learner == learner))
    session.commit()


def kept(session: Session, learner: str | None, *, now: datetime) -> Streak | None:
    """How the goal was kept until now; None for those who have none."""
    goal = get(session, learner)
    if goal is None:
        return None
    query = (
        select(models.Response.answered_at)
        .join(models.Attempt, models.Attempt.id == models.Response.attempt_id)
        .where(models.Attempt.learner == learner, models.Response.answered_at >= now - REMEMBERED)
    )
    return streak(session.scalars(query), goal, now=now)
