"""The same application on PostgreSQL, where its server and a driver are installed."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from threading import Barrier, Thread

import pytest
from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from flask_migrate import downgrade
from sqlalchemy import func, select

from quizapp import config, create_app, server, store
from quizapp.store.study_models import Daily, Review
from tests.quizapp.factories import HARBOR, Watch, chance, generate, read_link
from tests.quizapp.views.pages import PAGES, TOKEN, add_article, post, send, start, take, undo, use
from tests.quizapp.views.people import sign_up

PROGRAMS = [*sorted(Path("/usr/lib/postgresql").glob("*/bin")), *map(Path, os.get_exec_path())]
HOME = next((each for each in reversed(PROGRAMS) if (each / "initdb").exists()), None)
DRIVER = next((name for name in ("psycopg", "psycopg2") if find_spec(name)), None)
OWNER = "postgres"


def run(program: str, *arguments: str) -> None:
    """As somebody whom PostgreSQL serves: it does not start for root."""
    assert HOME is not None
    command = [str(HOME / program), *arguments]
    if os.geteuid() == 0:
        command = ["runuser", "-u", OWNER, "--", *command]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """A server of its own, with nothing on the network."""
    if HOME is None:
        pytest.skip("PostgreSQL is not installed")
    if DRIVER is None:
        pytest.skip("no driver of PostgreSQL is installed")
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: it holds a socket
    if os.geteuid() == 0:
        shutil.chown(folder, OWNER)
    data, quiet = str(folder / "data"), f"-k {folder} -c listen_addresses= -c fsync=off"
    run("initdb", "-D", data, "-U", OWNER, "-A", "trust", "-E", "UTF8", "--no-sync")
    run("pg_ctl", "-D", data, "-o", quiet, "-l", f"{folder}/log", "-w", "start")
    yield f"postgresql+{DRIVER}://{OWNER}@/{OWNER}?host={folder}"
    run("pg_ctl", "-D", data, "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture(scope="module")
def app(address: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    app = create_app(
        instance=tmp_path_factory.mktemp("instance"),
        database_url=address,
        testing=True,
        generate=generate,
        read_link=read_link,
        now=Watch(),
        rng=chance(7),
        hasher=PasswordHasher(time_cost=1, memory_cost=8, parallelism=1),
    )
    server.upgrade(app)
    yield app
    with app.app_context():
        store.db.engine.dispose()


@pytest.fixture(scope="module")
def used(app: Flask) -> FlaskClient:
    return use(app.test_client())


@pytest.fixture(scope="module")
def on_sqlite(shared_app: Flask) -> FlaskClient:
    return use(shared_app.test_client())


@pytest.mark.parametrize("url", PAGES)
def test_every_page_answers_as_on_sqlite(
    used: FlaskClient, on_sqlite: FlaskClient, url: str
) -> None:
    assert used.get(url).status_code == on_sqlite.get(url).status_code


def test_a_guest_takes_everything_along_and_may_delete_it(app: Flask) -> None:
    client = app.test_client()
    use(client)
    assert sign_up(client, "Nora").status_code == 303
    assert "Vellmouth" in client.get("/history/").text
    assert client.get("/account/data").status_code == 200


def test_what_is_deleted_comes_back(app: Flask) -> None:
    client = app.test_client()
    article = post(client, "/", text=HARBOR).location
    quiz = re.search(r"/quizzes/(\d+)/attempts", client.get(article).text)
    assert quiz is not None
    take(client, start(client, int(quiz[1])))
    post(client, f"/study/cards/from-quiz/{quiz[1]}")
    before = client.get("/history/attempts/").text
    page = send(client, f"{article}/removal").text
    assert client.get(article).status_code == 404
    add_article(client, HARBOR.replace("12 May", "13 May"))
    assert undo(client, page).location == article
    assert "is back" in client.get(article).text
    assert TOKEN.sub("", client.get("/history/attempts/").text) == TOKEN.sub("", before)
    assert "4 cards of yours" in client.get(article).text


def test_of_two_ratings_at_once_one_counts(app: Flask, used: FlaskClient) -> None:
    """Both wait for the lock of the card, and the second finds it rated."""
    cookie = used.get_cookie("quizapp")
    assert cookie is not None
    together = Barrier(2)

    def rate(uid: str) -> None:
        client = app.test_client()
        client.set_cookie("quizapp", cookie.value)
        together.wait()
        post(client, "/study/cards/2/rate", rating=3, seen=0, uid=uid)

    threads = [Thread(target=rate, args=(uid,)) for uid in ("one", "two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        query = select(func.count()).select_from(Review).where(Review.card_id == 2)
        assert store.session().scalar(query) == 1


def test_of_two_cards_rated_at_once_both_are_counted(app: Flask, used: FlaskClient) -> None:
    """Each counts the day when the other has stored its review, the first of that day or not."""
    cookie = used.get_cookie("quizapp")
    assert cookie is not None
    together = Barrier(2)

    def rate(card: int) -> None:
        client = app.test_client()
        client.set_cookie("quizapp", cookie.value)
        together.wait()
        post(client, f"/study/cards/{card}/rate", rating=3, seen=0, uid=f"both-{card}")

    threads = [Thread(target=rate, args=(card,)) for card in (3, 4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with app.app_context():
        counted = store.session().scalars(select(Daily.reviews).order_by(Daily.day)).all()
        assert sum(counted) == store.session().scalar(select(func.count(Review.id)))


def test_the_latest_migrations_lead_back(app: Flask, used: FlaskClient) -> None:
    """Before 0017 there is no place for a quiz that was put together."""
    assert used
    with app.app_context():
        downgrade(directory=str(config.MIGRATIONS), revision="0017")
    server.upgrade(app)
