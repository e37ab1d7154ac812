"""Articles and the items made from them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from questions import Article, Generated
from quizapp.assessment import names
from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.permissions import NOBODYS, Belonging
from quizapp.store import items, models, quiz_items, rows
from quizapp.store.base import once_more


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article with its place in the database and the id of its own quiz."""

    id: int
    quiz_id: int
    article: Article
    created_at: datetime
    belonging: Belonging


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a quiz or an attempt asks about one article."""

    article_id: int
    article: Article
    versions: tuple[ItemVersion, ...]


def save(
    session: Session, generated: Generated, *, now: datetime, belonging: Belonging = NOBODYS
) -> int:
    """Store and return the article's id; one the owner has keeps its id, items and attempts.

    Without any item there is no quiz, and so no article to `get`, until a later one brings some.
    Drafts are held back for their owner; nobody could look over what is nobody's.
    """
    return save_all(session, [generated], now=now, belonging=belonging)[0]


def save_all(
    session: Session,
    found: Sequence[Generated],
    *,
    now: datetime,
    belonging: Belonging = NOBODYS,
) -> list[int]:
    """Store all of them or, where one cannot be stored, none.

    Two requests may bring the same article at once; the one that comes second finds it there.
    """
    return once_more(session, lambda: _save_all(session, found, belonging, now))


def place(session: Session, generated: Generated, belonging: Belonging, now: datetime) -> int:
    """Id of the article; what stores it is committed with the rest of something."""
    known = known_id(session, generated.article, belonging.owner)
    article_id = known or _added(session, _row(generated.article, belonging, now))
    item_ids = items.take(session, article_id, generated.items, now=now)
    drafts = generated.drafts if belonging.owner else ()
    if drafts:
        items.take_drafts(session, article_id, drafts, now=now)
    if item_ids or drafts:
        _save_quiz(session, article_id, item_ids, now)
    return article_id


def known_id(session: Session, article: Article, owner: str) -> int | None:
    """Id of an article that the owner has."""
    row = models.Article
    return session.scalar(select(row.id).where(row.owner == owner, row.digest == article.id))


def get(session: Session, article_id: int) -> StoredArticle | None:
    """Article by id, or None."""
    query = (
        select(models.Article, models.Quiz)
        .join(models.Quiz, models.Quiz.article_id == models.Article.id)
        .where(models.Article.id == article_id)
    )
    row = session.execute(query).one_or_none()
    if row is None:
        return None
    article, quiz = row
    belonging = rows.belonging(article, quiz.link)
    return StoredArticle(article.id, quiz.id, rows.article(article), article.created_at, belonging)


def chapters(session: Session, versions: Sequence[ItemVersion]) -> tuple[Chapter, ...]:
    """Versions by the article that each is about, in the order in which the articles come first."""
    version, item = models.ItemVersion, models.Item
    query = select(version.id, item.article_id).join(item, item.id == version.item_id)
    about = dict(session.execute(query.where(version.id.in_([v.id for v in versions]))).all())
    sorted_out = dict[int, list[ItemVersion]]()
    for each in versions:
        sorted_out.setdefault(about[each.id], []).append(each)
    found = select(models.Article).where(models.Article.id.in_(sorted_out))
    read = {row.id: rows.article(row) for row in session.scalars(found)}
    return tuple(Chapter(number, read[number], tuple(its)) for number, its in sorted_out.items())


def is_empty(session: Session) -> bool:
    """No article with a quiz has been stored yet."""
    return not session.scalar(select(exists().select_from(models.Quiz)))


def _save_all(
    session: Session, found: Sequence[Generated], belonging: Belonging, now: datetime
) -> list[int]:
    article_ids = [place(session, generated, belonging, now) for generated in found]
    session.commit()
    return article_ids


def _row(article: Article, belonging: Belonging, now: datetime) -> models.Article:
    return models.Article(
        digest=article.id,
        owner=belonging.owner,
        visibility=belonging.visibility.value,
        title=article.title,
        text=article.text,
        source=article.source,
        published=article.published,
        language=article.language,
        created_at=now,
    )


def _save_quiz(session: Session, article_id: int, item_ids: Sequence[int], now: datetime) -> None:
    """New items are appended, so that what an editor took out stays out."""
    quiz_id = session.scalar(select(models.Quiz.id).where(models.Quiz.article_id == article_id))
    quiz_id = quiz_id or _added(session, _quiz(session.get_one(models.Article, article_id), now))
    quiz_items.place(session, quiz_id, item_ids)


def _quiz(article: models.Article, now: datetime) -> models.Quiz:
    """Named, owned and seen like its article."""
    return models.Quiz(
        article_id=article.id,
        owner=article.owner,
        visibility=article.visibility,
        title=names.of_quiz(article.title),
        created_at=now,
    )


def _added(session: Session, row: models.Article | models.Quiz) -> int:
    session.add(row)
    session.flush()
    return row.id
