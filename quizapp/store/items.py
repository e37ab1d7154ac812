"""Items and their wordings, of which an editor's is never replaced by a generated one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import batched

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from questions import Article, Item
from questions.formats.collected import is_collected
from quizapp.assessment.bank import HELD_BACK, Status, Version, keeps_wording, same_wording
from quizapp.assessment.importing import same, worded_alike
from quizapp.store import models, rows
from quizapp.store.base import AT_ONCE


@dataclass(frozen=True, slots=True)
class Known:
    """An item that is there, under its id in the bank."""

    id: int
    item: Item


def take(session: Session, article_id: int, items: Sequence[Item], *, now: datetime) -> list[int]:
    """Ids of the generated items that the article's quiz did not have; others are worded anew.

    Where an editor has had a hand in an item, the new wording waits beside the current one. What
    had been a draft is new.
    """
    known = _current(session, article_id)
    told = [(known[item.id][0], item) for item in items if item.id in known]
    for row, item in told:
        if known[item.id][1] != item:
            _reword(session, row, item, now)
    released = [row for row, _ in told if row.status == Status.DRAFT.value]
    for row in released:
        row.status, row.updated_at = Status.NEW.value, now
    new = {item.id: item for item in items if item.id not in known}
    added = _added(session, article_id, list(new.values()), author="", now=now)
    return [row.id for row in released] + added


def take_drafts(
    session: Session, article_id: int, drafts: Sequence[Item], *, now: datetime
) -> None:
    """Hold these items back; what has been released or discarded stays what it is."""
    known = _current(session, article_id)
    for draft in drafts:
        row, current = known.get(draft.id, (None, draft))
        if row and row.status == Status.DRAFT.value and current != draft:
            _reword(session, row, draft, now)
    new = {draft.id: draft for draft in drafts if draft.id not in known}
    added = list(new.values())
    _added(session, article_id, added, author="", now=now, status=Status.DRAFT)


def known(
    session: Session, owner: str, items: Sequence[Item], *, article_id: int | None
) -> dict[str, Known]:
    """Those of the items that an owner has, in one article or in any, by the ids of these."""
    near = _near(session, owner, items, article_id)
    found, taken = dict[str, Known](), set[int]()
    for item in items:
        names = dict.fromkeys((item.id, rows.words(item)))
        alike = [each for name in names for each in near.get(name, ()) if same(each.item, item)]
        free = [each for each in alike if each.id not in taken]
        if alike:
            found[item.id] = (free or alike)[0]
            taken.add(found[item.id].id)
    return found


def collected(session: Session, item_ids: Iterable[int]) -> frozenset[int]:
    """Those of the items that came without an article, so that it was put together from them."""
    about = dict[int, list[int]]()
    row = models.Item
    for some in batched(item_ids, AT_ONCE):
        for item_id, article_id in session.execute(
            select(row.id, row.article_id).where(row.id.in_(some))
        ):
            about.setdefault(article_id, []).append(item_id)
    return frozenset(
        item_id
        for article_id, its in about.items()
        if _is_put_together(session, article_id)
        for item_id in its
    )


def there(session: Session, item_ids: Iterable[int]) -> frozenset[int]:
    """Which of these items there are."""
    row = models.Item
    return frozenset(
        number
        for some in batched(item_ids, AT_ONCE)
        for number in session.scalars(select(row.id).where(row.id.in_(some)))
    )


def released(session: Session, item_ids: Iterable[int]) -> frozenset[int]:
    """Those of the items that there are and that are not held back."""
    row = models.Item
    return frozenset(
        number
        for some in batched(item_ids, AT_ONCE)
        for number in session.scalars(
            select(row.id).where(row.id.in_(some), ~rows.has_status(HELD_BACK))
        )
    )


def tell_anew(session: Session, item_id: int, item: Item, *, now: datetime) -> None:
    """Take the wording of a file, as of one that was generated; committed with the rest."""
    _reword(session, session.get_one(models.Item, item_id), item, now)


def stands(session: Session, item_id: int, item: Item) -> bool:
    """Whether an item has these words now."""
    row = session.get_one(models.Item, item_id)
    return worded_alike(_wording(session, row, row.number), item)


def waits(session: Session, item_id: int, item: Item) -> bool:
    """Whether these words are proposed beside the current ones."""
    row = session.get_one(models.Item, item_id)
    return row.proposed is not None and worded_alike(_wording(session, row, row.proposed), item)


def add(session: Session, article_id: int, item: Item, *, author: str, now: datetime) -> int:
    """Id of an item written by hand; one that is sent twice is there once."""
    known = select(models.Item.id).where(
        models.Item.article_id == article_id, models.Item.uid == item.id
    )
    item_id = session.scalar(known)
    if item_id is None:
        (item_id,) = _added(session, article_id, [item], author=author, now=now)
    session.commit()
    return item_id


def edit(  # noqa: PLR0913 - all but the first three are keywords
    session: Session, item_id: int, item: Item, *, number: int, author: str, now: datetime
) -> bool:
    """Whether the wording could follow version `number`; not so where another one has.

    A wording that changes nothing makes no version.
    """
    row = session.get_one(models.Item, item_id)
    claimed = update(models.Item).where(models.Item.id == item_id, models.Item.number == number)
    if not session.execute(claimed.values(number=number)).rowcount:  # type: ignore[attr-defined]
        session.rollback()
        return False
    if _wording(session, row, number) != item:
        follow = _last(session, item_id) + 1
        rows.take_wording(row, item, number=follow, author=author, now=now)
        about = _about(session, row.article_id)
        session.add(
            rows.version(item, about, item_id=item_id, number=follow, now=now, author=author)
        )
    session.commit()
    return True


def dismiss(session: Session, item_id: int) -> None:
    """Let the current wording stay and the proposed one wait no more."""
    session.execute(update(models.Item).where(models.Item.id == item_id).values(proposed=None))
    session.commit()


def versions(session: Session, item_id: int) -> tuple[Version, ...]:
    """Every wording, the newest first."""
    version = models.ItemVersion
    query = (
        select(version, models.Item.uid)
        .join(models.Item, models.Item.id == version.item_id)
        .where(version.item_id == item_id)
        .order_by(version.number.desc())
    )
    return tuple(
        Version(row.number, rows.item(uid, row), row.author, row.created_at)
        for row, uid in session.execute(query)
    )


def _is_put_together(session: Session, article_id: int) -> bool:
    """By all wordings, as each may have been the first."""
    version, item = models.ItemVersion, models.Item
    query = select(version, item.uid).join(item, item.id == version.item_id)
    found = session.execute(query.where(item.article_id == article_id))
    worded = [rows.item(uid, each) for each, uid in found]
    return is_collected(rows.article(session.get_one(models.Article, article_id)), worded)


def _near(
    session: Session, owner: str, items: Sequence[Item], article_id: int | None
) -> dict[str, list[Known]]:
    """What may be among the items, by its id and by its words, the oldest first."""
    row, near = models.Item, dict[str, list[Known]]()
    query = select(row, models.ItemVersion).join(models.ItemVersion, rows.is_current())
    query = query.where(row.owner == owner).order_by(row.id)
    if article_id is not None:
        query = query.where(row.article_id == article_id)
    for some in batched(items, AT_ONCE):
        uids, words = [each.id for each in some], [rows.words(each) for each in some]
        alike = row.uid.in_(uids) | row.words.in_(words)
        for found, version in session.execute(query.where(alike)):
            mine = Known(found.id, rows.item(found.uid, version))
            for name in (found.uid, found.words):
                near.setdefault(name, []).append(mine)
    return near


def _reword(session: Session, row: models.Item, item: Item, now: datetime) -> None:
    """Take a generated wording, or propose it; one that had been there before is no news."""
    settled = keeps_wording(Status(row.status), edited=row.edited)
    if settled and any(same_wording(item, known.item) for known in versions(session, row.id)):
        return
    number = _last(session, row.id) + 1
    about = _about(session, row.article_id)
    session.add(rows.version(item, about, item_id=row.id, number=number, now=now))
    if settled:
        row.proposed = number
    else:
        rows.take_wording(row, item, number=number, author="", now=now)


def _added(  # noqa: PLR0913 - all but the first three are keywords
    session: Session,
    article_id: int,
    items: Sequence[Item],
    *,
    author: str,
    now: datetime,
    status: Status = Status.NEW,
) -> list[int]:
    """Ids of new items; a file has thousands, which are stored with few statements."""
    of_article = select(models.Article.owner).where(models.Article.id == article_id)
    owner, about = session.scalar(of_article) or "", _about(session, article_id)
    made = [
        rows.new_item(item, status, article_id=article_id, owner=owner, author=author, now=now)
        for item in items
    ]
    session.add_all(made)
    session.flush()
    session.add_all(
        rows.version(item, about, item_id=row.id, number=1, now=now, author=author)
        for item, row in zip(items, made, strict=True)
    )
    return [row.id for row in made]


def _about(session: Session, article_id: int) -> Article:
    """Article without its text, which may be long."""
    row = models.Article
    query = select(row.digest, row.title).where(row.id == article_id)
    digest, title = session.execute(query).one()
    return Article(digest, title, "")


def _current(session: Session, article_id: int) -> dict[str, tuple[models.Item, Item]]:
    query = (
        select(models.Item, models.ItemVersion)
        .join(models.ItemVersion, rows.is_current())
        .where(models.Item.article_id == article_id)
    )
    return {row.uid: (row, rows.item(row.uid, version)) for row, version in session.execute(query)}


def _wording(session: Session, row: models.Item, number: int) -> Item:
    version = models.ItemVersion
    query = select(version).where(version.item_id == row.id, version.number == number)
    return rows.item(row.uid, session.scalars(query).one())


def _last(session: Session, item_id: int) -> int:
    version = models.ItemVersion
    query = select(func.max(version.number)).where(version.item_id == item_id)
    return session.scalar(query) or 0
