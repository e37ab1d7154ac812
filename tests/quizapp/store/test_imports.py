import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questions.formats.collected import collected
from questions.formats.reading import Reading
from quizapp.store import imports, models
from quizapp.store.base import Base
from tests.quizapp.factories import ITEMS, START

BROKEN = """CREATE TRIGGER broken BEFORE INSERT ON quiz WHEN NEW.title = 'Two'
BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"""


def count(session: Session, table: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0


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
