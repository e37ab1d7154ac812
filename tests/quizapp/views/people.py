"""Those who come to the pages, each with a browser of their own."""

import re

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.quizapp.views.pages import post, send

PASSWORD = "a lamp in the fog"  # noqa: S105 - of nobody


def sign_up(client: FlaskClient, name: str = "Nora", password: str = PASSWORD) -> TestResponse:
    return post(client, "/account/sign-up", name=name, password=password, repeated=password)


def log_in(
    client: FlaskClient, name: str = "Nora", password: str = PASSWORD, url: str = "/account/log-in"
) -> TestResponse:
    return post(client, url, name=name, password=password)


def member(app: Flask, name: str) -> FlaskClient:
    """Somebody with an account, logged in."""
    client = app.test_client()
    assert sign_up(client, name).status_code == 303
    return client


def teach(client: FlaskClient, name: str = "Tuesday") -> str:
    """Make a class; its code."""
    page = client.get(post(client, "/classes/", name=name).location).text
    code = re.search(r"\?code=([A-Z]+)", page)
    assert code is not None
    return code[1]


def enter(client: FlaskClient, code: str) -> TestResponse:
    return post(client, "/classes/join", code=code)


def assign(teacher: FlaskClient, **fields: object) -> str:
    """Give a class its teacher's quiz; the page that comes of it."""
    return send(teacher, "/classes/1/assignments", **{"quiz": 1} | fields).text
