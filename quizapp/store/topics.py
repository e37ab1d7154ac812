"""What somebody's answers say of the topics they know.

Every item counts as it was answered last, in whatever quiz, be it in a retry. Answers of attempts
that still run are left out: an exam must not tell what was right.
"""

from sqlalchemy import SQLColumnExpression, Subquery, func, select
from sqlalchemy.orm import Session

from questions import AnswerType
from quizapp.assessment.topics import Known, Source, Tally, Topic
from quizapp.store import models, rows
from quizapp.store.quizzes import is_seen


def of_quizzes(session: Session, learner: str | None) -> tuple[Tally[Topic], ...]:
    """By quiz: an item that several have asked counts once in each of them."""
    answers, quiz = _answers(learner, models.Attempt.quiz_id), models.Quiz
    subject = quiz.id, quiz.title, answers.c.answer_type
    query = (
        select(*subject, func.count(), func.sum(answers.c.mark))
        .join(quiz, quiz.id == answers.c.quiz_id)
        .where(answers.c.back == 1)
        .group_by(*subject)
        .order_by(quiz.id, answers.c.answer_type)
    )
    return tuple(
        Tally(Topic(quiz_id, title, AnswerType(kind)), number, marks)
        for quiz_id, title, kind, number, marks in session.execute(query)
    )


def of_articles(session: Session, learner: str | None) -> tuple[Tally[Known], ...]:
    """By article: every item counts once."""
    answers, article, quiz = _answers(learner), models.Article, models.Quiz
    subject = article.id, article.title, quiz.id, answers.c.answer_type
    query = (
        select(*subject, func.count(), func.sum(answers.c.mark))
        .join(models.Item, models.Item.id == answers.c.item_id)
        .join(article, article.id == models.Item.article_id)
        .outerjoin(quiz, (quiz.article_id == article.id) & is_seen(learner))
        .where(answers.c.back == 1)
        .group_by(*subject)
        .order_by(article.id, answers.c.answer_type)
    )
    return tuple(
        Tally(Known(Source(article_id, title, quiz_id), AnswerType(kind)), number, marks)
        for article_id, title, quiz_id, kind, number, marks in session.execute(query)
    )


def _answers(learner: str | None, *within: SQLColumnExpression[int]) -> Subquery:
    """Answers to each item `within` a quiz or at all, counted `back` from the last one.

    `mark` is that of the last answer to the item anywhere.
    """
    response, asked, version = models.Response, models.AttemptItem, models.ItemVersion
    last_first = response.answered_at.desc(), response.attempt_id.desc()
    latest = func.first_value(response.mark)
    return (
        select(
            models.Attempt.quiz_id,
            version.item_id,
            version.answer_type,
            latest.over(partition_by=version.item_id, order_by=last_first).label("mark"),
            func.row_number()
            .over(partition_by=(version.item_id, *within), order_by=last_first)
            .label("back"),
        )
        .select_from(response)
        .join(models.Attempt, models.Attempt.id == response.attempt_id)
        .join(asked, rows.is_answered())
        .join(version, version.id == asked.version_id)
        .where(models.Attempt.learner == learner, models.Attempt.finished_at.is_not(None))
        .subquery()
    )
