import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import inspect, text

from quizapp import config, server, store
from quizapp.assessment.attempt import Response
from quizapp.assessment.modes import Mode, Terms
from quizapp.assessment.permissions import NOBODYS
from quizapp.store import accounts, attempts
from tests.quizapp.factories import START

BEFORE_MODES = """
INSERT INTO article VALUES
  (1, 'd', 'Harbor', 'It reopened.', '', NULL, 'en', '2026-03-14 09:30:00.000000');
INSERT INTO item VALUES (1, 1, 'u', 1);
INSERT INTO item_version VALUES
  (1, 1, 1, 'multiple_choice', 'When?', '["1", "2", "3"]', 2, 'date', 0, 2, 'It', '', 0.5, 0.5,
   '2026-03-14 09:30:00.000000');
INSERT INTO quiz VALUES (1, 1, 'Harbor', '2026-03-14 09:30:00.000000');
INSERT INTO quiz_item VALUES (1, 1, 1);
INSERT INTO attempt VALUES
  (1, 1, 'g', 0, 1, 1, '2026-03-14 09:30:00.000000', '2026-03-14 09:30:00.000000');
INSERT INTO attempt_item VALUES (1, 1, 1, '[0, 1, 2]');
INSERT INTO response VALUES (1, 1, 2, 1, '2026-03-14 09:30:00.000000')
"""


def test_migrations_make_the_tables_of_the_models(app: Flask) -> None:
    with app.app_context():
        flask_migrate.check(directory=str(config.MIGRATIONS))


def test_upgrading_again_changes_nothing(app: Flask) -> None:
    server.upgrade(app)
    server.upgrade(app)


def test_downgrade_leaves_nothing_behind(app: Flask) -> None:
    with app.app_context():
        flask_migrate.downgrade(directory=str(config.MIGRATIONS), revision="base")
        assert inspect(store.db.engine).get_table_names() == ["alembic_version"]


ALIKE = """
INSERT INTO account (id, name, folded, password, learner, created_at) VALUES
  (1, 'teacher', 'teacher', 'x', 'a', '2026-03-14 09:30:00.000000'),
  (2, '\uff34eacher', '\uff54eacher', 'x', 'b', '2026-03-14 09:30:00.000000'),
  (3, '\uff21da', '\uff41da', 'x', 'c', '2026-03-14 09:30:00.000000')
"""


def test_who_has_a_name_like_another_keeps_it(app: Flask) -> None:
    folder = str(config.MIGRATIONS)
    with app.app_context():
        flask_migrate.downgrade(directory=folder, revision="0036")
        with store.db.engine.begin() as connection:
            connection.execute(text(ALIKE))
        flask_migrate.upgrade(directory=folder)
        typed = ("Teacher", "\uff34eacher", "ada", "\uff21DA", "nobody")
        found = [accounts.named(store.session(), name) for name in typed]
        assert [each and each.learner for each in found] == ["a", "b", "c", "c", None]


def test_the_sql_can_be_printed(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    with app.app_context():
        flask_migrate.upgrade(directory=str(config.MIGRATIONS), sql=True)
    assert "CREATE TABLE article" in capsys.readouterr().out


def test_attempts_of_before_were_immediate(app: Flask) -> None:
    folder = str(config.MIGRATIONS)
    with app.app_context():
        flask_migrate.downgrade(directory=folder, revision="0001")
        with store.db.engine.begin() as connection:
            for statement in BEFORE_MODES.split(";"):
                connection.execute(text(statement))
        flask_migrate.upgrade(directory=folder)
        attempt = attempts.get(store.session(), 1, learner="g", now=START)
        assert attempt is not None
        assert attempt.terms == Terms(Mode.IMMEDIATE)
        assert attempt.belonging == NOBODYS
        assert attempt.questions[0].response == Response(2, 1, START)
        assert not attempt.questions[0].flagged
        with store.db.engine.connect() as connection:
            assert connection.execute(text("SELECT whole FROM attempt")).scalar() == 1
        store.session().rollback()
        flask_migrate.downgrade(directory=folder, revision="0001")
        with store.db.engine.begin() as connection:
            assert connection.execute(text("SELECT chosen, mark FROM response")).one() == (2, 1)
