"""Links that visitors give: read if everybody may read the page, and nothing else is asked for."""

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from time import monotonic, sleep
from typing import Any, ClassVar

import pytest

from questions.documents import Document
from questions.errors import InputError
from quizapp import links
from tests.questions.files import paragraph, pdf, word

TEXT = "The bridge was opened on 19 March 1932."
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class Pages(BaseHTTPRequestHandler):
    pages: ClassVar = {
        "/bridge": ("text/plain", TEXT.encode()),
        "/latin": ("text/plain; charset=latin-1", "Zoë opened it.".encode("latin-1")),
        "/bridge.pdf": ("application/pdf", pdf([TEXT])),
        "/word": (DOCX, word(paragraph(TEXT))),
        "/picture": ("image/png", b"\x89PNG"),
        "/nothing": ("text/html", b"<p></p>"),
    }
    moved: ClassVar = {
        "/here": "/bridge",
        "/round": "/round",
        "/inside": "http://169.254.169.254/latest/meta-data/",
        "/port": "http://127.0.0.1:9/",
        "/file": "file:///etc/passwd",
        "/nowhere": "",
    }
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.headers["Host"])
        if self.path == "/slow":
            self.drip()
        elif self.path in self.moved:
            self.send_response(302)
            self.send_header("Location", self.moved[self.path])
            self.end_headers()
        elif self.path in self.pages:
            kind, body = self.pages[self.path]
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(body)
        else:
            self.send_error(404)

    def drip(self) -> None:
        """A header that never ends, a byte at a time."""
        with suppress(OSError):
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            for _ in range(100):
                self.wfile.write(b"x")
                sleep(0.1)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def read(port: int, path: str, host: str = "127.0.0.1", patience: float = 5) -> Document:
    """Here, the pages of the test are for everybody to read."""
    link = f"http://{host}:{port}{path}"
    return links.read(link, allowed=lambda _, asked: asked == port, patience=patience)


@pytest.mark.parametrize("path", ["/bridge", "/here", "/bridge.pdf", "/word", "/bridge#part"])
def test_a_page_is_read(port: int, path: str) -> None:
    assert read(port, path).text == TEXT


def test_a_page_in_another_encoding_is_read(port: int) -> None:
    assert read(port, "/latin").text == "Zoë opened it."


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/missing", "answers 404"),
        ("/picture", "image/png"),
        ("/nothing", "no text here"),
        ("/round", "without end"),
        ("/nowhere", "without end"),
        ("/inside", "private network"),
        ("/port", "private network"),
        ("/file", "no link to a page"),
    ],
)
def test_what_cannot_be_read_says_why(port: int, path: str, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        read(port, path)


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "localhost", "[::1]", "0.0.0.1", "[::]", "2130706433", "0x7f.1", "127.1"),
        *("10.1.2.3", "172.16.0.1", "192.168.1.1", "100.64.0.1", "169.254.169.254", "224.0.0.1"),
        *("[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]", "[2002:a00:1::]"),
    ],
)
def test_nothing_inside_a_network_is_asked_for(port: int, host: str) -> None:
    before = len(Pages.asked)
    for link in (f"http://{host}:{port}/bridge", f"http://{host}/bridge", f"https://{host}/"):
        with pytest.raises(InputError, match=r"private network|does not answer"):
            links.read(link)
    assert len(Pages.asked) == before


@pytest.mark.parametrize(
    ("address", "port", "public"),
    [
        ("93.184.215.14", 80, True),
        ("93.184.215.14", 443, True),
        ("93.184.215.14", 22, False),
        ("2606:2800:21f:cb07::1", 443, True),
        ("64:ff9b::5db8:d70e", 443, True),
        ("::ffff:93.184.215.14", 443, True),
        ("::ffff:127.0.0.1", 443, False),
        ("192.0.2.1", 443, False),
        ("255.255.255.255", 443, False),
        ("ff02::1", 443, False),
    ],
)
def test_what_is_public(address: str, port: int, public: bool) -> None:
    assert links.is_public(address, port) == public


@pytest.mark.parametrize(
    "link",
    [
        *(
            "file:///etc/passwd",
            "ftp://example.org/a",
            "gopher://127.0.0.1/",
            "https://",
            "http:///a",
        ),
        *(
            "https://me:word@example.org/",
            "//127.0.0.1/",
            "javascript:alert(1)",
            "data:text/html,x",
        ),
        *("http://[::1", "http://a:99999/", "http://a:b/", "https://\x00/", "http://.../", " "),
        *("http://" + "a" * 300 + "/", "http://a\r\nHost: b/"),
    ],
)
def test_what_is_no_link_says_so(link: str) -> None:
    with pytest.raises(InputError, match=r"no link to a page|does not answer|private network"):
        links.read(link)


@pytest.mark.parametrize(
    "link", ["notaurl", "https://notaurl", "two words", "http://a:99999/", "http://[::1", "a" * 99]
)
def test_what_is_no_address_is_not_blamed_on_a_server(link: str) -> None:
    with pytest.raises(InputError, match="no link to a page"):
        links.read(link)


def test_a_name_without_a_server_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def getaddrinfo(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(InputError, match=r"No server is found under site\.example"):
        links.read("https://site.example/bridge")


def test_a_name_is_looked_up_once_and_sent_along(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up, looked_up = socket.getaddrinfo, []

    def getaddrinfo(host: str, *rest: Any, **options: Any) -> list[Any]:
        looked_up.append(host)
        return look_up("127.0.0.1", *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    assert read(port, "/bridge", "site.example").text == TEXT
    assert looked_up == ["site.example", "127.0.0.1"]
    assert Pages.asked[-1] == f"site.example:{port}"


def test_an_address_with_one_private_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    both = [(2, 1, 6, "", (each, 80)) for each in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: both)
    with pytest.raises(InputError, match="private network"):
        links.read("http://site.example/")


def test_a_page_that_drips_is_left(port: int) -> None:
    start = monotonic()
    with pytest.raises(InputError, match="did not arrive"):
        read(port, "/slow", patience=0.5)
    assert monotonic() - start < 4


def test_a_server_without_encryption_is_no_secure_one(port: int) -> None:
    with pytest.raises(InputError, match="does not answer as it should"):
        links.read(f"https://127.0.0.1:{port}/bridge", allowed=lambda *_: True)


def test_only_two_links_are_read_at_once(port: int) -> None:
    def wait() -> None:
        with suppress(InputError):
            read(port, "/slow", patience=1)

    slow = [threading.Thread(target=wait) for _ in range(2)]
    for each in slow:
        each.start()
    sleep(0.2)
    with pytest.raises(InputError, match="Other links are being read"):
        read(port, "/bridge")
    for each in slow:
        each.join()
    assert read(port, "/bridge").text == TEXT
