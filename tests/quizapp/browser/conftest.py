"""A real browser, and a server to look at."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from threading import Thread
from types import MappingProxyType
from typing import Any

import pytest
import waitress
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright
from waitress import wasyncore

from tests.quizapp.views.pages import add_article, start

Open = Callable[..., Page]

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
]

PATIENCE = 20_000  # milliseconds: the other tests may keep every core busy


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("chromium is not installed")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    sockets: dict[int, object] = {}
    server = waitress.create_server(app, map=sockets, host="127.0.0.1", port=0, threads=2)
    thread = Thread(target=server.run)
    thread.start()

    def stop() -> None:
        """In the server's own thread: another would close what it is waiting for."""
        server.task_dispatcher.shutdown()
        wasyncore.close_all(sockets)

    yield f"http://127.0.0.1:{server.effective_port}"
    server.trigger.pull_trigger(stop)
    thread.join()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """A page in a browser of its own; what its console says is an error, as is another host."""
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        wanted = re.search(
            "status of (400|404|409|422|503)|ERR_INTERNET_DISCONNECTED", message.text
        )
        if not wanted and not message.location["url"].endswith("/nowhere"):  # as it should be
            complaints.append(message.text)

    def watch(page: Page) -> None:
        page.on("console", hear)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(address) else complaints.append(request.url)
            ),
        )

    contexts = []

    def make(at: str = "/", *, guest: FlaskClient | None = None, **options: object) -> Page:
        """A page in a new browser, or in that of a guest who has been here before."""
        if guest is not None:
            options["storage_state"] = {"cookies": [cookie(guest)]}
        contexts.append(browser.new_context(base_url=address, **options))  # type: ignore[arg-type]  # options of any kind
        page = contexts[-1].new_page()
        watch(page)
        page.goto(at)
        return page

    yield make
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def guest(client: FlaskClient) -> FlaskClient:
    """Somebody with an article, whose browser is yet to be opened."""
    add_article(client)
    return client


@pytest.fixture
def begun(guest: FlaskClient, open_page: Open) -> Open:
    """Opens an attempt that was begun as `start` says."""

    def at(
        mode: str, terms: Mapping[str, object] = MappingProxyType({}), **options: object
    ) -> Page:
        return open_page(start(guest, 1, mode=mode, **terms), guest=guest, **options)

    return at


def cookie(client: FlaskClient) -> Any:
    """What tells who somebody is, for a browser."""
    found = client.get_cookie("quizapp")
    assert found is not None
    return {"name": "quizapp", "value": found.value, "domain": "127.0.0.1", "path": "/"}
