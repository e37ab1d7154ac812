"""Quizzes that a teacher puts together from the bank."""

import re

from flask import Flask
from flask.testing import FlaskClient

from quizapp import store
from quizapp.assessment.assembly import ItemVersion
from quizapp.store import quiz_items, quizzes
from tests.quizapp.factories import HARBOR
from tests.quizapp.views.pages import add_article, post, send
from tests.quizapp.views.people import member

QUIZ = 3
EDIT = f"/quizzes/{QUIZ}/edit"
PLACED = re.compile(r'<li id="item-(\d+)"')
SECOND = HARBOR.replace("The harbor of Vellmouth reopens\n", "Ships call at Vellmouth again\n", 1)
LONG = "a" * 10_000
SCRIPT = "<script>alert(1)</script>"


def owner(app: Flask) -> FlaskClient:
    """Of an account with two articles, of four items each."""
    client = member(app, "Owner")
    add_article(client)
    add_article(client, SECOND)
    return client


def make(client: FlaskClient, **fields: object) -> str:
    """Put a quiz together by rule; the page on which it can be edited."""
    return send(client, "/quizzes/new", **{"title": "Midterm", "size": 4} | fields).text


def by_hand(client: FlaskClient, *items: int) -> str:
    return send(client, "/quizzes/by-hand", quiz=0, title="Midterm", item=list(items)).text


def placed(page: str) -> list[int]:
    return [int(number) for number in PLACED.findall(page)]


def items(app: Flask, quiz_id: int = QUIZ) -> tuple[int, ...]:
    with app.app_context():
        return quiz_items.of(store.session(), quiz_id)


def asked(app: Flask, quiz_id: int = QUIZ) -> tuple[ItemVersion, ...]:
    with app.app_context():
        quiz = quizzes.get(store.session(), quiz_id)
        assert quiz is not None
        return quiz.items


def publish(client: FlaskClient, quiz_id: int = QUIZ) -> None:
    assert post(client, f"/quizzes/{quiz_id}/visibility", visibility="link").status_code == 303
