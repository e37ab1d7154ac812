"""Attempts and their responses; every question asked of them names the learner they belong to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from quizapp.assessment import answering
from quizapp.assessment.answering import Answer, end, respond, settle
from quizapp.assessment.assembly import ItemVersion, Plan
from quizapp.assessment.attempt import (
    MOMENT,
    Attempt,
    Question,
    Response,
    at,
    is_begun,
    score,
)
from quizapp.assessment.certainty import Confidence
from quizapp.assessment.collecting import to_collect
from quizapp.assessment.modes import GRACE, Mode, Order, Terms
from quizapp.store import cards, figures, models, preferences, rows
from quizapp.store.base import amid


@dataclass(frozen=True, slots=True)
class UnderWay:
    """An attempt that goes on, with its number of questions."""

    id: int
    size: int
    terms: Terms
    started_at: datetime
    whole: bool


def start(session: Session, plan: Plan, *, learner: str, now: datetime) -> int:
    """Begin an attempt and return its id; item versions and option order are frozen here.

    Where the same start was sent twice, the attempt that has begun goes on.
    """
    row = models.Quiz
    session.commit()
    session.execute(update(row).where(row.id == plan.quiz_id).values(title=row.title))  # a lock
    begun = _begun(session, plan, learner, now) or _begin(session, plan, learner, now)
    session.commit()
    return begun


def get(session: Session, attempt_id: int, *, learner: str | None, now: datetime) -> Attempt | None:
    """None where there is no such attempt, and just so where it is somebody else's.

    One that was left running with every question answered or its time up is closed on the way.
    """
    attempt = _read(session, attempt_id, learner)
    if attempt and settle(attempt, now=now) != attempt:
        return _stored(session, settle(_locked(session, attempt), now=now), now)
    return attempt


def answer(
    session: Session, attempt: Attempt, position: int, given: Answer, *, now: datetime
) -> Attempt:
    """Attempt as it stands after this answer, which need not have changed anything."""
    current = _locked(session, attempt)
    after = respond(current, position, given, now=now)
    if after != current:
        _keep(session, after, position)
    return _stored(session, after, now)


def flag(session: Session, attempt: Attempt, position: int, *, flagged: bool) -> None:
    """Mark a question to be looked at again, or take the mark away."""
    current = _locked(session, attempt)
    if answering.flag(current, position, flagged=flagged) != current:
        session.get_one(models.AttemptItem, (attempt.id, position)).flagged = flagged
    session.commit()


def close_late(session: Session, *, now: datetime) -> None:
    """Finish every attempt whose time is up, whoever's it is, with its deadline.

    It comes before anything is read, so that nothing which reads attempts asks for the time.
    """
    row = models.Attempt
    late = select(row.id, row.learner).where(row.finished_at.is_(None), row.deadline < now - GRACE)
    for attempt_id, who in session.execute(late).all():
        get(session, attempt_id, learner=who, now=now)


def finish(session: Session, attempt: Attempt, *, now: datetime) -> None:
    """End an attempt early: what is open stays unanswered. Nothing happens to a finished one."""
    _stored(session, end(_locked(session, attempt), now=now), now)


def discard(session: Session, attempt: Attempt, *, discarded: bool = True) -> None:
    """Take an unfinished attempt out of the lists of its learner, or put it back.

    It stays an attempt: where the first ones count, nobody begins anew by discarding one.
    """
    session.get_one(models.Attempt, attempt.id).discarded = discarded
    session.commit()


def under_way(
    session: Session, learner: str, quiz_id: int, *, now: datetime
) -> tuple[UnderWay, ...]:
    """Attempts at the whole quiz that have begun and can go on, the newest first."""
    row = models.Attempt
    query = (
        select(row)
        .where(row.learner == learner, row.quiz_id == quiz_id, row.retry.is_(False), _runs(now))
        .order_by(row.id.desc())
    )
    return tuple(
        UnderWay(each.id, each.size, terms(each), each.started_at, each.whole)
        for each in session.scalars(query)
    )


def _begun(session: Session, plan: Plan, learner: str, now: datetime) -> int | None:
    """Id of the attempt that the same start has begun a moment ago, if it was sent before."""
    row = models.Attempt
    query = select(row.id).where(
        row.learner == learner, row.quiz_id == plan.quiz_id, row.started_at >= now - MOMENT
    )
    latest = (_read(session, attempt_id, learner) for attempt_id in session.scalars(query).all())
    return next((each.id for each in latest if each and is_begun(plan, each, now=now)), None)


def _begin(session: Session, plan: Plan, learner: str, now: datetime) -> int:
    agreed = plan.terms
    row = models.Attempt(
        quiz_id=plan.quiz_id,
        learner=learner,
        retry=plan.retry,
        mode=agreed.mode.value,
        confidence=agreed.confidence,
        order=agreed.order.value,
        size=len(plan.asked),
        whole=plan.whole,
        started_at=now,
        deadline=now + agreed.limit if agreed.limit else None,
    )
    session.add(row)
    session.flush()
    session.add_all(_frozen(row.id, plan))
    return row.id


def _frozen(attempt_id: int, plan: Plan) -> Iterator[models.AttemptItem]:
    for position, asked in enumerate(plan.asked, 1):
        yield models.AttemptItem(
            attempt_id=attempt_id,
            position=position,
            version_id=asked.version.id,
            option_order=list(asked.option_order),
        )


def _runs(now: datetime) -> ColumnElement[bool]:
    row = models.Attempt
    in_time = row.deadline.is_(None) | (row.deadline >= now - GRACE)
    return row.finished_at.is_(None) & in_time


def _read(session: Session, attempt_id: int, learner: str | None) -> Attempt | None:
    query = (
        select(models.Attempt, models.Quiz)
        .join(models.Quiz, models.Quiz.id == models.Attempt.quiz_id)
        .where(models.Attempt.id == attempt_id, models.Attempt.learner == learner)
    )
    found = session.execute(query).one_or_none()
    if found is None:
        return None
    row, quiz = found
    return Attempt(
        id=row.id,
        learner=row.learner,
        quiz_id=quiz.id,
        title=quiz.title,
        retry=row.retry,
        started_at=row.started_at,
        finished_at=row.finished_at,
        questions=_questions(session, attempt_id),
        terms=terms(row),
        belonging=rows.belonging(quiz, quiz.link),
        closes_at=quiz.closes_at,
    )


def _locked(session: Session, attempt: Attempt) -> Attempt:
    """The attempt as it is now; until the commit, nobody else changes it.

    An update that changes nothing takes the lock of every database, SQLite's for writing too.
    """
    session.commit()  # what was read so far may be old by the time the lock is free
    row = models.Attempt
    session.execute(update(row).where(row.id == attempt.id).values(size=row.size))
    return _read(session, attempt.id, attempt.learner) or attempt


def terms(row: models.Attempt) -> Terms:
    """On what terms an attempt is or was taken."""
    limit = row.deadline - row.started_at if row.deadline else None
    return Terms(Mode(row.mode), limit, row.confidence, Order(row.order))


def _questions(session: Session, attempt_id: int) -> tuple[Question, ...]:
    asked, response = models.AttemptItem, models.Response
    query = (
        select(asked, models.Item.uid, models.ItemVersion, response)
        .join(models.ItemVersion, models.ItemVersion.id == asked.version_id)
        .join(models.Item, models.Item.id == models.ItemVersion.item_id)
        .outerjoin(response, rows.is_answered())
        .where(asked.attempt_id == attempt_id)
        .order_by(asked.position)
    )
    return tuple(_question(*row) for row in session.execute(query))


def _question(
    asked: models.AttemptItem,
    uid: str,
    version: models.ItemVersion,
    response: models.Response | None,
) -> Question:
    return Question(
        position=asked.position,
        version=ItemVersion(version.id, rows.item(uid, version), version.created_at),
        option_order=tuple(asked.option_order),
        response=_response(response) if response else None,
        flagged=asked.flagged,
    )


def _response(row: models.Response) -> Response:
    confidence = Confidence(row.confidence) if row.confidence else None
    return Response(row.chosen, row.mark, row.answered_at, row.first, confidence)


def _keep(session: Session, attempt: Attempt, position: int) -> None:
    """Store the response to a question as it is now, if there is one."""
    question = at(attempt, position)
    if question is None or question.response is None:
        return
    response = question.response
    row = models.Response(
        attempt_id=attempt.id,
        position=position,
        chosen=response.chosen,
        first=response.first,
        mark=response.mark,
        confidence=response.confidence and response.confidence.value,
        answered_at=response.answered_at,
    )
    session.merge(row)


def _stored(session: Session, attempt: Attempt, now: datetime) -> Attempt:
    """Commit, and before it write the score of a finished attempt; a running one has none yet.

    Cards of its answers come with it, whoever has ended it: its learner, its deadline, a command.
    """
    if attempt.finished_at:
        row = session.get_one(models.Attempt, attempt.id)
        if row.finished_at is None:
            figures.count(session, attempt)
        row.finished_at, row.marks = attempt.finished_at, score(attempt).marks
    _collect(session, attempt, now)
    session.commit()
    return attempt


def _collect(session: Session, attempt: Attempt, now: datetime) -> None:
    """Make cards of the answers that call for one, unless the learner has switched that off."""
    versions = to_collect(attempt)
    wanted = preferences.get(session, attempt.learner) if versions else None
    if wanted and wanted.collects:
        items, who = cards.of(versions), attempt.learner
        amid(session, lambda: cards.place_items(session, who, items, kind=wanted.kind, now=now))
