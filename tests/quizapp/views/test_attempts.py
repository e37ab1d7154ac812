from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from quizapp.assessment.answering import Answer
from quizapp.assessment.attempt import Attempt
from quizapp.store import attempts, models
from quizapp.views.services import NAME
from tests.quizapp.factories import KEYS
from tests.quizapp.views.pages import (
    TOKEN,
    add_article,
    answer,
    options,
    post,
    send,
    start,
    take,
    token,
)

FIRST = "/questions/1"


def test_one_question_after_the_other_to_the_score(client: FlaskClient, attempt: str) -> None:
    for position in range(1, 5):
        assert f"{position} of 4" in client.get(f"{attempt}/questions/{position}").text
        page = answer(client, attempt, position).text
        assert ("Next question" in page) == (position < 4)
        assert ("See results" in page) == (position == 4)
    page = client.get(f"{attempt}/results").text
    assert "Score" in page
    assert " of 4" in page


def test_answering_shows_the_feedback_at_once(client: FlaskClient, attempt: str) -> None:
    response = answer(client, attempt, 1)
    assert response.status_code == 200
    assert "From the article" in response.text
    assert 'role="status"' in response.text


def test_reloading_shows_the_same_feedback(client: FlaskClient, attempt: str) -> None:
    assert answer(client, attempt, 1).text == client.get(attempt + FIRST).text


def test_a_second_answer_changes_nothing(client: FlaskClient, attempt: str) -> None:
    offered = options(client.get(attempt + FIRST).text)
    first, second = list(offered)[:2]
    feedback = answer(client, attempt, 1, first).text
    again = send(client, attempt + FIRST, option=offered[second])
    assert again.status_code == 200
    assert "the first answer counts" in again.text
    assert client.get(attempt + FIRST).text == feedback


def test_the_same_answer_twice_is_no_reason_to_complain(client: FlaskClient, attempt: str) -> None:
    offered = options(client.get(attempt + FIRST).text)
    value = next(iter(offered.values()))
    assert (
        send(client, attempt + FIRST, option=value).text
        == send(client, attempt + FIRST, option=value).text
    )


@pytest.mark.parametrize("option", [None, "", "4", "-1", "99", "A", "0 OR 1", "²"])
def test_an_option_of_no_question_is_refused(
    client: FlaskClient, attempt: str, option: str | None
) -> None:
    response = post(client, attempt + FIRST, **({} if option is None else {"option": option}))
    assert response.status_code == 422
    assert "Choose one of the answers first." in response.text
    assert "From the article" not in client.get(attempt + FIRST).text


def test_an_expired_form_keeps_the_choice(client: FlaskClient, attempt: str) -> None:
    response = client.post(attempt + FIRST, data={"option": "1", "csrf_token": "stale"})
    assert response.status_code == 400
    assert "Nothing is lost" in response.text
    assert 'value="1" checked' in response.text
    assert "From the article" not in client.get(attempt + FIRST).text


def test_skipping_comes_back_to_the_question(client: FlaskClient, attempt: str) -> None:
    assert f'href="{attempt}/questions/2">Skip' in client.get(attempt + FIRST).text
    for position in (2, 3, 4):
        answer(client, attempt, position)
    assert client.get(attempt).location == attempt + FIRST
    assert ">Skip<" not in client.get(attempt + FIRST).text


def test_an_attempt_goes_on_where_it_was_left(client: FlaskClient, attempt: str) -> None:
    answer(client, attempt, 1)
    assert client.get(attempt).location == f"{attempt}/questions/2"
    assert f'href="{attempt}">Continue' in client.get("/history/").text
    assert f'href="{attempt}">Continue' in client.get("/").text
    assert client.get(f"{attempt}/results", follow_redirects=True).request.path == (
        f"{attempt}/questions/2"
    )


def test_an_attempt_without_questions_leads_nowhere(session: Session, client: FlaskClient) -> None:
    add_article(client)
    attempt = start(client)
    session.execute(delete(models.AttemptItem))
    session.commit()
    for url in (attempt, f"{attempt}/results", f"{attempt}/questions/1"):
        assert client.get(url, follow_redirects=True).status_code == 404


def test_ending_early_shows_the_results(client: FlaskClient, attempt: str) -> None:
    answer(client, attempt, 1)
    response = post(client, f"{attempt}/finish")
    assert response.location == f"{attempt}/results"
    assert "Not answered" in client.get(response.location).text


def test_an_answer_after_the_end_is_refused_kindly(client: FlaskClient, attempt: str) -> None:
    answer(client, attempt, 1)
    post(client, f"{attempt}/finish")
    before = TOKEN.sub("", client.get(f"{attempt}/results").text)
    response = post(client, f"{attempt}/questions/2", option="0")
    assert response.status_code == 409
    assert "had ended before" in response.text
    assert TOKEN.sub("", client.get(f"{attempt}/results").text) == before


def test_an_answer_that_the_end_overtakes_is_refused_kindly(
    session: Session, client: FlaskClient, attempt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_answer = attempts.answer

    def overtaken(session: Session, running: Attempt, *asked: Any, now: datetime) -> Attempt:
        attempts.finish(session, running, now=now)
        return store_answer(session, running, *asked, now=now)

    monkeypatch.setattr(attempts, "answer", overtaken)
    response = answer(client, attempt, 1)
    assert response.status_code == 409
    assert "had ended before" in response.text
    assert session.scalar(select(func.count()).select_from(models.Response)) == 0


def test_an_answer_that_another_overtakes_is_named(
    client: FlaskClient, attempt: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_answer = attempts.answer

    def overtaken(
        session: Session, running: Attempt, position: int, answer: Answer, *, now: datetime
    ) -> Attempt:
        store_answer(session, running, position, Answer((answer.chosen + 1) % 4), now=now)
        return store_answer(session, running, position, answer, now=now)

    monkeypatch.setattr(attempts, "answer", overtaken)
    assert "the first answer counts" in answer(client, attempt, 1).text


def test_retry_asks_only_the_wrong_ones(client: FlaskClient, attempt: str) -> None:
    page = take(client, attempt).text
    wrong = page.count('class="review wrong"')
    assert 0 < wrong < 4
    again = post(client, f"{attempt}/retry").location
    assert f"1 of {wrong}" in client.get(again).text


def test_a_running_attempt_goes_on_before_it_is_retried(client: FlaskClient, attempt: str) -> None:
    answer(client, attempt, 1)
    assert post(client, f"{attempt}/retry").location == attempt


def test_nothing_to_retry_leads_back(client: FlaskClient, attempt: str) -> None:
    for position in range(1, 5):
        page = client.get(f"{attempt}/questions/{position}").text
        answer(client, attempt, position, next(KEYS[stem] for stem in KEYS if stem in page))
    page = client.get(f"{attempt}/results").text
    assert "4 of 4" in page
    assert "Retry what you missed" not in page
    assert post(client, f"{attempt}/retry").location == attempt


def test_the_evidence_is_marked_in_its_place_after_the_answer(
    client: FlaskClient, attempt: str
) -> None:
    assert "<mark>" not in client.get(f"{attempt}/article").text
    answer(client, attempt, 1)
    assert client.get(f"{attempt}/article").text.count("<mark>") == 1
    for position in (2, 3, 4):
        answer(client, attempt, position)
    page = client.get(f"{attempt}/article").text
    assert all(f'id="e{position}"' in page for position in range(1, 5))


@pytest.mark.parametrize(
    "path",
    ["", "/questions/1", "/overview", "/results", "/article", "/questions/99", "/questions/0"],
)
def test_somebody_elses_attempt_is_not_there(app: Flask, attempt: str, path: str) -> None:
    assert app.test_client().get(attempt + path).status_code == 404


@pytest.mark.parametrize("path", ["/questions/1", "/questions/1/flag", "/finish", "/retry"])
def test_somebody_else_cannot_act_on_an_attempt(app: Flask, attempt: str, path: str) -> None:
    stranger = app.test_client()
    start(stranger)
    assert post(stranger, attempt + path, option="0").status_code == 404


def test_a_stale_button_can_be_pressed_once_more(client: FlaskClient, attempt: str) -> None:
    answer(client, attempt, 1)
    response = client.post(f"{attempt}/finish")
    token = TOKEN.search(response.text)
    assert (response.status_code, token is not None) == (400, True)
    assert "One more click" in response.text
    assert post(client, f"{attempt}/finish").status_code == 303


def test_a_start_that_is_sent_twice_leads_to_one_attempt(app: Flask, client: FlaskClient) -> None:
    add_article(client)
    app.extensions[NAME].now.tick = timedelta(seconds=1)
    form = {"csrf_token": token(client), "size": "4"}
    once, twice = (client.post("/quizzes/1/attempts", data=form).location for _ in range(2))
    assert once == twice
    answer(client, once.removesuffix(FIRST), 1)
    assert client.post("/quizzes/1/attempts", data=form).location != once


def test_the_article_leads_back_to_the_question_that_led_to_it(client: FlaskClient) -> None:
    add_article(client)
    attempt = start(client)
    assert f'href="{attempt}">Back to the quiz' in client.get(f"{attempt}/article").text
    take(client, attempt)
    page = client.get(f"{attempt}/article?question=2").text
    assert f'href="{attempt}#q2">Back to the results' in page
    assert 'id="q2"' in client.get(f"{attempt}/results").text


def test_what_was_left_open_is_not_called_wrong(client: FlaskClient) -> None:
    add_article(client)
    attempt = start(client)
    answer(client, attempt, 1)
    page = send(client, f"{attempt}/finish").text
    assert "3 questions were left open" in page
    assert page.count("not answered") == 3
    assert page.count('class="review open"') == 3
