from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questions.formats.collected import collected
from questions.formats.reading import Reading
from questions.formats.schedules import Schedule
from quizapp.assessment.permissions import NOBODYS
from quizapp.store import imports, models
from quizapp.store.base import Base
from quizapp.store.study_models import Card, Daily, Review
from tests.quizapp.factories import ITEMS, START
from tests.quizapp.store.test_carrying import LOG, ME, STUDIED

ALL = (models.Article, models.Item, models.ItemVersion, models.Quiz, Card, Review, Daily)
LOST = """CREATE TRIGGER lost BEFORE INSERT ON review WHEN NEW.rating = 4
BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"""
BROKEN = """CREATE TRIGGER broken BEFORE INSERT ON quiz WHEN NEW.title = 'Two'
BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"""


def count(session: Session, table: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


def learned(number: int) -> Schedule:
    """What was studied a little later than the one before, as no two reviews are at one time."""
    later = timedelta(seconds=number)
    return replace(STUDIED, log=tuple(replace(each, at=each.at + later) for each in LOG))


def test_what_breaks_off_leaves_nothing(session: Session) -> None:
    """Two quizzes with their items, the second of which cannot be stored; and then it can."""
    reading = Reading((collected("One", ITEMS[:1]), collected("Two", ITEMS[1:2])))
    session.execute(text(BROKEN))
    session.commit()
    with pytest.raises(IntegrityError, match="the disk is full"):
        imports.take(session, reading, now=START)
    session.rollback()
    for table in (models.Article, models.Item, models.ItemVersion, models.Quiz):
        assert count(session, table) == 0
    session.execute(text("DROP TRIGGER broken"))
    assert [done.new for done in imports.take(session, reading, now=START)] == [1, 1]


def test_schedules_that_break_off_leave_no_question_either(session: Session) -> None:
    """More cards than are stored at once; the last review cannot be, and then it can."""
    items = [replace(ITEMS[0], id=f"{n}", stem=f"When did bridge {n} open?") for n in range(600)]
    studied = {item.id: learned(n) for n, item in enumerate(items)}
    last = studied["599"]
    studied["599"] = replace(last, log=(*last.log[:-1], replace(last.log[-1], rating=4)))
    reading = Reading((collected("Bridges", items),), schedules=studied)
    session.execute(text(LOST))
    session.commit()
    with pytest.raises(IntegrityError, match="the disk is full"):
        imports.take_to_study(session, reading, ME, belonging=NOBODYS)
    session.rollback()
    for table in ALL:
        assert count(session, table) == 0
    session.execute(text("DROP TRIGGER lost"))
    assert imports.take_to_study(session, reading, ME, belonging=NOBODYS) == 600
    session.rollback()
    assert (count(session, Card), count(session, Review)) == (600, 1800)


def test_a_quiz_that_is_brought_keeps_nothing_that_misleads_and_is_known_again(
    session: Session,
) -> None:
    named = "Tw\u202eo"
    for items in (ITEMS[:1], ITEMS[:2], ITEMS[:2]):
        imports.take(session, Reading((collected(named, items),)), now=START)
    titles = session.scalars(select(models.Quiz.title).order_by(models.Quiz.id)).all()
    assert (set(titles), titles.count("Two")) == ({"Two", "Two (new questions)"}, 2)
