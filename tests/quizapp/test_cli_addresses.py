"""The command where an article is an address."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from tests.quizapp.commands import ARTICLE, assert_one_line, outcome


class Pages(BaseHTTPRequestHandler):
    """A server with one page of each kind."""

    pages: ClassVar = {
        "/bridge": ("text/html; charset=utf-8", f"<title>Bridge</title><p>{ARTICLE}".encode()),
        "/latin": ("text/html; charset=latin-1", f"<p>Zoë saw it. {ARTICLE}".encode("latin-1")),
        "/bridge.md": ("text/plain", f"# Bridge\n\n{ARTICLE}".encode()),
        "/large": ("text/plain", b"x" * 3_000_000),
        "/paper.pdf": ("application/pdf", b"%PDF-"),
        "/photo.png": ("image/png", b"PNG"),
        "/odd": ("text/plain; charset=no-such-code", b"text"),
    }

    def do_GET(self) -> None:
        if self.path not in self.pages:
            self.send_error(404)
            return
        kind, body = self.pages[self.path]
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("path", "title"), [("/bridge", "Bridge"), ("/bridge.md", "Bridge"), ("/latin", "")]
)
def test_an_address_is_read(
    capfd: pytest.CaptureFixture[str], site: str, path: str, title: str
) -> None:
    status, out, err = outcome(capfd, "generate", site + path)
    assert (status, err) == (0, "")
    article = json.loads(out)["article"]
    assert article["source"] == site + path
    assert article["title"].startswith(title)
    assert ("Zoë" in article["text"]) == (path == "/latin")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/missing", "the server answers 404 Not Found"),
        ("/large", "at most 2,000,000"),
        ("/paper.pdf", "no PDF file that can be read"),
        ("/photo.png", "“image/png” is not one of the known kinds"),
        ("/odd", "unknown encoding: no-such-code"),
    ],
)
def test_an_address_that_cannot_be_read_is_one_line(
    capfd: pytest.CaptureFixture[str], site: str, path: str, words: str
) -> None:
    status, out, err = outcome(capfd, "generate", site + path)
    assert (status, out) == (2, "")
    assert_one_line(err, site + path, words)
