"""Whatever is sent to whatever address: a kind page of the right status, and never a fault."""

import io
import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import AnyConverter, BaseConverter, IntegerConverter

from tests.quizapp.factories import HARBOR
from tests.quizapp.views.pages import PAGES, token, use

LONG = "x" * 10_000
BODIES: dict[str, dict[str, Any]] = {
    "nothing": {},
    "json": {"data": json.dumps({"option": 1}), "content_type": "application/json"},
    "broken json": {"data": "{", "content_type": "application/json"},
    "text": {"data": "option=1", "content_type": "text/plain"},
    "not utf-8": {"data": b"option=\xff%ff&title=\xc3("},
    "half a multipart": {"data": b"--x\r\nA: b", "content_type": "multipart/form-data; boundary=x"},
    "no boundary": {"data": b"--x", "content_type": "multipart/form-data"},
    "many fields": {"data": {f"field{n}": "x" for n in range(1500)}},
    "long": {"data": dict.fromkeys(("option", "name", "title", "comment", "turn"), LONG)},
    "nul": {"data": dict.fromkeys(("option", "name", "title", "comment", "next"), "\0\x1b")},
    "script": {"data": dict.fromkeys(("option", "name", "title", "link", "next"), "<script>")},
    "numbers": {"data": dict.fromkeys(("option", "turn", "size", "page"), "9" * 40)},
    "file": {"data": {"option": (io.BytesIO(b"x"), "x.txt")}},
    "lone surrogate": {"data": b"name=%ed%a0%80&comment=%ed%a0%80"},
}


@pytest.fixture(scope="module")
def used(shared_app: Flask) -> FlaskClient:
    return use(shared_app.test_client())


def addresses(app: Flask, method: str) -> list[str]:
    """One address of every rule, with a number wherever one belongs, a word elsewhere."""
    rules = [rule for rule in app.url_map.iter_rules() if method in (rule.methods or ())]
    values = [{name: value(of) for name, of in rule._converters.items()} for rule in rules]
    bound = app.url_map.bind("")
    return [bound.build(r.endpoint, v) for r, v in zip(rules, values, strict=True)]


def value(converter: BaseConverter) -> object:
    if isinstance(converter, IntegerConverter):
        return 1
    return min(converter.items) if isinstance(converter, AnyConverter) else "x"


def test_every_kind_of_address_is_tried(shared_app: Flask) -> None:
    assert "/attempts/1/questions/1" in addresses(shared_app, "POST")
    assert "/static/x" in addresses(shared_app, "GET")


def sent(body: str, token: str | None) -> dict[str, Any]:
    """What is sent, so that forms read it if it comes with a token."""
    parts = dict(BODIES[body])
    data = parts.get("data")
    if body == "file":
        data = {"option": (io.BytesIO(b"x"), "x.txt")}  # each can be read only once
    if token and isinstance(data, dict):
        data = data | {"csrf_token": token}
    elif token and isinstance(data, bytes) and "content_type" not in parts:
        data += f"&csrf_token={token}".encode()
    return parts | ({"data": data} if data else {})


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("known", [False, True])
def test_no_body_is_a_fault(shared_app: Flask, used: FlaskClient, body: str, known: bool) -> None:
    for url in addresses(shared_app, "POST"):
        response = used.post(url, **sent(body, token(used) if known else None))
        assert response.status_code < 500, url
        assert "<script>" not in response.text, url


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_no_method_is_a_fault(shared_app: Flask, used: FlaskClient, method: str) -> None:
    for url in {*addresses(shared_app, "GET"), *addresses(shared_app, "POST"), *PAGES}:
        with used.open(url, method=method) as response:
            assert response.status_code < 500, url
            assert method in {"HEAD", "OPTIONS"} or response.status_code in {404, 405}, url


@pytest.mark.parametrize(
    "query",
    ["page=%00&again=<script>", "page=\xb2&stored=1e9", f"page={10**40}&next=//{LONG}",
     "page=1&page=2&next=javascript:alert(1)", "flag=%ff", "=", "%"],
)  # fmt: skip
def test_no_query_is_a_fault(shared_app: Flask, used: FlaskClient, query: str) -> None:
    for url in {*addresses(shared_app, "GET"), *PAGES}:
        with used.get(f"{url}?{query}") as response:
            assert response.status_code < 500, url
            if response.mimetype == "text/html":
                assert b"<script>" not in response.data


@pytest.mark.parametrize("url", ["/s/%00", "/study/calendar/%00.ics", "/static/%00", "/%00"])
def test_an_address_that_no_database_can_look_up_leads_nowhere(used: FlaskClient, url: str) -> None:
    assert used.get(url).status_code == 404


def test_the_same_article_from_a_form_and_a_query_is_no_fault(used: FlaskClient) -> None:
    assert used.post(f"/?text={LONG}", data={"text": HARBOR}).status_code == 400
