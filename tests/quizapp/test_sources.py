"""Addresses that need quoting, and answers that end too early."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from quizapp import sources

PAGE = b"The bridge was opened on 19 March 1932."
PLAIN = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"


@contextmanager
def server(answer: bytes) -> Iterator[tuple[str, list[bytes]]]:
    """The address of a server of one answer, and the first lines of the requests that came."""
    lines: list[bytes] = []

    def serve(listening: socket.socket) -> None:
        connection, _ = listening.accept()
        with connection, connection.makefile("rb") as request:
            lines.append(request.readline())
            while request.readline().strip():
                pass
            connection.sendall(answer)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve, args=[listening])
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", lines
        thread.join(5)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("/é", b"/%C3%A9"),
        ("/a b", b"/a%20b"),
        ("/%C3%A9?q=a%20b&r=1+2", b"/%C3%A9?q=a%20b&r=1+2"),
        ("/wiki/A_(b),_c!;d='e'~@:$*", b"/wiki/A_(b),_c!;d='e'~@:$*"),
        ("?q=é/?", b"/?q=%C3%A9/?"),
        ("/a#é", b"/a"),
        ("/" + os.fsdecode(b"\xff") + "#" + os.fsdecode(b"\xff"), b"/%FF"),
    ],
)
def test_an_address_is_quoted_where_it_has_to_be(written: str, sent: bytes) -> None:
    with server(PLAIN + b"\r\n" + PAGE) as (site, lines):
        source = sources.read(site + written)
    assert lines == [b"GET " + sent + b" HTTP/1.1\r\n"]
    assert source.origin == site + written.replace("\udcff", "�")
    assert source.document.text == PAGE.decode()


@pytest.mark.parametrize(
    "rest",
    [
        b"Content-Length: 1000\r\n\r\n" + PAGE,
        b"Content-Length: 1000\r\n\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n27\r\n" + PAGE + b"\r\n",
        b"Transfer-Encoding: chunked\r\n\r\nff\r\n" + PAGE,
    ],
)
def test_an_answer_cut_short_is_an_error(rest: bytes) -> None:
    with (
        server(PLAIN + rest) as (site, _),
        pytest.raises(
            sources.UnreadableSourceError, match=f"^{site}/: the answer ends before the page does$"
        ),
    ):
        sources.read(f"{site}/")


@pytest.mark.parametrize(
    "rest",
    [
        b"Content-Length: 39\r\n\r\n" + PAGE,
        b"Transfer-Encoding: chunked\r\n\r\n27\r\n" + PAGE + b"\r\n0\r\n\r\n",
    ],
)
def test_a_whole_answer_is_read(rest: bytes) -> None:
    with server(PLAIN + rest) as (site, _):
        assert sources.read(site).document.text == PAGE.decode()
