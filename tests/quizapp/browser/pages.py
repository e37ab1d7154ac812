"""What a test does in a page."""

from playwright.sync_api import Page, expect

from tests.quizapp.factories import HARBOR, KEYS


def generate(page: Page) -> None:
    page.get_by_label("Article text").fill(HARBOR)
    page.get_by_role("button", name="Generate questions").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("harbor of Vellmouth")


def no_sideways_scrolling(page: Page) -> None:
    page.wait_for_load_state()
    fits = page.locator("html").evaluate("root => root.scrollWidth <= window.innerWidth")
    assert fits, page.url


def begin(page: Page, mode: str, *, limit: str | None = None, confidence: bool = False) -> None:
    generate(page)
    page.goto("/quizzes/1")
    page.get_by_role("radio", name=mode).check()
    if limit:
        page.get_by_label("Time limit").select_option(limit)
    if confidence:
        page.get_by_text("More choices").click()
        page.get_by_label("Ask how sure I am").check()
    page.get_by_role("button", name="Start quiz").click()
    expect(page.get_by_role("button", name="Submit answer")).to_be_visible()


def choose(page: Page, *, right: bool) -> str:
    """Choose the key or the first distractor that can be chosen; its text."""
    expect(page.locator(":focus")).to_have_count(1)  # the page has put its focus where it should be
    key = KEYS[page.get_by_role("heading", level=1).inner_text()]
    labels = page.locator(".option:not(.tried) label").all_inner_texts()
    text = next(label for label in labels if (label == key) == right)
    page.get_by_role("radio", name=text, exact=True).check(force=True)
    return text


def submit(page: Page) -> None:
    page.get_by_role("button", name="Submit answer").click()
