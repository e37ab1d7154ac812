import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, answer, options, post, send, start, take
from tests.quizapp.views.people import sign_up


def wrong(client: FlaskClient, attempt: str, size: int = 4) -> None:
    """Answer everything with what is the key of no item."""
    for position in range(1, size + 1):
        url = f"{attempt}/questions/{position}"
        offered = options(client.get(url).text)
        never = {"2012", "Nora Falk", "600 meters"} & offered.keys()
        send(client, url, option=offered[never.pop()])


def test_marks_are_summed_by_article_and_by_what_was_asked(client: FlaskClient) -> None:
    add_article(client)
    wrong(client, start(client))
    page = client.get("/history/").text
    for kind in ("Dates", "People", "Quantities"):
        assert f'<th scope="row">{kind}</th>' in page
    assert re.search(r"Vellmouth reopens</a></th>\s*<td><span><svg.*?</svg> <b>0 %", page)


def test_a_weak_topic_can_be_practised_by_itself(client: FlaskClient) -> None:
    add_article(client)
    wrong(client, start(client))
    page = client.get("/history/").text
    assert "Worth practising" in page
    assert "0 of 2 questions right" in page
    response = post(client, "/history/practice/1", answer_type="person")
    attempt = response.location.partition("/questions/")[0]
    for position, name in ((1, None), (2, None)):
        assert answer(client, attempt, position, name).status_code == 200
    assert client.get(f"{attempt}/questions/3").status_code == 404


def test_what_was_practised_is_no_longer_weak_and_changes_no_score(client: FlaskClient) -> None:
    add_article(client)
    wrong(client, start(client))
    attempt = post(client, "/history/practice/1", answer_type="person").location
    attempt = attempt.partition("/questions/")[0]
    for position in (1, 2):
        page = client.get(f"{attempt}/questions/{position}").text
        answer(client, attempt, position, "Ida Brandt" if "mayor" in page else "Tomas Reyes")
    page = client.get("/history/").text
    assert "Worth practising" not in page
    assert re.search(r">People</th>\s*<td><span><svg.*?</svg> <b>100 %", page)
    assert "<dd>0 %</dd>" in client.get("/quizzes/1").text


def test_a_running_exam_tells_nothing(client: FlaskClient) -> None:
    add_article(client)
    take_some = start(client, mode="exam")
    answer(client, take_some, 1)
    page = client.get("/history/").text
    assert "By what was asked" not in page


@pytest.mark.parametrize("kind", ["", "nothing", "PERSON"])
def test_a_topic_that_is_not_one(client: FlaskClient, kind: str) -> None:
    add_article(client)
    assert post(client, "/history/practice/1", answer_type=kind).status_code == 422


def test_a_topic_that_the_quiz_has_not(client: FlaskClient) -> None:
    add_article(client)
    assert post(client, "/history/practice/1", answer_type="reason").status_code == 404


def test_there_is_no_goal_unless_one_wants_it(client: FlaskClient) -> None:
    add_article(client)
    take(client, start(client))
    assert "in a row" not in client.get("/history/").text
    assert "Set a daily goal" in client.get("/history/").text


def test_a_goal_is_set_kept_changed_and_turned_off(client: FlaskClient) -> None:
    add_article(client)
    assert post(client, "/history/goal/", answers="5", zone="Europe/Berlin").status_code == 303
    assert "0 of 5 answers today" in client.get("/history/").text
    take(client, start(client))
    assert "4 of 5 answers today" in client.get("/history/").text
    take(client, start(client))
    assert "1 day in a row" in client.get("/history/").text
    assert 'selected value="Europe/Berlin"' in client.get("/history/goal/").text
    assert "no daily goal any more" in send(client, "/history/goal/off").text
    assert "in a row" not in client.get("/history/").text


@pytest.mark.parametrize(
    "fields",
    [{}, {"answers": "0"}, {"answers": "x"}, {"zone": "../etc/passwd"}, {"zone": "z" * 10_000}],
)
def test_a_goal_that_cannot_be(client: FlaskClient, fields: dict[str, str]) -> None:
    sent = {"answers": "10", "zone": "UTC"} | fields if fields else {}
    assert post(client, "/history/goal/", **sent).status_code == 422
    assert "in a row" not in client.get("/history/").text


def test_a_goal_comes_along_at_sign_up(app: Flask) -> None:
    client = app.test_client()
    post(client, "/history/goal/", answers="20", zone="UTC")
    sign_up(client)
    assert "0 of 20 answers today" in client.get("/history/").text
