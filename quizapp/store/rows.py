"""Rows of the tables to values and back."""

from datetime import datetime

from questions import AnswerType, Article, Evidence, Item, ItemKind
from quizapp.assessment.permissions import Belonging, Visibility
from quizapp.store import models


def article(row: models.Article) -> Article:
    """Article as it was read."""
    return Article(row.digest, row.title, row.text, row.source, row.published, row.language)


def belonging(row: models.Article | models.Quiz, link: str | None) -> Belonging:
    """Whose it is, who sees it, and by what link; an article has that of its quiz."""
    return Belonging(row.owner, Visibility(row.visibility), link)


def item(uid: str, row: models.ItemVersion) -> Item:
    """Item in the wording of this version."""
    return Item(
        id=uid,
        stem=row.stem,
        options=tuple(row.options),
        key=row.key,
        answer_type=AnswerType(row.answer_type),
        evidence=Evidence(row.evidence_start, row.evidence_end, row.evidence_text),
        explanation=row.explanation,
        difficulty=row.difficulty,
        score=row.score,
        kind=ItemKind(row.kind),
    )


def version(item: Item, *, item_id: int, number: int, now: datetime) -> models.ItemVersion:
    """Present wording of the item as a new version."""
    return models.ItemVersion(
        item_id=item_id,
        number=number,
        kind=item.kind.value,
        stem=item.stem,
        options=list(item.options),
        key=item.key,
        answer_type=item.answer_type.value,
        evidence_start=item.evidence.start,
        evidence_end=item.evidence.end,
        evidence_text=item.evidence.text,
        explanation=item.explanation,
        difficulty=item.difficulty,
        score=item.score,
        created_at=now,
    )
