"""What an answer changes: nothing where it comes twice, too late, or from a page of before."""

from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.assessment.attempt import Attempt, Question, Response, at, turn
from quizapp.assessment.certainty import Confidence
from quizapp.assessment.marking import mark
from quizapp.assessment.modes import is_late


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner sends; `turn` tells a second try from a first one that is sent twice."""

    chosen: int
    turn: int = 1
    confidence: Confidence | None = None


def respond(attempt: Attempt, position: int, answer: Answer, *, now: datetime) -> Attempt:
    """Attempt with this answer, or the attempt itself where the answer changes nothing."""
    current = settle(attempt, now=now)
    question = at(current, position)
    if question is None or not _counts(current, question, answer):
        return current
    response = _response(current, question, answer, now)
    return settle(_with(current, replace(question, response=response)), now=now)


def flag(attempt: Attempt, position: int, *, flagged: bool) -> Attempt:
    """Attempt with a question to be looked at again; only a running exam has flags."""
    question = at(attempt, position)
    if question is None or attempt.finished_at or not attempt.is_exam:
        return attempt
    return _with(attempt, replace(question, flagged=flagged))


def is_complete(attempt: Attempt) -> bool:
    """No try is left; an attempt without questions, and an exam, never is complete."""
    tries = [turn(attempt, question) for question in attempt.questions]
    return bool(tries) and not any(tries) and not attempt.is_exam


def settle(attempt: Attempt, *, now: datetime) -> Attempt:
    """Finish a complete attempt with its last answer, a late one with its deadline."""
    if attempt.finished_at:
        return attempt
    if is_late(now, attempt.deadline):
        return replace(attempt, finished_at=attempt.deadline)
    if not is_complete(attempt):
        return attempt
    last = max(q.response.answered_at for q in attempt.questions if q.response)
    return replace(attempt, finished_at=last)


def end(attempt: Attempt, *, now: datetime) -> Attempt:
    """Finish an attempt, whatever is open; the deadline is the latest end there is."""
    if attempt.finished_at:
        return attempt
    return replace(attempt, finished_at=min(now, attempt.deadline or now))


def _counts(attempt: Attempt, question: Question, answer: Answer) -> bool:
    if attempt.finished_at:
        return False
    if attempt.is_exam:
        stored = question.response
        given = (answer.chosen, _confidence(attempt, answer))
        return stored is None or (stored.chosen, stored.confidence) != given
    return turn(attempt, question) == answer.turn


def _confidence(attempt: Attempt, answer: Answer) -> Confidence | None:
    """Left open, it counts as a guess."""
    return (answer.confidence or Confidence.GUESS) if attempt.terms.confidence else None


def _response(attempt: Attempt, question: Question, answer: Answer, now: datetime) -> Response:
    earlier = question.response
    if earlier and turn(attempt, question) == 2:
        earned = mark(question.item, answer.chosen, tries=2)
        return Response(answer.chosen, earned, now, earlier.chosen, earlier.confidence)
    earned = mark(question.item, answer.chosen)
    return Response(answer.chosen, earned, now, confidence=_confidence(attempt, answer))


def _with(attempt: Attempt, question: Question) -> Attempt:
    others = attempt.questions
    return replace(
        attempt,
        questions=tuple(question if q.position == question.position else q for q in others),
    )
