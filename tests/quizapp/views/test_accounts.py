import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp import store
from quizapp.store import models
from tests.quizapp.views.pages import add_article, post, start, take
from tests.quizapp.views.people import PASSWORD, log_in, member, sign_up

WRONG = "Name and password do not fit together."


def is_logged_in(client: FlaskClient) -> bool:
    return client.get("/account/").status_code == 200


def test_signing_up_logs_in(client: FlaskClient) -> None:
    assert not is_logged_in(client)
    assert sign_up(client).location == "/"
    assert "Welcome, Nora." in client.get("/").text
    assert ">Nora</h1>" in client.get("/account/").text


def test_logging_out_leaves_nothing_behind(client: FlaskClient) -> None:
    sign_up(client)
    add_article(client)
    attempt = start(client)
    assert post(client, "/account/log-out").location == "/"
    assert not is_logged_in(client)
    assert client.get(f"{attempt}/questions/1").status_code == 404
    assert "No quizzes yet" in client.get("/quizzes/").text


def test_an_account_is_there_on_another_device(app: Flask) -> None:
    first = member(app, "Nora")
    add_article(first)
    attempt = start(first)
    second = app.test_client()
    assert log_in(second, "nora").status_code == 303
    assert second.get(f"{attempt}/questions/1").status_code == 200


def test_what_a_guest_did_moves_over_at_sign_up(client: FlaskClient) -> None:
    add_article(client)
    attempt = start(client)
    take(client, attempt)
    sign_up(client)
    assert client.get(f"{attempt}/results").status_code == 200
    assert f"{attempt}/results" in client.get("/history/").text


def test_what_a_guest_did_moves_over_at_log_in(app: Flask) -> None:
    member(app, "Nora")
    client = app.test_client()
    add_article(client)
    attempt = start(client)
    log_in(client)
    assert client.get(f"{attempt}/questions/1").status_code == 200


def test_what_a_guest_made_is_no_longer_open_to_all_and_that_is_said(app: Flask) -> None:
    maker, other = app.test_client(), app.test_client()
    add_article(maker)
    assert "become yours alone" in maker.get("/account/sign-up").text
    assert other.get("/articles/1/answers").status_code == 200
    sign_up(maker)
    assert "only you can see what you made in this browser: 1 quiz." in maker.get("/").text
    for url in ("/articles/1", "/articles/1/answers", "/quizzes/1", "/quizzes/1/export/gift"):
        assert other.get(url).status_code == 404
        assert maker.get(url).status_code == 200


def test_a_cookie_from_before_is_worth_nothing_afterwards(app: Flask) -> None:
    """Whoever planted their own cookie in a browser does not see what is done there later."""
    planter = app.test_client()
    add_article(planter)
    attempt = start(planter)
    victim = app.test_client()
    cookie = planter.get_cookie("quizapp")
    assert cookie is not None
    victim.set_cookie("quizapp", cookie.value)
    sign_up(victim)
    assert victim.get(f"{attempt}/questions/1").status_code == 200
    assert planter.get(f"{attempt}/questions/1").status_code == 404
    assert not is_logged_in(planter)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"name": ""}, "Choose a name."),
        ({"name": " \u200b "}, "Choose a name."),
        ({"name": "n" * 10_000}, "From 1 to 40 characters"),
        ({"password": ""}, "Choose a password."),
        ({"password": "short"}, "From 8 to 200 characters"),
        ({"password": "x" * 10_000}, "From 8 to 200 characters"),
        ({"password": "Password1"}, "tried first"),
        ({"password": "aaaaaaaaaaaa"}, "tried first"),
        ({"name": "Nora Falk", "password": "nora falk"}, "first that would be tried"),
        ({"repeated": "a lamp in the dog"}, "The two passwords differ."),
    ],
)
def test_what_cannot_be_used_is_said_beside_the_field(
    client: FlaskClient, session: Session, fields: dict[str, str], said: str
) -> None:
    password = fields.get("password", PASSWORD)
    sent = {"name": "Nora", "password": password, "repeated": password} | fields
    response = post(client, "/account/sign-up", **sent)
    assert response.status_code == 422
    assert said in response.text
    assert f'value="{sent["name"].strip()}"' in response.text or not sent["name"].strip(" \u200b")
    assert password not in response.text or not password
    assert session.scalar(select(func.count()).select_from(models.Account)) == 0


def test_a_name_that_is_taken(app: Flask) -> None:
    member(app, "Nora")
    response = sign_up(app.test_client(), "NORA")
    assert response.status_code == 422
    assert "Somebody has this name already" in response.text


def test_a_name_is_text_wherever_it_is_shown(client: FlaskClient) -> None:
    sign_up(client, "<script>alert(1)</script>")
    for url in ("/", "/account/"):
        page = client.get(url).text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_a_wrong_password_and_an_unknown_name_look_the_same(app: Flask) -> None:
    member(app, "Nora")
    wrong = log_in(app.test_client(), "Nora", "not the password")
    unknown = log_in(app.test_client(), "Nina", "not the password")
    assert wrong.status_code == unknown.status_code == 422
    assert WRONG in wrong.text
    assert len(wrong.text) == len(unknown.text)


@pytest.mark.parametrize("name", ["Nora", "Nobody"])
def test_ten_wrong_passwords_are_enough(app: Flask, name: str) -> None:
    member(app, "Nora")
    client = app.test_client()
    statuses = [log_in(client, name, f"wrong {number}").status_code for number in range(11)]
    assert statuses == [422] * 10 + [429]
    blocked = log_in(client, name)
    assert blocked.status_code == 429
    assert re.search(r"There were too many tries. Wait 1[456] minutes and go on.", blocked.text)
    assert int(blocked.headers["Retry-After"]) > 0
    assert not is_logged_in(client)


def test_who_has_to_wait_stays_where_they_log_in_with_what_they_typed(client: FlaskClient) -> None:
    form = {"name": "  Nora\u202e ", "password": "wrong", "stay": "y"}
    for _ in range(11):
        blocked = post(client, "/account/log-in?next=/history/", **form)
    assert blocked.status_code == 429
    assert 'value="Nora"' in blocked.text
    assert re.search('<input[^>]*checked[^>]*name="stay"', blocked.text)
    assert 'action="/account/log-in?next=/history/"' in blocked.text
    assert "wrong" not in blocked.text
    assert ">Log in</button>" in blocked.text


def test_who_made_too_many_accounts_keeps_the_name_that_was_typed(app: Flask) -> None:
    for number in range(60):
        assert sign_up(app.test_client(), f"Nora {number}").status_code == 303
    blocked = sign_up(app.test_client(), "Ida")
    assert blocked.status_code == 429
    assert 'value="Ida"' in blocked.text
    assert "too many tries" in blocked.text


def test_the_limit_is_for_one_name_and_right_passwords_do_not_count(app: Flask) -> None:
    member(app, "Nora")
    member(app, "Ida")
    client = app.test_client()
    for _ in range(12):
        assert log_in(client).status_code == 303
        post(client, "/account/log-out")
    for number in range(10):
        log_in(client, "nora ", f"wrong {number}")
    assert log_in(client).status_code == 429
    assert log_in(client, "Ida").status_code == 303


def test_a_right_password_clears_the_count_of_its_name_and_address(app: Flask) -> None:
    member(app, "Nora")
    client = app.test_client()
    for _ in range(2):
        statuses = [log_in(client, "Nora", f"wrong {n}").status_code for n in range(9)]
        assert statuses == [422] * 9
        assert log_in(client).status_code == 303
        post(client, "/account/log-out")


def test_who_guesses_shuts_out_nobody_else_at_the_address_and_has_few_guesses(app: Flask) -> None:
    member(app, "Nora")
    member(app, "Ida")
    guesser = app.test_client()
    for number in range(100):
        assert log_in(guesser, f"Nobody {number}", "wrong").status_code == 422
    assert log_in(app.test_client(), "Nora").status_code == 303
    statuses = [log_in(guesser, "Ida", f"wrong {n}").status_code for n in range(4)]
    assert statuses == [422] * 3 + [429]
    blocked = log_in(guesser, "Ida", "wrong")
    assert re.search(r"Wait (59|60|61) minutes", blocked.text)
    assert log_in(app.test_client(), "Nora").status_code == 303


@pytest.mark.parametrize("name", ["\uff2eora", "NORA", "No\u202era"])
def test_a_name_that_looks_alike_is_the_same(app: Flask, name: str) -> None:
    member(app, "Nora")
    assert "Somebody has this name already" in sign_up(app.test_client(), name).text
    client = app.test_client()
    for number in range(10):
        log_in(client, name, f"wrong {number}")
    assert log_in(client, "Nora").status_code == 429
    assert log_in(app.test_client(), name).status_code == 429


@pytest.mark.parametrize(
    ("wanted", "reached"),
    [
        ("/quizzes/", "/quizzes/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/%5Celsewhere.example", "/"),
    ],
)
def test_after_logging_in_one_stays_on_this_site(app: Flask, wanted: str, reached: str) -> None:
    member(app, "Nora")
    client = app.test_client()
    page = client.get(f"/account/log-in?next={wanted}").text
    assert ("elsewhere" in page) is False
    assert log_in(client, url=f"/account/log-in?next={wanted}").location == reached


def test_a_page_for_members_leads_back_after_logging_in(client: FlaskClient) -> None:
    assert client.get("/account/").location == "/account/log-in?next=/account/"


def test_a_session_ends_with_the_browser_unless_it_should_stay(app: Flask) -> None:
    member(app, "Nora")
    for fields, permanent in (({}, False), ({"stay": "y"}, True)):
        client = app.test_client()
        response = post(client, "/account/log-in", name="Nora", password=PASSWORD, **fields)
        assert ("Expires" in response.headers["Set-Cookie"]) is permanent


@pytest.mark.parametrize("forged", ["1", "x", "x-0000000000000000", "x-", "-", "9" * 40])
def test_a_session_of_an_account_that_has_changed_is_none(
    app: Flask, client: FlaskClient, forged: str
) -> None:
    member(app, "Nora")
    with app.app_context():
        learner = store.session().scalar(select(models.Account.learner))
    with client.session_transaction() as cookie:
        cookie["_user_id"] = forged.replace("x", str(learner))
    assert not is_logged_in(client)


def test_a_stale_form_changes_nothing(client: FlaskClient, session: Session) -> None:
    fields = {"name": "Nora", "password": PASSWORD, "repeated": PASSWORD}
    response = client.post("/account/sign-up", data={"csrf_token": "stale", **fields})
    assert response.status_code == 400
    assert "open for too long" in response.text
    assert 'value="Nora"' in response.text
    assert session.scalar(select(func.count()).select_from(models.Account)) == 0


def test_a_name_keeps_no_signs_that_turn_it_round_or_hide_in_it(client: FlaskClient) -> None:
    assert sign_up(client, "No\u202er\u2066a\u3164").status_code == 303
    assert "Welcome, Nora." in client.get("/").text
    assert sign_up(client, "\u202e\u2800").status_code == 422


def test_a_log_in_without_a_name_is_limited_and_no_fault_in_the_log(
    client: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    tries = [log_in(client, "", "x") for _ in range(11)]
    assert [each.status_code for each in tries] == [422] * 10 + [429]
    assert "Skipping limit" not in caplog.text
