"""What a class of whoever is asking lays down for a quiz."""

from flask_login import current_user

from quizapp.assessment.conditions import FREE, Conditions
from quizapp.assessment.gradebook import Assignment, binding
from quizapp.store import assignments, session
from quizapp.views.services import now, welcome


def bound(quiz_id: int) -> Assignment | None:
    """The assignment on whose conditions the next attempt at a quiz is taken, if there is one."""
    if not current_user.is_authenticated:
        return None
    tasks = assignments.tasks(session(), welcome(), now=now(), quiz_id=quiz_id)
    return binding((each.assignment, each.results) for each in tasks)


def laid_down(assignment: Assignment | None) -> Conditions:
    """Conditions of an assignment; who has none is free."""
    return assignment.conditions if assignment else FREE


def required(assignment: Assignment | None) -> int:
    """From how many questions on an attempt counts."""
    return assignment.required if assignment else 0
