"""What is hidden in clozes, found once for each wording."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from questions import Article, cards
from quizapp.store import models, rows
from quizapp.store.base import AT_ONCE


def complete(session: Session) -> None:
    """Find it for the wordings from before it was kept, some at a time."""
    while found := _without(session):
        session.execute(update(models.ItemVersion), [_found(*each) for each in found])
        session.commit()


def _without(session: Session) -> Sequence[Any]:
    version, item, article = models.ItemVersion, models.Item, models.Article
    query = (
        select(version, article.digest, article.title)
        .join(item, item.id == version.item_id)
        .join(article, article.id == item.article_id)
        .where(version.cloze.is_(None))
        .order_by(version.id)
        .limit(AT_ONCE)
    )
    return session.execute(query).all()


def _found(version: models.ItemVersion, digest: str, title: str) -> dict[str, object]:
    cloze = cards.cloze(rows.item("", version), Article(digest, title, ""))
    return {"id": version.id, "cloze": list(cloze.parts)}
