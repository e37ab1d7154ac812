"""What a class is to take, and which attempts count for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from quizapp.assessment import permissions
from quizapp.assessment.conditions import FREE, Conditions, meets
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import USUAL, Mode, Terms, limit
from quizapp.assessment.permissions import NOBODYS, Belonging


@dataclass(frozen=True, slots=True)
class Assignment:
    """A quiz that a class is to take; an attempt counts from `required` questions on.

    `asked` questions were agreed upon, or the `whole` quiz; it has `available` by now, be they more
    or fewer. It is
    `withdrawn` while it is a draft again, and `closes_at` is when it closes for everybody.
    Only what was begun `since` it was assigned counts. `belonging` is that of the quiz.
    """

    id: int
    class_id: int
    quiz_id: int
    title: str
    asked: int
    available: int
    since: datetime
    due_at: datetime | None = None
    removed: bool = False
    closes_at: datetime | None = None
    withdrawn: bool = False
    conditions: Conditions = FREE
    belonging: Belonging = NOBODYS
    whole: bool = False

    @property
    def required(self) -> int:
        """As many questions as agreed, as far as they are still there."""
        return self.available if self.whole else min(self.asked, self.available)

    def is_over(self, now: datetime) -> bool:
        """Whether it was due before."""
        return self.due_at is not None and now > self.due_at

    def outlasts(self, now: datetime) -> datetime | None:
        """End of an exam that begins now, where it is in time, yet that would be late."""
        longest = limit(self.conditions.minutes)
        if longest is None or self.due_at is None or self.is_over(now):
            return None
        return now + longest if now + longest > self.due_at else None

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
    started_at: datetime
    finished_at: datetime
    terms: Terms = USUAL
    whole: bool = False

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
    started_at: datetime
    terms: Terms = USUAL
    deadline: datetime | None = None
    whole: bool = False

    def ends_by_itself(self, now: datetime) -> bool:
        """Whether a result will come of it, whatever the learner does."""
        return self.deadline is not None and now <= self.deadline


Attempted = Result | Begun


class Made(Protocol):
    """An attempt, `whole` if it asks all that the quiz had when it began."""

    @property
    def size(self) -> int:
        """How many questions it asks."""

    @property
    def terms(self) -> Terms:
        """On what terms it is taken."""

    @property
    def started_at(self) -> datetime:
        """When it began."""

    @property
    def whole(self) -> bool:
        """Whether there was no more to ask."""


def counts(assignment: Assignment, made: Made) -> bool:
    """Whether an attempt is long enough, on the conditions of the assignment, and not older.

    What the quiz has come to ask since takes nothing away from who has taken the whole of it.
    """
    long_enough = made.size >= assignment.required or (assignment.whole and made.whole)
    in_time = made.started_at >= assignment.since
    return long_enough and in_time and meets(made.terms, assignment.conditions)


def matching[T: Attempted](assignment: Assignment, made: Iterable[T]) -> Sequence[T]:
    """Attempts that count as far as it is for their kind."""
    return [each for each in made if counts(assignment, each)]


def counting(assignment: Assignment, made: Iterable[Attempted]) -> Sequence[Result]:
    """Results on the terms of the assignment; the first to be finished come first."""
    met = matching(assignment, (each for each in made if isinstance(each, Result)))
    in_time = sorted(met, key=lambda result: (result.finished_at, result.attempt_id))
    return in_time[: assignment.conditions.attempts or None]


Duty = tuple[Assignment, Sequence[Attempted]]
"""A quiz that somebody is to take, with what they have made of it so far."""


def expected(duties: Iterable[Duty]) -> int:
    """How many questions the next attempt is to ask, to count wherever nothing is done yet."""
    return max((each.required for each, made in duties if not counting(each, made)), default=0)


def is_examined(duties: Iterable[Duty]) -> bool:
    """Whether an exam is still to be taken that can count."""
    return any(
        each.conditions.mode is Mode.EXAM and not _is_used_up(each, len(counting(each, made)))
        for each, made in duties
    )


def binding(duties: Iterable[Duty]) -> Assignment | None:
    """The assignment on whose conditions somebody begins the next attempt at a quiz.

    Of several classes, one comes first for which nothing has been done yet; who has used up all
    attempts that count is free.
    """
    counted = [(each, len(counting(each, made))) for each, made in duties]
    bound = [
        (done > 0, i, each)
        for i, (each, done) in enumerate(counted)
        if each.conditions != FREE and not _is_used_up(each, done)
    ]
    return min(bound)[-1] if bound else None


def _is_used_up(assignment: Assignment, done: int) -> bool:
    """Whether as many attempts as can count have been made."""
    return 0 < assignment.conditions.attempts <= done
