"""Drafts are looked over in a real browser."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from quizapp.jobs import Generate
from tests.quizapp.browser.axe import bring, flaws
from tests.quizapp.browser.pages import generate, no_sideways_scrolling
from tests.quizapp.factories import HARBOR, generate_drafts

Open = Callable[..., Page]
LONG, DESIGNER = "How long is the new quay of Vellmouth?", "Who designed the new quay of Vellmouth?"


@pytest.fixture
def app(make_app: Callable[[Generate], Flask]) -> Flask:
    """Articles give two items and two drafts, or drafts alone."""
    return make_app(generate_drafts)


@pytest.mark.parametrize("scripts", [True, False])
def test_drafts_are_looked_over_one_by_one(open_page: Open, scripts: bool) -> None:
    page = open_page(java_script_enabled=scripts, viewport={"width": 360, "height": 740})
    generate(page)
    page.get_by_role("link", name="look them over").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Drafts to look over")
    no_sideways_scrolling(page)
    first = page.get_by_role("listitem", name=LONG)
    expect(first.locator("li", has_text="(right)")).to_contain_text("1,200 meters")
    first.get_by_role("button", name="Approve: ").click()
    second = page.get_by_role("listitem", name=DESIGNER)
    expect(second).to_be_focused()
    expect(second.get_by_role("status")).to_contain_text("1 item approved.")
    no_sideways_scrolling(page)
    second.get_by_role("link", name="Edit: ").click()
    page.get_by_label("Question", exact=True).fill(
        "By whom was the new quay of Vellmouth designed?"
    )
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Save and approve").click()
    expect(page.get_by_text("No draft of this article is left")).to_be_visible()
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Undo").click()
    again = page.get_by_role("listitem", name="By whom was the new quay of Vellmouth designed?")
    again.get_by_role("button", name="Discard: ").click()
    page.get_by_role("link", name="Go to the quiz").click()
    expect(page.get_by_text("3 questions").first).to_be_visible()


def test_drafts_are_looked_over_by_the_keyboard(open_page: Open) -> None:
    page = open_page()
    generate(page)
    page.goto("/bank/drafts/1")
    page.get_by_role("checkbox", name="Select all on this page").focus()
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.innerText || 'select'"))
    assert stops == ["select", "Approve", "Edit", "Discard"]
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem", name=DESIGNER)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem", name=LONG)).to_be_visible()


def test_several_drafts_are_approved_at_once(open_page: Open) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    generate(page)
    page.goto("/bank/drafts/1")
    bar = page.get_by_role("group", name="Selected")
    expect(bar).to_be_hidden()
    page.get_by_role("checkbox", name="Select all on this page").check()
    expect(bar).to_contain_text("(2)")
    no_sideways_scrolling(page)
    bar.get_by_role("button", name="Approve selected").click()
    expect(page.get_by_role("status")).to_contain_text("2 items approved.")
    page.get_by_role("link", name="Go to the quiz").click()
    expect(page.get_by_text("4 questions").first).to_be_visible()


def test_axe_finds_nothing_where_there_are_drafts(open_page: Open) -> None:
    page = open_page(reduced_motion="reduce")
    bring(page)
    page.get_by_label("Article text").fill(HARBOR.replace("Ida Brandt", "the town"))
    page.get_by_role("button", name="Generate questions").click()
    expect(page.get_by_text("No question could be asked")).to_be_visible()
    page.goto("/")
    generate(page)
    found = list(flaws(page))
    for url in ("/articles/1", "/quizzes/1", "/bank/drafts/1", "/bank/items/5", *BANKS):
        page.goto(url)
        no_sideways_scrolling(page)
        found += flaws(page)
    page.goto("/bank/drafts/1")
    page.get_by_role("button", name=re.compile("^Discard: ")).first.click()
    found += flaws(page)
    page.goto("/bank/?shown=discarded")
    found += flaws(page)
    assert found == []


BANKS = ("/bank/?article=1", "/bank/?shown=draft", "/bank/drafts/2")
