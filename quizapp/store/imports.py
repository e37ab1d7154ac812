"""What was read from a file, taken into the item bank."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from questions import Generated, Item, ItemKind
from questions.formats.collected import collected
from questions.formats.reading import Reading
from quizapp.assessment import names
from quizapp.assessment.importing import told_anew
from quizapp.assessment.permissions import NOBODYS, Belonging
from quizapp.store import articles, carrying, composing, decisions, items, media, models, quiz_items
from quizapp.store.base import once_more
from quizapp.store.carrying import Traveller
from quizapp.store.items import Known

NEW = "{} (new questions)"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the items of one article of a file, which the quiz has all.

    `there` counts those that were in the bank, `reworded` those of them that have taken the words
    of the file, `waiting` those beside which these wait, `flashcards` those of all that have no
    options.
    """

    quiz_id: int
    new: int
    there: int
    reworded: int
    waiting: int
    flashcards: int


@dataclass(frozen=True, slots=True)
class _Match:
    """An item that is in the bank, and what the file makes of it.

    It is `apart` where it has come under another article, or without any.
    """

    id: int
    mine: Item
    told: Item
    apart: bool


@dataclass(frozen=True, slots=True)
class _Taker:
    """Who takes items in, and when; `whole` where files have the articles themselves."""

    belonging: Belonging
    whole: bool
    now: datetime


def known(session: Session, reading: Reading, owner: str) -> int:
    """How many items of a file an owner has already."""
    found = (_matches(session, each, owner, whole=reading.whole) for each in reading.found)
    return sum(map(len, found))


def take(
    session: Session, reading: Reading, *, now: datetime, belonging: Belonging = NOBODYS
) -> list[Imported]:
    """Take in all that a file has, or nothing; what is there already does not come twice.

    Pictures are stored before what shows them: alone they are seen by nobody.
    """
    media.save(session, reading.media)
    taker = _Taker(belonging, reading.whole, now)
    return once_more(session, lambda: _committed(session, _take(session, reading, taker)))


def take_to_study(
    session: Session, reading: Reading, who: Traveller, *, belonging: Belonging
) -> int:
    """The same with cards of all items and the schedules of the file; how many cards are new."""
    media.save(session, reading.media)
    taker = _Taker(belonging, reading.whole, who.now)
    return once_more(session, lambda: _committed(session, _studied(session, reading, taker, who)))


def _committed[T](session: Session, done: T) -> T:
    session.commit()
    return done


def _studied(session: Session, reading: Reading, taker: _Taker, who: Traveller) -> int:
    quiz_ids = [done.quiz_id for done in _take(session, reading, taker)]
    return carrying.bring(session, who, quiz_ids, reading.schedules)


def _take(session: Session, reading: Reading, taker: _Taker) -> list[Imported]:
    done = [_one(session, generated, taker) for generated in reading.found]
    return [each for each in done if each is not None]


def _one(session: Session, generated: Generated, taker: _Taker) -> Imported | None:
    """None for an article without items, which has no quiz.

    Whoever brings what is held back wants it to be asked.
    """
    there = _matches(session, generated, taker.belonging.owner, whole=taker.whole)
    decisions.release(session, [match.id for match in there.values()], now=taker.now)
    if any(match.apart for match in there.values()):
        quiz_id: int | None = _gathered(session, generated, there, taker)
    else:
        quiz_id = _placed(session, generated, taker)
    flashcards = sum(item.kind is ItemKind.FLASHCARD for item in generated.items)
    new = len(generated.items) - len(there)
    counts = (new, len(there), *_became(session, there), flashcards)
    return Imported(quiz_id, *counts) if quiz_id else None


def _became(session: Session, there: Mapping[str, _Match]) -> tuple[int, int]:
    """How many have taken other words, and beside how many these wait; the rest had them before."""
    anew = [(match.id, match.told) for match in _reworded(there)]
    taken = sum(items.stands(session, *each) for each in anew)
    return taken, sum(items.waits(session, *each) for each in anew)


def _matches(
    session: Session, generated: Generated, owner: str, *, whole: bool
) -> dict[str, _Match]:
    """Items that are there, by their ids in the file.

    Those of an article are sought in this article, and among what came without one.
    """
    article_id = articles.known_id(session, generated.article, owner)
    within = (
        items.known(session, owner, generated.items, article_id=article_id) if article_id else {}
    )
    rest = [item for item in generated.items if item.id not in within]
    elsewhere: Mapping[str, Known] = {}
    if whole or article_id is None:
        elsewhere = items.known(session, owner, rest, article_id=None)
    if whole:
        alone = items.collected(session, [mine.id for mine in elsewhere.values()])
        elsewhere = {uid: mine for uid, mine in elsewhere.items() if mine.id in alone}
    theirs = {item.id: item for item in generated.items}
    return {
        uid: _Match(mine.id, mine.item, told_anew(mine.item, theirs[uid]), apart=uid in elsewhere)
        for uid, mine in (*within.items(), *elsewhere.items())
    }


def _reworded(there: Mapping[str, _Match]) -> list[_Match]:
    return [match for match in there.values() if match.told != match.mine]


def _placed(session: Session, generated: Generated, taker: _Taker) -> int | None:
    """The article with its own quiz."""
    article_id = articles.place(session, generated, taker.belonging, taker.now)
    return session.scalar(select(models.Quiz.id).where(models.Quiz.article_id == article_id))


def _gathered(
    session: Session, generated: Generated, there: Mapping[str, _Match], taker: _Taker
) -> int:
    """A quiz of what was there and of what is new, which gets an article of its own."""
    for match in _reworded(there):
        items.tell_anew(session, match.id, match.told, now=taker.now)
    item_ids = {uid: match.id for uid, match in there.items()}
    new = [item for item in generated.items if item.id not in there]
    if new:
        item_ids |= _added(session, generated, new, taker)
    title = generated.article.title
    return _quiz(session, title, [item_ids[item.id] for item in generated.items], taker)


def _added(
    session: Session, generated: Generated, new: Sequence[Item], taker: _Taker
) -> dict[str, int]:
    """Ids in the bank of what is new, by those in the file; it comes with the article it is of."""
    article = generated.article
    own = collected(NEW.format(article.title), new, article.source)
    if taker.whole:
        own = replace(generated, items=tuple(new))
    article_id = articles.place(session, own, taker.belonging, taker.now)
    query = select(models.Item.uid, models.Item.id).where(models.Item.article_id == article_id)
    return dict(session.execute(query).all())


def _quiz(session: Session, title: str, item_ids: Sequence[int], taker: _Taker) -> int:
    """The owner's quiz of this title that has these items, in whatever order, or a new one."""
    row, owner, name = models.Quiz, taker.belonging.owner, names.of_quiz(title)
    named = select(row.id).where(row.owner == owner, row.title == name).order_by(row.id.desc())
    for quiz_id in session.scalars(named):
        if set(quiz_items.of(session, quiz_id)) == set(item_ids):
            return quiz_id
    return composing.place(session, name, item_ids, belonging=taker.belonging, now=taker.now)
