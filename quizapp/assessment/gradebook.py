"""What the members of a class have made of the quizzes assigned to them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from statistics import fmean

from quizapp.assessment import permissions
from quizapp.assessment.conditions import FREE, Conditions, meets
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import USUAL, Terms
from quizapp.assessment.permissions import NOBODYS, Belonging


class Pick(StrEnum):
    """Which of somebody's attempts is graded."""

    BEST = "best"
    FIRST = "first"
    LAST = "last"


class State(StrEnum):
    """Where somebody stands with an assigned quiz."""

    DONE = "done"
    LATE = "late"
    OPEN = "open"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Assignment:
    """A quiz that a class is to take; an attempt counts from `required` questions on.

    `asked` questions were agreed upon; the quiz has `available` by now, which may be fewer. It is
    `withdrawn` while it is a draft again, and `closes_at` is when it closes for everybody.
    `belonging` is that of the quiz.
    """

    id: int
    class_id: int
    quiz_id: int
    title: str
    asked: int
    available: int
    due_at: datetime | None = None
    removed: bool = False
    closes_at: datetime | None = None
    withdrawn: bool = False
    conditions: Conditions = FREE
    belonging: Belonging = NOBODYS

    @property
    def required(self) -> int:
        """As many questions as agreed, as far as they are still there."""
        return min(self.asked, self.available)

    def is_over(self, now: datetime) -> bool:
        """Whether it was due before."""
        return self.due_at is not None and now > self.due_at

    def has_closed(self, now: datetime) -> bool:
        """Whether nobody can begin it any more, be it due or not."""
        return permissions.has_closed(self.closes_at, now)

    def is_open(self, now: datetime) -> bool:
        """Whether it can be begun."""
        return bool(self.available) and not (self.withdrawn or self.has_closed(now))


@dataclass(frozen=True, slots=True)
class Result:
    """A finished attempt of a member at an assigned quiz; retries of what was missed are none."""

    attempt_id: int
    learner: str
    quiz_id: int
    score: Score
    finished_at: datetime
    terms: Terms = USUAL


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody in a class; `removed` once they left, or were `dismissed` by its teacher."""

    id: int
    learner: str
    name: str
    joined_at: datetime
    removed: bool = False
    dismissed: bool = False


@dataclass(frozen=True, slots=True)
class Grade:
    """The result that was picked, if there is any."""

    state: State
    result: Result | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A member's grades in the order of the assignments; `mean` is a share of 0..1."""

    member: Member
    grades: tuple[Grade, ...]
    mean: float | None


def grade(assignment: Assignment, results: Iterable[Result], pick: Pick, *, now: datetime) -> Grade:
    """A late result says so; who has none is late once it was due or has closed."""
    counted = counting(assignment, results)
    if not counted:
        over = assignment.is_over(now) or assignment.has_closed(now)
        return Grade(State.MISSING if over else State.OPEN)
    result = _picked(counted, pick)
    return Grade(State.LATE if assignment.is_over(result.finished_at) else State.DONE, result)


def counting(assignment: Assignment, results: Iterable[Result]) -> Sequence[Result]:
    """Long enough and on the conditions of the assignment; the first to be finished come first."""
    conditions = assignment.conditions
    long_enough = (result for result in results if result.score.of >= assignment.required)
    met = [result for result in long_enough if meets(result.terms, conditions)]
    in_time = sorted(met, key=lambda result: (result.finished_at, result.attempt_id))
    return in_time[: conditions.attempts or None]


Duty = tuple[Assignment, Sequence[Result]]
"""A quiz that somebody is to take, with what they have made of it so far."""


def expected(duties: Iterable[Duty]) -> int:
    """How many questions the next attempt is to ask, to count wherever nothing is done yet."""
    return max((each.required for each, made in duties if not counting(each, made)), default=0)


def binding(duties: Iterable[Duty]) -> Assignment | None:
    """The assignment on whose conditions somebody begins the next attempt at a quiz.

    Of several classes, one comes first for which nothing has been done yet; who has used up all
    attempts that count is free.
    """
    made = [(each, len(counting(each, results))) for each, results in duties]
    bound = [
        (done > 0, i, each)
        for i, (each, done) in enumerate(made)
        if each.conditions != FREE and not 0 < each.conditions.attempts <= done
    ]
    return min(bound)[-1] if bound else None


def gradebook(
    members: Iterable[Member],
    assignments: Sequence[Assignment],
    results: Iterable[Result],
    pick: Pick,
    *,
    now: datetime,
) -> tuple[Row, ...]:
    """One row for each member, in their order."""
    made = defaultdict[tuple[str, int], list[Result]](list)
    for result in results:
        made[result.learner, result.quiz_id].append(result)
    return tuple(
        _row(
            member,
            tuple(grade(a, made[member.learner, a.quiz_id], pick, now=now) for a in assignments),
        )
        for member in members
    )


def _picked(results: Sequence[Result], pick: Pick) -> Result:
    """Of equally good ones the first, so that trying again never makes a result late."""
    match pick:
        case Pick.BEST:
            return max(results, key=lambda result: result.score.share)
        case Pick.FIRST:
            return results[0]
        case Pick.LAST:
            return results[-1]


def _row(member: Member, grades: tuple[Grade, ...]) -> Row:
    """What is missing counts as nothing won, what may still come does not count yet."""
    counted = [
        each.result.score.share if each.result else 0.0
        for each in grades
        if each.state is not State.OPEN
    ]
    return Row(member, grades, fmean(counted) if counted else None)
