"""What a test does in a page."""

from playwright.sync_api import Page, expect

from tests.quizapp.factories import HARBOR


def generate(page: Page) -> None:
    page.get_by_label("Article text").fill(HARBOR)
    page.get_by_role("button", name="Generate questions").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("harbor of Vellmouth")


def no_sideways_scrolling(page: Page) -> None:
    page.wait_for_load_state()
    fits = page.locator("html").evaluate("root => root.scrollWidth <= window.innerWidth")
    assert fits, page.url
