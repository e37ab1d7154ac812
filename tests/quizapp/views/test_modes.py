"""Practice and exam; what all modes share is in test_attempts."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.jobs import Generate
from quizapp.views.services import NAME, Services
from tests.quizapp.factories import ITEMS, Watch, make_generated
from tests.quizapp.views.pages import (
    TOKEN,
    add_article,
    answer,
    choices,
    post,
    send,
    start,
)


def services_of(app: Flask) -> Services:
    return cast("Services", app.extensions[NAME])


@pytest.fixture
def exam(client: FlaskClient) -> str:
    add_article(client)
    return start(client, mode="exam")


@pytest.fixture
def practice(client: FlaskClient) -> str:
    add_article(client)
    return start(client, mode="practice")


@pytest.mark.parametrize(
    "fields",
    [
        {"mode": "cheat"},
        {"mode": ""},
        {"order": "best"},
        {"order": ""},
        {"mode": "exam", "minutes": "7"},
        {"mode": "exam", "minutes": "-5"},
        {"minutes": "1e9"},
        {"extra": "101"},
        {"extra": "x"},
    ],
)
def test_terms_that_are_not_offered_are_refused(
    client: FlaskClient, fields: dict[str, str]
) -> None:
    add_article(client)
    assert post(client, "/quizzes/1/attempts", **fields).status_code == 422
    assert "None yet" in client.get("/quizzes/1").text


def test_an_exam_only_goes_on(client: FlaskClient, exam: str) -> None:
    for position in (1, 2, 3):
        assert answer(client, exam, position).request.path == f"{exam}/questions/{position + 1}"
    assert answer(client, exam, 4).request.path == f"{exam}/overview"
    assert client.get(exam).location == f"{exam}/overview"
    assert "Everything is answered" in client.get(f"{exam}/overview").text
    assert client.get(f"{exam}/results").location == f"{exam}/overview"
    post(client, f"{exam}/finish")
    assert " of 4" in client.get(f"{exam}/results").text
    assert client.get(f"{exam}/overview").location == exam


def test_an_answer_of_an_exam_can_be_changed_until_the_end(client: FlaskClient, exam: str) -> None:
    key, wrong, _ = choices(client, exam, 1)
    url = f"{exam}/questions/1"
    for value in (wrong, key, key):
        assert post(client, url, option=value).status_code == 303
        assert f'value="{value}" checked' in client.get(url).text
    post(client, f"{exam}/finish")
    assert "1 of 4" in client.get(f"{exam}/results").text
    assert send(client, url, option=key).status_code == 200
    late = post(client, url, option=wrong)
    assert (late.status_code, "had ended before" in late.text) == (409, True)
    assert "1 of 4" in client.get(f"{exam}/results").text


def test_a_flag_keeps_what_was_chosen_meanwhile(client: FlaskClient, exam: str) -> None:
    key, _, _ = choices(client, exam, 2)
    response = post(client, f"{exam}/questions/2/flag", option=key, flagged="1")
    assert response.location == f"{exam}/questions/2?flag=set"
    page = client.get(response.location).text
    assert f'value="{key}" checked' in page
    assert "Unflag" in page
    assert "Flagged" in client.get(f"{exam}/overview").text
    post(client, f"{exam}/questions/2/flag", flagged="0")
    assert "Flagged" not in client.get(f"{exam}/overview").text
    assert f'value="{key}" checked' in client.get(response.location).text


@pytest.mark.parametrize(
    "fields", [{}, {"flagged": "2"}, {"flagged": "1", "option": "9"}, {"flagged": "x"}]
)
def test_a_flag_that_is_none_is_refused(
    client: FlaskClient, exam: str, fields: dict[str, str]
) -> None:
    assert post(client, f"{exam}/questions/1/flag", **fields).status_code == 422
    assert "Flagged" not in client.get(f"{exam}/overview").text


def test_only_an_exam_has_flags_and_an_overview(client: FlaskClient, attempt: str) -> None:
    assert post(client, f"{attempt}/questions/1/flag", flagged="1", option="0").status_code == 303
    page = client.get(f"{attempt}/questions/1").text
    assert "Unflag" not in page
    assert "Submit answer" in page
    assert client.get(f"{attempt}/overview").location == attempt


def test_a_second_try_wins_half_the_mark(client: FlaskClient, practice: str) -> None:
    key, wrong, other = choices(client, practice, 1)
    url = f"{practice}/questions/1"
    first = send(client, url, option=wrong)
    assert (first.status_code, first.text.count(" disabled")) == (200, 1)
    assert "A second try" in first.text
    assert "From the article" not in first.text
    assert TOKEN.sub("", first.text) == TOKEN.sub("", send(client, url, option=wrong).text)
    assert "the first answer counts" in send(client, url, option=other).text
    assert "half a mark" in send(client, url, option=key, turn="2").text
    post(client, f"{practice}/finish")
    page = client.get(f"{practice}/results").text
    assert "0.5 of 4" in page
    assert (page.count(">½<"), page.count(">–</span></a>")) == (2, 3)
    assert "3 questions were left open" in page


def test_the_second_try_can_be_given_up(client: FlaskClient, practice: str) -> None:
    _, wrong, _ = choices(client, practice, 1)
    url = f"{practice}/questions/1"
    assert "Show the answer instead" in send(client, url, option=wrong).text
    assert "The answer is" in send(client, url, option=wrong, turn="2").text
    assert "The answer is" in client.get(url).text


@pytest.mark.parametrize("turn", ["two", "-1", "3", ""])
def test_a_turn_that_is_none_changes_nothing(client: FlaskClient, practice: str, turn: str) -> None:
    response = send(client, f"{practice}/questions/1", option="0", turn=turn)
    assert response.status_code in {200, 409, 422}
    page = client.get(f"{practice}/questions/1").text
    assert "Submit answer" in page
    assert "A second try" not in page


def test_retrying_an_exam_shows_the_answers_one_by_one(client: FlaskClient, exam: str) -> None:
    answer(client, exam, 1)
    post(client, f"{exam}/finish")
    again = post(client, f"{exam}/retry").location.partition("/questions/")[0]
    assert "From the article" in answer(client, again, 1).text


def test_history_names_the_mode(client: FlaskClient, exam: str) -> None:
    answer(client, exam, 1)
    assert ">exam</span>" in client.get("/history/").text
    assert "after 1 of 4" in client.get("/history/").text


def test_an_exam_tells_the_time_left(client: FlaskClient) -> None:
    add_article(client)
    exam = start(client, mode="exam", minutes="10", extra="50")
    for page in ("/questions/1", "/overview"):
        shown = client.get(exam + page).text
        assert 'role="timer"' in shown
        assert "14 min " in shown


def test_without_a_limit_or_an_exam_there_is_no_clock(client: FlaskClient, exam: str) -> None:
    attempt = start(client, mode="immediate", minutes="10")
    for url in (exam, attempt):
        assert "timer" not in client.get(f"{url}/questions/1").text


def test_what_comes_as_the_time_is_up_is_counted_and_ends_the_exam(
    app: Flask, client: FlaskClient
) -> None:
    watch = services_of(app).now
    assert isinstance(watch, Watch)
    watch.tick = timedelta()
    add_article(client)
    exam = start(client, mode="exam", minutes="5")
    key, _, _ = choices(client, exam, 1)
    watch.time += timedelta(minutes=5)
    response = post(client, f"{exam}/questions/1", option=key)
    assert (response.status_code, response.location) == (303, f"{exam}/results")
    assert "1 of 4" in client.get(f"{exam}/results").text


@pytest.mark.parametrize(("early", "ends"), [(1, True), (60, False)])
def test_a_page_ends_an_exam_at_its_deadline_and_never_long_before(
    app: Flask, client: FlaskClient, early: int, ends: bool
) -> None:
    watch = services_of(app).now
    assert isinstance(watch, Watch)
    watch.tick = timedelta()
    add_article(client)
    answered, left_open = (start(client, mode="exam", minutes=5, extra=e) for e in (0, 25))
    key, _, _ = choices(client, answered, 1)
    watch.time += timedelta(minutes=5, seconds=-early)
    chosen = post(client, f"{answered}/questions/1", option=key, over=1)
    assert chosen.location == (
        f"{answered}/results" if ends else f"{answered}/questions/2?stored=1"
    )
    watch.time += timedelta(minutes=5 / 4)
    page = send(client, f"{left_open}/finish", over=1)
    assert ("0 of 4" in page.text) == ends


def test_an_answer_after_the_deadline_is_refused_kindly(app: Flask, client: FlaskClient) -> None:
    add_article(client)
    exam = start(client, mode="exam", minutes="5")
    key, wrong, _ = choices(client, exam, 1)
    post(client, f"{exam}/questions/1", option=key)
    watch = services_of(app).now
    assert isinstance(watch, Watch)
    watch.time += timedelta(minutes=6)
    for position in (1, 2):
        late = post(client, f"{exam}/questions/{position}", option=wrong)
        assert (late.status_code, "The time was up" in late.text) == (409, True)
    for beside in ("flag", "skip"):
        late = post(client, f"{exam}/questions/2/{beside}", option=wrong, flagged="1")
        assert (late.status_code, "The time was up" in late.text) == (409, True)
        assert post(client, f"{exam}/questions/2/{beside}", flagged="1").status_code == 303
    page = client.get(f"{exam}/results").text
    assert "1 of 4" in page
    assert "3 questions were left open: retry them without a limit" in page
    for url in ("results", "questions/1", "questions/3"):
        assert "The time was up, and this exam has ended" in client.get(f"{exam}/{url}").text
    assert f'href="{exam}">Continue' not in client.get("/").text


def test_taking_it_again_starts_at_once_on_the_same_terms(
    make_app: Callable[[Generate], Flask],
) -> None:
    more = tuple(replace(item, id=f"another {item.id}") for item in ITEMS)
    client = make_app(lambda _text, /, **_: make_generated(*ITEMS, *more)).test_client()
    add_article(client)
    terms = {"mode": "exam", "minutes": "10", "extra": "50", "order": "article", "confidence": "y"}
    exam = post(client, "/quizzes/1/attempts", size="5", **terms).location.partition("/q")[0]
    post(client, f"{exam}/finish")
    said = "Again means 5 questions, exam, 15 min, in the order of the article, how sure you are."
    assert said in client.get(f"{exam}/results").text
    again = post(client, f"{exam}/again").location
    page = client.get(again).text
    assert again == "/attempts/2/questions/1"
    assert all(part in page for part in ("1 of 5", "14 min ", "Flag<", "How sure are you?"))
    post(client, "/attempts/2/finish")
    assert said in client.get("/attempts/2/results").text


def test_after_a_retry_the_whole_quiz_is_taken_again(client: FlaskClient, exam: str) -> None:
    key, _, _ = choices(client, exam, 1)
    post(client, f"{exam}/questions/1", option=key)
    post(client, f"{exam}/finish")
    retry = post(client, f"{exam}/retry").location.partition("/questions/")[0]
    post(client, f"{retry}/finish")
    assert "Again means" not in client.get(f"{retry}/results").text
    assert "1 of 4" in client.get(post(client, f"{retry}/again").location).text


def test_an_exam_says_that_an_answer_is_stored(client: FlaskClient, exam: str) -> None:
    assert "stored." not in client.get(f"{exam}/questions/1").text
    page = answer(client, exam, 1).text
    assert re.search(r'role="status"[^>]*>Answer to question 1 stored\.<', page)
    for position in (2, 3):
        answer(client, exam, position)
    assert "Answer to question 4 stored." in answer(client, exam, 4).text


@pytest.mark.parametrize("stored", ["2", "99", "x", "-1"])
def test_no_address_claims_that_an_answer_is_stored(
    client: FlaskClient, exam: str, stored: str
) -> None:
    assert "stored." not in client.get(f"{exam}/questions/1?stored={stored}").text


def test_an_answer_to_a_try_that_is_not_there_yet_is_refused_with_the_reason(
    client: FlaskClient, practice: str
) -> None:
    response = post(client, f"{practice}/questions/1", option="0", turn="2")
    assert response.status_code == 409
    assert "from a page that has changed" in response.text
    assert "had ended" not in response.text


def test_a_clock_that_was_set_back_shows_no_time_that_cannot_be(
    app: Flask, client: FlaskClient
) -> None:
    add_article(client)
    exam = start(client, mode="exam", minutes="5")
    watch = services_of(app).now
    assert isinstance(watch, Watch)
    watch.time -= timedelta(hours=2)
    assert "5 min<" in client.get(f"{exam}/questions/1").text
    answer(client, exam, 1)
    post(client, f"{exam}/finish")
    assert "· 0 s of 5 min" in client.get(f"{exam}/results").text
    assert ">0 s<" in client.get("/history/").text


def test_history_says_what_is_answered_but_not_ended(client: FlaskClient, exam: str) -> None:
    for position in range(1, 5):
        answer(client, exam, position)
    assert "Continue</a> all 4 answered" in client.get("/history/").text
    assert "with all questions answered, but not ended" in client.get("/").text
