import re
from collections.abc import Collection

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp import store
from quizapp.store import quiz_items
from tests.quizapp.views.composed import (
    LONG,
    QUIZ,
    SCRIPT,
    asked,
    by_hand,
    items,
    make,
    owner,
    placed,
)
from tests.quizapp.views.pages import add_article, post, send, start, take


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return owner(app)


def test_without_an_article_there_is_nothing_to_put_together(other: FlaskClient) -> None:
    page = other.get("/quizzes/new").text
    assert "Add an article" in page
    assert "Make the quiz" not in page


def test_what_is_chosen_apart_from_the_usual_is_not_folded_away(client: FlaskClient) -> None:
    page = client.get("/quizzes/new").text
    assert re.search(r'<input id="size"[^>]* max="200" min="1"', page)
    assert "<details>" in page
    usual = {"title": "", "size": 4, "statuses": ["new", "approved"]}
    assert "<details>" in post(client, "/quizzes/new", **usual).text
    narrower: list[dict[str, object]] = [
        {"statuses": "new"},
        {"statuses": []},
        {"type": "date"},
        {"type": "x"},
    ]
    for fields in narrower:
        assert "<details open>" in post(client, "/quizzes/new", **(usual | fields)).text


RULES: list[tuple[dict[str, object], Collection[int], str]] = [
    ({}, range(1, 9), "4 questions added."),
    ({"article": 2}, range(5, 9), "4 questions added."),
    ({"article": 2, "size": 9}, range(5, 9), "you had asked for 9"),
    ({"type": "person", "size": 9}, (2, 4, 6, 8), "4 questions added. No more"),
    ({"type": ["person", "date"], "article": 1}, (1, 2, 4), "3 questions added."),
    ({"band": "easy"}, range(1, 9), "4 questions added."),
    ({"statuses": "approved"}, (3,), "1 question added."),
]
SENSELESS: list[tuple[dict[str, object], str]] = [
    ({"title": ""}, "Give the quiz a name."),
    ({"title": LONG}, "At most 200 characters"),
    ({"size": ""}, "Say how many."),
    ({"size": "0"}, "Between 1 and 200"),
    ({"size": 10**30}, "Between 1 and 200"),
    ({"size": "many"}, "Give a whole number."),
    ({"band": "hard"}, "No question of your bank fits this."),
    ({"statuses": "retired"}, "Choose one of those offered."),
    ({"article": 99}, "Choose one of those offered."),
    ({"article": "x"}, "Choose one of those offered."),
    ({"type": SCRIPT}, "Choose one of those offered."),
]


def test_a_rule_says_what_comes_into_a_quiz(client: FlaskClient) -> None:
    post(client, "/bank/decide", status="approved", item=3)
    for fields, expected, said in RULES:
        page = make(client, **fields)
        assert set(placed(page)) <= set(expected), fields
        assert said in page


def test_a_rule_that_makes_no_sense_is_said_beside_its_field(client: FlaskClient) -> None:
    for fields, said in SENSELESS:
        response = post(client, "/quizzes/new", **{"title": SCRIPT, "size": 4} | fields)
        assert response.status_code == 422, fields
        assert said in response.text
        assert SCRIPT not in response.text
        assert "title" in fields or "&lt;script&gt;" in response.text


def test_a_quiz_may_start_empty_but_not_be_published_so(client: FlaskClient) -> None:
    assert "no question in this quiz yet" in make(client, empty=1)
    assert "no question in this quiz yet" in client.get(f"/quizzes/{QUIZ}").text
    post(client, f"/quizzes/{QUIZ}/visibility", visibility="open")
    assert "cannot be published" in client.get(f"/quizzes/{QUIZ}").text
    assert post(client, f"/quizzes/{QUIZ}/attempts").status_code == 404


def test_items_are_chosen_by_hand_in_the_bank(client: FlaskClient, app: Flask) -> None:
    page = post(client, "/quizzes/choose", item=[7, 2], back="/bank/?type=person").text
    assert "Add 2 questions to a quiz" in page
    assert 'href="/bank/?type=person"' in page
    refused = post(client, "/quizzes/by-hand", item=[7, 2], quiz=0, title="")
    assert refused.status_code == 422
    assert "Give the new quiz a name." in refused.text
    assert refused.text.count('name="item"') == 2
    assert placed(by_hand(client, 7, 2)) == [2, 7]
    added = send(client, "/quizzes/by-hand", item=[1, 2], quiz=QUIZ).text
    assert "1 question added. 1 had been there." in added
    assert items(app) == (2, 7, 1)
    page = send(client, f"/quizzes/{QUIZ}/items", item=[3, 1], back=f"/bank/?into={QUIZ}").text
    assert "1 question added." in page
    assert "You are choosing questions for <cite>Midterm</cite>, which has 4" in page
    assert page.count("in the quiz") == 4
    assert "No item was selected" in send(client, "/quizzes/choose", back="/bank/").text
    assert "No item was selected" in send(client, f"/quizzes/{QUIZ}/items").text


def test_a_rule_adds_what_is_not_there_yet(client: FlaskClient, app: Flask) -> None:
    by_hand(client, 1, 2, 3)
    url = f"/quizzes/{QUIZ}/items/by-rule"
    assert "1 question added." in send(client, url, size=2, article=1, type="person").text
    page = send(client, url, size=9).text
    assert "No more of your bank fit" in page
    assert sorted(items(app)) == list(range(1, 9))
    refused = post(client, url, size=3)
    assert refused.status_code == 422
    assert "No question of your bank fits this." in refused.text


MOVES: list[tuple[dict[str, object], tuple[int, ...]]] = [
    ({}, (1, 2, 3, 4)),
    ({"item": [1, 2, 3, 4], "place": [4, 2, 3, 4]}, (2, 3, 4, 1)),
    ({"item": [4], "place": [1]}, (4, 1, 2, 3)),
    ({"item": ["x", 99, 4], "place": [1, 1, 2]}, (1, 4, 2, 3)),
    ({"up": 3}, (1, 3, 2, 4)),
    ({"up": 1}, (1, 2, 3, 4)),
    ({"down": 1}, (2, 1, 3, 4)),
    ({"down": 4}, (1, 2, 3, 4)),
    ({"up": 99}, (1, 2, 3, 4)),
    ({"out": 2}, (1, 3, 4)),
    ({"out": 99}, (1, 2, 3, 4)),
    ({"out": "2 OR 1"}, (1, 2, 3, 4)),
    ({"out": 2, "item": [4], "place": [1]}, (4, 1, 3)),
]


def test_items_are_arranged(client: FlaskClient, app: Flask) -> None:
    by_hand(client, 1, 2, 3, 4)
    for fields, expected in MOVES:
        with app.app_context():
            quiz_items.arrange(store.session(), QUIZ, (1, 2, 3, 4))
        page = send(client, f"/quizzes/{QUIZ}/items/order", **fields).text
        assert placed(page) == list(expected), fields
        assert items(app) == expected


@pytest.mark.parametrize("place", ["-5", "0", "x", "", "1.5", LONG])
def test_what_is_no_place_is_said_beside_it_and_nothing_is_saved(
    client: FlaskClient, app: Flask, place: str
) -> None:
    by_hand(client, 1, 2, 3)
    fields = {"item": [1, 2, 3], "place": [3, place, 1]}
    for pressed in ({}, {"up": 3}, {"out": 3}):
        response = post(client, f"/quizzes/{QUIZ}/items/order", **fields, **pressed)
        assert response.status_code == 422
        assert response.text.count("Give a whole number from 1 on") == 1
        assert 'id="place-2-error"' in response.text
        assert f'name="place" value="{place}"' in response.text
        assert items(app) == (1, 2, 3)


def test_what_was_saved_is_said(client: FlaskClient) -> None:
    by_hand(client, 1, 2, 3)
    order = f"/quizzes/{QUIZ}/items/order"
    assert "The order is saved." in send(client, order, item=[3], place=[1]).text
    assert "The order is saved." not in send(client, order, up=2).text


def test_what_was_taken_out_is_put_back_where_it_was(client: FlaskClient, app: Flask) -> None:
    by_hand(client, 1, 2, 3, 4)
    page = send(client, f"/quizzes/{QUIZ}/items/order", out=2).text
    undo = re.search(r'action="([^"]*/items/2/2)"', page)
    assert undo is not None
    for _ in range(2):
        post(client, undo[1])
        assert items(app) == (1, 2, 3, 4)
    assert post(client, f"/quizzes/{QUIZ}/items/3/{10**17}").status_code == 303
    assert items(app) == (1, 2, 4, 3)


def test_a_second_tab_undoes_nothing(client: FlaskClient, app: Flask) -> None:
    """Its page is older than what was added and taken out in the first one."""
    by_hand(client, 1, 2, 3, 4)
    post(client, f"/quizzes/{QUIZ}/items/order", out=2)
    post(client, f"/quizzes/{QUIZ}/items", item=5)
    old = {"item": [1, 2, 3, 4], "place": [1, 2, 1, 4]}
    post(client, f"/quizzes/{QUIZ}/items/order", **old)
    assert sorted(items(app)) == [1, 3, 4, 5]
    assert items(app)[0] == 3


def test_an_attempt_that_has_begun_keeps_its_questions(client: FlaskClient, app: Flask) -> None:
    by_hand(client, 1, 2)
    attempt = start(client, QUIZ)
    post(client, f"/quizzes/{QUIZ}/items/order", out=2)
    assert take(client, attempt, size=2).status_code == 200
    assert len(asked(app)) == 1


def test_a_quiz_is_asked_whole_and_in_its_order_unless_chosen_otherwise(
    client: FlaskClient, app: Flask
) -> None:
    by_hand(client, *range(1, 8))
    post(client, f"/quizzes/{QUIZ}/items/order", item=[7], place=[1])
    page = client.get(f"{start(client, QUIZ)}/questions/1").text
    assert "1 of 7" in page
    assert asked(app)[0].item.stem in page


def test_others_items_do_not_come_into_a_quiz(
    client: FlaskClient, other: FlaskClient, app: Flask
) -> None:
    add_article(other)
    by_hand(client, 1, 9, 10, 99)
    assert items(app, 4) == (1,)
    post(client, "/quizzes/4/items", item=[9, 2])
    assert items(app, 4) == (1, 2)
    post(client, "/quizzes/4/items/9/1")
    assert items(app, 4) == (1, 2)
    assert post(client, "/quizzes/by-hand", item=[1], quiz=3, title="").status_code == 422
    assert post(client, "/quizzes/new", title="T", size=4, article=3).status_code == 422
    assert post(client, "/quizzes/choose", item=[9]).status_code == 303


def test_the_quiz_of_an_article_and_that_of_others_are_not_edited(
    client: FlaskClient, other: FlaskClient
) -> None:
    make(client)
    for who, quiz in ((client, 1), (other, QUIZ), (client, 99)):
        assert who.get(f"/quizzes/{quiz}/edit").status_code == 404
        for url in ("items", "items/order", "items/by-rule", "items/1/1", "name", "removal"):
            assert post(who, f"/quizzes/{quiz}/{url}").status_code == 404


def test_a_stale_form_is_shown_again_with_everything_in_it(client: FlaskClient) -> None:
    data = {"csrf_token": "stale", "title": "Kept", "size": "7", "band": "easy"}
    response = client.post("/quizzes/new", data=data)
    assert response.status_code == 400
    assert 'value="Kept"' in response.text
    assert 'value="easy" checked' in response.text
    response = client.post("/quizzes/choose", data={"csrf_token": "stale", "item": ["1", "2"]})
    assert response.status_code == 400
    assert response.text.count('name="item"') == 2
    response = client.post(
        "/quizzes/by-hand", data={"csrf_token": "stale", "item": ["1", "2"], "title": "Kept"}
    )
    assert response.status_code == 400
    assert response.text.count('name="item"') == 2
    assert 'value="Kept"' in response.text
