"""A quiz that was put together, as a whole: its name, its files, and how it goes and comes back."""

import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.factories import ITEMS
from tests.quizapp.views.composed import (
    EDIT,
    LONG,
    QUIZ,
    SCRIPT,
    by_hand,
    make,
    owner,
)
from tests.quizapp.views.pages import post, send


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return owner(app)


def test_a_quiz_is_renamed(client: FlaskClient) -> None:
    make(client)
    page = send(client, f"/quizzes/{QUIZ}/name", title=SCRIPT).text
    assert "<h1>&lt;script&gt;" in page
    refused = post(client, f"/quizzes/{QUIZ}/name", title=LONG)
    assert refused.status_code == 422
    assert LONG in refused.text


def test_other_programs_get_a_quiz_with_its_name_and_order(client: FlaskClient) -> None:
    by_hand(client, 2, 6, 1)
    post(client, f"/quizzes/{QUIZ}/items/order", item=[6, 1, 2], place=[1, 2, 3])
    gift = client.get(f"/quizzes/{QUIZ}/export/gift").text
    assert re.findall(r"CATEGORY: (.*)", gift) == ["$course$/top/Midterm"]
    stems = [line.removesuffix(" {") for line in gift.split("\n") if line.endswith(" {")]
    assert stems == [ITEMS[1].stem, ITEMS[0].stem, ITEMS[1].stem]
    rows = client.get(f"/quizzes/{QUIZ}/export/csv").text.splitlines()[1:]
    assert [row.split(",")[1] for row in rows] == stems
    assert "<h1>Midterm</h1>" in client.get(f"/quizzes/{QUIZ}/export/html").text
    whole = json.loads(client.get(f"/quizzes/{QUIZ}/export/json").text)
    assert [len(each["items"]) for each in whole] == [2, 1]
    post(client, "/bank/decide", status="retired", item=["1", "2", "6"])
    assert client.get(f"/quizzes/{QUIZ}/export/gift").status_code == 422


def test_a_file_calls_an_item_as_hard_as_the_bank_does(client: FlaskClient) -> None:
    """The sample items are estimated at 0.4, which the bank calls easy."""
    by_hand(client, 1)
    assert "· easy" in client.get(EDIT).text
    assert "[tag:easy]" in client.get(f"/quizzes/{QUIZ}/export/gift").text
