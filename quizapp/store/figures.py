"""What came of items, kept up to date with every attempt that ends."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from typing import Any, assert_never

from sqlalchemy import ColumnElement, and_, exists, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questions import Item
from quizapp.assessment.attempt import Attempt
from quizapp.assessment.bank import Finding
from quizapp.assessment.concerns import ENOUGH, Concern, concerns
from quizapp.assessment.figures import Figures, Sums, added, fingerprint, measured, sheet
from quizapp.assessment.outcomes import Counted, Outcome, Sheet
from quizapp.assessment.statistics import observed
from quizapp.store import models, rows, statistics
from quizapp.store.figure_models import Figure

Key = tuple[int, str]
"""An item, and the fingerprint of a wording."""


def count(session: Session, attempt: Attempt) -> None:
    """Add an attempt that has just ended, as a part of something that is committed as a whole."""
    if statistics.is_first(session, attempt):
        _keep(session, [sheet(attempt)])


def complete(session: Session) -> None:
    """Count what was answered before figures were kept, if there are none yet."""
    attempt = models.Attempt
    finished = select(attempt.quiz_id).where(attempt.finished_at.is_not(None)).distinct()
    if session.scalar(select(exists().select_from(Figure))):
        return
    for quiz_id in session.scalars(finished).all():
        _keep(session, statistics.sheets(session, quiz_id, Counted.FIRST))
    session.commit()


def is_current() -> ColumnElement[bool]:
    """Condition that joins an item with what came of it as it stands."""
    item = models.Item
    return and_(Figure.item_id == item.id, Figure.fingerprint == item.fingerprint)


def shows(finding: Finding | Concern) -> ColumnElement[bool]:
    """Condition on an item that its figures tell this of it."""
    figures = exists().where(is_current()).correlate(models.Item)
    enough = figures.where(Figure.asked >= ENOUGH)
    match finding:
        case Concern():
            return enough.where(Figure.concerns.contains(f" {finding} "))
        case Finding.UNTRIED:
            return ~figures
        case Finding.FEW:
            return figures.where(Figure.asked < ENOUGH)
        case Finding.GOOD:
            return enough.where(Figure.concerns == _written(()))
        case Finding.DOUBTFUL:
            return enough.where(Figure.concerns != _written(()))
        case _:
            assert_never(finding)


def figures(row: Figure) -> Figures:
    """What a bank shows."""
    found = tuple(map(Concern, row.concerns.split()))
    return Figures(row.asked, row.facility, row.discrimination, found)


def _keep(session: Session, sheets: Sequence[Sheet]) -> None:
    answers = list(_answers(session, sheets))
    kept = _locked(session, sorted({key for key, *_ in answers}))
    sums = {key: Sums(**row.sums) for key, row in kept.items()}
    for key, _, outcome, rest in answers:
        sums[key] = added(sums[key], outcome, rest)
    for key, item in {key: item for key, item, *_ in answers}.items():
        _fill(kept[key], sums[key], item)


def _answers(
    session: Session, sheets: Sequence[Sheet]
) -> Iterator[tuple[Key, Item, Outcome, float | None]]:
    asked = _items(session, {each.version for sheet in sheets for each in sheet})
    for each in sheets:
        for outcome, rest in observed(each):
            item_id, item = asked[outcome.version]
            yield (item_id, fingerprint(item.options, item.key)), item, outcome, rest


def _items(session: Session, version_ids: Iterable[int]) -> dict[int, tuple[int, Item]]:
    version = models.ItemVersion
    query = select(version).where(version.id.in_(version_ids))
    return {row.id: (row.item_id, rows.item("", row)) for row in session.scalars(query)}


def _locked(session: Session, keys: Sequence[Key]) -> dict[Key, Figure]:
    """Rows that nobody else changes until the commit.

    All attempts ask for them in the same order, so that none of two waits for the other.
    """
    item_ids = [item_id for item_id, _ in keys]
    there = select(Figure.item_id, Figure.fingerprint).where(Figure.item_id.in_(item_ids))
    known = {(row.item_id, row.fingerprint) for row in session.execute(there)}
    for key in sorted(set(keys) - known):
        with suppress(IntegrityError), session.begin_nested():
            session.execute(insert(Figure).values(_empty(key)))
    query = select(Figure).where(Figure.item_id.in_(item_ids)).order_by(Figure.item_id)
    found = session.scalars(query.with_for_update())
    return {(row.item_id, row.fingerprint): row for row in found}


def _empty(key: Key) -> dict[str, Any]:
    item_id, known = key
    nothing = {"asked": 0, "facility": 0.0, "concerns": _written(()), "sums": {}}
    return {"item_id": item_id, "fingerprint": known, **nothing}


def _fill(row: Figure, sums: Sums, item: Item) -> None:
    found = measured(sums, item)
    row.asked, row.facility = sums.n, found.facility or 0.0
    row.discrimination, row.concerns = found.discrimination, _written(concerns(found))
    row.sums = asdict(sums)


def _written(found: Iterable[Concern]) -> str:
    return f" {' '.join(found)} "
