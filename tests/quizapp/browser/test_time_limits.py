"""An exam with a time limit in a real browser."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page, expect

from quizapp.views.services import NAME
from tests.quizapp.browser.conftest import Open
from tests.quizapp.browser.pages import begin, choose, generate, submit
from tests.quizapp.views.pages import start


@dataclass
class RunningWatch:
    """A clock that runs by itself, some way ahead."""

    ahead: timedelta = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


def run_until(page: Page, seconds: int) -> None:
    """Let so much of the time be left by the clock of the browser alone."""
    told = page.get_by_role("timer").get_attribute("datetime")
    assert told is not None
    page.clock.run_for(int(1000 * (float(told.strip("PTS")) - seconds)))


def test_the_time_limit_is_for_exams_only(open_page: Open) -> None:
    page = open_page()
    generate(page)
    page.goto("/quizzes/1")
    expect(page.get_by_label("Time limit")).to_be_hidden()
    page.get_by_role("radio", name="Exam").check()
    expect(page.get_by_label("Time limit")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_after_the_deadline_an_answer_is_refused_kindly(
    app: Flask, open_page: Open, scripts: bool
) -> None:
    page = open_page(java_script_enabled=scripts)
    begin(page, "Exam", limit="10 minutes")
    expect(page.get_by_role("timer")).to_contain_text("min")
    choose(page, right=True)
    submit(page)
    expect(page.get_by_text("2 of 4")).to_be_visible()
    app.extensions[NAME].now.time += timedelta(minutes=11)
    choose(page, right=True)
    submit(page)
    expect(page.get_by_role("status").filter(has_text="The time was up")).to_be_visible()
    page.get_by_role("link", name="See results").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 of 4")


def test_the_clock_can_be_hidden_and_stays_so(begun: Open) -> None:
    page = begun("exam", {"minutes": 10})
    page.get_by_text("Time left").click()
    expect(page.get_by_role("timer")).to_be_hidden()
    page.get_by_role("button", name="Skip").click()
    expect(page.get_by_text("2 of 4")).to_be_visible()
    expect(page.get_by_role("timer")).to_be_hidden()


def test_the_clock_says_when_little_time_is_left(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    begin(page, "Exam", limit="5 minutes")
    run_until(page, 59)
    expect(page.locator("[data-thresholds]")).to_have_text("1 min left.")
    expect(page.get_by_role("timer")).to_have_text(re.compile(r"^\d+ s$"))
    page.clock.run_for("00:20")
    expect(page.locator("[data-thresholds]")).to_be_empty()


def test_the_end_is_told_by_the_learners_own_clock(begun: Open) -> None:
    """Also where no script counts the time down."""
    page = begun("exam", {"minutes": 10}, timezone_id="Asia/Kolkata")
    expect(page.locator(".until")).to_have_text(re.compile(r"^until 15:1\d$"))
    plain = begun("exam", {"minutes": 15}, java_script_enabled=False)
    expect(plain.locator(".until")).to_have_text(re.compile(r"^until 09:4\d UTC$"))


def test_the_clock_catches_up_with_a_device_that_slept(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    begin(page, "Exam", limit="15 minutes")
    page.clock.set_system_time(datetime.now(UTC) + timedelta(hours=1))  # and no timer runs
    with page.expect_request("**/finish"):
        page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def test_a_clock_that_runs_fast_sends_what_is_chosen_and_ends_nothing(open_page: Open) -> None:
    page = open_page()
    page.clock.install()
    begin(page, "Exam", limit="5 minutes")
    chosen = choose(page, right=True)
    expect(page.get_by_text("Answer stored.")).to_be_visible()
    for _ in range(2):
        with page.expect_navigation():
            run_until(page, 0)
        expect(page.get_by_text("2 of 4")).to_be_visible()
    page.get_by_role("link", name="Question 1, answered").click()
    expect(page.get_by_role("radio", name=chosen, exact=True)).to_be_checked()


@pytest.mark.parametrize("place", ["questions/1", "overview"])
@pytest.mark.parametrize("part", [0.05, 0.95])
def test_an_exam_ends_with_its_time(
    app: Flask, guest: FlaskClient, open_page: Open, place: str, part: float
) -> None:
    """By the clocks of the browser and of the server, whatever part of a second is left."""
    watch = RunningWatch()
    app.extensions[NAME] = replace(app.extensions[NAME], now=watch)
    exam = start(guest, mode="exam", minutes=5)
    deadline = watch() + timedelta(minutes=5)
    chosen = "questions" in place
    page = open_page(f"{exam}/{place}", guest=guest)
    watch.ahead = deadline - timedelta(seconds=2 + part) - watch()
    page.reload()
    if chosen:
        choose(page, right=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_url("**/results")
    assert watch() - deadline < timedelta(seconds=2)
    assert not [url for url in asked if url.endswith(("/questions/2", "/overview"))]
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"{int(chosen)} of 4")


def test_taking_the_quiz_again_starts_at_once(begun: Open) -> None:
    page = begun("exam", {"minutes": 10})
    page.get_by_role("link", name="Look it over and end the exam").click()
    page.get_by_role("button", name="End the exam").click()
    page.get_by_role("button", name="Take the quiz again").click()
    expect(page.get_by_text("1 of 4")).to_be_visible()
    expect(page.get_by_role("timer")).to_contain_text("min")
