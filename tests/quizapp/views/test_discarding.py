"""Unfinished attempts, put out of the lists of their learner and back."""

import pytest
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, answer, post, start, undo

CONTINUE = ">Continue</a> after 1 of 4"


@pytest.fixture
def begun(client: FlaskClient) -> str:
    """An attempt that was left after its first answer."""
    add_article(client)
    attempt = start(client)
    answer(client, attempt, 1)
    return attempt


def discard(client: FlaskClient, page: str = "/history/") -> str:
    """Press the button there; the page that it leads back to."""
    assert ">Discard</button>" in client.get(page).text
    response = post(client, "/history/attempts/1/discard", back=page)
    assert (response.status_code, response.location) == (303, page)
    return client.get(page).text


@pytest.mark.parametrize("page", ["/history/", "/history/attempts/", "/history/attempts/?quiz=1"])
@pytest.mark.usefixtures("begun")
def test_what_is_discarded_is_in_no_list_and_can_be_taken_back(
    client: FlaskClient, page: str
) -> None:
    assert CONTINUE in client.get(page).text
    assert "is discarded." in discard(client, page)
    for url in (page, "/", "/quizzes/1"):
        assert "Continue" not in client.get(url).text
    post(client, "/history/attempts/1/keep", back=page)
    assert CONTINUE in client.get(page).text


def test_undo_puts_it_back(client: FlaskClient, begun: str) -> None:
    assert begun == "/attempts/1"
    assert undo(client, discard(client)).location == "/history/"
    assert CONTINUE in client.get("/history/").text


def test_who_finishes_it_after_all_finds_it_again(client: FlaskClient, begun: str) -> None:
    discard(client)
    post(client, f"{begun}/finish")
    assert "of 4</a>" in client.get("/history/").text


def test_it_stays_the_first_attempt(client: FlaskClient, begun: str) -> None:
    """Nobody begins anew by discarding what they have seen."""
    post(client, "/quizzes/1/leaderboard/", pseudonym="Lamp")
    discard(client)
    post(client, f"{start(client)}/finish")
    assert f'href="{begun}"' in client.get("/quizzes/1/leaderboard/").text


@pytest.mark.parametrize("terms", [{"mode": "exam", "minutes": 10}, {}])
def test_what_ends_by_itself_or_has_ended_is_not_discarded(
    client: FlaskClient, terms: dict[str, object]
) -> None:
    add_article(client)
    attempt = start(client, 1, **terms)
    answer(client, attempt, 1)
    if not terms:
        post(client, f"{attempt}/finish")
    before = client.get("/history/").text
    assert "Discard" not in before
    post(client, "/history/attempts/1/discard", back="/history/")
    assert f'href="{attempt}' in client.get("/history/").text


@pytest.mark.usefixtures("begun")
def test_it_leads_to_no_other_site(client: FlaskClient) -> None:
    response = post(client, "/history/attempts/1/discard", back="//example.com")
    assert response.location == "/history/"
