"""One person's way through a quiz, with everything frozen as it was asked."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from questions import Item
from quizapp.assessment.assembly import ItemVersion, Plan
from quizapp.assessment.marking import Score, mark


@dataclass(frozen=True, slots=True)
class Response:
    """`chosen` indexes the item's own options, in whatever order they were shown."""

    chosen: int
    mark: float
    answered_at: datetime


@dataclass(frozen=True, slots=True)
class Question:
    """An item version as an attempt asks it; positions count from 1."""

    position: int
    version: ItemVersion
    option_order: tuple[int, ...]
    response: Response | None = None

    @property
    def item(self) -> Item:
        """In the wording that was frozen."""
        return self.version.item


@dataclass(frozen=True, slots=True)
class Attempt:
    """An attempt is finished once every question is answered or the learner ended it."""

    id: int
    guest: str
    quiz_id: int
    article_id: int
    title: str
    retry: bool
    started_at: datetime
    finished_at: datetime | None
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class AttemptSummary:
    """An attempt in a list of attempts; `score` is there once it is finished."""

    id: int
    quiz_id: int
    title: str
    retry: bool
    size: int
    answered: int
    started_at: datetime
    finished_at: datetime | None
    score: Score | None


def at(attempt: Attempt, position: int) -> Question | None:
    """Question at a position, or None where the attempt has no such position."""
    return next((q for q in attempt.questions if q.position == position), None)


def next_open(attempt: Attempt, after: int = 0) -> int | None:
    """Next unanswered position, starting over from the front; None once all are answered."""
    unanswered = [q.position for q in attempt.questions if q.response is None]
    return next((p for p in unanswered if p > after), unanswered[0] if unanswered else None)


def answered(attempt: Attempt) -> tuple[Question, ...]:
    """Questions with a response, in the order asked."""
    return tuple(q for q in attempt.questions if q.response is not None)


def missed(attempt: Attempt) -> tuple[Question, ...]:
    """Questions answered wrongly or not at all."""
    return tuple(q for q in attempt.questions if q.response is None or q.response.mark < 1)


def score(attempt: Attempt) -> Score:
    """Unanswered questions count as wrong."""
    marks = sum(q.response.mark for q in attempt.questions if q.response)
    return Score(marks, len(attempt.questions))


def duration(attempt: Attempt) -> timedelta | None:
    """From the first question shown to the end, pauses included."""
    return attempt.finished_at - attempt.started_at if attempt.finished_at else None


def retry(attempt: Attempt) -> Plan:
    """Ask what was missed once more, in the wording it had."""
    return Plan(attempt.quiz_id, tuple(q.version for q in missed(attempt)), retry=True)


def marked(item: Item, chosen: int, *, now: datetime) -> Response:
    """Response with the mark it earns."""
    return Response(chosen, mark(item, chosen), now)


def respond(attempt: Attempt, position: int, response: Response) -> Attempt:
    """Attempt with this response; the one to the last open question finishes it."""
    questions = tuple(
        replace(q, response=response) if q.position == position and q.response is None else q
        for q in attempt.questions
    )
    return settle(replace(attempt, questions=questions))


def is_complete(attempt: Attempt) -> bool:
    """Every question is answered; an attempt without questions never is."""
    return bool(attempt.questions) and all(q.response for q in attempt.questions)


def settle(attempt: Attempt) -> Attempt:
    """Finish a complete attempt with its last answer; others stay as they are."""
    if attempt.finished_at or not is_complete(attempt):
        return attempt
    last = max(q.response.answered_at for q in attempt.questions if q.response)
    return replace(attempt, finished_at=last)
