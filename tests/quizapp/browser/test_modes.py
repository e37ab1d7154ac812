"""Practice and exam in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.quizapp.browser.pages import generate, no_sideways_scrolling
from tests.quizapp.factories import ITEMS

KEYS = {item.stem: item.options[item.key] for item in ITEMS}

Open = Callable[..., Page]


def begin(page: Page, mode: str) -> None:
    generate(page)
    page.goto("/quizzes/1")
    page.get_by_text("More choices").click()
    page.get_by_role("radio", name=mode).check()
    page.get_by_role("button", name="Start quiz").click()
    expect(page.get_by_role("button", name="Submit answer")).to_be_visible()


def choose(page: Page, *, right: bool) -> str:
    """Choose the key or the first distractor that can be chosen; its text."""
    key = KEYS[page.get_by_role("heading", level=1).inner_text()]
    labels = page.locator(".option:not(.tried) label").all_inner_texts()
    text = next(label for label in labels if (label == key) == right)
    page.get_by_role("radio", name=text, exact=True).check(force=True)
    return text


def submit(page: Page) -> None:
    page.get_by_role("button", name="Submit answer").click()


@pytest.mark.parametrize("scripts", [True, False])
def test_practice_gives_a_second_try(open_page: Open, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    begin(page, "Practice")
    tried = choose(page, right=False)
    submit(page)
    expect(page.get_by_role("status")).to_contain_text("A second try")
    expect(page.get_by_role("radio", name=tried)).to_be_disabled()
    no_sideways_scrolling(page)
    choose(page, right=True)
    submit(page)
    expect(page.get_by_role("status")).to_contain_text("Right at the second try")
    no_sideways_scrolling(page)
    page.get_by_role("link", name="Next question").click()
    choose(page, right=False)
    submit(page)
    page.get_by_role("button", name="Show the answer instead").click()
    expect(page.get_by_role("status")).to_contain_text("Not right. The answer is")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_exam_can_be_changed_flagged_and_ended(open_page: Open, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    begin(page, "Exam")
    choose(page, right=False)
    submit(page)
    expect(page.get_by_text("2 of 4")).to_be_visible()
    expect(page.get_by_role("status")).to_have_count(0)
    chosen = choose(page, right=True)
    page.get_by_role("button", name="Flag").click()
    expect(page.get_by_role("button", name="Unflag")).to_be_visible()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    no_sideways_scrolling(page)
    page.get_by_role("link", name="Question 1, answered").click()
    choose(page, right=True)
    submit(page)
    expect(page.get_by_text("3 of 4")).to_be_visible()
    page.get_by_role("link", name="Look it over and end the exam").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 questions still open")
    no_sideways_scrolling(page)
    page.get_by_role("button", name="End the exam").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("2 of 4")


def test_two_tabs_of_an_exam_show_the_same_attempt(open_page: Open) -> None:
    page = open_page()
    begin(page, "Exam")
    other = page.context.new_page()
    other.goto(page.url)
    submit_in = [(page, False), (other, True)]
    for tab, right in submit_in:
        chosen = choose(tab, right=right)
        submit(tab)
        expect(tab.get_by_text("2 of 4")).to_be_visible()
    other.get_by_role("link", name="Question 1").click()
    page.get_by_role("link", name="Question 1").click()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    expect(other.get_by_role("radio", name=chosen, exact=True)).to_be_checked()


def test_two_tabs_of_an_immediate_attempt_keep_the_first_answer(open_page: Open) -> None:
    page = open_page()
    begin(page, "Immediate")
    other = page.context.new_page()
    other.goto(page.url)
    choose(page, right=True)
    submit(page)
    choose(other, right=False)
    submit(other)
    expect(other.get_by_text("the first answer counts")).to_be_visible()
    expect(other.get_by_text("Right.", exact=False).first).to_be_visible()


def test_going_back_to_an_answered_question_changes_nothing(open_page: Open) -> None:
    page = open_page()
    begin(page, "Immediate")
    choose(page, right=True)
    submit(page)
    page.get_by_role("link", name="Next question").click()
    expect(page.get_by_text("2 of 4")).to_be_visible()
    page.go_back()
    page.go_back()
    if page.get_by_role("button", name="Submit answer").is_visible():
        choose(page, right=False)
        submit(page)
    expect(page.get_by_text("Right.", exact=False).first).to_be_visible()


def test_another_device_goes_on_exactly_there(open_page: Open) -> None:
    page = open_page()
    begin(page, "Exam")
    choose(page, right=True)
    submit(page)
    page.get_by_role("link", name="Question 3").click()
    order = page.locator(".option label").all_inner_texts()
    device = open_page(storage_state=page.context.storage_state())
    device.goto(page.url.partition("/questions/")[0])
    expect(device.get_by_text("2 of 4")).to_be_visible()
    device.get_by_role("link", name="Question 3").click()
    assert device.locator(".option label").all_inner_texts() == order
