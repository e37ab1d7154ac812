"""Articles and quizzes go with all that is their owner's of them, and come back as they were."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp import server, store
from quizapp.store import Base
from quizapp.views.services import services
from tests.quizapp.factories import HARBOR, Watch
from tests.quizapp.views.composed import EDIT, QUIZ, SECOND, by_hand, items, make, owner, publish
from tests.quizapp.views.pages import TOKEN, add_article, post, send, start, take, undo
from tests.quizapp.views.people import assign, enter, member, sign_up, teach

ARTICLE = "/articles/1"
REMOVAL = f"{ARTICLE}/removal"

Tables = dict[str, list[tuple[Any, ...]]]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return owner(app)


def used(client: FlaskClient) -> FlaskClient:
    """With everything that hangs on an article: attempts, reports, cards, decisions, a quiz."""
    attempt = start(client, mode="practice", confidence="y")
    take(client, attempt)
    post(client, f"{attempt}/finish")
    start(client, mode="exam", minutes="30")
    post(client, f"{attempt}/questions/1/report", reason="unclear")
    post(client, "/quizzes/1/leaderboard/", pseudonym="Nora")
    post(client, "/quizzes/1/link")
    post(client, "/bank/decide", status="approved", item=["1", "2"])
    post(client, "/bank/items/1/versions", number="1", current="1", stem="When?")
    post(client, "/study/cards/from-quiz/1")
    post(client, "/study/cards/1/rate", rating=3, seen=0, uid="1")
    by_hand(client, 5, 1, 6)
    take(client, start(client, QUIZ), 3)
    return client


def tables(app: Flask) -> Tables:
    """Everything that is stored, but for what can be brought back."""
    with app.app_context():
        found = {
            table.name: sorted(map(tuple, store.session().execute(select(table))), key=repr)
            for table in Base.metadata.sorted_tables
        }
    del found["removal"]
    return found


def left(found: Tables) -> dict[str, int]:
    return {name: len(rows) for name, rows in found.items() if rows}


def test_an_article_goes_with_what_is_its_owners_and_comes_back(
    app: Flask, client: FlaskClient
) -> None:
    used(client)
    stored = tables(app)
    shown = client.get(ARTICLE).text
    assert "Its quiz and its 4 questions go too" in shown
    assert "3 attempts and 4 cards of yours" in shown
    page = send(client, REMOVAL).text
    assert "Vellmouth reopens” is deleted" in page
    for url in (ARTICLE, "/quizzes/1", "/attempts/1/results", "/bank/items/1", "/study/cards/1"):
        assert client.get(url).status_code == 404
    assert "Vellmouth reopens" not in client.get("/bank/").text
    assert items(app) == (5, 6)
    gone = left(tables(app))
    assert (gone["article"], gone["item"], gone["quiz"]) == (1, 4, 2)
    assert not gone.keys() & {"attempt", "response", "report", "review", "daily", "contender"}
    assert undo(client, page).location == ARTICLE
    assert tables(app) == stored
    assert "is back" in client.get(ARTICLE).text


def test_what_is_deleted_can_be_found_for_a_day(app: Flask, client: FlaskClient) -> None:
    send(client, REMOVAL)
    listed = client.get("/quizzes/?archived=").text
    assert "Bring it back" in listed
    assert "Bring it back" not in member(app, "Other").get("/quizzes/?archived=").text
    with app.app_context():
        watch = services().now
    assert isinstance(watch, Watch)
    watch.time += timedelta(days=1, seconds=1)
    assert "Bring it back" not in client.get("/quizzes/?archived=").text
    assert post(client, "/removed/1/restore").status_code == 404
    server.upgrade(app)
    with app.app_context():
        assert store.session().scalar(select(store.models.Removal)) is None


def test_nobody_else_deletes_or_brings_back(app: Flask, client: FlaskClient) -> None:
    other = member(app, "Other")
    assert post(other, REMOVAL).status_code == 404
    assert post(client, "/quizzes/1/removal").status_code == 404  # it is the article's
    send(client, REMOVAL)
    assert post(other, "/removed/1/restore").status_code == 404
    assert post(client, "/removed/1/restore").location == ARTICLE
    assert post(client, "/removed/1/restore").status_code == 404


def test_an_article_that_others_rely_on_stays_whole(app: Flask, client: FlaskClient) -> None:
    post(client, "/quizzes/1/visibility", visibility="open")
    used(client)
    other = member(app, "Other")
    started, kept = start(other), tables(app)
    assert "has taken" in send(client, REMOVAL).text
    assert tables(app) == kept
    take(other, started)
    assert "so it stays" in send(client, REMOVAL).text
    assert other.get(f"{started}/results").status_code == 200


def test_an_article_of_which_somebody_has_cards_stays(app: Flask, client: FlaskClient) -> None:
    post(client, "/quizzes/1/visibility", visibility="open")
    other = member(app, "Other")
    post(other, "/study/cards/from-quiz/1")
    assert "so it stays" in send(client, REMOVAL).text
    assert other.get("/study/cards/1").status_code == 200


def test_what_a_class_is_to_take_stays_until_it_is_taken_back(
    app: Flask, client: FlaskClient
) -> None:
    enter(member(app, "Ada"), teach(client))
    assign(client, quiz=1)
    assert "so it stays" in send(client, REMOVAL).text
    post(client, "/classes/1/assignments/1/remove")
    stored = tables(app)
    undo(client, send(client, REMOVAL).text)
    assert tables(app) == stored


def test_questions_of_another_quiz_that_a_class_is_to_take_stay(
    app: Flask, client: FlaskClient
) -> None:
    by_hand(client, 1, 5)
    publish(client, QUIZ)
    teach(client)
    assign(client, quiz=QUIZ)
    assert "so it stays" in send(client, REMOVAL).text
    assert items(app) == (1, 5)


def test_what_comes_back_gets_other_numbers_where_its_own_are_taken(
    app: Flask, client: FlaskClient
) -> None:
    last = "/articles/2"
    take(client, start(client, 2))
    post(client, "/study/cards/from-quiz/2")
    by_hand(client, 1, 5, 2)
    page = send(client, f"{last}/removal").text
    add_article(client, HARBOR.replace("Vellmouth reopens", "Vellmouth closes", 1))
    take(client, start(client, 4))
    assert client.get(last).status_code == 200
    back = undo(client, page).location
    assert back not in {ARTICLE, last}
    assert "Ships call at Vellmouth again" in client.get(back).text
    assert client.get("/history/attempts/").text.count("Ships call at Vellmouth again") == 1
    with app.app_context():
        titles = [quiz.title for quiz in store.session().scalars(select(store.models.Quiz))]
    assert len(titles) == len(set(titles)) == 4
    assert len(items(app)) == 3


def test_a_text_that_is_there_again_keeps_the_deleted_one_away(
    app: Flask, client: FlaskClient
) -> None:
    page = send(client, "/articles/2/removal").text
    add_article(client, SECOND)
    there = tables(app)
    answer = undo(client, page)
    assert "cannot come back now" in client.get(answer.location).text
    assert tables(app) == there
    send(client, "/articles/2/removal")
    assert post(client, "/removed/1/restore").location.startswith("/articles/")


def test_a_place_in_a_quiz_that_was_filled_meanwhile_is_kept(
    app: Flask, client: FlaskClient
) -> None:
    by_hand(client, 5, 1, 6)
    page = send(client, REMOVAL).text
    post(client, f"/quizzes/{QUIZ}/items/order", item=[6, 5], place=[1, 2])
    undo(client, page)
    assert items(app) == (6, 5, 1)


def test_what_a_guest_deletes_comes_back_to_the_account(app: Flask) -> None:
    guest = app.test_client()
    add_article(guest)
    take(guest, start(guest))
    send(guest, REMOVAL)
    sign_up(guest, "Nora")
    assert post(guest, "/removed/1/restore").location == ARTICLE
    assert "Delete this article" in guest.get(ARTICLE).text
    assert "/attempts/1/results" in guest.get("/history/").text
    for url in (ARTICLE, "/quizzes/1"):
        assert app.test_client().get(url).status_code == 404


def test_a_quiz_goes_with_its_owners_attempts_and_comes_back(
    app: Flask, client: FlaskClient
) -> None:
    by_hand(client, 1, 2, 3)
    post(client, f"/quizzes/{QUIZ}/items/order", item=[3], place=[1])
    publish(client)
    post(client, f"/quizzes/{QUIZ}/link")
    post(client, f"/quizzes/{QUIZ}/close")
    take(client, start(client, QUIZ), 3)
    client.get(f"/quizzes/{QUIZ}")  # says that it is closed
    stored, before = tables(app), client.get(f"/quizzes/{QUIZ}").text
    page = send(client, f"/quizzes/{QUIZ}/removal").text
    assert "is deleted" in page
    assert client.get(EDIT).status_code == 404
    assert client.get("/attempts/1/results").status_code == 404
    assert undo(client, page).location == EDIT
    assert tables(app) == stored
    assert "is back" in client.get(EDIT).text
    assert TOKEN.sub("", client.get(f"/quizzes/{QUIZ}").text) == TOKEN.sub("", before)


def test_a_quiz_that_somebody_else_has_taken_stays(app: Flask, client: FlaskClient) -> None:
    make(client)
    post(client, f"/quizzes/{QUIZ}/visibility", visibility="open")
    start(member(app, "Other"), QUIZ)
    page = send(client, f"/quizzes/{QUIZ}/removal").text
    assert "so it stays" in page
    assert f'action="/quizzes/{QUIZ}/archive"><input' in page
    assert "Archive it</button>" in page
    assert client.get(EDIT).status_code == 200


def test_a_quiz_comes_back_without_the_questions_that_are_gone(
    app: Flask, client: FlaskClient
) -> None:
    by_hand(client, 5, 1, 6)
    page = send(client, f"/quizzes/{QUIZ}/removal").text
    send(client, REMOVAL)
    undo(client, page)
    assert items(app) == (5, 6)


def test_a_quiz_waits_for_the_article_that_its_attempts_are_about(
    app: Flask, client: FlaskClient
) -> None:
    by_hand(client, 5, 1, 6)
    take(client, start(client, QUIZ), 3)
    stored = tables(app)
    page = send(client, f"/quizzes/{QUIZ}/removal").text
    send(client, REMOVAL)
    assert "cannot come back now" in client.get(undo(client, page).location).text
    send(client, "/removed/2/restore")
    undo(client, page)
    assert tables(app) == stored


def test_every_table_that_hangs_on_an_article_goes_along(app: Flask, client: FlaskClient) -> None:
    """A new table that points to one of these is named in `removals` as well."""
    send(client, REMOVAL)
    hanging = {"article"}
    for table in Base.metadata.sorted_tables:
        if {key.column.table.name for key in table.foreign_keys} & hanging:
            hanging.add(table.name)
    with app.app_context():
        kept = store.session().scalars(select(store.models.Removal)).one()
        assert kept.rows.keys() == hanging
