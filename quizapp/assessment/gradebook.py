"""What the members of a class have made of the quizzes assigned to them."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from operator import attrgetter
from statistics import fmean

from quizapp.assessment import permissions
from quizapp.assessment.conditions import FREE, Conditions, meets
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import USUAL, Terms, limit
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
    RUNNING = "running"
    OPEN = "open"
    MISSING = "missing"
    EXCUSED = "excused"


TO_DO = {State.RUNNING, State.OPEN, State.MISSING}
"""Where somebody is still expected to do something."""


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

    def has_ended(self, now: datetime) -> bool:
        """Whether it was due before, or has closed for everybody."""
        return self.is_over(now) or self.has_closed(now)

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

    @property
    def size(self) -> int:
        """How many questions it asked."""
        return self.score.of


@dataclass(frozen=True, slots=True)
class Begun:
    """An attempt of a member that still runs; with a `deadline` it ends by itself."""

    attempt_id: int
    learner: str
    quiz_id: int
    size: int
    terms: Terms = USUAL
    deadline: datetime | None = None

    def ends_by_itself(self, now: datetime) -> bool:
        """Whether a result will come of it, whatever the learner does."""
        return self.deadline is not None and now <= self.deadline


Attempted = Result | Begun


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


def counting(assignment: Assignment, made: Iterable[Attempted]) -> Sequence[Result]:
    """Results on the terms of the assignment; the first to be finished come first."""
    results = (each for each in made if isinstance(each, Result))
    met = [each for each in results if _counts(assignment, each)]
    in_time = sorted(met, key=lambda result: (result.finished_at, result.attempt_id))
    return in_time[: assignment.conditions.attempts or None]


Duty = tuple[Assignment, Sequence[Attempted]]
"""A quiz that somebody is to take, with what they have made of it so far."""


def expected(duties: Iterable[Duty]) -> int:
    """How many questions the next attempt is to ask, to count wherever nothing is done yet."""
    return max((each.required for each, made in duties if not counting(each, made)), default=0)


def binding(duties: Iterable[Duty]) -> Assignment | None:
    """The assignment on whose conditions somebody begins the next attempt at a quiz.

    Of several classes, one comes first for which nothing has been done yet; who has used up all
    attempts that count is free.
    """
    counted = [(each, len(counting(each, made))) for each, made in duties]
    bound = [
        (done > 0, i, each)
        for i, (each, done) in enumerate(counted)
        if each.conditions != FREE and not 0 < each.conditions.attempts <= done
    ]
    return min(bound)[-1] if bound else None


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
    return [each for each in made if isinstance(each, Begun) and _counts(assignment, each)]


def _undone(
    assignment: Assignment, begun: Iterable[Begun], *, now: datetime, excused: bool
) -> State:
    """Once it is over, what was only left lying is missing."""
    over = assignment.has_ended(now)
    if any(not over or each.ends_by_itself(now) for each in begun):
        return State.RUNNING
    if excused:
        return State.EXCUSED
    return State.MISSING if over else State.OPEN


def _extended(conditions: Conditions, terms: Terms) -> timedelta | None:
    usual = limit(conditions.minutes)
    return terms.limit if usual and terms.limit and terms.limit > usual else None


def _counts(assignment: Assignment, attempt: Attempted) -> bool:
    """Whether it is long enough and on the conditions of the assignment."""
    return attempt.size >= assignment.required and meets(attempt.terms, assignment.conditions)


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
