"""One person's way through a quiz, with everything frozen as it was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from questions import Item
from quizapp.assessment.assembly import (
    Asked,
    ItemVersion,
    Plan,
    assemble,
    default_size,
    option_order,
)
from quizapp.assessment.certainty import Confidence, Said
from quizapp.assessment.marking import FULL, LEFT_OPEN, Score
from quizapp.assessment.modes import USUAL, Mode, Terms, is_up
from quizapp.assessment.permissions import NOBODYS, Belonging

MOMENT = timedelta(seconds=10)
"""Who starts the same quiz twice within it has pressed a button twice."""


@dataclass(frozen=True, slots=True)
class Response:
    """Choices index the item's own options, in whatever order they were shown.

    `first` is what was chosen at the first try, once there was a second one; `confidence` is that
    of the first try, where it was asked for.
    """

    chosen: int
    mark: float
    answered_at: datetime
    first: int | None = None
    confidence: Confidence | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """An item version as an attempt asks it; positions count from 1."""

    position: int
    version: ItemVersion
    option_order: tuple[int, ...]
    response: Response | None = None
    flagged: bool = False

    @property
    def item(self) -> Item:
        """In the wording that was frozen."""
        return self.version.item

    @property
    def is_missed(self) -> bool:
        """Whether it is to be gone over once the attempt is finished, see `marking.FULL`."""
        return self.mark < FULL

    @property
    def mark(self) -> float:
        """What was won so far."""
        return self.response.mark if self.response else LEFT_OPEN


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt is finished once every question is answered or the learner ended it.

    An exam ends only when the learner says so or the time is up: until then, answers can change.
    `belonging` and `closes_at` are those of the quiz: an attempt itself is its learner's and
    nobody else's, and goes on when its quiz has closed.
    """

    id: int
    learner: str
    quiz_id: int
    title: str
    retry: bool
    started_at: datetime
    finished_at: datetime | None
    questions: tuple[Question, ...]
    terms: Terms = USUAL
    belonging: Belonging = NOBODYS
    closes_at: datetime | None = None

    @property
    def is_exam(self) -> bool:
        """Whether nothing is shown before the end."""
        return self.terms.mode is Mode.EXAM

    @property
    def deadline(self) -> datetime | None:
        """When the time is up, where there is a limit."""
        return self.started_at + self.terms.limit if self.terms.limit else None

    @property
    def may_be_discarded(self) -> bool:
        """Whether it would stay as it is for ever; what is timed ends by itself, and counts."""
        return self.finished_at is None and self.terms.limit is None

    @property
    def ran_out(self) -> bool:
        """Whether it has ended with its time, by the clock of the page or by the server's."""
        return self.finished_at is not None and is_up(self.finished_at, self.deadline, told=True)


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """An attempt in a list of attempts; `score` is there once it is finished."""

    id: int
    quiz_id: int
    title: str
    terms: Terms
    retry: bool
    size: int
    answered: int
    started_at: datetime
    finished_at: datetime | None
    score: Score | None

    @property
    def is_timed(self) -> bool:
        """Whether its time is running."""
        return self.finished_at is None and self.terms.limit is not None

    @property
    def may_be_discarded(self) -> bool:
        """Whether it would stay as it is for ever; what is timed ends by itself, and counts."""
        return self.finished_at is None and self.terms.limit is None


def left(latest: Sequence[AttemptSummary]) -> tuple[AttemptSummary, ...]:
    """Attempts to go on with: all whose time is running, else the newest unless it is finished."""
    timed = tuple(each for each in latest if each.is_timed)
    return timed or tuple(each for each in latest[:1] if each.finished_at is None)


def timed(latest: Sequence[AttemptSummary]) -> dict[int, int]:
    """By quiz, the newest attempt whose time is running."""
    return {each.quiz_id: each.id for each in reversed(latest) if each.is_timed}


def at(attempt: Attempt, position: int) -> Question | None:
    """Question at a position, or None where the attempt has no such position."""
    return next((q for q in attempt.questions if q.position == position), None)


def positions(attempt: Attempt, versions: Sequence[ItemVersion]) -> tuple[int, ...]:
    """Where the attempt asks these."""
    return tuple(q.position for q in attempt.questions if q.version in versions)


def turn(attempt: Attempt, question: Question) -> int | None:
    """Which try comes next, if any; only practice has a second, where three options are left."""
    response = question.response
    if response is None:
        return 1
    wrong = response.mark == 0 and response.first is None
    second = wrong and attempt.terms.mode is Mode.PRACTICE and len(question.item.options) > 2
    return 2 if second else None


def next_open(attempt: Attempt, after: int = 0) -> int | None:
    """Next position to be answered, starting over from the front; None once all are."""
    unanswered = [q.position for q in attempt.questions if turn(attempt, q)]
    return next((p for p in unanswered if p > after), unanswered[0] if unanswered else None)


def further(attempt: Attempt, after: int) -> int | None:
    """Next position to be answered without starting over; None at the end."""
    position = next_open(attempt, after)
    return position if position and position > after else None


def answered(attempt: Attempt) -> tuple[Question, ...]:
    """Questions without a try to come, in the order asked."""
    return tuple(q for q in attempt.questions if turn(attempt, q) is None)


def left_open(attempt: Attempt) -> tuple[Question, ...]:
    """Questions that were never answered."""
    return tuple(q for q in attempt.questions if q.response is None)


def missed(attempt: Attempt) -> tuple[Question, ...]:
    """Questions to be gone over, in the order asked."""
    return tuple(q for q in attempt.questions if q.is_missed)


def score(attempt: Attempt) -> Score:
    """Unanswered questions count as wrong."""
    return Score(sum(q.mark for q in attempt.questions), len(attempt.questions))


def duration(attempt: Attempt) -> timedelta | None:
    """From the first question shown to the end, pauses included."""
    return attempt.finished_at - attempt.started_at if attempt.finished_at else None


def is_begun(plan: Plan, attempt: Attempt, *, now: datetime) -> bool:
    """Whether an attempt is what the same start, sent a moment ago, has begun already.

    Two tabs draw other questions of a quiz; those of a retry tell which of several is meant.
    """
    alike = (plan.terms, plan.retry, len(plan.asked)) == (
        attempt.terms,
        attempt.retry,
        len(attempt.questions),
    )
    untouched = not (attempt.finished_at or any(q.response for q in attempt.questions))
    versions = {q.version for q in attempt.questions}
    meant = not plan.retry or versions == {each.version for each in plan.asked}
    return alike and untouched and meant and abs(now - attempt.started_at) <= MOMENT


def certainties(attempt: Attempt) -> tuple[Said, ...]:
    """How sure the learner was of each answer, and whether it was right at the first try."""
    responses = (q.response for q in attempt.questions if q.response)
    return tuple((r.confidence, r.mark == 1) for r in responses if r.confidence)


def retry(attempt: Attempt, *, rng: Random) -> Plan:
    """Ask what was missed once more in the same words; of an exam with feedback after each.

    Options are shuffled anew, so that nobody need only remember a place.
    """
    mode = Mode.IMMEDIATE if attempt.is_exam else attempt.terms.mode
    terms = Terms(mode, confidence=attempt.terms.confidence)
    asked = tuple(Asked(q.version, option_order(q.item, rng=rng)) for q in missed(attempt))
    return Plan(attempt.quiz_id, asked, terms, retry=True)


def again(attempt: Attempt, pool: Sequence[ItemVersion], *, rng: Random) -> Plan:
    """Ask as many of the quiz's items once more on the same terms; after a retry, the usual few."""
    size = default_size(len(pool)) if attempt.retry else len(attempt.questions)
    asked = assemble(pool, size, rng=rng, order=attempt.terms.order)
    return Plan(attempt.quiz_id, asked, attempt.terms, whole=len(asked) == len(pool))
