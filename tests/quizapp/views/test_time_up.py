"""An exam that nobody came back to: its time was up, and every page says so, whichever is first."""

from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.store import models
from quizapp.views.services import NAME
from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import options, post, start
from tests.quizapp.views.people import assign

MINUTES = 5


@pytest.fixture
def exam(app: Flask, teacher: FlaskClient, ada: FlaskClient) -> str:
    """An exam that a member of a class has left after its first answer, and its time is up."""
    assign(teacher, mode="exam", minutes=MINUTES)
    post(ada, "/quizzes/1/leaderboard/", pseudonym="Lamp")
    exam = start(ada)
    page = ada.get(f"{exam}/questions/1").text
    item = next(each for each in ITEMS if each.stem in page)
    wrong = next(value for text, value in options(page).items() if text != item.options[item.key])
    post(ada, f"{exam}/questions/1", option=wrong)
    app.extensions[NAME].now.time += timedelta(hours=1)
    return exam


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/history/", "0 of 4"),
        ("/study/", "1 due"),  # what was left open is no mistake made
        ("/quizzes/1", "<dd>0 %</dd>"),
        ("/quizzes/1/leaderboard/", "Lamp"),
        ("/classes/1", "0 of 4"),
        ("/account/data", '"marks": 0'),
    ],
)
@pytest.mark.usefixtures("exam")
def test_its_learner_finds_it_finished(ada: FlaskClient, url: str, said: str) -> None:
    page = ada.get(url).text
    assert said in page
    assert ">Continue<" not in page


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("/classes/1", "Ada"),
        ("/classes/1/gradebook.csv", "0"),
        ("/quizzes/1/statistics/table.csv", "1"),
        ("/bank/items/1", "0 % of 1 learner"),
    ],
)
@pytest.mark.usefixtures("exam")
def test_its_teacher_finds_it_finished(teacher: FlaskClient, url: str, said: str) -> None:
    assert said in teacher.get(url).text


@pytest.mark.usefixtures("exam")
def test_it_ended_with_its_time(session: Session, ada: FlaskClient) -> None:
    assert ada.get("/about/").status_code == 200
    [found] = session.scalars(select(models.Attempt))
    assert found.finished_at == found.started_at + timedelta(minutes=MINUTES)
    assert found.marks == 0


@pytest.mark.parametrize("url", ["/healthz", "/static/style.css"])
@pytest.mark.usefixtures("exam")
def test_what_is_no_page_asks_nothing(session: Session, ada: FlaskClient, url: str) -> None:
    with ada.get(url) as response:
        assert response.status_code == 200
    assert session.scalars(select(models.Attempt.finished_at)).all() == [None]


def test_what_was_never_answered_is_in_the_history_as_in_the_gradebook(
    app: Flask, teacher: FlaskClient, ada: FlaskClient
) -> None:
    assign(teacher, mode="exam", minutes=MINUTES)
    start(ada)
    app.extensions[NAME].now.time += timedelta(hours=1)
    assert "0 of 4" in ada.get("/history/").text
    assert "0.0" in teacher.get("/classes/1/gradebook.csv").text
