"""Items to be taken along, each article's together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import batched, groupby
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select
from sqlalchemy.orm import Session

from questions import Generated
from questions.formats.collected import collected
from questions.formats.notetypes import NoteKind
from quizapp import decks
from quizapp.assessment import exporting
from quizapp.assessment.bank import ASKED, TOLD, Status
from quizapp.assessment.exporting import Extent, Kept, Part, Selection
from quizapp.assessment.marking import FULL, LEFT_OPEN
from quizapp.store import bank, carrying, media, models, rows
from quizapp.store.base import AT_ONCE
from quizapp.store.study_models import Card


def parts(session: Session, wanted: Selection) -> tuple[Part, ...]:
    """What is wanted, article by article, also where a quiz asks about several."""
    found = session.execute(_query(wanted)).all()
    articles = _articles(session, [row.article_id for row in found])
    return tuple(
        Part(title, rows.article(articles[group[0].article_id]), _kept(group))
        for title, group in _by_quiz(found)
    )


def generated(session: Session, wanted: Selection, *, whole: bool = False) -> list[Generated]:
    """The same for programs that are told only of what is asked.

    Unless they want `whole` articles, a quiz put together keeps its title and its order.
    """
    named = wanted.quizzes or ()
    composed = {} if whole else _composed(session, named)
    rest = tuple(each for each in named if each not in composed) if composed else wanted.quizzes
    found = exporting.generated(parts(session, replace(wanted, quizzes=rest)))
    sheets = (_sheet(session, wanted, *each) for each in composed.items())
    return [*found, *(each for each in sheets if each.items)]


def deck(
    session: Session,
    parts: Sequence[Part],
    kinds: Sequence[NoteKind],
    *,
    above: str = "",
    schedule_of: str | None = None,
) -> bytes:
    """Package for Anki, with all that items show, and a learner's schedule if one is named."""
    shown = media.of_names(session, decks.media(parts))
    known = carrying.schedules(session, schedule_of, parts) if schedule_of else None
    return decks.package(parts, kinds, above=above, media=shown, schedules=known)


def extents(session: Session, wanted: Selection) -> tuple[Extent, ...]:
    """How much that is, without the items themselves."""
    quiz, counts = models.Quiz, (_counted(ASKED), _counted((Status.RETIRED,)))
    query = (
        _query(wanted)
        .with_only_columns(quiz.title, *counts)
        .group_by(quiz.id, quiz.title)
        .order_by(None)
        .order_by(quiz.id)
    )
    return tuple(Extent(row[0], row[1], row[2]) for row in session.execute(query))


def asked(session: Session, wanted: Sequence[Selection]) -> tuple[int, ...]:
    """How many items each selection has that are asked."""
    item = models.Item
    queries = (_query(each).where(rows.has_status(ASKED)) for each in wanted)
    found = (each.with_only_columns(item.id).order_by(None).subquery() for each in queries)
    numbers = (select(func.count()).select_from(each).scalar_subquery() for each in found)
    return tuple(session.execute(select(*numbers)).one())


def _query(wanted: Selection) -> Select[*tuple[Any, ...]]:
    item, quiz, place = models.Item, models.Quiz, models.QuizItem
    of_item = (item.uid, item.status, item.updated_at, item.article_id)
    return (
        select(*of_item, *rows.WORDING, quiz.id.label("quiz_id"), quiz.title)
        .join(models.ItemVersion, rows.is_current())
        .join(quiz, quiz.article_id == item.article_id)
        .join(place, and_(place.quiz_id == quiz.id, place.item_id == item.id))
        .where(*_conditions(wanted))
        .order_by(quiz.id, place.position)
    )


def _composed(session: Session, quiz_ids: Sequence[int]) -> dict[int, str]:
    """Titles of those of the quizzes that were put together, by their ids."""
    quiz = models.Quiz
    query = select(quiz.id, quiz.title).where(quiz.id.in_(quiz_ids), quiz.article_id.is_(None))
    return dict(session.execute(query.order_by(quiz.id)).all())


def _sheet(session: Session, wanted: Selection, quiz_id: int, title: str) -> Generated:
    """What is wanted of a quiz, in its order; a source is named where all items have the same."""
    item, place = models.Item, models.QuizItem
    query = (
        select(item.uid, models.ItemVersion, models.Article.source)
        .join(models.ItemVersion, rows.is_current())
        .join(models.Article, models.Article.id == item.article_id)
        .join(place, place.item_id == item.id)
        .where(place.quiz_id == quiz_id, rows.has_status(ASKED))
        .where(*_conditions(wanted))
        .order_by(place.position)
    )
    found = session.execute(query).all()
    sources = {source for *_, source in found}
    items = [rows.item(uid, version) for uid, version, _ in found]
    return collected(title, items, sources.pop() if len(sources) == 1 else "")


def _counted(statuses: Sequence[Status]) -> ColumnElement[int]:
    return func.count(case((rows.has_status(statuses), 1)))


def _conditions(wanted: Selection) -> Iterator[ColumnElement[bool]]:
    item = models.Item
    yield rows.has_status(TOLD)
    if wanted.quizzes is not None:
        place = models.QuizItem
        yield item.id.in_(select(place.item_id).where(place.quiz_id.in_(wanted.quizzes)))
    if wanted.owner is not None:
        yield rows.is_owned(item.owner, wanted.owner)
    if wanted.items is not None:
        yield item.id.in_(wanted.items)
    if wanted.search is not None:
        yield from bank.conditions(wanted.search)
    if wanted.missed_by is not None:
        yield rows.has_status(ASKED)
        yield item.id.in_(_missed(wanted.missed_by))
    if wanted.studied_by is not None:
        mine = select(Card.item_id).where(Card.learner == wanted.studied_by, Card.reviews > 0)
        yield item.id.in_(mine)


def _missed(learner: str) -> Select[int]:
    """Items that a learner missed when last asked, in attempts that are over.

    What was left open has been asked until the end of its attempt.
    """
    attempt, asked, response = models.Attempt, models.AttemptItem, models.Response
    latest = func.row_number().over(
        partition_by=models.ItemVersion.item_id,
        order_by=(
            func.coalesce(response.answered_at, attempt.finished_at).desc(),
            attempt.id.desc(),
        ),
    )
    mark = func.coalesce(response.mark, LEFT_OPEN).label("mark")
    outcomes = (
        select(models.ItemVersion.item_id, mark, latest.label("place"))
        .join(asked, asked.version_id == models.ItemVersion.id)
        .outerjoin(response, rows.is_answered())
        .join(attempt, attempt.id == asked.attempt_id)
        .where(attempt.learner == learner, attempt.finished_at.is_not(None))
        .subquery()
    )
    return select(outcomes.c.item_id).where(outcomes.c.place == 1, outcomes.c.mark < FULL)


def _articles(session: Session, article_ids: Sequence[int]) -> dict[int, models.Article]:
    ids, article = list(dict.fromkeys(article_ids)), models.Article
    chunks = batched(ids, AT_ONCE)
    found = (session.scalars(select(article).where(article.id.in_(chunk))) for chunk in chunks)
    return {row.id: row for each in found for row in each}


def _by_quiz(found: Sequence[Any]) -> Iterator[tuple[str, list[Any]]]:
    for (_, title), group in groupby(found, key=lambda row: (row.quiz_id, row.title)):
        yield title, list(group)


def _kept(group: Sequence[Any]) -> tuple[Kept, ...]:
    return tuple(
        Kept(rows.item(row.uid, row), Status(row.status), row.updated_at, rows.cloze(row))
        for row in group
    )
