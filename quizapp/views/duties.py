"""What a class of whoever is asking lays down for a quiz."""

from collections.abc import Iterable, Sequence

from flask_login import current_user

from quizapp.assessment.assigning import Assignment, Duty, binding, counts, is_examined
from quizapp.assessment.conditions import FREE, Conditions
from quizapp.assessment.gradebook import Grade, Pick, grade
from quizapp.store import assignments, attempts, session
from quizapp.store.assignments import Task
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


def graded() -> Sequence[tuple[Task, Grade]]:
    """How whoever is asking stands with all that their classes want; guests are in none."""
    if not current_user.is_authenticated:
        return ()
    return [(each, _grade(each)) for each in assignments.tasks(session(), welcome())]


def going_on(tasks: Iterable[tuple[Task, Grade]]) -> dict[int, int]:
    """By quiz, what has begun for a class and is to be gone on with."""
    return {
        task.assignment.quiz_id: found.under_way.attempt_id
        for task, found in tasks
        if found.under_way
    }


def exams(tasks: Iterable[tuple[Task, Grade]]) -> frozenset[int]:
    """Quizzes that a class takes as an exam: nobody begins one before its terms have been read."""
    return frozenset(
        task.assignment.quiz_id for task, _ in tasks if is_examined([(task.assignment, task.made)])
    )


def laid_down(assignment: Assignment | None) -> Conditions:
    """Conditions of an assignment; who has none is free."""
    return assignment.conditions if assignment else FREE


def required(assignment: Assignment | None) -> int:
    """From how many questions on an attempt counts."""
    return assignment.required if assignment else 0


def _grade(task: Task) -> Grade:
    return grade(task.assignment, task.made, Pick.BEST, now=now(), joined_at=task.joined_at)
