"""An exam whose answers meet with every kind of trouble on their way."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Locator, Page, expect

from quizapp.views.services import NAME
from tests.quizapp.browser.conftest import Open
from tests.quizapp.browser.pages import choose, submit
from tests.quizapp.views.people import PASSWORD, sign_up

TIMED = {"minutes": 5}


@dataclass
class RunningWatch:
    """A clock that runs by itself, some way ahead."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def near(app: Flask) -> Callable[[Page], None]:
    """Brings a page of an exam of five minutes close to its deadline."""
    watch = RunningWatch()
    app.extensions[NAME] = replace(app.extensions[NAME], now=watch)

    def hurry(page: Page) -> None:
        watch.ahead += timedelta(minutes=4, seconds=56)
        page.reload()

    return hurry


def told(page: Page) -> Locator:
    return page.locator("[data-stored]")


def log_in_elsewhere(page: Page) -> None:
    other = page.context.new_page()
    other.goto("/account/sign-up")
    other.get_by_label("Name").fill("Ada")
    other.get_by_label("Password", exact=True).fill(PASSWORD)
    other.get_by_label("Password once more").fill(PASSWORD)
    other.get_by_role("button", name="Sign up").click()
    expect(other.get_by_role("link", name="Account")).to_be_visible()
    other.close()


def log_out_elsewhere(page: Page) -> None:
    other = page.context.new_page()
    other.goto("/account/")
    other.get_by_role("button", name="Log out").click()
    expect(other.get_by_text("You are logged out.")).to_be_visible()
    other.close()


def chosen_in(page: Page, text: str) -> None:
    """The option is what is stored for the first question."""
    page.goto("/attempts/1/questions/1")
    expect(page.get_by_role("radio", name=text, exact=True)).to_be_checked()


def test_a_choice_is_stored_after_a_log_in_in_another_tab(begun: Open) -> None:
    page = begun("exam", TIMED)
    choose(page, right=False)
    expect(told(page)).to_have_text("Answer stored.")
    log_in_elsewhere(page)
    chosen = choose(page, right=True)
    expect(told(page)).to_have_text("Answer stored.")
    chosen_in(page, chosen)


@pytest.mark.parametrize("chooses", [True, False])
def test_an_exam_ends_with_its_time_after_a_log_in_in_another_tab(
    begun: Open, near: Callable[[Page], None], chooses: bool
) -> None:
    page = begun("exam", TIMED)
    near(page)
    log_in_elsewhere(page)
    if chooses:
        choose(page, right=True)
    page.wait_for_url("**/results")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{int(chooses)} of 4")
    expect(page.get_by_role("status")).to_contain_text("The time was up")


def test_a_choice_that_found_no_connection_is_sent_as_soon_as_there_is_one(begun: Open) -> None:
    page = begun("exam")
    page.wait_for_load_state()
    page.context.set_offline(True)
    chosen = choose(page, right=True)
    expect(told(page)).to_contain_text("Not stored yet: no connection")
    page.context.set_offline(False)
    expect(told(page)).to_have_text("Answer stored.")
    chosen_in(page, chosen)


def test_going_back_shows_what_another_tab_has_stored_meanwhile(begun: Open) -> None:
    page = begun("exam")
    page.wait_for_load_state()
    choose(page, right=False)
    expect(told(page)).to_have_text("Answer stored.")
    page.get_by_role("link", name="Question 3").click()
    expect(page.get_by_text("3 of 4")).to_be_visible()
    other = page.context.new_page()
    other.goto("/attempts/1/questions/1")
    chosen = choose(other, right=True)
    expect(told(other)).to_have_text("Answer stored.")
    page.go_back()
    expect(page.get_by_text("1 of 4")).to_be_visible()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    page.wait_for_timeout(500)
    chosen_in(page, chosen)


def test_a_choice_that_met_a_fault_is_tried_again_after_a_while(begun: Open) -> None:
    page = begun("exam")
    page.wait_for_load_state()
    page.route("**/questions/1", lambda route: route.fulfill(status=503), times=1)
    choose(page, right=True)
    expect(told(page)).to_contain_text("Not stored yet")
    expect(told(page)).to_have_text("Answer stored.")


@pytest.mark.parametrize("way", ["Question 3", "Look it over and end the exam", "Quizzes"])
def test_nobody_leaves_a_choice_behind_that_is_not_stored(begun: Open, way: str) -> None:
    page = begun("exam")
    page.wait_for_load_state()
    page.context.set_offline(True)
    chosen = choose(page, right=True)
    expect(told(page)).to_contain_text("Not stored yet")
    page.get_by_role("link", name=way, exact=True).click()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    page.context.set_offline(False)
    page.get_by_role("link", name=way, exact=True).click()
    page.wait_for_url(lambda url: not url.endswith("/questions/1"))
    chosen_in(page, chosen)


@pytest.mark.parametrize("button", ["Submit answer", "Skip", "Flag"])
def test_a_button_pressed_without_a_connection_leaves_the_page_as_it_is(
    begun: Open, button: str
) -> None:
    page = begun("exam")
    page.wait_for_load_state()
    page.context.set_offline(True)
    chosen = choose(page, right=True)
    page.get_by_role("button", name=button).click()
    expect(told(page)).to_contain_text("Not stored yet")
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    page.context.set_offline(False)
    expect(told(page)).to_have_text("Answer stored.")
    page.get_by_role("button", name=button).click()
    expect(page.get_by_role("link", name=re.compile("Question 1, answered"))).to_be_visible()


@pytest.mark.parametrize("chooses", [True, False])
def test_a_page_without_a_connection_stays_at_the_deadline_and_tries_again(
    begun: Open, near: Callable[[Page], None], chooses: bool
) -> None:
    page = begun("exam", TIMED)
    near(page)
    page.context.set_offline(True)
    if chooses:
        choose(page, right=True)
    expect(told(page)).to_contain_text("The time is up: no connection")
    expect(page.get_by_role("button", name="Submit answer")).to_be_visible()
    page.context.set_offline(False)
    page.wait_for_url(re.compile("results|questions/1$"))
    expect(page.get_by_text("The time was up", exact=False).first).to_be_visible()


def test_an_exam_that_is_ended_without_a_connection_goes_on(begun: Open) -> None:
    page = begun("exam")
    page.get_by_role("link", name="Look it over and end the exam").click()
    end = page.get_by_role("button", name="End the exam")
    expect(end).to_be_visible()
    page.wait_for_load_state()
    page.context.set_offline(True)
    end.click()
    expect(told(page)).to_contain_text("Not ended: no connection")
    page.context.set_offline(False)
    end.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("0 of 4")


@pytest.mark.parametrize("by", ["link", "button"])
def test_who_chooses_after_the_exam_was_ended_in_another_tab_is_told(begun: Open, by: str) -> None:
    page = begun("exam", TIMED)
    other = page.context.new_page()
    other.goto("/attempts/1/overview")
    other.get_by_role("button", name="End the exam").click()
    expect(other.get_by_role("heading", level=1)).to_contain_text("0 of 4")
    choose(page, right=True)
    expect(told(page)).to_contain_text("The exam has ended, so this does not count.")
    expect(page.get_by_role("timer")).to_be_hidden()
    if by == "button":
        submit(page)
        expect(page.get_by_text("This attempt had ended")).to_be_visible()
    page.get_by_role("link", name="See results").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("0 of 4")


@pytest.mark.parametrize("scripts", [True, False])
def test_who_was_logged_out_in_another_tab_comes_back_with_the_choice(
    guest: FlaskClient, begun: Open, scripts: bool
) -> None:
    assert sign_up(guest, "Ada").status_code == 303
    page = begun("exam", TIMED, java_script_enabled=scripts)
    log_out_elsewhere(page)
    chosen = choose(page, right=True)
    if scripts:
        expect(told(page)).to_contain_text("you are logged out")
    submit(page)
    expect(page.get_by_role("heading", name="You are not logged in")).to_be_visible()
    page.get_by_role("main").get_by_role("link", name="Log in").click()
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Log in").click()
    expect(page.get_by_text("not stored yet")).to_be_visible()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()
    submit(page)
    expect(page.get_by_role("link", name="Question 1, answered")).to_be_visible()


def test_skip_keeps_what_is_chosen_without_scripts(begun: Open) -> None:
    page = begun("exam", java_script_enabled=False)
    chosen = choose(page, right=True)
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_text("2 of 4")).to_be_visible()
    expect(page.get_by_role("status")).to_have_text("Answer to question 1 stored.")
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_text("3 of 4")).to_be_visible()
    chosen_in(page, chosen)
