import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from quizapp.views.services import NAME
from tests.quizapp.factories import ITEMS, KEYS
from tests.quizapp.views.pages import add_article, post, send

HIDDEN = re.compile(r'name="(seen|uid|shown)" value="([^"]*)"')


@pytest.fixture
def studying(client: FlaskClient) -> FlaskClient:
    """A client with four new cards."""
    add_article(client)
    assert "4 cards were added" in send(client, "/study/cards/from-quiz/1").text
    return client


def fields(page: str) -> dict[str, str]:
    return dict(HIDDEN.findall(page))


def rate(client: FlaskClient, rating: int = 3, *, card: int = 1, **changed: object) -> TestResponse:
    """Rate a card as its page would."""
    sent = fields(client.get("/study/next").text) | changed
    return send(client, f"/study/cards/{card}/rate", rating=rating, **sent)


def later(app: Flask, span: timedelta) -> None:
    app.extensions[NAME].now.time += span


def test_a_card_shows_its_question_its_answer_and_what_each_rating_brings(
    studying: FlaskClient,
) -> None:
    page = studying.get("/study/next").text
    assert ITEMS[0].stem in page
    front, _, back = page.partition("Show answer")
    assert KEYS[ITEMS[0].stem] not in front
    assert KEYS[ITEMS[0].stem] in back
    assert re.findall(r'class="span">([^<]+)', back) == ["1 min", "6 min", "10 min", "8 d"]


def test_rating_leads_to_the_next_card(studying: FlaskClient) -> None:
    page = rate(studying, 4).text
    assert ITEMS[1].stem in page
    assert re.search(r"<span>3 <span class=\"what\">new", page)


def test_a_card_that_was_forgotten_comes_back_when_it_is_due(
    app: Flask, studying: FlaskClient
) -> None:
    rate(studying, 1)
    assert ITEMS[1].stem in studying.get("/study/next").text
    later(app, timedelta(minutes=1))
    assert ITEMS[0].stem in studying.get("/study/next").text


def test_the_end_of_the_day_says_what_was_done(app: Flask, studying: FlaskClient) -> None:
    for card in range(1, 5):
        rate(studying, 4, card=card)
    page = studying.get("/study/next").text
    assert "You studied 4 cards today" in page
    assert "The next one is due" in page
    later(app, timedelta(days=8))
    assert ITEMS[0].stem in studying.get("/study/next").text


def test_a_rating_that_comes_twice_counts_once(studying: FlaskClient) -> None:
    sent = fields(studying.get("/study/next").text)
    post(studying, "/study/cards/1/rate", rating=4, **sent)
    page = send(studying, "/study/cards/1/rate", rating=1, **sent).text
    assert "the first rating counts" in page
    assert "8 d" not in studying.get("/study/cards/1/again").text
    assert "This card is due" in studying.get("/study/cards/1/again").text


def test_a_card_that_is_not_due_is_refused_kindly(studying: FlaskClient) -> None:
    rate(studying, 4)
    assert "was not due" in rate(studying, 1, card=1, seen=1).text


@pytest.mark.parametrize(
    ("changed", "status"),
    [
        ({"rating": "5"}, 422),
        ({"rating": "good"}, 422),
        ({"seen": "-1"}, 422),
        ({"seen": "many"}, 422),
        ({"uid": ""}, 422),
        ({"uid": "x" * 37}, 422),
        ({"uid": "a\0b"}, 422),
        ({"shown": "nan"}, 422),
        ({"shown": "1e300"}, 422),
        ({"shown": ""}, 303),
        ({"shown": "0"}, 303),
        ({"csrf_token": "old"}, 400),
    ],
)
def test_forged_ratings_are_refused(
    studying: FlaskClient, changed: dict[str, str], status: int
) -> None:
    sent = fields(studying.get("/study/next").text) | {"rating": "3"} | changed
    assert post(studying, "/study/cards/1/rate", **sent).status_code == status
    assert (ITEMS[0].stem in studying.get("/study/next").text) == (status != 303)


def test_cards_of_others_are_not_there(app: Flask, studying: FlaskClient) -> None:
    other = app.test_client()
    add_article(other)
    sent = fields(studying.get("/study/next").text)
    for url in ("/study/cards/1", "/study/cards/1/again"):
        assert other.get(url).status_code == 404
    assert post(other, "/study/cards/1/rate", rating=3, **sent).status_code == 404
    assert post(other, "/study/cards/1/bury", away=1).status_code == 404
    assert post(other, "/study/cards/1/suspend", away=1).status_code == 404
    assert post(other, "/study/cards/1", front="a", back="b").status_code == 404
    assert "Nothing is due" in other.get("/study/next").text


def test_undo_asks_the_card_again(studying: FlaskClient) -> None:
    page = rate(studying, 1).text
    review = re.search(r'name="review" value="(\d+)"', page)
    assert review is not None
    page = send(studying, "/study/undo", review=review[1]).text
    assert ITEMS[0].stem in page
    assert fields(page)["seen"] == "0"
    assert "cannot be taken back" in send(studying, "/study/undo", review=review[1]).text


def test_what_is_set_aside_can_be_taken_back(studying: FlaskClient) -> None:
    for what, words in (("bury", "comes back tomorrow"), ("suspend", "stays out of the queue")):
        page = send(studying, f"/study/cards/1/{what}", away=1).text
        assert words in page
        assert ITEMS[1].stem in page
        page = send(studying, f"/study/cards/1/{what}", away=0).text
        assert ITEMS[0].stem in page


def test_a_buried_card_is_back_the_next_day(app: Flask, studying: FlaskClient) -> None:
    post(studying, "/study/cards/1/bury", away=1)
    later(app, timedelta(days=1))
    assert ITEMS[0].stem in studying.get("/study/next").text


def test_home_says_how_many_are_due(client: FlaskClient, studying: FlaskClient) -> None:
    assert "4 cards are due" in client.get("/").text
    for card in range(1, 5):
        rate(studying, 4, card=card)
    assert "cards are due" not in client.get("/").text
    assert "card is due" not in client.get("/").text


@pytest.mark.parametrize("scope", ["article=1", "quiz=1"])
def test_a_scope_is_kept_from_card_to_card(studying: FlaskClient, scope: str) -> None:
    page = studying.get(f"/study/next?{scope}").text
    assert f"/study/cards/1/rate?{scope}" in page
    response = post(studying, f"/study/cards/1/rate?{scope}", rating=3, **fields(page))
    assert response.location == f"/study/next?{scope}"


@pytest.mark.parametrize(
    "scope", ["article=x", "article=-1", f"article={10**30}", "quiz=", "deck=", "card=x"]
)
def test_a_scope_that_means_nothing_breaks_nothing(studying: FlaskClient, scope: str) -> None:
    assert studying.get(f"/study/next?{scope}").status_code == 200


def test_limits_of_the_day_hold_and_are_told_of(studying: FlaskClient) -> None:
    wanted = {
        "retention": 90,
        "new_per_day": 1,
        "reviews_per_day": 9,
        "steps": "",
        "relearning": "",
    }
    post(studying, "/study/settings/", zone="UTC", kind="question", **wanted)
    rate(studying, 4)
    page = studying.get("/study/next").text
    assert "More cards are waiting" in page
