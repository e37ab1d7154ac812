"""A real server, for tests and measurements from outside."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 60
"""Seconds until the first page must have come, on a slow machine that loads a model first."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def serving(
    command: Sequence[object], folder: Path, environment: Mapping[str, str]
) -> Iterator[str]:
    """Address of the server that `command` starts on a port of its choice, its last argument."""
    port = str(command[-1]).removeprefix("PORT=")
    log = Path(environment["QUIZAPP_INSTANCE"]) / "server.log"
    with log.open("wb") as output:
        server = subprocess.Popen(
            [str(part) for part in command],
            cwd=folder,
            env=os.environ | dict(environment),
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address, server, log)
        yield address
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def _wait(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = monotonic() + PATIENCE
    while not _answers(address):
        if server.poll() is not None or monotonic() > deadline:
            message = f"no page at {address}: {log.read_text()}"
            raise AssertionError(message)
        sleep(0.05)


def _answers(address: str) -> bool:
    try:
        fetch(address)
    except (URLError, ConnectionError):
        return False
    return True


def fetch(address: str) -> str:
    with urlopen(address, timeout=30) as answer:  # noqa: S310 - the server started here
        body: bytes = answer.read()
    return body.decode()
