import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, post, start, take
from tests.quizapp.views.people import PASSWORD, log_in, member, sign_up

BETTER = "three herons at low tide"


def change(client: FlaskClient, present: str, password: str = BETTER) -> int:
    return post(
        client, "/account/password", present=present, password=password, repeated=password
    ).status_code


def test_a_new_password_logs_out_the_other_devices(app: Flask) -> None:
    here, there = member(app, "Nora"), app.test_client()
    log_in(there)
    assert there.get("/account/").status_code == 200
    assert change(here, PASSWORD) == 303
    assert "Your password is changed" in here.get("/account/").text
    assert there.get("/account/").status_code == 302
    assert log_in(there).status_code == 422
    assert log_in(there, password=BETTER).status_code == 303


@pytest.mark.parametrize(
    ("present", "password", "said"),
    [
        ("not mine", BETTER, "This is not your password."),
        ("", BETTER, "Type your current password."),
        (PASSWORD, "short", "From 8 to 200 characters"),
        (PASSWORD, "password", "tried first"),
    ],
)
def test_a_password_is_not_changed_so(app: Flask, present: str, password: str, said: str) -> None:
    client = member(app, "Nora")
    fields = {"present": present, "password": password, "repeated": password}
    response = post(client, "/account/password", **fields)
    assert response.status_code == 422
    assert said in response.text
    assert log_in(app.test_client()).status_code == 303


def test_the_present_password_cannot_be_guessed(app: Flask) -> None:
    client = member(app, "Nora")
    assert [change(client, f"wrong {number}") for number in range(11)] == [422] * 10 + [429]
    assert change(client, PASSWORD) == 429


@pytest.mark.parametrize(
    ("url", "field"), [("/account/password", "present"), ("/account/removal", "confirmation")]
)
def test_who_has_to_wait_stays_at_the_account(app: Flask, url: str, field: str) -> None:
    client = member(app, "Nora")
    fields = {field: "wrong", "password": BETTER, "repeated": BETTER}
    for _ in range(11):
        blocked = post(client, url, **fields)
    assert blocked.status_code == 429
    beside = blocked.text.partition(f'id="{field}-error"')[2].partition("</p>")[0]
    assert re.search(r"There were too many tries. Wait 1[456] minutes and go on.", beside)
    assert "Export my data" in blocked.text
    assert "wrong" not in blocked.text


def test_deleting_the_account_needs_its_password(app: Flask) -> None:
    client = member(app, "Nora")
    wrong = post(client, "/account/removal", confirmation="not mine")
    assert wrong.status_code == 422
    assert "This is not your password." in wrong.text
    assert post(client, "/account/removal").status_code == 422
    assert client.get("/account/").status_code == 200


def test_nothing_is_left_of_a_deleted_account(app: Flask) -> None:
    client, there = member(app, "Nora"), app.test_client()
    log_in(there)
    add_article(client)
    take(client, start(client))
    assert post(client, "/account/removal", confirmation=PASSWORD).location == "/"
    assert "Your account is deleted." in client.get("/").text
    assert client.get("/quizzes/1").status_code == 404
    for device in (client, there):
        assert device.get("/account/").status_code == 302
    assert log_in(app.test_client()).status_code == 422
    assert sign_up(app.test_client(), "Nora").status_code == 303


def test_a_quiz_that_was_shared_outlives_its_owner(app: Flask) -> None:
    owner, learner = member(app, "Owner"), app.test_client()
    add_article(owner)
    post(owner, "/quizzes/1/visibility", visibility="open")
    attempt = start(learner)
    post(owner, "/quizzes/1/visibility", visibility="link")
    post(owner, "/account/removal", confirmation=PASSWORD)
    take(learner, attempt)
    assert learner.get("/quizzes/1").status_code == 200
    assert app.test_client().get("/quizzes/1").status_code == 404
