from datetime import UTC, datetime, timedelta, timezone

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.store import is_up, models
from quizapp.store.base import UtcDateTime, amid
from quizapp.store.study_models import Goal


@pytest.mark.parametrize(
    ("pragma", "expected"), [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 5000)]
)
def test_sqlite_is_set_up(session: Session, pragma: str, expected: object) -> None:
    assert session.scalar(text(f"PRAGMA {pragma}")) == expected


def test_foreign_keys_hold(session: Session) -> None:
    session.add(models.QuizItem(quiz_id=99, item_id=99, position=1))
    with pytest.raises(IntegrityError):
        session.flush()


def test_times_of_any_zone_come_back_in_utc(session: Session) -> None:
    noon = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=5)))
    kind = UtcDateTime()
    stored = kind.process_bind_param(noon, session.get_bind().dialect)
    assert stored == datetime(2026, 7, 1, 7)  # noqa: DTZ001 - columns hold no zone
    assert kind.process_result_value(stored, session.get_bind().dialect) == noon.astimezone(UTC)


def test_the_database_answers(session: Session) -> None:
    assert is_up(session)


def test_what_another_has_just_stored_costs_the_rest_nothing(session: Session) -> None:
    """As where two attempts bring the same card: the answer must be kept in any case."""
    tries = iter([goal("me"), goal("nobody has this yet")])
    session.add_all([goal("me"), goal("somebody")])
    session.flush()

    def work() -> None:
        session.add(next(tries))
        session.flush()

    amid(session, work)
    session.commit()
    stored = session.scalars(select(Goal.learner).order_by(Goal.learner)).all()
    assert stored == ["me", "nobody has this yet", "somebody"]


def goal(learner: str) -> Goal:
    return Goal(learner=learner, answers=10, zone="UTC")
