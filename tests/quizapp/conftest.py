import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quizapp import create_app, server, store
from quizapp.jobs import Generate
from tests.quizapp.factories import Watch, chance, generate


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
def make_app(tmp_path: Path, empty_database: Path) -> Iterator[Callable[[Generate], Flask]]:
    """An application that makes its items with the function given."""
    shutil.copy(empty_database, tmp_path / "quizapp.sqlite3")
    made: list[Flask] = []

    def make(generate: Generate) -> Flask:
        app = create_app(
            instance=tmp_path,
            secret_key="for tests only",  # noqa: S106 - it protects nothing
            testing=True,
            generate=generate,
            now=Watch(),
            rng=chance(7),
        )
        made.append(app)
        return app

    yield make
    for app in made:
        with app.app_context():
            store.db.engine.dispose()


@pytest.fixture
def app(make_app: Callable[[Generate], Flask]) -> Flask:
    return make_app(generate)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    with app.app_context():
        yield store.session()
