"""What a class of whoever is asking lays down for a quiz."""

from collections.abc import Sequence

from flask_login import current_user

from quizapp.assessment.assigning import Assignment, Duty, binding, counts
from quizapp.assessment.conditions import FREE, Conditions
from quizapp.store import assignments, attempts, session
from quizapp.views.services import now, welcome


def of(quiz_id: int) -> Sequence[Duty]:
    """What the classes of whoever is asking want of a quiz; guests are in none."""
    if not current_user.is_authenticated:
        return ()
    tasks = assignments.tasks(session(), welcome(), quiz_id=quiz_id)
    return [(each.assignment, each.made) for each in tasks]


def bound(quiz_id: int) -> Assignment | None:
    """The assignment on whose conditions the next attempt at a quiz is taken, if there is one."""
    return binding(of(quiz_id))


def under_way(assignment: Assignment | None) -> int | None:
    """Id of an attempt that has begun on the conditions of an assignment, and so goes on first."""
    if assignment is None:
        return None
    begun = attempts.under_way(session(), welcome(), assignment.quiz_id, now=now())
    counting = (each.id for each in begun if counts(assignment, each))
    return next(counting, None)


def laid_down(assignment: Assignment | None) -> Conditions:
    """Conditions of an assignment; who has none is free."""
    return assignment.conditions if assignment else FREE


def required(assignment: Assignment | None) -> int:
    """From how many questions on an attempt counts."""
    return assignment.required if assignment else 0
