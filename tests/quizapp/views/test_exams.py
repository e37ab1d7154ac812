"""What a running exam owes to whoever is interrupted."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, choices, post, start, token
from tests.quizapp.views.people import sign_up

SETTINGS: dict[str, object] = {
    "retention": 90,
    "steps": "1m",
    "relearning": "10m",
    "new_per_day": 20,
    "reviews_per_day": 200,
    "kind": "question",
}


@pytest.fixture
def exam(client: FlaskClient) -> str:
    add_article(client)
    return start(client, mode="exam")


def test_a_question_of_an_exam_that_was_ended_says_so(client: FlaskClient, exam: str) -> None:
    post(client, f"{exam}/finish")
    page = client.get(f"{exam}/questions/1").text
    assert "This exam has ended" in page
    assert "time was up" not in page


def test_the_end_is_told_in_the_zone_of_the_learner(client: FlaskClient) -> None:
    add_article(client)
    exam = start(client, mode="exam", minutes=10)
    for zone, told in (("UTC", r"09:4\d UTC"), ("Asia/Kolkata", r"15:1\d IST")):
        assert post(client, "/study/settings/", **SETTINGS | {"zone": zone}).status_code == 303
        for page in ("questions/1", "overview"):
            assert re.search(rf">{told}</time>", client.get(f"{exam}/{page}").text)


def test_a_script_is_told_where_to_go_on(client: FlaskClient, exam: str) -> None:
    key, _, _ = choices(client, exam, 1)
    heard = {"headers": {"Accept": "application/json"}}
    data = {"csrf_token": token(client), "option": key, "flagged": "1"}
    for url, onward in (
        ("questions/1", "questions/2?stored=1"),
        ("questions/1/flag", "questions/1?flag=set"),
        ("questions/1/skip", "questions/2?stored=1"),
        ("finish", "results"),
    ):
        response = client.post(f"{exam}/{url}", data=data, **heard)
        assert (response.status_code, response.json) == (200, {"next": f"{exam}/{onward}"})


def test_a_stale_page_of_an_exam_keeps_what_was_chosen(client: FlaskClient, exam: str) -> None:
    """The script sends it anew at once."""
    key, wrong, _ = choices(client, exam, 1)
    post(client, f"{exam}/questions/1", option=wrong)
    stale = client.post(f"{exam}/questions/1", data={"csrf_token": "stale", "option": key})
    assert stale.status_code == 400
    assert re.search(f'value="{key}" checked', stale.text)
    assert f'data-keep="{wrong} " data-pending' in stale.text


def test_a_choice_from_before_a_log_in_is_proposed_and_no_other(
    client: FlaskClient, exam: str
) -> None:
    key, wrong, _ = choices(client, exam, 1)
    post(client, f"{exam}/questions/1", option=wrong)
    page = client.get(f"{exam}/questions/1?option={key}").text
    assert re.search(f'value="{key}" checked', page)
    assert "not stored yet" in page
    other = client.get(f"{exam}/questions/1?option=9").text
    assert re.search(f'value="{wrong}" checked', other)
    assert "not stored yet" not in other


@pytest.mark.parametrize(
    ("url", "back"),
    [
        ("questions/2", "questions/2?option%3D3"),
        ("questions/2/flag", "questions/2?option%3D3"),
        ("finish", ""),
    ],
)
def test_who_is_logged_out_is_led_back_with_the_choice(
    app: Flask, exam: str, url: str, back: str
) -> None:
    guest = app.test_client()
    response = post(guest, f"{exam}/{url}", option="3", flagged="1")
    assert response.status_code == 404
    assert "You are not logged in" in response.text
    assert f'href="/account/log-in?next={exam}{"/" if back else ""}{back}">Log in' in response.text
    assert "You are not logged in" in guest.get(f"{exam}/results").text
    assert sign_up(guest).status_code == 303
    assert "somebody else’s" in post(guest, f"{exam}/{url}", option="3").text
