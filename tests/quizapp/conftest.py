import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quizapp import create_app, server, store
from tests.quizapp.factories import Watch, generate


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once by the real migrations, and copied for each test."""
    folder = tmp_path_factory.mktemp("instance")
    app = create_app(instance=folder, generate=generate)
    server.upgrade(app)
    with app.app_context():
        store.db.engine.dispose()
    return folder / "quizapp.sqlite3"


@pytest.fixture
def app(tmp_path: Path, empty_database: Path) -> Iterator[Flask]:
    shutil.copy(empty_database, tmp_path / "quizapp.sqlite3")
    app = create_app(
        instance=tmp_path,
        secret_key="for tests only",  # noqa: S106 - it protects nothing
        testing=True,
        generate=generate,
        now=Watch(),
        rng=Random(7),  # noqa: S311 - chance that repeats itself
    )
    yield app
    with app.app_context():
        store.db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    with app.app_context():
        yield store.session()
