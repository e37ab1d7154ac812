"""Every page, with a hundred thousand responses in the database."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random

from flask import Flask
from flask.testing import FlaskClient

from quizapp import create_app, server, store
from quizapp.store import models
from quizapp.store.accounts import Account
from quizapp.views.login import User
from tests.bench import filling
from tests.bench.measuring import Measure, worked

RESPONSES = 100_000
LIMIT = 50
TIMES = 7
LEARNER = "0" * 32
PASSWORD = "never used"  # noqa: S105 - nobody logs in with it
NUMBERS = {
    "quiz_id": 2,
    "article_id": 2,
    "item_id": 21,
    "attempt_id": 2,
    "position": 1,
    "class_id": 1,
}
"""What stands in the addresses of pages that somebody has."""
MORE = (
    "/attempts/1/questions/1",
    "/attempts/1/overview",
    "/bank/?answers=doubtful",
    "/bank/?answers=good",
)


def of_responses() -> Iterator[Measure]:
    """Milliseconds that the processor works for each page that can be had, and for an answer."""
    with filled() as app, signed_in(app) as client:
        for url in pages(app):
            response = client.get(url)
            if response.status_code == 200:
                download = "Content-Disposition" in response.headers
                spent = worked(partial(client.get, url), times=TIMES)
                yield Measure(f"GET {url}", 1000 * spent, "ms", None if download else LIMIT)
        yield Measure("POST an answer", 1000 * answering(client), "ms", LIMIT)


def pages(app: Flask) -> list[str]:
    """Addresses of all pages whose numbers are known; an exam is still running in attempt 1."""
    with app.test_request_context():
        rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
        known = [rule for rule in rules if rule.arguments <= NUMBERS.keys()]
        built = (
            app.url_map.bind("").build(rule.endpoint, values(rule.arguments)) for rule in known
        )
        return [*MORE, *sorted(built)]


def values(names: set[str]) -> dict[str, int]:
    return {name: NUMBERS[name] for name in names}


def answering(client: FlaskClient) -> float:
    """Seconds of an answer in the running exam, each time another one."""
    url, token = "/attempts/1/questions/1", client.get("/").text.split('csrf_token" value="')[1]
    forms = iter({"option": n % 4, "csrf_token": token.partition('"')[0]} for n in range(TIMES))
    return worked(lambda: client.post(url, data=next(forms)), times=TIMES)


@contextmanager
def filled() -> Iterator[Flask]:
    """An application whose database has been in use for years."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(instance=Path(folder))
        server.upgrade(app)
        with app.app_context():
            account = models.Account(
                name="Ida", folded="ida", password=PASSWORD, learner=LEARNER, created_at=filling.NOW
            )
            store.session().add(account)
            filling.fill(store.session(), RESPONSES, LEARNER, rng=Random(7))
        yield app
        with app.app_context():
            store.db.engine.dispose()


@contextmanager
def signed_in(app: Flask) -> Iterator[FlaskClient]:
    """The learner whose quizzes these are."""
    client = app.test_client()
    user = User(Account("Ida", PASSWORD, LEARNER, filling.NOW))
    with client.session_transaction() as cookie:
        cookie["_user_id"], cookie["_fresh"] = user.get_id(), True
    yield client
