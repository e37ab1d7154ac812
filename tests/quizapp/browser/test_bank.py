"""The item bank in a real browser."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.quizapp.browser.pages import generate, no_sideways_scrolling

Open = Callable[..., Page]


@pytest.mark.parametrize("scripts", [True, False])
def test_an_item_is_edited_retired_and_brought_back(open_page: Open, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    generate(page)
    page.get_by_role("link", name="Edit the questions").click()
    no_sideways_scrolling(page)
    page.get_by_role("link", name="Edit: Who is the mayor of Vellmouth?").click()
    question = page.get_by_label("Question", exact=True)
    question.fill("Who was not the mayor of Vellmouth?")
    if scripts:
        expect(page.get_by_text("what is not so")).to_be_visible()
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Save").click()
    if not scripts:
        refused = page.get_by_role("alert")
        expect(refused).to_contain_text("Not saved yet")
        expect(refused).to_be_focused()
        expect(refused.get_by_text("what is not so")).to_be_visible()
        no_sideways_scrolling(page)
        refused.get_by_role("button", name="Save anyway").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved.")
    bar = page.get_by_role("group", name="Selected")
    expect(bar).to_be_visible(visible=not scripts)
    page.get_by_role("checkbox", name="Who was not the mayor").check()
    for button in bar.get_by_role("button").all():
        button.click(trial=True)
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Retire").click()
    expect(page.get_by_role("link", name="Who was not the mayor")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Who was not the mayor").first).to_be_visible()


def test_an_item_is_added_without_scripts(open_page: Open) -> None:
    page = open_page(java_script_enabled=False, viewport={"width": 360, "height": 740})
    generate(page)
    page.goto("/bank/")
    page.get_by_role("link", name="Add an item").click()
    no_sideways_scrolling(page)
    page.get_by_label("Words in the sentence").fill("lighthouse")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("button", name="The lighthouse, built").click()
    page.get_by_label("Question", exact=True).fill("When was the lighthouse of Vellmouth built?")
    for number, year in enumerate(("1862", "1870", "1874", "1881"), 1):
        page.get_by_label(f"Option {number}", exact=True).fill(year)
    page.get_by_role("radio", name="Option 3 is right").check()
    page.get_by_label("Asks for").select_option("Date")
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Add to the bank").click()
    expect(page.get_by_role("status").first).to_contain_text("Added to the bank")


@pytest.mark.parametrize("scripts", [True, False])
def test_filters_are_folded_on_a_phone_and_say_how_many_there_are(
    open_page: Open, scripts: bool
) -> None:
    page = open_page(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    generate(page)
    page.goto("/bank/?article=1&difficulty=easy&sort=hardest")
    difficulty = page.get_by_label("Difficulty")
    expect(difficulty).to_be_hidden()
    expect(page.get_by_role("link", name="When did the harbor").first).to_be_visible()
    page.get_by_text("Filters 2 active").click()
    expect(difficulty).to_be_visible()
    difficulty.select_option("")
    page.get_by_role("button", name="Show").click()
    expect(page.get_by_text("Filters 1 active")).to_be_visible()
    no_sideways_scrolling(page)
