"""A class in real browsers: its teacher's in New York, a member's on a phone."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Locator, Page, expect

from tests.quizapp.browser.axe import flaws
from tests.quizapp.browser.pages import generate, no_sideways_scrolling
from tests.quizapp.browser.test_whole_way import answer_all, by_mouse
from tests.quizapp.factories import HARBOR
from tests.quizapp.views.pages import add_article, post
from tests.quizapp.views.people import PASSWORD, assign, enter, member, teach

CLASS, BOOK = "/classes/1", "/classes/1/gradebook"


def sign_up(page: Page, name: str) -> None:
    page.goto("/account/sign-up")
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_label("Password once more").fill(PASSWORD)
    page.get_by_role("button", name="Sign up").click()
    expect(page.get_by_text(f"Welcome, {name}.")).to_be_visible()


def make_class(page: Page) -> str:
    """Make a class, assign a quiz until noon in New York; the address that leads into it."""
    page.get_by_role("link", name="Classes", exact=True).click()
    page.get_by_label("Name of the class").fill("Tuesday")
    page.get_by_role("button", name="Make class").click()
    page.get_by_label("Due").fill("2026-03-20T12:00")
    page.get_by_role("button", name="Assign quiz").click()
    noon = page.locator("time[datetime='2026-03-20T16:00:00+00:00']")
    expect(noon).to_have_text(re.compile("^20 Mar( 2026)?, 12:00$"))  # the year once it is over
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    return page.get_by_label("Link for students").input_value()


def test_from_the_code_of_a_class_to_its_gradebook(open_page: Callable[..., Page]) -> None:
    teacher = open_page(timezone_id="America/New_York", reduced_motion="reduce")
    sign_up(teacher, "Ms Okafor")
    teacher.goto("/")
    generate(teacher)
    address = make_class(teacher)

    ada = open_page(viewport={"width": 360, "height": 740}, reduced_motion="reduce")
    sign_up(ada, "Ada")
    ada.goto(address)
    ada.get_by_role("button", name="Join class").click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("Tuesday")
    for path in ("/classes/", CLASS, "/"):
        ada.goto(path)
        assert list(flaws(ada)) == []
        ada.set_viewport_size({"width": 360, "height": 740})
        no_sideways_scrolling(ada)
    ada.get_by_role("button", name="Start quiz").first.click()
    answer_all(ada, by_mouse)

    for path in (CLASS, BOOK, "/quizzes/1/statistics/"):
        teacher.goto(path)
        assert list(flaws(teacher)) == []
    teacher.goto(BOOK)
    expect(teacher.get_by_role("row", name="Ada")).to_contain_text("of 4")
    with teacher.expect_download() as download:
        teacher.get_by_role("link", name="Gradebook as CSV").click()
    assert download.value.suggested_filename == "tuesday-best-attempts.csv"

    teacher.goto(CLASS)
    teacher.get_by_role("button", name="Remove Ada").click()
    expect(teacher.get_by_role("status")).to_contain_text("Ada was removed")
    teacher.get_by_role("button", name="Undo").click()
    expect(teacher.get_by_role("button", name="Remove Ada")).to_be_visible()


def test_what_is_asked_before_an_open_quiz_is_assigned_is_in_view(
    open_page: Callable[..., Page], taught: FlaskClient
) -> None:
    post(taught, "/quizzes/12/visibility", visibility="open")
    page = open_page(
        f"{CLASS}?quiz=12#assign", guest=taught, viewport={"width": 360, "height": 640}
    )
    page.get_by_role("button", name="Assign quiz").click()
    asked = page.get_by_role("alert")
    expect(asked).to_be_focused()
    expect(asked).to_be_in_viewport(ratio=0.8)
    expect(asked).to_contain_text("Everybody on this server can read the answers")
    page.get_by_role("button", name="Hide the answers and assign").click()
    expect(asked).to_have_count(0)


@pytest.fixture
def taught(app: Flask) -> FlaskClient:
    """The teacher of a class with two members and a dozen quizzes."""
    teacher = member(app, "Ms Okafor")
    code = teach(teacher)
    for number in range(1, 13):
        add_article(teacher, f"Harbors of the north, part {number}\n{HARBOR}")
        assign(teacher, quiz=number)
    for name in ("Ada", LONG_NAME):
        enter(member(app, name), code)
    return teacher


LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff"


@pytest.mark.parametrize("width", [1280, 700, 360])
def test_names_and_means_stay_in_view_however_many_quizzes_there_are(
    open_page: Callable[..., Page], taught: FlaskClient, width: int
) -> None:
    size = {"width": width, "height": 500}
    page = open_page(BOOK, guest=taught, viewport=size, reduced_motion="reduce")
    no_sideways_scrolling(page)
    row = page.get_by_role("row", name=LONG_NAME)
    for number in (1, 6, 11):
        grade = row.get_by_role("cell").nth(number)
        grade.evaluate("cell => cell.scrollIntoView({block: 'center', inline: 'center'})")
        expect(grade).to_be_in_viewport()
        for kept in (row.get_by_role("rowheader"), row.locator(".mean")):
            expect(kept).to_be_in_viewport(ratio=0.99)
            assert beside(kept, grade), number
    assert list(flaws(page)) == []


def beside(one: Locator, other: Locator) -> bool:
    """Whether neither covers the other."""
    a, b = one.bounding_box(), other.bounding_box()
    assert a is not None
    assert b is not None
    apart = a["x"] + a["width"] <= b["x"] + 1 or b["x"] + b["width"] <= a["x"] + 1
    above = a["y"] + a["height"] <= b["y"] + 1 or b["y"] + b["height"] <= a["y"] + 1
    return apart or above
