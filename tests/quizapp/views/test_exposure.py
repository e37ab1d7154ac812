"""Those who are to answer questions do not read the answers first."""

from collections.abc import Iterator
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import add_article, post, start, take
from tests.quizapp.views.people import assign, enter, member, teach
from tests.quizapp.views.test_hostile import addresses

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


def pages(app: Flask, client: FlaskClient) -> Iterator[tuple[str, str]]:
    """What is at every address there is, beside the questions of an attempt."""
    for url in addresses(app, "GET"):
        if "/questions/" not in url:
            with client.get(url) as response:
                yield url, unescape(response.get_data().decode(errors="replace"))


def asking(app: Flask, client: FlaskClient) -> set[str]:
    return {url for url, page in pages(app, client) if any(item.stem in page for item in ITEMS)}


def telling(app: Flask, client: FlaskClient) -> set[str]:
    """Addresses of what the article says."""
    sentence = ITEMS[0].evidence.text
    return {url for url, page in pages(app, client) if sentence in page}


def test_no_address_tells_what_an_exam_asks_before_it_or_during_it_what_it_asks_about(
    app: Flask, teacher: FlaskClient, ada: FlaskClient
) -> None:
    assert "sees the articles that it asks about without" in teacher.get("/classes/1").text
    assign(teacher, mode="exam", minutes=120, attempts=1, answers="hide")
    assert asking(app, ada) == set()
    assert "They are not listed here before it." in ada.get("/articles/1").text
    assert telling(app, ada) == {"/articles/1"}
    exam = start(ada)
    assert telling(app, ada) == set()
    assert asking(app, ada) == {f"{exam}/overview", "/account/data"}  # both are of this exam
    for url in ("/articles/1", f"{exam}/article"):
        page = ada.get(url)
        assert page.status_code == 403
        assert f'href="{exam}">Go on with the exam</a>' in page.text
    assert {"/articles/1", "/articles/1/answers"} <= asking(app, teacher)
    post(ada, f"{exam}/finish")
    assert telling(app, ada) == {"/articles/1", f"{exam}/article", f"{exam}/results"}
    assert "/articles/1" in asking(app, ada)


def test_an_exam_put_together_hides_what_the_article_lists(
    app: Flask, teacher: FlaskClient, ada: FlaskClient
) -> None:
    post(teacher, "/quizzes/new", title="Friday", size=2)
    post(teacher, "/quizzes/2/visibility", visibility="link")
    assign(teacher, quiz=2, mode="exam", answers="leave")
    assert asking(app, ada) == set()
    exam = start(ada, 2)
    assert ada.get("/articles/1").status_code == 403
    assert member(app, "Bo").get("/articles/1").status_code == 200
    post(teacher, "/classes/1/assignments/1/remove")
    assert ada.get("/articles/1").status_code == 200
    assert ada.get(f"{exam}/article").status_code == 200


def test_no_other_quiz_asks_before_an_exam_what_it_asks(
    teacher: FlaskClient, ada: FlaskClient
) -> None:
    """Unless a class wants that one as well."""
    post(teacher, "/quizzes/new", title="Friday", size=2)
    post(teacher, "/quizzes/2/visibility", visibility="link")
    before = start(ada, 1)
    take(ada, before)
    assign(teacher, quiz=2, mode="exam", attempts=1, answers="leave")
    for url in ("/quizzes/1/attempts", f"{before}/again"):
        assert post(ada, url).location == "/quizzes/1"
    page = ada.get("/quizzes/1").text
    assert "Your class is to answer questions of this quiz in an exam." in page
    assert "Start quiz" not in page
    assert "Start quiz" in teacher.get("/quizzes/1").text
    exam = start(ada, 2)
    assert post(ada, "/quizzes/1/attempts").location == "/quizzes/1"
    post(ada, f"{exam}/finish")
    start(ada, 1)
    assign(teacher, quiz=2, mode="exam", attempts=2, answers="leave")
    assert post(ada, "/quizzes/1/attempts").location == "/quizzes/1"
    assign(teacher, quiz=1, answers="leave")
    start(ada, 1)


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
