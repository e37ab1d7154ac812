"""Reading what came of all attempts at a quiz."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, DateTime, Select, Subquery, exists, func, select, type_coerce
from sqlalchemy.orm import Session

from quizapp.assessment.attempt import Attempt
from quizapp.assessment.figures import fingerprint
from quizapp.assessment.outcomes import Counted, Outcome, Sheet, first_try, paces, second_try
from quizapp.store import models, rows


def sheets(session: Session, quiz_id: int, counted: Counted) -> tuple[Sheet, ...]:
    """One finished attempt of each learner; of the first ones, `is_first` was true at their end."""
    measured = _measured(session, quiz_id)
    rows = session.execute(_outcomes(_chosen(quiz_id, counted)))
    return tuple(_sheet(list(asked), measured) for _, asked in groupby(rows, itemgetter(0)))


def is_first(session: Session, attempt: Attempt) -> bool:
    """Whether of all attempts of its learner that count, this one was the first to be finished."""
    row = models.Attempt
    mine = (row.learner == attempt.learner, row.quiz_id == attempt.quiz_id, _counts())
    earlier = exists().where(*mine, _finished(), row.id != attempt.id)
    this = exists().where(*mine, row.id == attempt.id)
    return bool(session.scalar(select(this & ~earlier)))


def _counts() -> ColumnElement[bool]:
    """A retry of wrong answers does not; what was ended without any answer does, as in Moodle."""
    return models.Attempt.retry.is_(False)


def _finished() -> ColumnElement[bool]:
    return models.Attempt.finished_at.is_not(None)


def _sheet(rows: Sequence[Any], measured: dict[int, int]) -> Sheet:
    seconds = paces(rows[0].started_at, [row[-1] for row in rows])
    return tuple(
        Outcome(
            measured.get(version, version),
            *first_try(mark, chosen, first),
            pace,
            second_try(mark, first),
        )
        for (_, _, version, mark, chosen, first, _), pace in zip(rows, seconds, strict=True)
    )


def _measured(session: Session, quiz_id: int) -> dict[int, int]:
    """Each version of the quiz's items to the last one with the same fingerprint.

    The current one counts as the last, as newer ones may be no more than proposed.
    """
    version = models.ItemVersion
    current = version.number == models.Item.number
    query = (
        select(version.id, version.item_id, version.options, version.key)
        .join(models.QuizItem, models.QuizItem.item_id == version.item_id)
        .join(models.Item, models.Item.id == version.item_id)
        .where(models.QuizItem.quiz_id == quiz_id)
        .order_by(current, version.number)
    )
    alike = {
        row.id: (row.item_id, fingerprint(row.options, row.key)) for row in session.execute(query)
    }
    newest = {question: version_id for version_id, question in alike.items()}
    return {version_id: newest[question] for version_id, question in alike.items()}


def _chosen(quiz_id: int, counted: Counted) -> Subquery:
    """Finished attempts, in the order in which they ended; rank 1 has the one that counts."""
    attempt = models.Attempt
    order = [attempt.finished_at, attempt.id]
    ranked = [each.desc() for each in order] if counted is Counted.LAST else order
    rank = func.row_number().over(partition_by=attempt.learner, order_by=ranked)
    return (
        select(attempt.id, attempt.started_at, rank.label("rank"))
        .where(attempt.quiz_id == quiz_id, _finished(), _counts())
        .subquery()
    )


def _outcomes(chosen: Subquery) -> Select[Any]:
    """Times come without their zone, which costs a second in 200,000 and changes no difference."""
    asked, response = models.AttemptItem, models.Response
    return (
        select(
            chosen.c.id,
            type_coerce(chosen.c.started_at, DateTime()).label("started_at"),
            asked.version_id,
            response.mark,
            response.chosen,
            response.first,
            type_coerce(response.answered_at, DateTime()),
        )
        .join(asked, asked.attempt_id == chosen.c.id)
        .outerjoin(response, rows.is_answered())
        .where(chosen.c.rank == 1)
        .order_by(chosen.c.id, asked.position)
    )
