"""A phone or a desktop offers to install the pages as an app, by chromium's own criteria."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page

from tests.quizapp.browser.conftest import CHROMIUM, FLAGS, cookie
from tests.quizapp.browser.test_offline import READY


@pytest.fixture
def page(browser: Browser, address: str, guest: FlaskClient, tmp_path: Path) -> Iterator[Page]:
    """In a browser that keeps what it is told: chromium installs nothing from a private window."""
    kept = browser.browser_type.launch_persistent_context(
        tmp_path, executable_path=CHROMIUM, args=FLAGS, base_url=address
    )
    kept.add_cookies([cookie(guest)])
    page = kept.new_page()
    page.goto("/study/")
    page.evaluate(READY)
    yield page
    kept.close()


def ask(page: Page, method: str) -> dict[str, Any]:
    return page.context.new_cdp_session(page).send(method)


def test_chromium_finds_nothing_against_installing(page: Page) -> None:
    assert ask(page, "Page.getInstallabilityErrors") == {"installabilityErrors": []}
    manifest = ask(page, "Page.getAppManifest")
    assert manifest["errors"] == []
    assert manifest["manifest"]["display"] == "kStandalone"
    assert ask(page, "Page.getManifestIcons")["primaryIcon"]


def test_it_keeps_its_identity_and_starts_without_a_connection(page: Page) -> None:
    start = ask(page, "Page.getAppManifest")["manifest"]["startUrl"]
    assert ask(page, "Page.getAppId") == {"appId": start, "recommendedId": "/study/"}
    page.context.set_offline(True)
    page.goto(start)
    assert page.get_by_role("heading", level=1).is_visible()
