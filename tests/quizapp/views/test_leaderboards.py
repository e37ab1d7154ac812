import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.views.services import NAME
from tests.quizapp.views.pages import add_article, answer, post, send, start, take, undo
from tests.quizapp.views.people import member
from tests.quizapp.views.test_statistics import sit

URL = "/quizzes/1/leaderboard/"


def places(client: FlaskClient) -> list[str]:
    row = r'<th scope="row">(.*?)</th>\s*<td class="got">(.*?)</td>'
    rows = re.findall(row, client.get(URL).text)
    return [re.sub(r"<[^>]+>", "", f"{name}: {score}") for name, score in rows]


def test_nobody_is_seen_who_has_not_joined(client: FlaskClient) -> None:
    add_article(client)
    take(client, start(client))
    assert places(client) == []
    assert "Nobody is on it yet" in client.get(URL).text


def test_whoever_joins_is_seen_with_the_first_attempt(app: Flask, client: FlaskClient) -> None:
    add_article(client)
    take(client, start(client))
    assert post(client, URL, pseudonym="Heron").location == URL
    first = places(client)
    assert first[0].startswith("Heron you: ")
    for _ in range(3):
        take(client, start(client))
    assert places(client) == first
    assert places(app.test_client()) == [first[0].replace(" you", "")]


def test_joining_before_the_first_attempt(client: FlaskClient) -> None:
    add_article(client)
    post(client, URL, pseudonym="Heron")
    assert "will be here once you have finished" in client.get(URL).text
    attempt = start(client)
    answer(client, attempt, 1)
    assert places(client) == []
    assert f'<a href="{attempt}">Go on with it</a>' in client.get(URL).text
    take(client, start(client))
    assert places(client) == []
    for position in (2, 3, 4):
        answer(client, attempt, position)
    assert len(places(client)) == 1
    assert "Go on with it" not in client.get(URL).text


def test_an_exam_in_which_nothing_was_answered_is_a_first_attempt(
    app: Flask, client: FlaskClient
) -> None:
    """Else whoever has looked at all questions for an hour could be first at the next attempt."""
    add_article(client)
    post(client, URL, pseudonym="Heron")
    start(client, mode="exam", minutes="5")
    app.extensions[NAME].now.time += timedelta(hours=1)
    sit(client, "1111")
    assert places(client) == ["Heron you: 0 % 0 of 4"]


def test_a_name_is_taken_once_and_can_be_changed(app: Flask, client: FlaskClient) -> None:
    add_article(client)
    post(client, URL, pseudonym="Heron")
    other = app.test_client()
    refused = post(other, URL, pseudonym="HERON")
    assert refused.status_code == 422
    assert "Somebody else has this name here." in refused.text
    assert 'value="HERON"' in refused.text
    assert post(client, URL, pseudonym="Egret").status_code == 303
    assert post(other, URL, pseudonym="heron").status_code == 303


@pytest.mark.parametrize("name", ["", " ", "n" * 10_000])
def test_a_name_that_cannot_be_used(client: FlaskClient, name: str) -> None:
    add_article(client)
    assert post(client, URL, pseudonym=name).status_code == 422


def test_a_name_is_text(client: FlaskClient) -> None:
    add_article(client)
    take(client, start(client))
    post(client, URL, pseudonym="<script>alert(1)</script>")
    assert "<script>alert" not in client.get(URL).text


def test_leaving_can_be_undone(client: FlaskClient) -> None:
    add_article(client)
    take(client, start(client))
    post(client, URL, pseudonym="Heron")
    page = send(client, f"{URL}leave").text
    assert "no longer on this leaderboard" in page
    assert places(client) == []
    undo(client, page)
    assert len(places(client)) == 1
    assert "Undo" not in client.get(URL).text


def test_the_name_of_the_account_is_not_told(app: Flask) -> None:
    client = member(app, "Nora Falk")
    add_article(client)
    take(client, start(client))
    post(client, URL, pseudonym="Heron")
    assert "Nora" not in client.get(URL).text
