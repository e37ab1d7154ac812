"""A deck straight from the page into Anki."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from quizapp.anki_connect import ADDRESS
from tests.quizapp.browser.pages import no_sideways_scrolling
from tests.quizapp.connecting import Anki, anki
from tests.quizapp.views.pages import add_article


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Anki]:
    (tmp_path / "media").mkdir()
    with anki(tmp_path / "media") as server:
        yield server


@pytest.fixture
def page(app: Flask, browser: Browser, address: str) -> Iterator[Page]:
    """The page of a quiz where cards are chosen."""
    add_article(app.test_client())
    context = browser.new_context(base_url=address, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto("/quizzes/1/anki")
    yield page
    context.close()


def test_a_deck_is_sent_to_anki(app: Flask, page: Page, running: Anki) -> None:
    said = page.locator("[data-said]")
    send = page.get_by_role("button", name="Send to Anki")
    page.route(f"{ADDRESS}/**", lambda route: route.abort())
    send.click()
    expect(said).to_contain_text("Anki does not answer. Start it on this computer")
    no_sideways_scrolling(page)
    page.unroute_all()
    page.route(f"{ADDRESS}/**", lambda route: route.continue_(url=running.address))

    running.consents = False
    send.click()
    expect(said).to_contain_text("Anki was told not to let this page in.")
    running.consents = True
    page.get_by_label("Multiple choice").uncheck()
    send.click()
    expect(said).to_contain_text("Choose cards first.")
    page.get_by_label("Sentence with a gap").check()
    send.click()
    expect(said).to_contain_text("In Anki.")
    deck = app.test_client().get("/quizzes/1/export/anki?cards=cloze&of=all").data
    assert running.imported == [deck]
    assert list(running.folder.iterdir()) == []

    running.refuses = "collection is not available"
    send.click()
    expect(said).to_contain_text("Anki refuses: collection is not available.")
    assert list(running.folder.iterdir()) == []

    running.breaks = "deleteMediaFile"
    send.click()
    expect(said).to_contain_text("Anki refuses: collection is not available.")
