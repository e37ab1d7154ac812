import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quizapp import create_app, server, store
from quizapp.jobs import Generate
from tests.quizapp.factories import Watch, chance, generate, read_link


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once by the real migrations, and copied where one is needed."""
    folder = tmp_path_factory.mktemp("instance")
    app = create_app(instance=folder, generate=generate)
    server.upgrade(app)
    _let_go(app)
    return folder / "quizapp.sqlite3"


@pytest.fixture
def make_app(tmp_path: Path, empty_database: Path) -> Iterator[Callable[[Generate], Flask]]:
    """An application that makes its items with the function given."""
    made: list[Flask] = []

    def make(generate: Generate) -> Flask:
        folder = tmp_path / f"instance{len(made)}"
        folder.mkdir()
        made.append(_app(folder, empty_database, generate))
        return made[-1]

    yield make
    for app in made:
        _let_go(app)


@pytest.fixture
def app(make_app: Callable[[Generate], Flask]) -> Flask:
    return make_app(generate)


@pytest.fixture(scope="module")
def shared_app(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Flask]:
    """For tests that only look."""
    app = _app(tmp_path_factory.mktemp("shared"), empty_database, generate)
    yield app
    _let_go(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    with app.app_context():
        yield store.session()


def _app(folder: Path, database: Path, generate: Generate) -> Flask:
    shutil.copy(database, folder / "quizapp.sqlite3")
    return create_app(
        instance=folder,
        secret_key="for tests only",  # noqa: S106 - it protects nothing
        testing=True,
        generate=generate,
        read_link=read_link,
        now=Watch(),
        rng=chance(7),
        hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1),  # quick, and no more
    )


def _let_go(app: Flask) -> None:
    with app.app_context():
        store.db.engine.dispose()
