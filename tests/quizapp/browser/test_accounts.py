"""From a guest to an account, and from its quiz to somebody else's screen."""

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

from tests.quizapp.browser.pages import generate, no_sideways_scrolling
from tests.quizapp.views.people import PASSWORD

FLAWS = (
    "axe.run().then(({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes[0].html}`))"
)


def sign_up(page: Page) -> None:
    page.get_by_role("link", name="Log in").click()
    page.get_by_role("link", name="Sign up").click()
    page.get_by_label("Name").fill("Nora")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password once more").fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_text("Welcome, Nora.")).to_be_visible()


def answer_one(page: Page) -> None:
    page.get_by_role("group").locator("label").first.click()
    page.get_by_role("button", name="Submit answer").click()
    expect(page.get_by_role("link", name="Next question")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_guest_signs_up_and_shares_a_quiz(open_page: Callable[..., Page], scripts: bool) -> None:
    page = open_page(viewport={"width": 360, "height": 740}, java_script_enabled=scripts)
    generate(page)
    page.get_by_role("button", name="Start quiz").click()
    answer_one(page)
    sign_up(page)
    expect(page.get_by_role("link", name="Next question")).to_be_visible()
    page.goto("/quizzes/1")
    page.get_by_label("You, your classes, and those to whom you give the link").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("only those")
    page.get_by_role("button", name="Make a link").click()
    link = page.get_by_label("Link to this quiz").input_value()

    other = open_page()
    expect(other.get_by_text("Vellmouth")).to_have_count(0)
    other.goto(link)
    other.get_by_role("button", name="Start quiz").click()
    answer_one(other)


def test_the_first_field_to_be_corrected_has_the_focus(open_page: Callable[..., Page]) -> None:
    page = open_page("/account/sign-up")
    page.get_by_label("Name").fill("Nora")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_label("Password once more")).to_be_focused()
    expect(page.get_by_label("Password once more")).to_have_attribute("aria-invalid", "true")


def test_the_pages_of_an_account_are_accessible(open_page: Callable[..., Page]) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    sign_up(page)
    generate(page)
    for path in ("/account/", "/quizzes/1", "/quizzes/1/leaderboard/", "/history/"):
        page.goto(path)
        no_sideways_scrolling(page)
        page.evaluate(AXE_SCRIPT)
        assert page.evaluate(FLAWS) == [], path
    page.goto("/account/")
    page.get_by_role("textbox", name="Password", exact=True).fill("not the password")
    page.get_by_role("button", name="Delete my account").click()
    expect(page.get_by_text("This is not your password.")).to_be_visible()


def test_the_zone_of_a_goal_is_the_readers_own(open_page: Callable[..., Page]) -> None:
    page = open_page(timezone_id="Asia/Tokyo")
    page.goto("/history/goal/")
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Today’s goal")).to_be_visible()
