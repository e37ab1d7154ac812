"""What somebody has added: articles, items, quizzes, and what waits or was deleted."""

from base64 import b64encode
from collections.abc import Iterator
from itertools import groupby

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions import Generated
from questions.formats.json import document
from quizapp.store import models, rows
from quizapp.store import quizzes as stored_quizzes
from quizapp.store.personal.tables import Told, listed


def articles(session: Session, learner: str) -> list[Told]:
    """Every article with the items of its quiz, as `quizapp generate` writes them."""
    row, quiz = models.Article, models.Quiz
    query = select(row, quiz.id).outerjoin(quiz, quiz.article_id == row.id)
    found = session.execute(query.where(row.owner == learner).order_by(row.id))
    return [_article(session, *each) for each in found]


def items(session: Session, learner: str) -> list[Told]:
    """Every item of the bank with all its wordings."""
    item, version = models.Item, models.ItemVersion
    query = (
        select(item, models.Article.title, version)
        .join(models.Article, models.Article.id == item.article_id)
        .join(version, version.item_id == item.id)
        .where(item.owner == learner)
        .order_by(item.id, version.number)
    )
    found = groupby(session.execute(query), key=lambda row: (row[0], row[1]))
    return [_item(of, title, (row[2] for row in its)) for (of, title), its in found]


def decisions(session: Session, learner: str) -> list[Told]:
    """When which item was approved, retired or made new."""
    decision, item = models.Decision, models.Item
    query = (
        select(
            item.uid.label("item"),
            decision.before,
            decision.after,
            decision.decided_at,
            decision.batch.label("decided_together"),
        )
        .join(item, item.id == decision.item_id)
        .where(decision.learner == learner)
    )
    return listed(session, query.order_by(decision.decided_at, decision.batch, item.id))


def quizzes(session: Session, learner: str) -> list[Told]:
    """Those of articles and those that were put together, with the ids of their items in order."""
    quiz, place = models.Quiz, models.QuizItem
    query = (
        select(quiz, models.Item.uid)
        .outerjoin(place, place.quiz_id == quiz.id)
        .outerjoin(models.Item, models.Item.id == place.item_id)
        .where(quiz.owner == learner)
        .order_by(quiz.id, place.position)
    )
    found = groupby(session.execute(query), key=lambda row: row[0])
    return [_quiz(of, [uid for _, uid in its if uid]) for of, its in found]


def imports(session: Session, learner: str) -> list[Told]:
    """Files that were looked into and wait: their text or, where they are none, Base64."""
    row = models.Upload
    query = select(row).where(row.learner == learner).order_by(row.id)
    return [
        {"name": each.name, "sent_at": each.created_at, "bytes": len(each.data)} | _data(each.data)
        for each in session.scalars(query)
    ]


def deleted(session: Session, learner: str) -> list[Told]:
    """What can still be brought back, as it is kept for that."""
    row = models.Removal
    query = select(row.title, row.removed_at.label("deleted_at"), row.rows.label("kept"))
    return listed(session, query.where(row.learner == learner).order_by(row.id))


def _article(session: Session, row: models.Article, quiz_id: int | None) -> Told:
    quiz = stored_quizzes.get(session, quiz_id) if quiz_id else None
    asked = tuple(version.item for version in quiz.items) if quiz else ()
    told = document(Generated(rows.article(row), asked))
    return {"number": row.id, "added_at": row.created_at, "visibility": row.visibility} | told


def _item(row: models.Item, title: str, versions: Iterator[models.ItemVersion]) -> Told:
    return {
        "id": row.uid,
        "article": row.article_id,
        "article_title": title,
        "status": row.status,
        "edited": row.edited,
        "current_wording": row.number,
        "waiting_wording": row.proposed,
        "changed_at": row.updated_at,
        "wordings": [_wording(each) for each in versions],
    }


def _wording(row: models.ItemVersion) -> Told:
    return {
        "number": row.number,
        "written_at": row.created_at,
        "written_by": "you" if row.author else "the program",
        "kind": row.kind,
        "stem": row.stem,
        "options": row.options,
        "key": row.key,
        "answer_type": row.answer_type,
        "evidence": {
            "start": row.evidence_start,
            "end": row.evidence_end,
            "text": row.evidence_text,
        },
        "explanation": row.explanation,
        "difficulty": row.difficulty,
        "score": row.score,
    }


def _quiz(row: models.Quiz, uids: list[str]) -> Told:
    return {
        "number": row.id,
        "title": row.title,
        "article": row.article_id,
        "visibility": row.visibility,
        "link": row.link,
        "made_at": row.created_at,
        "closes_at": row.closes_at,
        "archived": row.archived,
        "items": uids,
    }


def _data(data: bytes) -> Told:
    try:
        return {"text": data.decode()}
    except UnicodeDecodeError:
        return {"base64": b64encode(data).decode()}
