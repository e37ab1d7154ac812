"""Adding an item by hand: the sentence first, then the question."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.factories import HARBOR, ITEMS
from tests.quizapp.views.pages import add_article, post, send, start
from tests.quizapp.views.test_items import SEEN

PASSAGE = re.compile(r'name="passage" value="([^"]+)"[^>]*>([^<]+)<')
PICK = "/bank/articles/1/evidence"
OWN: dict[str, object] = {
    "stem": "On what did the lighthouse of Vellmouth travel to the northern mole?",
    "options-0": "On rails",
    "options-1": "On a barge",
    "options-2": "On rollers",
    "key": "1",
    "answer_type": "thing",
    "band": "medium",
}


@pytest.fixture
def client(client: FlaskClient) -> FlaskClient:
    """Of a guest with an article."""
    add_article(client)
    return client


def passages(client: FlaskClient, **fields: object) -> dict[str, str]:
    """Sentences to pick from, with the offsets that their buttons send."""
    page = post(client, PICK, **fields).text
    return {sentence: offsets for offsets, sentence in PASSAGE.findall(page)}


def written(client: FlaskClient) -> dict[str, object]:
    (offsets,) = passages(client, find="LIGHTHOUSE").values()
    start, end = offsets.split("-")
    return OWN | SEEN | {"start": start, "end": end}


def test_the_only_article_is_chosen_at_once(client: FlaskClient) -> None:
    assert client.get("/bank/add").location == PICK
    add_article(client, ITEMS[0].evidence.text)
    page = client.get("/bank/add").text
    assert page.count('href="/bank/articles/') == 2


def test_who_has_no_article_is_led_to_the_first(app: Flask) -> None:
    assert "Add an article" in app.test_client().get("/bank/add").text


def test_every_sentence_can_be_picked(client: FlaskClient) -> None:
    assert client.get(PICK).text.count('<button name="passage"') == 6
    assert len(passages(client, find="nowhere")) == 0
    assert list(passages(client, find="mole lighthouse")) == [HARBOR.strip().split("\n")[-1]]


def test_a_long_article_is_cut_into_pages(client: FlaskClient) -> None:
    add_article(client, HARBOR + "It is so. " * 60)
    url = "/bank/articles/2/evidence"
    counts = [
        post(client, url, first=first).text.count('<button name="passage"')
        for first in ("0", "40", "80", "-5", "x")
    ]
    assert counts == [40, 26, 0, 40, 40]


def test_an_item_is_added_to_the_bank_and_to_the_quiz(client: FlaskClient) -> None:
    response = post(client, "/bank/articles/1/items", **written(client))
    assert response.location == "/bank/items/5"
    page = client.get("/bank/items/5").text
    assert "Added to the bank" in page
    assert str(OWN["stem"]) in page
    assert str(OWN["stem"]) in client.get("/bank/").text
    attempt = start(client)
    pages = [client.get(f"{attempt}/questions/{n}").text for n in range(1, 6)]
    assert any(str(OWN["stem"]) in page for page in pages)


def test_sending_it_twice_adds_it_once(client: FlaskClient) -> None:
    fields = written(client)
    locations = {post(client, "/bank/articles/1/items", **fields).location for _ in range(2)}
    assert locations == {"/bank/items/5"}
    assert client.get("/bank/items/6").status_code == 404


def test_pasting_the_article_again_leaves_it_alone(client: FlaskClient) -> None:
    post(client, "/bank/articles/1/items", **written(client))
    add_article(client)
    assert str(OWN["stem"]) in client.get("/bank/items/5").text
    assert "5 items" in client.get("/bank/").text


def test_doubts_and_faults_are_said_before_it_is_added(client: FlaskClient) -> None:
    fields = written(client) | {"seen": []}
    doubtful = post(client, "/bank/articles/1/items", **fields | {"stem": "On what not there?"})
    assert (doubtful.status_code, "Add it anyway" in doubtful.text) == (422, True)
    wrong = post(client, "/bank/articles/1/items", **fields | {"stem": "", "key": ""})
    assert wrong.status_code == 422
    assert "Write the question." in wrong.text
    assert "Choose which option is right." in wrong.text
    assert client.get("/bank/items/5").status_code == 404


def test_picking_shows_no_faults_of_what_is_not_written_yet(client: FlaskClient) -> None:
    (offsets,) = passages(client, find="lighthouse").values()
    page = post(client, "/bank/articles/1/picked", passage=offsets).text
    assert "The lighthouse, built in 1874" in page
    assert "Write the question." not in page
    assert "Begin a sentence earlier" in page
    assert "End a sentence later" not in page


@pytest.mark.parametrize("passage", ["", "x", "5", "5-x", "9-5", "0-99999", f"0-{'9' * 40}"])
def test_a_forged_passage_is_refused(client: FlaskClient, passage: str) -> None:
    assert post(client, "/bank/articles/1/picked", passage=passage).status_code == 422


def test_the_sentence_is_chosen_again_and_what_was_written_comes_along(
    client: FlaskClient,
) -> None:
    page = post(client, PICK, **written(client)).text
    assert str(OWN["stem"]) in page
    assert 'name="options-1" value="On a barge"' in page


def test_nobody_adds_to_the_article_of_another(client: FlaskClient, app: Flask) -> None:
    fields = written(client)
    stranger = app.test_client()
    assert stranger.get(PICK).status_code == 403
    assert post(stranger, "/bank/articles/1/items", **fields).status_code == 403
    assert "5 items" not in send(client, "/bank/decide").text
