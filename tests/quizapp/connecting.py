"""A small server that speaks to the web as Anki's add-on AnkiConnect does."""

import base64
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any


class Anki(ThreadingHTTPServer):
    """Keeps what it was made to import; `refuses` is what it says instead, if anything.

    An import takes it some seconds; asked for the action that it `breaks` at, it answers nothing.
    """

    def __init__(self, folder: Path, *, key: str | None = None) -> None:
        super().__init__(("127.0.0.1", 0), _Asked)
        self.folder, self.key = folder, key
        self.trusted = {"http://localhost"}
        self.consents = True
        self.refuses = ""
        self.seconds = 0.0
        self.breaks = ""
        self.actions: list[str] = []
        self.imported: list[bytes] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def answer(self, asked: dict[str, Any], origin: str) -> dict[str, Any]:
        action, params = asked["action"], asked["params"]
        self.actions.append(action)
        if action == "requestPermission":
            return self.success(self.permission(origin))
        if asked.get("key") != self.key:
            return self.failure("valid api key must be provided")
        if self.refuses and action == "importPackage":
            return self.failure(self.refuses)
        actions: dict[str, Callable[..., Any]] = {
            "getMediaDirPath": lambda: str(self.folder),
            "storeMediaFile": self.store,
            "importPackage": self.take,
            "deleteMediaFile": lambda filename: (self.folder / filename).unlink(),
        }
        return self.success(actions[action](**params))

    def handle_error(self, *_: object) -> None:
        """Who asked may not have waited for the answer."""

    def permission(self, origin: str) -> dict[str, Any]:
        if not self.consents:
            return {"permission": "denied"}
        self.trusted.add(origin)
        return {"permission": "granted", "requireApikey": self.key is not None, "version": 6}

    @staticmethod
    def success(result: object) -> dict[str, Any]:
        return {"result": result, "error": None}

    @staticmethod
    def failure(message: str) -> dict[str, Any]:
        return {"result": None, "error": message}

    def store(self, filename: str, data: str) -> str:
        (self.folder / filename).write_bytes(base64.b64decode(data))
        return filename

    def take(self, path: str) -> bool:
        self.imported.append(Path(path).read_bytes())
        sleep(self.seconds)
        return True


class _Asked(BaseHTTPRequestHandler):
    server: Anki

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if asked["action"] == self.server.breaks:
            return
        origin = self.headers.get("Origin", "")
        answer = json.dumps(self.server.answer(asked, origin)).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        asks = asked["action"] == "requestPermission"
        allowed = origin if asks or origin in self.server.trusted else "http://localhost"
        self.send_header("Access-Control-Allow-Origin", allowed)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_: object) -> None:
        """Tests are quiet."""


@contextmanager
def anki(folder: Path, *, key: str | None = None) -> Iterator[Anki]:
    """A running Anki with its media in a folder."""
    server = Anki(folder, key=key)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
