import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import inspect

from quizapp import config, server, store


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


def test_the_sql_can_be_printed(app: Flask, capsys: pytest.CaptureFixture[str]) -> None:
    with app.app_context():
        flask_migrate.upgrade(directory=str(config.MIGRATIONS), sql=True)
    assert "CREATE TABLE article" in capsys.readouterr().out
