import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from quizapp import store
from quizapp.assessment.fitting import ENOUGH, Fit, History, Parameters, telling
from quizapp.assessment.scheduling import USUAL
from quizapp.store import daily
from quizapp.store.study_models import Card, Review
from quizapp.views.services import NAME
from tests.quizapp.factories import START
from tests.quizapp.views.pages import add_article, post, send

STABILITY = re.compile(r"Stability</dt><dd>([^<]+)")
INTERVAL = re.compile(r'<span class="span">([^<]+)</span>')
MINE: Parameters = (0.1, 0.5, 1.5, 5.0, *USUAL.parameters[4:])


def fit(histories: Sequence[History], before: Parameters, *, relearning: int) -> Fit:
    assert relearning == 1
    return Fit(MINE, telling(histories), off=0.02, off_before=0.02 if before == MINE else 0.05)


@pytest.fixture
def optimizing(app: Flask) -> None:
    app.extensions[NAME] = replace(app.extensions[NAME], optimize=fit)


@pytest.fixture
def studying(app: Flask, client: FlaskClient) -> FlaskClient:
    """A client with four cards and hundreds of reviews."""
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    with app.app_context():
        session = store.session()
        cards = session.scalars(select(Card)).all()
        _log(session, [_row(cards[n % 4], n // 4) for n in range(4 * 130)])
        for card in cards:
            card.reviews, card.state, card.stability, card.difficulty = 130, 2, 30.0, 5.0
            card.reviewed_at = card.due = START + timedelta(days=129)
        session.commit()
    return client


def _log(session: Session, rows: list[dict[str, object]]) -> None:
    session.execute(insert(Review), rows)
    days = session.scalars(select(Review.day).distinct()).all()
    daily.recount(session, str(rows[0]["learner"]), days)


def _row(card: Card, number: int) -> dict[str, object]:
    at = START + timedelta(days=number)
    return {
        "learner": card.learner,
        "card_id": card.id,
        "uid": f"{card.id}-{number}",
        "rating": 3,
        "reviewed_at": at,
        "day": at.date(),
        "state": 2 if number else 0,
        "due": at,
        "reviews": number,
        "lapses": 0,
    }


@pytest.mark.usefixtures("optimizing")
def test_parameters_are_fitted_shown_used_and_reset(studying: FlaskClient) -> None:
    assert "516 reviews that tell something" in studying.get("/study/parameters/").text
    page = send(studying, "/study/parameters/").text
    assert "your own parameters" in page
    assert "0.1, 0.5, 1.5, 5.0" in page
    assert "2.0 %" in page
    post(studying, "/study/cards/new", front="ser", back="to be")
    assert ">5 d<" in studying.get("/study/cards/5/again").text
    page = send(studying, "/study/parameters/usual").text
    assert "by the usual parameters" in page
    assert str(USUAL.parameters[0]) in page
    assert ">8 d<" in studying.get("/study/cards/5/again").text


@pytest.mark.usefixtures("optimizing")
def test_what_is_known_of_cards_follows_the_parameters(app: Flask, studying: FlaskClient) -> None:
    app.extensions[NAME].now.time = START + timedelta(days=130)
    told, shown = [], set()
    for url in ("/study/parameters/", "/study/parameters/usual"):
        post(studying, url)
        shown |= set(STABILITY.findall(studying.get("/study/cards/1").text))
        online = INTERVAL.findall(studying.get("/study/cards/1/again").text)
        cards = studying.get("/study/pack").get_json()["cards"]
        (along,) = (each["ratings"] for each in cards if each["card"] == 1)
        assert online == [along[rating]["text"] for rating in "1234"]
        told.append(online)
    assert told[0] != told[1]
    assert len(shown) == 2


@pytest.mark.usefixtures("optimizing")
def test_of_very_many_reviews_no_more_are_counted_than_a_thousand(
    app: Flask, studying: FlaskClient
) -> None:
    with app.app_context():
        session = store.session()
        cards = session.scalars(select(Card)).all()
        more = [_row(card, number) for card in cards for number in range(130, 260)]
        _log(session, more)
        session.commit()
    assert "At least 1,000 reviews that tell something" in studying.get("/study/parameters/").text


@pytest.mark.usefixtures("optimizing")
def test_parameters_that_are_no_better_change_nothing(studying: FlaskClient) -> None:
    post(studying, "/study/parameters/")
    page = send(studying, "/study/parameters/").text
    assert "No better parameters" in page
    assert "5.0 %" in page


@pytest.mark.usefixtures("optimizing")
def test_saving_the_settings_leaves_the_parameters(studying: FlaskClient) -> None:
    post(studying, "/study/parameters/")
    sent = {
        "retention": 90,
        "new_per_day": 5,
        "reviews_per_day": 9,
        "steps": "1m",
        "relearning": "",
        "zone": "UTC",
        "kind": "question",
    }
    assert post(studying, "/study/settings/", **sent).status_code == 303
    assert "0.1, 0.5, 1.5, 5.0" in studying.get("/study/parameters/").text


@pytest.mark.usefixtures("optimizing")
def test_too_few_reviews_say_how_many_there_are(client: FlaskClient) -> None:
    page = client.get("/study/parameters/").text
    assert f"From {ENOUGH} on" in page
    assert "Fit to my reviews" not in page
    assert "not enough reviews" in send(client, "/study/parameters/").text


def test_where_the_optimizer_is_missing_the_page_says_what_to_install(
    app: Flask, studying: FlaskClient
) -> None:
    app.extensions[NAME] = replace(app.extensions[NAME], optimize=None)
    assert "quizapp[fit]" in studying.get("/study/parameters/").text
    assert "quizapp[fit]" in send(studying, "/study/parameters/").text
