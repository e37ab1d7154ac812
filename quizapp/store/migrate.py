"""Bringing the database to the tables of this version."""

from pathlib import Path

import flask_migrate

from quizapp.store.base import db

MIGRATE = flask_migrate.Migrate(db=db)


def upgrade(directory: Path) -> None:
    """Within an application context; does nothing where the tables are up to date."""
    flask_migrate.upgrade(directory=str(directory))
