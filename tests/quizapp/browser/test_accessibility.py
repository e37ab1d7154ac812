"""axe finds nothing on any page."""

from collections.abc import Callable, Iterator

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page

from tests.quizapp.browser.axe import bring, flaws
from tests.quizapp.views.pages import PAGES, use

LEAVING = "/study/offline"
"""With a connection, this page goes on to another by itself; without, test_offline looks at it."""


@pytest.fixture
def page(client: FlaskClient, open_page: Callable[..., Page]) -> Page:
    """A page in the browser of somebody who has taken quizzes before."""
    use(client)
    page = open_page(guest=client, reduced_motion="reduce")
    bring(page)
    return page


def found(page: Page, url: str) -> Iterator[str]:
    page.goto(url)
    yield from flaws(page)


def test_axe_finds_nothing(page: Page) -> None:
    assert [flaw for url in PAGES if url != LEAVING for flaw in found(page, url)] == []
