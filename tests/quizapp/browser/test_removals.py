"""An article goes, and comes back by the button of the notice or from the list of deletions."""

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import expect

from tests.quizapp.browser.axe import flaws
from tests.quizapp.browser.conftest import Open
from tests.quizapp.browser.pages import no_sideways_scrolling
from tests.quizapp.views.pages import start, take


@pytest.mark.parametrize("scripts", [True, False])
def test_an_article_is_deleted_and_brought_back_twice(
    guest: FlaskClient, open_page: Open, scripts: bool
) -> None:
    take(guest, start(guest))
    phone = {"width": 360, "height": 740}
    page = open_page("/articles/1", guest=guest, viewport=phone, java_script_enabled=scripts)
    title = page.get_by_role("heading", level=1).inner_text()
    page.get_by_text("Delete this article").click()
    expect(page.get_by_text("1 attempt")).to_be_visible()
    page.get_by_role("button", name="Delete the article").click()
    expect(page.get_by_role("status")).to_contain_text("is deleted")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("status")).to_contain_text("is back")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.get_by_text("Delete this article").click()
    page.get_by_role("button", name="Delete the article").click()
    page.goto("/history/")
    expect(page.get_by_text("Your attempts and how your scores change")).to_be_visible()
    page.goto("/quizzes/")
    page.get_by_role("link", name="Archived and deleted quizzes").click()
    no_sideways_scrolling(page)
    if scripts:
        assert list(flaws(page)) == []
    page.get_by_role("button", name="Bring it back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    page.goto("/history/")
    expect(page.get_by_role("link", name="of 4")).to_be_visible()
