"""What the members of a class have made of the quizzes assigned to them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from statistics import fmean

from quizapp.assessment.assigning import Assignment, Attempted, Begun, Result, counting, matching
from quizapp.assessment.conditions import Conditions
from quizapp.assessment.modes import Terms, limit


class Pick(StrEnum):
    """Which of somebody's attempts is graded."""

    BEST = "best"
    FIRST = "first"
    LAST = "last"


class State(StrEnum):
    """Where somebody stands with an assigned quiz."""

    DONE = "done"
    LATE = "late"
    RUNNING = "running"
    OPEN = "open"
    MISSING = "missing"
    EXCUSED = "excused"
    EMPTY = "empty"


TO_DO = {State.RUNNING, State.OPEN, State.MISSING}
"""Where somebody is still expected to do something."""


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
    """The result that was picked, if there is any, and the newest attempt that still runs.

    `extended` is the time limit of the result where it is longer than the one laid down.
    """

    state: State
    result: Result | None = None
    begun: Begun | None = None
    extended: timedelta | None = None

    @property
    def under_way(self) -> Begun | None:
        """What is to be gone on with before another attempt: once there is a result, only time."""
        timed = self.begun is not None and self.begun.deadline is not None
        return self.begun if timed or self.result is None else None


@dataclass(frozen=True, slots=True)
class Row:
    """A member's grades in the order of the assignments; `mean` is a share of 0..1."""

    member: Member
    grades: tuple[Grade, ...]
    mean: float | None


def grade(
    assignment: Assignment,
    made: Sequence[Attempted],
    pick: Pick,
    *,
    now: datetime,
    joined_at: datetime | None = None,
) -> Grade:
    """A late result says so, unless it was over before the member joined."""
    counted, begun = counting(assignment, made), _begun(assignment, made)
    excused = joined_at is not None and assignment.has_ended(joined_at)
    newest = max(begun, key=attrgetter("attempt_id"), default=None)
    if not counted:
        return Grade(_undone(assignment, begun, now=now, excused=excused), begun=newest)
    result = _picked(counted, pick)
    late = assignment.is_over(result.finished_at) and not excused
    state = State.LATE if late else State.DONE
    return Grade(state, result, newest, _extended(assignment.conditions, result.terms))


def gradebook(
    members: Iterable[Member],
    assignments: Sequence[Assignment],
    made: Iterable[Attempted],
    pick: Pick,
    *,
    now: datetime,
) -> tuple[Row, ...]:
    """One row for each member, in their order."""
    whose = _grouped(made, attrgetter("learner"))
    rows = ((each, whose[each.learner], each.joined_at) for each in members)
    return tuple(
        _row(member, grades(assignments, own, pick, now=now, joined_at=since))
        for member, own, since in rows
    )


def grades(
    assignments: Iterable[Assignment],
    made: Iterable[Attempted],
    pick: Pick,
    *,
    now: datetime,
    joined_at: datetime | None = None,
) -> tuple[Grade, ...]:
    """Those of one member, in the order of the assignments."""
    at = _grouped(made, attrgetter("quiz_id"))
    return tuple(
        grade(each, at[each.quiz_id], pick, now=now, joined_at=joined_at) for each in assignments
    )


def _grouped(
    made: Iterable[Attempted], by: Callable[[Attempted], Hashable]
) -> Mapping[Hashable, Sequence[Attempted]]:
    found = defaultdict[Hashable, list[Attempted]](list)
    for each in made:
        found[by(each)].append(each)
    return found


def _begun(assignment: Assignment, made: Iterable[Attempted]) -> Sequence[Begun]:
    return matching(assignment, (each for each in made if isinstance(each, Begun)))


def _undone(
    assignment: Assignment, begun: Iterable[Begun], *, now: datetime, excused: bool
) -> State:
    """Once it is over, what was only left lying is missing."""
    over = assignment.has_ended(now)
    if any(not over or each.ends_by_itself(now) for each in begun):
        return State.RUNNING
    if excused:
        return State.EXCUSED
    if not assignment.available:
        return State.EMPTY
    return State.MISSING if over else State.OPEN


def _extended(conditions: Conditions, terms: Terms) -> timedelta | None:
    usual = limit(conditions.minutes)
    return terms.limit if usual and terms.limit and terms.limit > usual else None


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
    """What is done counts, due or not, and what is missing as nothing won; the rest does not."""
    counted = [
        each.result.score.share if each.result else 0.0
        for each in grades
        if each.result or each.state is State.MISSING
    ]
    return Row(member, grades, fmean(counted) if counted else None)
