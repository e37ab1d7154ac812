"""The whole way in a real browser, with the keyboard, without scripts, and on a phone."""

import re
from collections.abc import Callable

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from tests.quizapp.browser.pages import generate, no_sideways_scrolling
from tests.quizapp.factories import HARBOR
from tests.quizapp.views.pages import start

TOPMOST = """it => {
    const {x, y, width, height} = it.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2) === it;
}"""


def answer_all(page: Page, answer: Callable[[Page], None]) -> None:
    """Answer, look at the feedback, and go on, until the results are there."""
    while True:
        no_sideways_scrolling(page)
        answer(page)
        expect(page.get_by_role("status")).to_contain_text(re.compile("Right|Not right"))
        no_sideways_scrolling(page)
        further = page.get_by_role("link", name=re.compile("^(Next question|See results)$"))
        last = further.inner_text() == "See results"
        further.press("Enter")
        if last:
            return
        expect(page.get_by_role("button", name="Submit answer")).to_be_visible()


def by_mouse(page: Page) -> None:
    group = page.get_by_role("group")
    expect(group).to_have_count(1)
    first = group.get_by_role("radio").first
    page.locator(f"label[for={first.get_attribute('id')}]").click()
    expect(first).to_be_checked()
    page.get_by_role("button", name="Submit answer").click()


def by_digits(page: Page) -> None:
    expect(page.get_by_role("button", name="Submit answer")).to_be_visible()
    page.wait_for_load_state()  # with it the script that knows the keys
    page.keyboard.press("2")
    expect(page.get_by_role("radio").nth(1)).to_be_checked()
    page.keyboard.press("Enter")


def by_arrows(page: Page) -> None:
    page.get_by_role("radio").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_from_an_article_to_the_history_by_keyboard(open_page: Callable[..., Page]) -> None:
    page = open_page()
    page.get_by_label("Article text").focus()
    page.keyboard.insert_text(HARBOR)
    page.get_by_role("button", name="Generate questions").press("Enter")
    expect(page.get_by_role("link", name="4 questions")).to_be_visible()
    page.get_by_role("button", name="Start quiz").press("Enter")
    expect(page.get_by_text("1 of 4")).to_be_visible()
    answer_all(page, by_digits)
    expect(page.get_by_role("heading", name=re.compile("Score"))).to_contain_text("of 4")
    page.get_by_role("link", name="History").press("Enter")
    expect(page.get_by_role("link", name=re.compile(r"^\d of 4$"))).to_have_count(1)


def test_next_question_has_the_focus_after_an_answer(
    guest: FlaskClient, open_page: Callable[..., Page]
) -> None:
    page = open_page(start(guest), guest=guest)
    by_digits(page)
    expect(page.get_by_role("link", name="Next question")).to_be_focused()


def test_everything_works_without_scripts(open_page: Callable[..., Page]) -> None:
    page = open_page(java_script_enabled=False)
    generate(page)
    page.goto("/")
    page.get_by_role("button", name="Start quiz").click()
    answers = iter([by_arrows, by_mouse, by_mouse, by_mouse])
    for position in range(1, 5):
        expect(page.get_by_text(f"{position} of 4")).to_be_visible()
        next(answers)(page)
        page.get_by_role("link", name=re.compile("^(Next question|See results)$")).click()
    expect(page.get_by_role("heading", name=re.compile("Score"))).to_contain_text("of 4")
    page.locator("summary").first.click()
    page.get_by_role("link", name="See it in the article").first.click()
    expect(page.locator("mark").first).to_be_visible()
    page.go_back()
    page.get_by_role("button", name="Retry what you missed").click()
    expect(page.get_by_role("group")).to_have_count(1)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_scrolls_sideways_on_a_phone(open_page: Callable[..., Page], scheme: str) -> None:
    page = open_page(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    generate(page)
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Start quiz").click()
    answer_all(page, by_mouse)
    for path in (page.url, "/", "/quizzes/1", "/history/", "/articles/1/answers", "/about/"):
        page.goto(path)
        no_sideways_scrolling(page)


def test_a_file_is_read_and_the_deck_is_downloaded(open_page: Callable[..., Page]) -> None:
    page = open_page()
    file = {"name": "harbor.md", "mimeType": "text/markdown", "buffer": HARBOR.encode()}
    page.get_by_label("File").set_input_files(file)  # type: ignore[arg-type]  # a dict of this shape
    page.get_by_role("button", name="Generate questions").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Export to Anki").click()
    assert download.value.suggested_filename == "the-harbor-of-vellmouth-reopens.apkg"


@pytest.mark.parametrize("scripts", [True, False])
def test_a_mark_in_the_article_opens_its_item(
    guest: FlaskClient, open_page: Callable[..., Page], scripts: bool
) -> None:
    page = open_page("/articles/1", guest=guest, java_script_enabled=scripts)
    option = page.get_by_role("listitem").filter(has_text=re.compile("^1,500 meters$"))
    expect(option).to_be_hidden()
    if scripts:
        page.locator("mark", has_text="The new quay").click()
    else:
        page.get_by_role("link", name="Question 3").click()
    expect(option).to_be_visible()
    page.get_by_role("link", name="Its answer").filter(visible=True).click()
    expect(page.get_by_role("heading", name="Answers", exact=True)).to_be_visible()


def test_on_a_phone_nothing_hides_what_an_article_may_come_from(
    open_page: Callable[..., Page],
) -> None:
    """Once a text is pasted, the button is in reach of the thumb; before, it stands below."""
    page = open_page(viewport={"width": 360, "height": 740})
    button, link = page.get_by_role("button", name="Generate questions"), page.get_by_label("Link")
    expect(button).not_to_be_in_viewport()
    expect(link).to_be_in_viewport(ratio=1)
    assert link.evaluate(TOPMOST)
    page.get_by_label("Article text").fill(HARBOR * 5)
    expect(button).to_be_in_viewport(ratio=1)
    assert button.evaluate(TOPMOST)


def test_the_list_beside_an_article_shows_that_there_is_more(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(viewport={"width": 1280, "height": 400})
    generate(page)
    beside = page.get_by_role("complementary")
    width = "getComputedStyle(document.querySelector('aside'), '::-webkit-scrollbar').width"
    assert beside.evaluate("it => it.scrollHeight > it.clientHeight")
    assert page.evaluate(width) == "8px"
    assert beside.evaluate("it => getComputedStyle(it).backgroundImage").count("gradient") == 4
