import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from quizapp import create_app, server, store
from quizapp.jobs import Generate, one_at_a_time
from quizapp.views.limits import LIMITER
from quizapp.views.services import NAME, Services
from tests.quizapp.days import counted, logged
from tests.quizapp.factories import Watch, chance, generate, read_link

Lend = Callable[[Generate], AbstractContextManager[Flask]]


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once by the real migrations, and copied where one is needed."""
    folder = tmp_path_factory.mktemp("instance")
    app = create_app(instance=folder)
    server.upgrade(app)
    _let_go(app)
    return folder / "quizapp.sqlite3"


@pytest.fixture(scope="session")
def lend(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Lend:
    """Applications, used again by one test after another: to make one takes long."""
    free: list[Flask] = []

    @contextmanager
    def lent(generate: Generate) -> Iterator[Flask]:
        app = free.pop() if free else _app(tmp_path_factory.mktemp("instance"))
        services = app.extensions[NAME]
        _replace(Path(app.instance_path) / empty_database.name, empty_database)
        app.extensions[NAME] = _anew(services, generate)
        LIMITER.reset()
        yield app
        app.extensions[NAME] = services
        _let_go(app)
        free.append(app)

    return lent


@pytest.fixture
def make_app(lend: Lend) -> Iterator[Callable[[Generate], Flask]]:
    """An application that makes its items with the function given."""
    with ExitStack() as lent:
        yield lambda generate: lent.enter_context(lend(generate))


@pytest.fixture
def app(lend: Lend) -> Iterator[Flask]:
    with lend(generate) as app:
        yield app


@pytest.fixture(scope="module")
def shared_app(lend: Lend) -> Iterator[Flask]:
    """For tests that only look."""
    with lend(generate) as app:
        yield app


@pytest.fixture
def client(app: Flask) -> Iterator[FlaskClient]:
    """Whatever it does, the counts of days are those of the log."""
    yield app.test_client()
    with app.app_context():
        assert counted(store.session()) == logged(store.session())


@pytest.fixture
def session(app: Flask) -> Iterator[Session]:
    with app.app_context():
        yield store.session()


@pytest.fixture
def instance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where commands find their database and their settings."""
    monkeypatch.setenv("QUIZAPP_INSTANCE", str(tmp_path / "instance"))
    return tmp_path / "instance"


def _app(folder: Path) -> Flask:
    return create_app(
        instance=folder,
        secret_key="for tests only",  # noqa: S106 - it protects nothing
        testing=True,
        read_link=read_link,
        hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1),  # quick, and no more
    )


def _anew(services: Services, generate: Generate) -> Services:
    """With a clock and dice that nobody has used."""
    return replace(services, generate=one_at_a_time(generate), now=Watch(), rng=chance(7))


def _replace(database: Path, empty: Path) -> None:
    """Journals of an earlier test go as well: SQLite would play them into the new file."""
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink()
    shutil.copy(empty, database)


def _let_go(app: Flask) -> None:
    with app.app_context():
        store.db.engine.dispose()
