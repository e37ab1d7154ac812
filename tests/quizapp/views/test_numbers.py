import csv
import io
import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.views.services import NAME
from tests.quizapp.views.pages import add_article, post


@pytest.fixture
def studying(client: FlaskClient) -> FlaskClient:
    """A client with four cards, of which one was learned and one is being learned."""
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    rate(client, 1, 4, seen=0)
    rate(client, 2, 1, seen=0)
    return client


def rate(client: FlaskClient, card: int, rating: int, *, seen: int) -> None:
    fields = {"rating": rating, "seen": seen, "uid": f"{card}-{seen}"}
    assert post(client, f"/study/cards/{card}/rate", **fields).status_code == 303


def figures(page: str) -> list[str]:
    return re.findall(r"<dd>([^<]+)</dd>", page)


def test_numbers_tell_what_was_done_and_what_is_to_come(app: Flask, studying: FlaskClient) -> None:
    page = studying.get("/study/numbers/").text
    assert figures(page) == ["3", "2", "–"]
    assert "3 due" in studying.get("/study/").text
    assert "<td>1</td>" in page.partition("As a table")[2]
    app.extensions[NAME].now.time += timedelta(days=8)
    rate(studying, 1, 1, seen=1)
    page = studying.get("/study/numbers/").text
    assert figures(page)[1:] == ["1", "0 %"]
    assert "you want" in page
    assert "forgotten once" in page


def test_numbers_of_nobody_say_what_will_be_there(client: FlaskClient) -> None:
    assert "will be here" in client.get("/study/numbers/").text


def test_the_log_is_downloaded_as_the_optimizer_reads_it(studying: FlaskClient) -> None:
    answer = studying.get("/study/numbers/reviews.csv")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.mimetype == "text/csv"
    assert [(row["card_id"], row["review_rating"], row["review_state"]) for row in rows] == [
        ("1", "4", "0"),
        ("2", "1", "0"),
    ]
    assert all(row["review_time"].startswith("1773") for row in rows)


def test_new_cards_are_not_due_on_any_day(client: FlaskClient) -> None:
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    page = client.get("/study/numbers/").text
    assert "a new card gets its day when you rate it first" in page
    assert "As a table" not in page
