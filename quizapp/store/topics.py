"""What somebody's answers say of the topics they know."""

from sqlalchemy import Subquery, func, select
from sqlalchemy.orm import Session

from questions import AnswerType
from quizapp.assessment.topics import Source, Tally, Topic
from quizapp.store import models, rows


def tallies(session: Session, learner: str | None) -> tuple[Tally[Topic], ...]:
    """Every item counts once, as it was answered last, be it in a retry.

    Answers of attempts that still run are left out: an exam must not tell what was right.
    """
    answers = _answers(learner)
    query = (
        select(
            answers.c.quiz_id,
            models.Quiz.title,
            answers.c.answer_type,
            func.count(),
            func.sum(answers.c.mark),
        )
        .join(models.Quiz, models.Quiz.id == answers.c.quiz_id)
        .where(answers.c.back == 1)
        .group_by(answers.c.quiz_id, models.Quiz.title, answers.c.answer_type)
        .order_by(answers.c.quiz_id, answers.c.answer_type)
    )
    return tuple(
        Tally(Topic(Source(quiz_id, title), AnswerType(kind)), number, marks)
        for quiz_id, title, kind, number, marks in session.execute(query)
    )


def _answers(learner: str | None) -> Subquery:
    """Answers to each item, counted `back` from the last one."""
    response, asked, version = models.Response, models.AttemptItem, models.ItemVersion
    last_first = response.answered_at.desc(), response.attempt_id.desc()
    each_item = models.Attempt.quiz_id, version.item_id
    return (
        select(
            models.Attempt.quiz_id,
            version.answer_type,
            response.mark,
            func.row_number().over(partition_by=each_item, order_by=last_first).label("back"),
        )
        .join(models.Attempt, models.Attempt.id == response.attempt_id)
        .join(asked, rows.is_answered())
        .join(version, version.id == asked.version_id)
        .where(models.Attempt.learner == learner, models.Attempt.finished_at.is_not(None))
        .subquery()
    )
