"""Every page of a teacher, and those of a pupil, with a hundred thousand responses."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html import unescape
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
WEIGHT = 60
TIMES = 7
TEACHER = "0" * 32
NUMBERS = {
    "quiz_id": 2,
    "article_id": 2,
    "item_id": 21,
    "attempt_id": 2,
    "position": 1,
    "class_id": 1,
    "upload_id": filling.UPLOAD,
    "card_id": 3,
}
"""What stands in the addresses of pages that the teacher has."""
MORE = (
    "/attempts/1/questions/1",
    "/attempts/1/overview",
    "/quizzes/?archived=",
    "/bank/?answers=doubtful",
    "/bank/?answers=good",
    "/bank/?words=month+7",
    f"/quizzes/{filling.COMPOSED}",
    f"/quizzes/{filling.COMPOSED}/edit",
    f"/quizzes/{filling.COMPOSED}/statistics/",
    f"/classes/1/attempts/{filling.GRADED}",
)
PUPILS = (
    "/",
    "/quizzes/",
    "/quizzes/2",
    "/quizzes/2/leaderboard/",
    "/history/",
    "/history/attempts/",
    "/classes/",
    "/classes/1",
    f"/attempts/{filling.GRADED}/results",
    f"/attempts/{filling.GRADED}/questions/1",
    f"/attempts/{filling.GRADED}/article",
)
GUESTS = ("/", "/quizzes/", "/account/log-in", "/account/sign-up")
PACKED = {"Accept-Encoding": "gzip"}
"""What every browser asks for."""
LOADED = re.compile(r'<(?:link|script|img)[^>]+(?:href|src)="([^"]+)"')


def of_responses() -> Iterator[Measure]:
    """Milliseconds that the processor works for each page that can be had, and for an answer."""
    weights: list[float] = []
    with filled(RESPONSES) as app, signed_in(app, "Ida", TEACHER) as teacher:
        for url in pages(app):
            yield from _of(teacher, url, weights)
        for name, spent in answering(teacher).items():
            yield Measure(name, 1000 * spent, "ms", LIMIT)
        with signed_in(app, *filling.PUPIL) as pupil:
            for url in PUPILS:
                yield from _of(pupil, url, weights, who=", a pupil")
        for url in GUESTS:
            yield from _of(app.test_client(), url, weights, who=", a guest")
    yield Measure(f"largest of {len(weights)} pages with all it loads", max(weights), "kB", WEIGHT)


def _of(client: FlaskClient, url: str, weights: list[float], who: str = "") -> Iterator[Measure]:
    """Of a page or a file; what leads elsewhere, or is not there, is left out."""
    response = client.get(url)
    if response.status_code != 200:
        return
    is_page = response.mimetype == "text/html"
    if is_page:
        weights.append(weight(client, url) / 1000)
    spent = worked(partial(client.get, url, headers=PACKED), times=TIMES)
    yield Measure(f"GET {url}{who}", 1000 * spent, "ms", LIMIT if is_page else None)


def weight(client: FlaskClient, url: str) -> int:
    """Bytes of a page, its styles, scripts and images as they are sent, which is compressed."""
    links = sorted({unescape(link) for link in LOADED.findall(client.get(url).text)})
    return sum(_sent(client, each) for each in (url, *links))


def _sent(client: FlaskClient, url: str) -> int:
    with client.get(url, headers=PACKED) as response:
        return len(response.data)


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


def answering(client: FlaskClient) -> dict[str, float]:
    """Seconds of a start and of an answer in the running exam, each time others, and of its end."""
    page = client.get("/").text.split('csrf_token" value="')[1]
    token = {"csrf_token": page.partition('"')[0]}
    quizzes = iter(range(3, 3 + TIMES))
    forms = iter({"option": n % 4} | token for n in range(TIMES))

    def start() -> object:
        return client.post(f"/quizzes/{next(quizzes)}/attempts", data=token)

    def answer() -> object:
        return client.post("/attempts/1/questions/1", data=next(forms))

    return {
        "POST a start": worked(start, times=TIMES),
        "POST an answer": worked(answer, times=TIMES),
        "POST the end": worked(lambda: client.post("/attempts/1/finish", data=token), times=1),
    }


@contextmanager
def filled(responses: int) -> Iterator[Flask]:
    """An application whose database has been in use for years."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(instance=Path(folder), now=lambda: filling.LATER)
        server.upgrade(app)
        with app.app_context():
            account = models.Account(
                name="Ida", folded="ida", password="", learner=TEACHER, created_at=filling.NOW
            )
            store.session().add(account)
            filling.fill(store.session(), responses, TEACHER, rng=Random(7))
        yield app
        with app.app_context():
            store.db.engine.dispose()


@contextmanager
def signed_in(app: Flask, name: str, learner: str) -> Iterator[FlaskClient]:
    """Somebody with an account; nobody logs in with its password."""
    client = app.test_client()
    user = User(Account(name, "", learner, filling.NOW))
    with client.session_transaction() as cookie:
        cookie["_user_id"], cookie["_fresh"] = user.get_id(), True
    yield client
