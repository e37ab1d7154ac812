"""Studying in a real browser."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from quizapp.views.services import NAME
from tests.quizapp.browser.pages import generate, no_sideways_scrolling
from tests.quizapp.factories import KEYS
from tests.quizapp.views.pages import post, start


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def page(request: pytest.FixtureRequest, open_page: Callable[..., Page]) -> Page:
    """A phone on which four cards have been added."""
    page = open_page(java_script_enabled=request.param, viewport={"width": 360, "height": 740})
    generate(page)
    page.goto("/quizzes/1")
    page.get_by_role("button", name="Add to my cards").click()
    expect(page.get_by_role("status")).to_contain_text("4 cards were added")
    return page


def asked(page: Page) -> str:
    return page.get_by_role("heading", level=1).inner_text()


def test_a_card_is_asked_shown_rated_and_taken_back(page: Page) -> None:
    page.get_by_role("link", name="Study now").click()
    first = asked(page)
    answer = page.locator(".answer")
    expect(answer).to_be_hidden()
    page.get_by_text("Show answer").click()
    expect(answer).to_have_text(KEYS[first])
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Easy 8 d").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
    page.get_by_role("button", name="Undo the last rating").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(first)
    page.get_by_role("button", name="Suspend").click()
    expect(page.get_by_role("status")).to_contain_text("stays out")
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Take it back").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(first)


def test_keys_show_rate_and_undo(
    app: Flask, guest: FlaskClient, open_page: Callable[..., Page]
) -> None:
    app.extensions[NAME].now.tick = timedelta(seconds=1)  # what is forgotten comes in a minute
    post(guest, "/study/cards/from-quiz/1")
    page = open_page("/study/next", guest=guest)
    stems = []
    for key in ("1", "2", " ", "4"):
        stems.append(asked(page))
        page.keyboard.press(" ")
        expect(page.get_by_role("button", name="Good")).to_be_visible()
        page.keyboard.press(key)
        expect(page.get_by_role("heading", level=1)).not_to_have_text(stems[-1])
    assert set(stems) == KEYS.keys()
    page.keyboard.press("u")
    expect(page.get_by_role("heading", level=1)).to_have_text(stems[-1])
    page.keyboard.press("?")
    page.get_by_label("Use these keys").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press(" ")
    expect(page.locator(".answer")).to_be_hidden()


def test_what_is_missed_in_a_quiz_is_studied(
    guest: FlaskClient, open_page: Callable[..., Page]
) -> None:
    page = open_page(start(guest), guest=guest)
    stem = asked(page)
    wrong = next(t for t in page.locator(".option label").all_inner_texts() if t != KEYS[stem])
    page.get_by_role("radio", name=wrong, exact=True).check(force=True)
    page.get_by_role("button", name="Submit answer").click()
    page.get_by_role("link", name="your cards").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("1 due"))
    page.get_by_role("link", name="Study now").click()
    assert asked(page) == stem


def test_numbers_of_years_fit_on_a_phone(
    guest: FlaskClient, open_page: Callable[..., Page]
) -> None:
    post(guest, "/study/cards/from-quiz/1")
    post(guest, "/study/cards/1/rate", rating=3, seen=0, uid="a")
    page = open_page("/study/numbers/", guest=guest, viewport={"width": 360, "height": 740})
    no_sideways_scrolling(page)
    month = page.get_by_role("row").filter(has_text="1 review")
    month.locator("th").evaluate("each => each.textContent = 'September 2025'")
    month.locator("td").first.evaluate("each => each.textContent = '1,118,183 reviews'")
    no_sideways_scrolling(page)


def test_the_day_begins_where_one_lives_and_stays_there(
    guest: FlaskClient, open_page: Callable[..., Page]
) -> None:
    post(guest, "/study/cards/from-quiz/1")
    page = open_page("/study/", guest=guest, timezone_id="Asia/Tokyo")
    page.get_by_role("link", name="Change that").click()
    expect(page.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("status")).to_contain_text("Saved")
    page.goto("/study/")
    expect(page.get_by_text("begin at four in the morning")).to_be_hidden()
    travelling = open_page("/study/settings/", guest=guest, timezone_id="Europe/Paris")
    expect(travelling.get_by_label("Time zone")).to_have_value("Asia/Tokyo")
