import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, post, send, start, take, undo
from tests.quizapp.views.people import log_in, member, sign_up

LINK = re.compile(r'value="http://localhost(/s/[\w-]{22})"')


@pytest.fixture
def owner(app: Flask) -> FlaskClient:
    """Somebody whose quiz is their own."""
    client = member(app, "Owner")
    add_article(client)
    return client


def share(owner: FlaskClient) -> str:
    """Path of a new link to the quiz."""
    assert post(owner, "/quizzes/1/link").location == "/quizzes/1#sharing"
    link = LINK.search(owner.get("/quizzes/1").text)
    assert link is not None
    return link[1]


def test_a_quiz_has_no_link_before_one_is_made(owner: FlaskClient) -> None:
    assert "Make a link" in owner.get("/quizzes/1").text
    assert "/s/" not in owner.get("/quizzes/1").text


def test_whoever_has_the_link_may_take_the_quiz(app: Flask, owner: FlaskClient) -> None:
    guest = app.test_client()
    link = share(owner)
    assert guest.get("/quizzes/1").status_code == 404
    assert guest.get(link).location == "/quizzes/1"
    page = guest.get("/quizzes/1").text
    assert "Sharing" not in page
    take(guest, start(guest))
    assert guest.get("/quizzes/1/export/anki").status_code == 403
    assert guest.get("/articles/1/answers").status_code == 403
    assert guest.get("/articles/1").status_code == 200


def test_a_quiz_with_a_link_is_not_listed(app: Flask, owner: FlaskClient) -> None:
    guest = app.test_client()
    guest.get(share(owner))
    for url in ("/", "/quizzes/"):
        assert "Vellmouth" not in guest.get(url).text


def test_a_new_link_makes_the_old_one_useless(app: Flask, owner: FlaskClient) -> None:
    came, took = app.test_client(), app.test_client()
    old = share(owner)
    for client in (came, took):
        client.get(old)
    start(took)
    new = share(owner)
    assert new != old
    assert app.test_client().get(old).status_code == 404
    assert came.get("/quizzes/1").status_code == 404
    assert took.get("/quizzes/1").status_code == 200
    came.get(new)
    assert came.get("/quizzes/1").status_code == 200


def test_who_has_taken_a_quiz_finds_it_in_the_lists_again(app: Flask, owner: FlaskClient) -> None:
    took, came, link = app.test_client(), app.test_client(), share(owner)
    took.get(link)
    came.get(link)
    assert "Vellmouth" not in took.get("/").text
    take(took, start(took))
    for url in ("/", "/quizzes/"):
        assert 'href="/quizzes/1"' in took.get(url).text
        assert "1 attempt" in took.get(url).text
        assert "Vellmouth" not in came.get(url).text
    post(owner, "/quizzes/1/archive")
    assert 'href="/quizzes/1"' not in took.get("/quizzes/").text


def test_a_link_is_still_known_after_logging_in(app: Flask, owner: FlaskClient) -> None:
    guest = app.test_client()
    guest.get(share(owner))
    sign_up(guest, "Ida")
    assert guest.get("/quizzes/1").status_code == 200
    post(guest, "/account/log-out")
    assert guest.get("/quizzes/1").status_code == 404
    log_in(guest, "Ida")
    assert guest.get("/quizzes/1").status_code == 404


def test_many_links_do_not_burst_the_cookie(app: Flask, owner: FlaskClient) -> None:
    guest = app.test_client()
    for _ in range(40):
        guest.get(share(owner))
    cookie = guest.get_cookie("quizapp")
    assert cookie is not None
    assert len(cookie.value) < 3000
    assert guest.get("/quizzes/1").status_code == 200


@pytest.mark.parametrize("link", ["x", "None", "x" * 10_000, "..", "%00", "<script>"])
def test_a_link_that_was_never_made(client: FlaskClient, link: str) -> None:
    assert client.get(f"/s/{link}").status_code == 404


def test_a_quiz_can_be_opened_to_all_and_closed_again(app: Flask, owner: FlaskClient) -> None:
    guest = app.test_client()
    for visibility, status, words in (("open", 200, "Everybody"), ("link", 404, "only those")):
        post(owner, "/quizzes/1/visibility", visibility=visibility)
        assert words in owner.get("/quizzes/1").text
        for url in ("/quizzes/1", "/articles/1", "/articles/1/answers", "/quizzes/1/export/anki"):
            assert guest.get(url).status_code == status
        assert ("Vellmouth" in guest.get("/quizzes/").text) is (status == 200)


@pytest.mark.parametrize("visibility", ["", "all", "OPEN"])
def test_a_visibility_that_is_not_offered(owner: FlaskClient, visibility: str) -> None:
    assert post(owner, "/quizzes/1/visibility", visibility=visibility).status_code == 422


def test_the_quiz_page_shows_best_and_last(client: FlaskClient) -> None:
    add_article(client)
    assert "Best" not in client.get("/quizzes/1").text
    take(client, start(client))
    page = client.get("/quizzes/1").text
    assert "<dt>Best</dt>" in page
    assert "<dd>once</dd>" in page


def test_an_archived_quiz_stands_in_no_list_and_can_be_taken_back(
    app: Flask, owner: FlaskClient
) -> None:
    post(owner, "/quizzes/1/visibility", visibility="open")
    guest, lists = app.test_client(), ("/", "/quizzes/")
    assert all("/quizzes/1" in who.get(url).text for who in (owner, guest) for url in lists)
    page = send(owner, "/quizzes/1/archive").text
    assert "Vellmouth reopens” is archived" in page
    assert not any(
        'href="/quizzes/1"' in who.get(url).text for who in (owner, guest) for url in lists
    )
    assert 'href="/quizzes/1"' in owner.get("/quizzes/?archived=").text
    assert 'href="/quizzes/1"' not in guest.get("/quizzes/?archived=").text
    assert "Take it back" in owner.get("/quizzes/1").text
    assert "Take it back" not in guest.get("/quizzes/1").text
    undo(owner, page)
    assert all('href="/quizzes/1"' in who.get(url).text for who in (owner, guest) for url in lists)


def test_results_of_an_archived_quiz_stay(client: FlaskClient) -> None:
    add_article(client)
    take(client, start(client))
    post(client, "/quizzes/1/archive")
    assert "/attempts/1/results" in client.get("/history/").text
    assert client.get("/attempts/1/results").status_code == 200
    assert "The quiz is in the lists again" in send(client, "/quizzes/1/unarchive").text
