"""A quiz put together by hand in a real browser, on a phone, and taken."""

from collections.abc import Callable

from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from tests.quizapp.browser.pages import generate, no_sideways_scrolling
from tests.quizapp.browser.test_whole_way import answer_all, by_mouse
from tests.quizapp.factories import ITEMS

MAYOR, LENGTH, DESIGNER = (item.stem for item in ITEMS[1:])


def has(page: Page, *stems: str) -> None:
    expect(page.locator(".places .stem")).to_have_text(stems)


def test_a_quiz_is_chosen_ordered_published_deleted_brought_back_and_taken(
    open_page: Callable[..., Page],
) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    generate(page)
    page.goto("/bank/")
    for stem in (MAYOR, LENGTH, DESIGNER):
        page.get_by_role("row", name=stem).get_by_role("checkbox").check()
    page.get_by_role("button", name="Add to a quiz").click()
    page.get_by_label("Name of the new quiz").fill("Friday test")
    page.get_by_role("button", name="Add to the quiz").click()
    has(page, MAYOR, LENGTH, DESIGNER)
    no_sideways_scrolling(page)
    page.get_by_role("button", name=f"Up: {DESIGNER}").click()
    page.get_by_role("button", name=f"Take out: {MAYOR}").click()
    has(page, DESIGNER, LENGTH)
    page.get_by_role("button", name="Undo").click()
    has(page, MAYOR, DESIGNER, LENGTH)

    page.get_by_text("Delete this quiz").click()
    page.get_by_role("button", name="Delete the quiz").click()
    page.get_by_role("button", name="Undo").click()
    has(page, MAYOR, DESIGNER, LENGTH)

    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_role("status")).to_contain_text("can take this quiz now")
    page.get_by_role("button", name="Start quiz").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(MAYOR)
    answer_all(page, by_mouse)
    expect(page.get_by_role("heading", level=1)).to_contain_text("of 3")


def test_what_can_be_ticked_stands_in_two_columns_on_a_phone(
    open_page: Callable[..., Page], guest: FlaskClient
) -> None:
    page = open_page("/quizzes/new", guest=guest, viewport={"width": 360, "height": 740})
    page.get_by_text("More choices").click()
    no_sideways_scrolling(page)
    ticks = page.locator(".several:not(.long) input").all()
    boxes = [tick.bounding_box() for tick in ticks]
    assert len(boxes) > 20
    assert len({round(box["x"]) for box in boxes if box}) == 2
    for label in page.locator(".several:not(.long) .one").all():
        assert label.evaluate("each => each.scrollWidth <= each.clientWidth"), label.inner_text()
