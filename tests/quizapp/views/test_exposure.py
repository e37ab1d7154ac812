"""Those who are to answer questions do not read the answers first."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, post, start, take
from tests.quizapp.views.people import assign, enter, member, teach

KEYS = (
    "/articles/1/answers",
    "/quizzes/1/anki",
    "/quizzes/1/export/anki",
    "/quizzes/1/export/gift",
    "/quizzes/1/export/json",
    "/quizzes/1/statistics/",
    "/quizzes/1/statistics/table.csv",
)
WARNING = "Everybody on this server can read the answers"


@pytest.fixture
def teacher(teacher: FlaskClient) -> FlaskClient:
    """A teacher with a quiz that is open to everybody."""
    post(teacher, "/quizzes/1/visibility", visibility="open")
    return teacher


def statuses(client: FlaskClient) -> set[int]:
    found = set()
    for url in KEYS:
        with client.get(url) as response:
            found.add(response.status_code)
    return found


def test_an_open_quiz_is_assigned_only_after_a_warning(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    response = post(teacher, "/classes/1/assignments", quiz=1, size=10, due="2026-03-20T12:00")
    assert response.status_code == 422
    assert WARNING in response.text
    assert "Nothing is assigned yet" in response.text
    assert '<option selected value="10">' in response.text  # nothing that was chosen is lost
    assert "2026-03-20T12:00" in response.text
    assert ada.get("/articles/1/answers").status_code == 200


def test_one_step_hides_the_answers_and_assigns(
    app: Flask, teacher: FlaskClient, ada: FlaskClient
) -> None:
    assert WARNING not in assign(teacher, answers="hide")
    assert statuses(ada) == {403}
    assert statuses(app.test_client()) == {404}
    assert statuses(teacher) == {200}
    assert ada.get("/quizzes/1").status_code == 200


def test_members_do_not_read_what_stays_open_as_long_as_it_is_assigned(
    app: Flask, teacher: FlaskClient, ada: FlaskClient
) -> None:
    assert WARNING not in assign(teacher, answers="leave")
    assert statuses(ada) == {403}
    assert post(ada, "/study/cards/from-quiz/1").status_code == 403
    for url in ("/quizzes/1", "/articles/1"):
        page = ada.get(url).text
        assert "Export to Anki" not in page
        assert "<mark>" not in page
        assert "hidden" in page
    assert "Export to Anki" not in take(ada, start(ada)).text
    assert statuses(app.test_client()) == statuses(member(app, "Bo")) == {200}
    post(teacher, "/classes/1/assignments/1/remove")
    assert statuses(ada) == {200}


def test_a_quiz_put_together_hides_the_article_it_asks_about(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    post(teacher, "/quizzes/new", title="Friday", size=2)
    post(teacher, "/quizzes/2/visibility", visibility="link")
    page = assign(teacher, quiz=2)
    assert WARNING in page
    assert "<cite>The harbor of Vellmouth reopens</cite>" in page
    assert WARNING not in assign(teacher, quiz=2, answers="leave")
    assert statuses(ada) == {403}
    assign(teacher, quiz=2, answers="hide")
    assert statuses(ada) == {404}  # nothing leads a member to the quiz of the article itself
    assert ada.get("/quizzes/2").status_code == 200


def test_what_is_not_ones_own_cannot_be_closed_and_that_is_said(app: Flask) -> None:
    add_article(app.test_client())
    teacher = member(app, "Ms Okafor")
    ada = member(app, "Ada")
    enter(ada, teach(teacher))
    page = assign(teacher)
    assert "It is not yours to close" in page
    assert "Hide the answers" not in page
    assign(teacher, answers="hide")
    assert statuses(app.test_client()) == {200}
    assert statuses(ada) == {403}


def test_their_own_answers_stay_those_of_a_member(teacher: FlaskClient, ada: FlaskClient) -> None:
    add_article(ada)
    post(ada, "/quizzes/2/visibility", visibility="open")
    assign(teacher, quiz=2, answers="leave")
    assert ada.get("/articles/2/answers").status_code == 200
