"""What comes over the line is small, unless its length would tell something."""

import gzip
import re
from collections.abc import Callable

import pytest
import zstandard
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.quizapp.views.pages import add_article

PAGE = "/account/sign-up"
READ: dict[str, Callable[[bytes], bytes]] = {
    "zstd": zstandard.decompress,
    "gzip": gzip.decompress,
}


def asked(client: FlaskClient, url: str, accepted: str = "gzip", **headers: str) -> TestResponse:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(url, headers={"Accept-Encoding": accepted} | named)


def style(client: FlaskClient) -> str:
    found = re.search(r'href="(/static/style\.css[^"]*)"', client.get("/").text)
    assert found is not None
    return found[1]


@pytest.mark.parametrize(
    ("accepted", "chosen"),
    [
        ("gzip, deflate", "gzip"),  # what browsers take without TLS
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, deflate, br", "gzip"),
        ("gzip;q=1, zstd;q=0.5", "gzip"),
        ("zstd;q=0, gzip", "gzip"),
        ("*", "zstd"),
    ],
)
def test_pages_styles_and_scripts_are_compressed_as_the_browser_takes_them(
    client: FlaskClient, accepted: str, chosen: str
) -> None:
    for url in (PAGE, style(client), "/static/app.js", "/study/sw.js"):
        with client.get(url) as plain, asked(client, url, accepted) as response:
            assert response.headers["Content-Encoding"] == chosen
            assert READ[chosen](response.data) == plain.data
            assert len(response.data) == response.content_length
            assert len(response.data) < 0.75 * len(plain.data)
            assert "Accept-Encoding" in response.vary
            assert "Accept-Encoding" in plain.vary


@pytest.mark.parametrize(
    "accepted", ["", "identity", "gzip;q=0", "identity, gzip;q=0.5", "br", "nonsense"]
)
def test_who_takes_nothing_compressed_gets_nothing_compressed(
    client: FlaskClient, accepted: str
) -> None:
    response = asked(client, PAGE, accepted)
    assert "Content-Encoding" not in response.headers
    assert "Accept-Encoding" in response.vary
    assert "Sign up" in response.text


def test_what_is_small_or_compressed_in_itself_is_left_as_it_is(client: FlaskClient) -> None:
    add_article(client)
    deck = "/quizzes/1/export/anki"
    for url in ("/healthz", "/static/favicon.svg", "/static/icon-192.png", deck):
        with asked(client, url) as response:
            assert response.status_code == 200, url
            assert "Content-Encoding" not in response.headers


def test_a_style_that_is_known_is_not_sent_again(client: FlaskClient) -> None:
    url = style(client)
    with asked(client, url) as first:
        assert first.headers["Etag"].endswith('-gzip"')
        with asked(client, url, If_None_Match=first.headers["Etag"]) as again:
            assert (again.status_code, again.data) == (304, b"")
        with asked(client, url, "zstd", If_None_Match=first.headers["Etag"]) as other:
            assert other.status_code == 200
    with client.head(url, headers={"Accept-Encoding": "gzip"}) as head:
        assert (head.status_code, head.data) == (200, b"")


def test_a_part_of_a_file_is_sent_as_it_is(client: FlaskClient) -> None:
    with asked(client, style(client), Range="bytes=0-599") as part:
        assert (part.status_code, len(part.data)) == (206, 600)
        assert "Content-Encoding" not in part.headers


@pytest.mark.parametrize(
    ("site", "compressed"),
    [("same-origin", True), ("none", True), ("cross-site", False), ("same-site", False)],
)
def test_the_length_of_a_page_tells_other_sites_nothing(
    client: FlaskClient, site: str, *, compressed: bool
) -> None:
    page = asked(client, PAGE, Sec_Fetch_Site=site)
    assert ("Content-Encoding" in page.headers) == compressed
    assert "Accept-Encoding" in page.vary
    with asked(client, style(client), Sec_Fetch_Site=site) as file:
        assert file.headers["Content-Encoding"] == "gzip"


def test_what_is_compressed_keeps_its_other_headers(client: FlaskClient) -> None:
    plain, response = client.get(PAGE), asked(client, PAGE)
    changed = {"Content-Length", "Content-Encoding", "Set-Cookie"}
    kept = {name: value for name, value in plain.headers if name not in changed}
    assert {name: response.headers.get(name) for name in kept} == kept


def test_the_signature_of_forms_is_another_one_each_second(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it could be guessed letter by letter from the lengths of many answers."""
    tokens = []
    for second in (1_773_500_000, 1_773_500_001):
        monkeypatch.setattr("itsdangerous.timed.time.time", lambda second=second: second)
        found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(PAGE).text)
        assert found is not None
        tokens.append(found[1].split("."))
    assert tokens[0][0] == tokens[1][0]
    assert tokens[0][2] != tokens[1][2]


def test_files_that_are_the_same_for_everybody_vary_with_no_cookie(client: FlaskClient) -> None:
    add_article(client)
    assert "Cookie" in client.get("/").vary
    for url in (style(client), "/static/icon-192.png"):
        with client.get(url) as response:
            assert response.status_code == 200
            assert "Cookie" not in response.vary
