"""Rows of the tables to values and back."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false
from sqlalchemy.orm import InstrumentedAttribute

from questions import AnswerType, Article, Evidence, Item, ItemKind, cards
from questions.cards import Cloze
from quizapp.assessment.bank import Status
from quizapp.assessment.figures import fingerprint
from quizapp.assessment.permissions import Belonging, Visibility
from quizapp.store import models


def article(row: models.Article) -> Article:
    """Article as it was read."""
    return Article(row.digest, row.title, row.text, row.source, row.published, row.language)


def belonging(row: models.Article | models.Quiz, link: str | None) -> Belonging:
    """Whose it is, who sees it, and by what link; an article has that of its quiz."""
    return Belonging(row.owner, Visibility(row.visibility), link)


def is_owned(column: InstrumentedAttribute[str], owner: str) -> ColumnElement[bool]:
    """Whether a row is theirs; a visitor who has no id owns nothing, nor what is nobody's."""
    return column == owner if owner else false()


def has_status(wanted: Collection[Status]) -> ColumnElement[bool]:
    """Condition on an item."""
    return models.Item.status.in_([status.value for status in wanted])


def is_current() -> ColumnElement[bool]:
    """Condition that joins an item with the version in which it stands."""
    item, version = models.Item, models.ItemVersion
    return and_(version.item_id == item.id, version.number == item.number)


def is_asked() -> ColumnElement[bool]:
    """Condition that joins a report with the question that it is about."""
    report, asked = models.Report, models.AttemptItem
    return and_(asked.attempt_id == report.attempt_id, asked.position == report.position)


def is_answered() -> ColumnElement[bool]:
    """Condition that joins a question of an attempt with its response."""
    asked, response = models.AttemptItem, models.Response
    return and_(response.attempt_id == asked.attempt_id, response.position == asked.position)


_version = models.ItemVersion
WORDING = (
    *(_version.kind, _version.stem, _version.options, _version.key, _version.answer_type),
    *(_version.evidence_start, _version.evidence_end, _version.evidence_text),
    *(_version.explanation, _version.difficulty, _version.score, _version.cloze),
)
"""The columns that `item` and `cloze` look at: of thousands, objects take twice as long to make."""


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


def new_item(  # noqa: PLR0913 - all but the first two are keywords
    item: Item, status: Status, *, article_id: int, owner: str, author: str, now: datetime
) -> models.Item:
    """Row of an item that is not in the bank yet; its first version follows."""
    row = models.Item(article_id=article_id, uid=item.id, owner=owner, status=status.value)
    take_wording(row, item, number=1, author=author, now=now)
    return row


def take_wording(row: models.Item, item: Item, *, number: int, author: str, now: datetime) -> None:
    """Make a version the current one; what had been proposed waits no more."""
    row.number, row.edited, row.proposed = number, bool(author), None
    row.answer_type, row.difficulty = item.answer_type.value, item.difficulty
    row.words, row.fingerprint = words(item), fingerprint(item.options, item.key)
    row.updated_at = now


def words(item: Item) -> str:
    """Stem and options in small letters, since databases differ in how they compare letters."""
    return " ".join((item.stem, *item.options)).casefold()


def cloze(row: models.ItemVersion) -> Cloze | None:
    """What is hidden in this wording, if that has been found."""
    return Cloze(tuple(row.cloze)) if row.cloze else None


def version(  # noqa: PLR0913 - all but the first two are keywords
    item: Item, about: Article, *, item_id: int, number: int, now: datetime, author: str = ""
) -> models.ItemVersion:
    """Present wording of the item as a new version; its article may come without its text."""
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
        cloze=list(cards.cloze(item, about).parts),
        created_at=now,
        author=author,
    )
