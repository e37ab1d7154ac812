import io
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions import Generated
from questions.documents import TEXT_LIMIT
from quizapp.jobs import Generate
from tests.quizapp.factories import HARBOR
from tests.quizapp.views.pages import add_article, post


def test_unknown_page(client: FlaskClient) -> None:
    response = client.get("/nowhere")
    assert response.status_code == 404
    assert "There is nothing here" in response.text
    assert 'href="/account/log-in?next=/nowhere">Log in</a></p>' in response.text


@pytest.mark.parametrize("number", [2**63 - 1, 2**63, 10**30])
@pytest.mark.parametrize("url", ["/attempts/1/questions/{}", "/attempts/{}/finish"])
def test_a_number_too_large_for_any_page(
    client: FlaskClient, attempt: str, url: str, number: int
) -> None:
    assert attempt == "/attempts/1"
    assert post(client, url.format(number), option="0").status_code == 404


def test_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    response = client.post("/history/")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    assert "part of a form" in response.text


def test_more_than_any_article(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "MAX_CONTENT_LENGTH", 10_000)
    response = post(client, "/", file=(io.BytesIO(b"x" * 20_000), "a.txt"))
    assert response.status_code == 413
    assert "more than can be read at once" in response.text
    assert "two million characters" in response.text
    assert "files of up to 0.01 MB" in response.text
    assert "of up to 0.01 MB" in client.get("/import/").text
    assert TEXT_LIMIT == 2_000_000


@pytest.mark.parametrize("field", ["text", "title", "source", "published", "csrf_token", "else"])
def test_a_file_in_place_of_a_text_cannot_be_read(client: FlaskClient, field: str) -> None:
    response = post(client, "/", **{"text": HARBOR, field: (io.BytesIO(b"x"), "a.txt")})
    assert response.status_code == 400
    assert "This request cannot be read" in response.text


@pytest.mark.parametrize("body", [[1], {"text": 5}, "text", None])
def test_a_form_is_not_json(client: FlaskClient, body: object) -> None:
    response = client.post("/", json=body)
    assert response.status_code == 400
    assert "Article text" in response.text


def test_a_stale_form_goes_on_to_the_whole_of_its_address(client: FlaskClient) -> None:
    data = {"csrf_token": "stale", "back": '/bank/?words="quay"'}
    response = client.post("/bank/reports/reopen?at=2026-03-14T09:30:00%2B00:00", data=data)
    assert response.status_code == 400
    assert 'action="/bank/reports/reopen?at=2026-03-14T09:30:00%2B00:00"' in response.text
    assert 'name="back" value="/bank/?words=&#34;quay&#34;"' in response.text
    assert "nothing has been done yet" in response.text
    plain = client.post("/bank/decide", data={"csrf_token": "stale"})
    assert 'action="/bank/decide"' in plain.text


def test_a_fault_of_ours_shows_no_trace(
    make_app: Callable[[Generate], Flask], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_text: str, **_options: object) -> Generated:
        raise ZeroDivisionError("a secret of the house")

    app = make_app(fail)
    monkeypatch.setattr(app, "testing", False)
    response = add_article(app.test_client())
    assert response.status_code == 500
    assert "Something broke on our side" in response.text
    assert "secret" not in response.text
    assert "Traceback" not in response.text


def test_the_health_check_is_json(client: FlaskClient) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.json) == (200, {"status": "ok"})


def test_the_icon_is_found_under_its_old_name(client: FlaskClient) -> None:
    with client.get("/favicon.ico", follow_redirects=True) as response:
        assert response.mimetype == "image/svg+xml"


@pytest.mark.parametrize("url", ["/", "/nowhere", "/healthz", "/static/style.css"])
def test_every_response_forbids_other_hosts(client: FlaskClient, url: str) -> None:
    with client.get(url) as response:
        headers = response.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_the_cookie_is_out_of_reach(client: FlaskClient) -> None:
    cookie = client.get("/").headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_pages_are_not_kept_in_caches_but_files_are(client: FlaskClient) -> None:
    page = client.get("/")
    assert "private" in page.headers["Cache-Control"]
    assert "/static/style.css?v=" in page.text
    with client.get("/static/style.css") as file:
        assert "max-age=31536000" in file.headers["Cache-Control"]
