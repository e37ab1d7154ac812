import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp import store
from quizapp.store import accounts, models
from tests.quizapp.views.composed import QUIZ, SCRIPT, by_hand, make, owner, placed, publish
from tests.quizapp.views.pages import add_article, answer, post, start, take
from tests.quizapp.views.people import enter, sign_up, teach


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return owner(app)


def test_a_draft_is_its_owners_alone(client: FlaskClient, other: FlaskClient) -> None:
    make(client)
    assert other.get(f"/quizzes/{QUIZ}").status_code == 404
    assert "Midterm" not in other.get("/quizzes/").text
    assert "draft" in client.get("/quizzes/").text
    start(client, QUIZ)
    publish(client)
    assert other.get(f"/quizzes/{QUIZ}").status_code == 404
    assert "draft" not in client.get("/quizzes/").text


def test_a_class_takes_a_quiz_until_it_is_withdrawn_or_closed(
    client: FlaskClient, other: FlaskClient
) -> None:
    make(client)
    enter(other, teach(client))
    assert post(client, "/classes/1/assignments", quiz=QUIZ).status_code == 422
    publish(client)
    assert post(client, "/classes/1/assignments", quiz=QUIZ).status_code == 303
    assert "Midterm" in other.get("/").text
    begun = start(other, QUIZ)
    for url, fields, said in (
        ("visibility", {"visibility": "draft"}, "still working on it"),
        ("close", {}, "has closed"),
    ):
        post(client, f"/quizzes/{QUIZ}/{url}", **fields)
        page = other.get(f"/quizzes/{QUIZ}").text
        assert said in page
        assert "Start quiz" not in page
        assert "Your scores will be here" not in page
        for list_ in ("/", "/quizzes/", "/classes/1"):
            assert "Start quiz" not in other.get(list_).text
        refused = post(other, f"/quizzes/{QUIZ}/attempts")
        assert refused.status_code == 409
        assert "This quiz is not open" in refused.text
        publish(client)
    assert answer(other, begun, 1).status_code == 200
    post(other, f"{begun}/finish")
    page = other.get(f"{begun}/results").text
    assert "not open any more" in page
    assert "Take the quiz again" not in page
    for again in ("again", "retry"):
        assert post(other, f"{begun}/{again}").status_code == 409
    assert post(other, f"/history/practice/{QUIZ}", answer_type="person").status_code == 409
    post(client, f"/quizzes/{QUIZ}/reopen")
    assert post(other, f"{begun}/again").status_code == 303


CLOSINGS: list[tuple[dict[str, object], int, str]] = [
    ({"closes": "2026-03-14T23:00"}, 303, "It closes"),
    ({"closes": "2026-03-14T23:00", "offset": "-840"}, 422, "That time has passed already."),
    ({"closes": "2001-01-01T00:00"}, 422, "That time has passed already."),
    ({"closes": ""}, 422, "Choose a day and a time."),
    ({"closes": "2300-03-14T23:00"}, 422, "not a year"),
    ({"closes": SCRIPT}, 422, "Give a day and a time, like"),
]


def test_a_quiz_closes_at_a_time(client: FlaskClient) -> None:
    make(client)
    for fields, status, said in CLOSINGS:
        response = post(client, f"/quizzes/{QUIZ}/closing", **fields)
        assert response.status_code == status
        page = response.text if status == 422 else client.get(f"/quizzes/{QUIZ}").text
        assert said in page
        assert SCRIPT not in page


def test_what_is_missing_once_a_quiz_has_closed_counts_as_nothing(
    client: FlaskClient, other: FlaskClient
) -> None:
    enter(other, teach(client))
    post(client, "/classes/1/assignments", quiz=1)
    assert "not yet" in client.get("/classes/1/gradebook").text
    post(client, "/quizzes/1/close")
    assert "missing" in client.get("/classes/1/gradebook").text
    assert "closed" in other.get("/classes/1").text
    assert "closed" in client.get("/classes/1").text


def test_a_question_leads_to_its_own_article(client: FlaskClient, other: FlaskClient) -> None:
    by_hand(client, 1, 6)
    publish(client)
    enter(other, teach(client))
    post(client, "/classes/1/assignments", quiz=QUIZ)
    assert other.get("/articles/2").status_code == 404
    attempt = start(other, QUIZ)
    take(other, attempt, size=2)
    first, second = (other.get(f"{attempt}/article?question={n}").text for n in (1, 2))
    assert "<h1>The harbor of Vellmouth reopens" in first
    assert "<h1>Ships call at Vellmouth again" in second
    assert first.count("<mark>") == second.count("<mark>") == 1
    assert "question=2" in first
    assert other.get(f"{attempt}/article?question=3").status_code == 404
    assert other.get("/articles/2").status_code == 200
    assert other.get("/articles/2/answers").status_code == 403


def test_a_quiz_of_several_articles_is_exported(client: FlaskClient) -> None:
    by_hand(client, 1, 6)
    text = client.get(f"/quizzes/{QUIZ}/export/gift").text
    assert "When did the harbor of Vellmouth reopen" in text
    assert "Who is the mayor of Vellmouth" in text
    assert client.get(f"/quizzes/{QUIZ}/export/anki").data[:2] == b"PK"


def test_a_guests_quiz_moves_into_the_account_and_goes_with_it(app: Flask) -> None:
    guest = app.test_client()
    add_article(guest)
    post(guest, "/quizzes/by-hand", item=[1, 2], quiz=0, title="Mine")
    sign_up(guest)
    assert placed(guest.get("/quizzes/2/edit").text) == [1, 2]
    data = guest.get("/account/data").json
    assert data is not None
    assert [len(each["items"]) for each in data["quizzes"] if each["title"] == "Mine"] == [2]
    with app.app_context():
        session: Session = store.session()
        known = accounts.named(session, "Nora")
        assert known is not None
        accounts.remove(session, known, nobody="nobody")
        assert list(session.scalars(select(models.Quiz.id))) == []
