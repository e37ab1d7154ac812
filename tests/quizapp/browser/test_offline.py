"""Studying goes on where the network ends, and nothing is lost or doubled when it is back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic

import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient
from playwright.sync_api import Error, Page, expect
from sqlalchemy import select

from quizapp import store
from quizapp.store.study_models import Card, Review
from tests.quizapp.browser.axe import flaws
from tests.quizapp.browser.conftest import cookie
from tests.quizapp.browser.pages import no_sideways_scrolling
from tests.quizapp.factories import KEYS
from tests.quizapp.views.pages import post
from tests.quizapp.views.people import member

READY = """async () => {
    await navigator.serviceWorker.ready;
    while (!(await outbox.pack()) || !navigator.serviceWorker.controller)
        await new Promise((wake) => setTimeout(wake, 50));
}"""
WHO = "async () => (await outbox.pack()).who"
UPDATED = """async () => {
    const found = await navigator.serviceWorker.getRegistration("/study/");
    await found.update();
    while (found.installing || found.waiting || navigator.serviceWorker.controller !== found.active)
        await new Promise((wake) => setTimeout(wake, 50));
}"""
"""It may have found the new one by itself as the page was loaded."""
WAITING = "async () => (await outbox.waiting()).length"


@pytest.fixture
def page(guest: FlaskClient, open_page: Callable[..., Page]) -> Page:
    """A phone that has taken four new cards along."""
    post(guest, "/study/cards/from-quiz/1")
    page = open_page("/study/", guest=guest, viewport={"width": 360, "height": 740})
    page.evaluate(READY)
    page.get_by_role("link", name="Study now").click()
    return page


def rate(page: Page, name: str) -> str:
    """Rate the card that is asked; its question."""
    heading = page.locator(".front")
    stem = heading.inner_text()
    page.get_by_text("Show answer").click()
    expect(page.locator(".answer")).to_have_text(KEYS[stem])
    page.get_by_role("button", name=name).click()
    expect(heading.filter(has_text=stem, visible=True)).to_have_count(0)
    return stem


def bring(page: Page) -> None:
    """Open the page that sends what waits, until nothing does; it may load anew meanwhile."""
    with suppress(Error):  # it may load anew before it is there
        page.goto("/study/", wait_until="commit")
    end = monotonic() + 10
    while monotonic() < end:
        with suppress(Error):
            if page.evaluate(WAITING) == 0:
                return
        page.wait_for_timeout(50)
    pytest.fail("reviews were left on the device")


def logged(app: Flask) -> list[tuple[int, int]]:
    with app.app_context():
        query = select(Review.card_id, Review.rating).order_by(Review.reviewed_at)
        return [(card, rating) for card, rating in store.session().execute(query)]


def test_study_goes_on_offline_and_is_brought_back_once(app: Flask, page: Page) -> None:
    rate(page, "Easy")
    page.context.set_offline(True)
    rate(page, "Good")  # the form of a page that came while there was a connection
    expect(page.get_by_role("status")).to_contain_text("1 review waits to be sent")
    no_sideways_scrolling(page)
    page.get_by_text("Show answer").click()
    page.get_by_role("button", name="Again").evaluate("each => { each.click(); each.click(); }")
    expect(page.get_by_role("status")).to_contain_text("2 reviews wait to be sent")
    assert len(logged(app)) == 1
    page.reload()  # what waits is not lost with the page
    expect(page.get_by_role("status")).to_contain_text("2 reviews wait to be sent")
    rate(page, "Easy")
    page.context.set_offline(False)
    bring(page)
    assert [rating for _, rating in logged(app)] == [4, 3, 1, 4]
    assert len({card for card, _ in logged(app)}) == 4
    bring(page)
    assert len(logged(app)) == 4


def test_axe_finds_nothing_offline(page: Page) -> None:
    page.context.set_offline(True)
    rate(page, "Good")
    expect(page.get_by_role("status")).to_contain_text("1 review waits to be sent")
    assert list(flaws(page)) == []


def test_what_arrived_although_its_answer_was_lost_is_not_doubled(app: Flask, page: Page) -> None:
    uid = page.locator("[name=uid]").get_attribute("value")
    rate(page, "Easy")
    page.evaluate(
        f"({WHO})().then(who =>"
        f" outbox.add({{uid: '{uid}', who, card: 1, rating: 4, at: Date.now()}}))"
    )
    bring(page)
    assert len(logged(app)) == 1


def test_two_devices_that_were_offline_merge(
    app: Flask, page: Page, open_page: Callable[..., Page]
) -> None:
    other = open_page()
    other.context.add_cookies(page.context.cookies())  # type: ignore[arg-type]  # as they were read
    other.goto("/study/next")
    other.evaluate(READY)
    for device in (page, other):
        device.context.set_offline(True)
        rate(device, "Good")
    for device in (other, page):
        device.context.set_offline(False)
        bring(device)
    assert logged(app) == [(1, 3), (1, 3)]
    with app.app_context():
        assert store.session().get_one(Card, 1).reviews == 2


def test_the_last_rating_can_be_undone_offline(page: Page) -> None:
    page.context.set_offline(True)
    stem = rate(page, "Good")
    page.get_by_role("button", name="Undo the last rating").click()
    expect(page.locator(".front")).to_have_text(stem)
    assert page.evaluate(WAITING) == 0


def test_what_needs_a_connection_says_so_and_leaves_the_page_as_it_is(
    app: Flask, page: Page
) -> None:
    stem = page.locator(".front").inner_text()
    page.context.set_offline(True)
    for name in ("Not today", "Suspend"):
        page.get_by_role("button", name=name).click()
        expect(page.get_by_role("status")).to_contain_text("This needs a connection")
        expect(page.locator(".front")).to_have_text(stem)
    no_sideways_scrolling(page)
    rate(page, "Good")
    expect(page.get_by_role("status")).to_contain_text("1 review waits to be sent")
    page.context.set_offline(False)
    bring(page)
    assert [rating for _, rating in logged(app)] == [3]


def test_a_card_that_is_written_without_a_connection_is_not_lost(page: Page) -> None:
    page.goto("/study/cards/new")
    page.get_by_label("Front").fill("ser")
    page.get_by_label("Back").fill("to be")
    page.context.set_offline(True)
    page.get_by_role("button", name="Add this card").click()
    expect(page.get_by_role("status")).to_contain_text("This needs a connection")
    assert page.get_by_label("Back").input_value() == "to be"
    page.context.set_offline(False)
    page.get_by_role("button", name="Add this card").click()
    expect(page.get_by_role("status")).to_contain_text("1 card was added")


def test_studying_goes_on_with_the_connection_once_it_is_back(app: Flask, page: Page) -> None:
    page.context.set_offline(True)
    rate(page, "Good")
    page.context.set_offline(False)
    expect(page.get_by_role("status")).to_contain_text("You have a connection again")
    expect(page.get_by_role("status")).not_to_contain_text("offline")
    rate(page, "Easy")
    page.wait_for_url("**/study/next")
    bring(page)
    assert [rating for _, rating in logged(app)] == [3, 4]


def test_a_new_worker_takes_over_while_reviews_wait(app: Flask, page: Page) -> None:
    rate(page, "Easy")
    with only_a_gateway(app):
        rate(page, "Good")
        expect(page.get_by_role("status")).to_contain_text("1 review waits to be sent")
        page.evaluate(UPDATED)
        rate(page, "Hard")
        expect(page.get_by_role("status")).to_contain_text("2 reviews wait to be sent")
    bring(page)
    assert [rating for _, rating in logged(app)] == [4, 3, 2]


def test_two_people_on_one_device_keep_their_reviews_apart(
    app: Flask, page: Page, guest: FlaskClient
) -> None:
    nora = member(app, "Nora")
    post(nora, "/study/cards/new", front="ser", back="to be")
    page.context.set_offline(True)
    rate(page, "Good")
    expect(page.get_by_role("status")).to_contain_text("1 review waits to be sent")
    before = page.evaluate(WHO)

    page.context.add_cookies([cookie(nora)])  # as if the session of the first had ended
    page.context.set_offline(False)
    page.goto("/study/next")
    expect(page.locator(".front")).to_have_text("ser")
    page.wait_for_function(f"who => ({WHO})().then(now => now !== who)", arg=before)
    page.context.set_offline(True)
    page.get_by_text("Show answer").click()
    page.get_by_role("button", name="Easy").click()
    expect(page.get_by_role("status")).to_contain_text("1 review waits to be sent")
    page.context.set_offline(False)
    page.goto("/account/")
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("status")).to_contain_text("logged out")
    assert logged(app) == [(5, 4)]
    page.context.set_offline(True)
    page.goto("/study/next")
    expect(page.get_by_role("heading", name="No cards on this device")).to_be_visible()
    assert page.evaluate("outbox.pack()") is None

    page.context.add_cookies([cookie(guest)])
    page.context.set_offline(False)
    bring(page)
    assert sorted(logged(app)) == [(1, 3), (5, 4)]


@contextmanager
def only_a_gateway(app: Flask) -> Iterator[None]:
    """For a while only a gateway answers, and there is another version of the worker."""

    def say(answer: Response) -> Response:
        if request.path.endswith("sw.js"):
            answer.set_data(answer.get_data() + b"// another")
        elif request.path.startswith("/study/") and request.endpoint != "offline.shell":
            answer.status_code = 503
        return answer

    said = app.after_request_funcs.setdefault(None, [])
    said.append(say)
    yield
    said.remove(say)
