"""axe finds nothing on any page, light and dark, on a phone and on a desk."""

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from flask import Flask
from playwright.sync_api import Page

from tests.quizapp.views.pages import PAGES, use

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
OPEN = "document.querySelectorAll('details').forEach(each => each.open = true)"
FLAWS = """async rules => {
    scrollTo(0, document.body.scrollHeight);  // where the bar of a phone covers nothing
    const {violations} = await axe.run({resultTypes: ["violations"], ...rules});
    return violations.flatMap(({id, nodes}) => nodes.map(({html}) => `${id}: ${html}`));
}"""

ALL: dict[str, list[str]] = {}
SEEN = {"runOnly": ["color-contrast", "target-size"]}
"""Rules whose outcome depends on colors or on the width."""


@pytest.fixture
def page(app: Flask, open_page: Callable[..., Page]) -> Page:
    """A page in the browser of somebody who has taken quizzes before."""
    client = app.test_client()
    use(client)
    cookie = client.get_cookie("quizapp")
    assert cookie is not None
    page = open_page(reduced_motion="reduce")
    page.context.add_cookies([{"name": "quizapp", "value": cookie.value, "url": page.url}])
    return page


def flaws(page: Page, url: str) -> Iterator[str]:
    """Everything at the first look; then only what may look different."""
    page.goto(url)
    page.evaluate(AXE_SCRIPT)
    page.evaluate(OPEN)
    rules = ALL
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            yield from (f"{url} {width} {scheme} {each}" for each in page.evaluate(FLAWS, rules))
            rules = SEEN


def test_axe_finds_nothing(page: Page) -> None:
    assert [flaw for url in PAGES for flaw in flaws(page, url)] == []
