"""What an answer changes: nothing where it comes twice, too late, or from a page of before."""

from dataclasses import dataclass, replace
from datetime import datetime

from quizapp.assessment.attempt import Attempt, Question, Response, at, turn
from quizapp.assessment.marking import mark


@dataclass(frozen=True, slots=True)
class Answer:
    """What a learner sends; `turn` tells a second try from a first one that is sent twice."""

    chosen: int
    turn: int = 1


def respond(attempt: Attempt, position: int, answer: Answer, *, now: datetime) -> Attempt:
    """Attempt with this answer, or the attempt itself where the answer changes nothing."""
    question = at(attempt, position)
    if question is None or not _counts(attempt, question, answer):
        return attempt
    response = _response(question, answer, now)
    return settle(_with(attempt, replace(question, response=response)))


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


def settle(attempt: Attempt) -> Attempt:
    """Finish a complete attempt with its last answer; others stay as they are."""
    if attempt.finished_at or not is_complete(attempt):
        return attempt
    last = max(q.response.answered_at for q in attempt.questions if q.response)
    return replace(attempt, finished_at=last)


def _counts(attempt: Attempt, question: Question, answer: Answer) -> bool:
    if attempt.finished_at:
        return False
    if attempt.is_exam:
        return question.response is None or question.response.chosen != answer.chosen
    return turn(attempt, question) == answer.turn


def _response(question: Question, answer: Answer, now: datetime) -> Response:
    earlier = question.response
    first = earlier.chosen if earlier and answer.turn == 2 else None
    earned = mark(question.item, answer.chosen, tries=answer.turn)
    return Response(answer.chosen, earned, now, first)


def _with(attempt: Attempt, question: Question) -> Attempt:
    others = attempt.questions
    return replace(
        attempt,
        questions=tuple(question if q.position == question.position else q for q in others),
    )
