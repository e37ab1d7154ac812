from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from quizapp import anki_connect
from quizapp.anki_connect import AnkiError
from tests.quizapp.connecting import Anki, anki
from tests.serving import free_port

DECK = b"PK\x03\x04 a deck"


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Anki]:
    with anki(tmp_path) as server:
        yield server


def test_a_deck_is_imported_and_nothing_is_left_among_the_media(
    running: Anki, tmp_path: Path
) -> None:
    anki_connect.push(DECK, address=running.address)
    assert running.imported == [DECK]
    assert list(tmp_path.iterdir()) == []


def test_what_anki_refuses_is_told_and_nothing_is_left(running: Anki, tmp_path: Path) -> None:
    running.refuses = "collection is not available"
    with pytest.raises(AnkiError, match="Anki refuses: collection is not available"):
        anki_connect.push(DECK, address=running.address)
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_sent_where_anki_asks_for_one(tmp_path: Path) -> None:
    with anki(tmp_path, key="secret") as server:
        with pytest.raises(AnkiError, match="valid api key must be provided"):
            anki_connect.push(DECK, address=server.address)
        anki_connect.push(DECK, address=server.address, key="secret")
    assert server.imported == [DECK]


def test_a_slow_anki_is_not_waited_for_endlessly(running: Anki, tmp_path: Path) -> None:
    running.seconds = 2
    with pytest.raises(AnkiError) as caught:
        anki_connect.push(DECK, address=running.address, patience=1)
    assert str(caught.value) == (
        "Anki has not answered for 1 s; it may still be busy with the deck: "
        "look there before you try again"
    )
    assert running.actions[-1] == "deleteMediaFile"
    assert list(tmp_path.iterdir()) == []


def test_what_went_wrong_is_told_though_nothing_can_be_tidied_up(
    running: Anki, tmp_path: Path
) -> None:
    running.refuses = "no deck in this file"
    running.breaks = "deleteMediaFile"
    with pytest.raises(AnkiError, match="Anki refuses: no deck in this file"):
        anki_connect.push(DECK, address=running.address)
    assert [each.name for each in tmp_path.iterdir()] == [anki_connect.FILE]


def test_it_is_said_what_to_do_where_anki_does_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(AnkiError) as caught:
        anki_connect.push(DECK, address=address)
    assert str(caught.value) == (
        f"nothing answers at {address}: start Anki, with its add-on AnkiConnect "
        "(number 2055492159), and try again"
    )


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.0 200 OK\r\n\r\n<html>",
        b"HTTP/1.0 200 OK\r\n\r\n[]",
        b'HTTP/1.0 200 OK\r\n\r\n{"result": 1}',
        b"HTTP/1.0 200 OK\r\n\r\n\xff",
        b"HTTP/1.0 404 Not Found\r\n\r\n",
        b"nonsense\r\n\r\n",
    ],
)
def test_another_program_at_the_address_is_no_anki(answer: bytes) -> None:
    class Other(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            self.wfile.write(answer)

        def log_message(self, *_: object) -> None:
            """Tests are quiet."""

    with HTTPServer(("127.0.0.1", 0), Other) as server:
        thread = Thread(target=server.handle_request)
        thread.start()
        with pytest.raises(AnkiError, match="is not AnkiConnect"):
            anki_connect.push(DECK, address=f"http://127.0.0.1:{server.server_port}")
        thread.join()
