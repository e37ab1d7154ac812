"""The item bank of a learner: what is found in it, and single items as they stand."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, UnaryExpression, case, func, select
from sqlalchemy.orm import Session

from quizapp.assessment.bank import TOLD, Entry, Flag, Search, Shelf, Sort, Status
from quizapp.assessment.permissions import Belonging, Visibility
from quizapp.store import figures, models, rows
from quizapp.store.figure_models import Figure


def get(session: Session, item_id: int) -> Entry | None:
    """Item by id, or None."""
    return next(_entries(session, _entry_query().where(models.Item.id == item_id)), None)


def some(session: Session, owner: str, item_ids: Sequence[int]) -> tuple[Entry, ...]:
    """Those of the items that are the owner's."""
    item = models.Item
    query = (
        _entry_query()
        .where(item.id.in_(item_ids), rows.is_owned(item.owner, owner))
        .order_by(item.id)
    )
    return tuple(_entries(session, query))


def of_quiz(session: Session, quiz_id: int) -> tuple[Entry, ...]:
    """Items of a quiz in its order, retired ones too."""
    place = models.QuizItem
    query = _entry_query().join(place, place.item_id == models.Item.id)
    query = query.where(place.quiz_id == quiz_id).order_by(place.position)
    return tuple(_entries(session, query))


def search(
    session: Session, owner: str, wanted: Search, *, limit: int, offset: int = 0
) -> tuple[Entry, ...]:
    """A page of what is wanted among the items of an owner's articles."""
    item = models.Item
    page = _wanted(select(item.id), owner, wanted).order_by(*_order(wanted.sort))
    page = page.limit(limit).offset(offset)
    query = _entry_query().where(item.id.in_(page)).order_by(*_order(wanted.sort))
    return tuple(_entries(session, query))


def count(session: Session, owner: str, wanted: Search) -> int:
    """How many items there are on all pages."""
    return session.scalar(_wanted(select(func.count(models.Item.id)), owner, wanted)) or 0


def shelves(session: Session, owner: str, *, limit: int = 500) -> tuple[Shelf, ...]:
    """Newest articles of an owner that have items or drafts."""
    article, item = models.Article, models.Item
    query = (
        select(article.id, article.title, _counted(TOLD), _counted((Status.DRAFT,)))
        .join(item, item.article_id == article.id)
        .where(rows.is_owned(article.owner, owner))
        .group_by(article.id, article.title)
        .order_by(article.id.desc())
        .limit(limit)
    )
    return tuple(Shelf(*row) for row in session.execute(query))


def drafts(session: Session, article_id: int, *, limit: int, offset: int = 0) -> tuple[Entry, ...]:
    """A page of the drafts of an article, the best first, as they came."""
    query = _entry_query().where(_is_draft_of(article_id)).order_by(models.Item.id)
    return tuple(_entries(session, query.limit(limit).offset(offset)))


def waiting(session: Session, article_id: int) -> int:
    """How many drafts an article has."""
    return session.scalar(drafts_of(article_id)) or 0


def drafts_of(article_id: int) -> Select[int]:
    """Query for their number, alone or within another."""
    return select(func.count(models.Item.id)).where(_is_draft_of(article_id))


def _is_draft_of(article_id: int) -> ColumnElement[bool]:
    return (models.Item.article_id == article_id) & rows.has_status((Status.DRAFT,))


def _counted(statuses: Sequence[Status]) -> ColumnElement[int]:
    return func.count(case((rows.has_status(statuses), 1)))


def conditions(wanted: Search) -> Iterator[ColumnElement[bool]]:
    """What items fulfil that are searched for."""
    item = models.Item
    yield rows.has_status(wanted.shown.statuses)
    for word in wanted.words.casefold().split():
        yield item.words.contains(word, autoescape=True)
    if wanted.article_id is not None:
        yield item.article_id == wanted.article_id
    if wanted.answer_type:
        yield item.answer_type == wanted.answer_type.value
    if wanted.band:
        low, high = wanted.band.bounds
        yield item.difficulty >= low
        yield item.difficulty < high
    if wanted.flag:
        yield _flagged(wanted.flag)
    if wanted.finding:
        yield figures.shows(wanted.finding)


def _wanted[*T](query: Select[*T], owner: str, wanted: Search) -> Select[*T]:
    return query.where(rows.is_owned(models.Item.owner, owner), *conditions(wanted))


def _flagged(flag: Flag) -> ColumnElement[bool]:
    item = models.Item
    match flag:
        case Flag.REPORTED:
            return item.id.in_(select(_reported().c.item_id))
        case Flag.PROPOSED:
            return item.proposed.is_not(None)
        case Flag.EDITED:
            return item.edited.is_(True)


def _order(sort: Sort) -> Sequence[UnaryExpression[Any]]:
    item = models.Item
    match sort:
        case Sort.NEWEST:
            return (item.id.desc(),)
        case Sort.EASIEST:
            return (item.difficulty.asc(), item.id.desc())
        case Sort.HARDEST:
            return (item.difficulty.desc(), item.id.desc())


def _reported() -> Subquery:
    """Items with reports that nobody has settled, and how many."""
    report, asked, version = models.Report, models.AttemptItem, models.ItemVersion
    return (
        select(version.item_id, func.count().label("reports"))
        .select_from(report)
        .join(asked, rows.is_asked())
        .join(version, version.id == asked.version_id)
        .where(report.settled_at.is_(None))
        .group_by(version.item_id)
        .subquery()
    )


def _entry_query() -> Select[*tuple[Any, ...]]:
    """Without the texts of the articles, which may be long."""
    article, item, reported = models.Article, models.Item, _reported()
    return (
        select(item, models.ItemVersion, models.Quiz.id, reported.c.reports)
        .add_columns(article.title, article.owner, article.visibility, models.Quiz.archived, Figure)
        .join(models.ItemVersion, rows.is_current())
        .join(article, article.id == item.article_id)
        .join(models.Quiz, models.Quiz.article_id == article.id)
        .outerjoin(reported, reported.c.item_id == item.id)
        .outerjoin(Figure, figures.is_current())
    )


def _entries(session: Session, query: Select[*tuple[Any, ...]]) -> Iterator[Entry]:
    for row, version, quiz_id, reports, *its, archived, figure in session.execute(query):
        title, owner, visibility = its
        yield Entry(
            id=row.id,
            article_id=row.article_id,
            quiz_id=quiz_id,
            title=title,
            belonging=Belonging(owner, Visibility(visibility)),
            item=rows.item(row.uid, version),
            number=row.number,
            status=Status(row.status),
            edited=row.edited,
            proposed=row.proposed,
            reports=reports or 0,
            updated_at=row.updated_at,
            figures=figures.figures(figure) if figure else None,
            archived=archived,
        )
