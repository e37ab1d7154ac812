import json
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from quizapp import store
from quizapp.store.study_models import Review
from quizapp.views.bringing import MOST
from tests.quizapp.factories import ITEMS, START
from tests.quizapp.views.pages import add_article, post

NOW = 1000 * START.timestamp()
HUGE = 10**400


@pytest.fixture
def studying(client: FlaskClient) -> FlaskClient:
    """A client with four new cards."""
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    return client


def said(uid: str = "a", *, card: Any = 1, rating: Any = 3, at: Any = NOW, **more: Any) -> Any:
    return {"uid": uid, "card": card, "rating": rating, "at": at, **more}


def bring(client: FlaskClient, *reviews: Any, sent: Any = NOW) -> TestResponse:
    token = client.get("/study/pack").json["token"]  # type: ignore[index]  # it is an object
    return client.post(
        "/study/sync",
        data=json.dumps({"sent": sent, "reviews": reviews}),
        content_type="application/json",
        headers={"X-CSRFToken": token},
    )


def stored(app: Flask) -> int:
    with app.app_context():
        return store.session().scalar(select(func.count()).select_from(Review)) or 0


def test_the_cards_of_today_are_taken_along_with_what_ratings_bring(studying: FlaskClient) -> None:
    pack = studying.get("/study/pack").json
    assert pack is not None
    assert [card["front"] for card in pack["cards"]] == [item.stem for item in ITEMS]
    first = pack["cards"][0]
    assert first["ratings"]["1"]["text"] == "1 min"
    assert first["ratings"]["1"]["away"] == 60_000
    assert first["ratings"]["1"]["ratings"]["3"]["text"] == "10 min"
    assert first["ratings"]["4"] == {"away": 8 * 86_400_000, "text": "8 d", "ratings": {}}
    assert 0 < pack["left"] < 86_400_000


def test_who_has_no_cards_takes_none(client: FlaskClient) -> None:
    pack = client.get("/study/pack").json
    assert pack is not None
    assert pack["cards"] == []
    assert bring(client, said()).json == {"stored": [], "refused": ["a"]}


def test_reviews_are_brought_once(app: Flask, studying: FlaskClient) -> None:
    reviews = (said("a"), said("b", card=2, rating=1, took=3000), said("a", card=3))
    for _ in range(2):
        assert bring(studying, *reviews).json == {"stored": ["a", "b"], "refused": []}
    assert stored(app) == 2
    assert "Undo the last rating" in studying.get("/study/next").text


@pytest.mark.usefixtures("studying")
def test_cards_of_others_are_refused_one_by_one(app: Flask) -> None:
    other = app.test_client()
    other.get("/")
    post(other, "/study/cards/new", front="a", back="b")
    answer = bring(other, said("mine", card=5), said("yours", card=1), said("none", card=99))
    assert answer.json == {"stored": ["mine"], "refused": ["none", "yours"]}


def test_a_clock_that_is_wrong_does_not_put_reviews_elsewhere(
    app: Flask, studying: FlaskClient
) -> None:
    wrong = 1000 * (START + timedelta(days=900)).timestamp()
    bring(studying, said(at=wrong), sent=wrong + 5000)
    with app.app_context():
        at = store.session().scalar(select(Review.reviewed_at))
    assert at is not None
    assert START <= at < START + timedelta(minutes=10)


BROKEN: list[Any] = [
    "x",
    [],
    {},
    {"uid": "a"},
    said(uid=""),
    said(uid="x" * 37),
    said(uid="\x00"),
    said(card="1"),
    said(card=0),
    said(card=True),
    said(card=HUGE),
    said(rating=5),
    said(rating=3.0),
    said(at="now"),
    said(at=-1),
    said(at=HUGE),
    said(at=float("nan")),
    said(at=float("inf")),
]


@pytest.mark.parametrize("review", BROKEN)
def test_what_cannot_be_read_is_refused_whole(
    app: Flask, studying: FlaskClient, review: Any
) -> None:
    assert bring(studying, said("good"), review).status_code == 422
    assert stored(app) == 0


@pytest.mark.parametrize("took", [None, -5, "long", 1e300, HUGE, float("nan")])
def test_a_time_that_cannot_be_is_left_out(app: Flask, studying: FlaskClient, took: Any) -> None:
    assert bring(studying, said(took=took)).status_code == 200
    with app.app_context():
        assert store.session().scalar(select(Review.took)) is None


@pytest.mark.parametrize("body", [b"", b"{", b"null", b"[" * 100_000, b'{"sent": 1, "reviews": 5}'])
def test_a_body_that_is_no_batch_is_refused(studying: FlaskClient, body: bytes) -> None:
    token = studying.get("/study/pack").json["token"]  # type: ignore[index]  # it is an object
    headers = {"X-CSRFToken": token}
    answer = studying.post(
        "/study/sync", data=body, headers=headers, content_type="application/json"
    )
    assert answer.status_code == 422


def test_too_many_at_once_are_refused(studying: FlaskClient) -> None:
    assert bring(studying, *(said(str(n)) for n in range(MOST + 1))).status_code == 422


def test_nothing_is_brought_without_a_token(app: Flask, studying: FlaskClient) -> None:
    answer = studying.post("/study/sync", json={"sent": NOW, "reviews": [said()]})
    assert answer.status_code == 400
    assert stored(app) == 0


def test_the_pages_can_be_installed(client: FlaskClient) -> None:
    page = client.get("/").text
    assert '<link rel="manifest" href="/study/manifest.webmanifest">' in page
    manifest = client.get("/study/manifest.webmanifest")
    assert manifest.mimetype == "application/manifest+json"
    told = json.loads(manifest.text)
    for icon in told["icons"]:
        with client.get(icon["src"]) as answer:
            assert (answer.status_code, answer.mimetype) == (200, icon["type"])
    assert client.get(told["start_url"]).status_code == 200


def test_the_worker_names_the_files_as_they_are_now(client: FlaskClient) -> None:
    worker = client.get("/study/sw.js")
    assert worker.mimetype == "text/javascript"
    page = client.get("/study/offline").text
    for file in ("style.css", "study.css", "app.js", "study.js", "outbox.js", "offline.js"):
        address = page.partition(f"/static/{file}")[2].partition('"')[0]
        assert f"/static/{file}{address}" in worker.text
