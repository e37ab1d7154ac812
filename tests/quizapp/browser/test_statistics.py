"""The statistics of a quiz in a real browser."""

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Locator, expect

from tests.quizapp.browser.conftest import Open
from tests.quizapp.browser.pages import no_sideways_scrolling
from tests.quizapp.views.pages import start, take


def mark(summary: Locator) -> str:
    """What stands at the end of a line that unfolds, and is seen."""
    shown = summary.evaluate(
        """line => {
            const style = getComputedStyle(line, "::after");
            return style.visibility === "visible" && style.display !== "none" ? style.content : "";
        }"""
    )
    return str(shown).strip('"')


@pytest.mark.parametrize("width", [1280, 360])
def test_a_question_shows_that_it_unfolds_and_folds_again(
    open_page: Open, guest: FlaskClient, width: int
) -> None:
    take(guest, start(guest))
    size = {"width": width, "height": 740}
    page = open_page("/quizzes/1/statistics/", guest=guest, viewport=size)
    row = page.locator(".measured").first
    summary, inside = row.locator("summary"), row.locator("> :not(summary)").first
    expect(inside).to_be_hidden()
    assert mark(summary) == "+"
    summary.click()
    expect(inside).to_be_visible()
    assert mark(summary) == "–"
    no_sideways_scrolling(page)
    summary.click()
    expect(inside).to_be_hidden()
