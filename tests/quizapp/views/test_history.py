import re
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp.views.history import PAGE, RECENT
from quizapp.views.services import NAME
from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import (
    add_article,
    answer,
    choices,
    options,
    post,
    send,
    start,
    take,
    undo,
)
from tests.quizapp.views.people import member, sign_up


def wrong(client: FlaskClient, attempt: str, size: int = 4) -> None:
    """Answer everything with what is the key of no item."""
    for position in range(1, size + 1):
        url = f"{attempt}/questions/{position}"
        offered = options(client.get(url).text)
        never = {"2012", "Nora Falk", "600 meters"} & offered.keys()
        send(client, url, option=offered[never.pop()])


def right(client: FlaskClient, attempt: str, size: int = 4) -> None:
    for position in range(1, size + 1):
        key, _, _ = choices(client, attempt, position)
        post(client, f"{attempt}/questions/{position}", option=key)


def tallies(page: str, table: str) -> dict[str, tuple[str, str]]:
    """Share won and number of questions of each row of a table."""
    body = page.partition(f'id="{table}"')[2].partition("</table>")[0]
    rows = re.findall(r'<tr>\s*<th scope="row">.*?</tr>', body, re.S)
    cells = ([c.strip() for c in re.split(r"<[^>]+>", row) if c.strip()] for row in rows)
    return {name: (share, number) for name, share, number in cells}


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
    assert "scored 0 of 2" in page
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


def test_a_question_of_two_quizzes_counts_once_for_its_article(client: FlaskClient) -> None:
    add_article(client)
    wrong(client, start(client))
    composed = send(client, "/quizzes/new", title="Midterm", size=4)
    assert composed.status_code == 200
    right(client, start(client, 2))
    page = client.get("/history/").text
    assert tallies(page, "types") == {
        "Dates": ("100 %", "1"),
        "People": ("100 %", "2"),
        "Quantities": ("100 %", "1"),
    }
    assert tallies(page, "articles") == {"The harbor of Vellmouth reopens": ("100 %", "4")}
    assert "Worth practising" not in page  # in neither quiz, as each was answered rightly at last


def test_an_article_whose_quiz_one_does_not_know_is_only_named(app: Flask) -> None:
    teacher, pupil = member(app, "Teacher"), member(app, "Pupil")
    add_article(teacher)
    post(teacher, "/quizzes/new", title="Midterm", size=4)
    post(teacher, "/quizzes/2/visibility", visibility="open")
    wrong(pupil, start(pupil, 2))
    page = pupil.get("/history/").text
    assert tallies(page, "articles") == {"The harbor of Vellmouth reopens": ("0 %", "4")}
    assert 'href="/quizzes/1"' not in page
    assert "Midterm · scored 0 of 2" in page


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
    page = send(client, "/history/goal/off").text
    assert "no daily goal any more" in page
    assert "in a row" not in client.get("/history/").text
    undo(client, page)
    assert "8 answers" in client.get("/history/").text
    assert 'selected value="Europe/Berlin"' in client.get("/history/goal/").text


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


def many(client: FlaskClient, number: int, quiz_id: int = 1) -> None:
    """Attempts that were ended at once."""
    for _ in range(number):
        client.application.extensions[NAME].now.time += timedelta(minutes=1)
        post(client, f"{start(client, quiz_id, mode='exam')}/finish")


def listed(page: str) -> list[str]:
    return re.findall(r'href="(/attempts/\d+)/results"', page)


def test_the_history_shows_the_last_attempts_and_leads_to_all(client: FlaskClient) -> None:
    add_article(client)
    many(client, RECENT)
    page = client.get("/history/").text
    assert len(listed(page)) == RECENT
    assert "All attempts" not in page
    many(client, 1)
    page = client.get("/history/").text
    assert listed(page) == [f"/attempts/{n}" for n in range(RECENT + 1, 1, -1)]
    assert 'href="/history/attempts/">All attempts' in page


def test_no_attempt_is_out_of_reach(client: FlaskClient) -> None:
    add_article(client)
    many(client, PAGE + 2)
    first = client.get("/history/attempts/").text
    assert listed(first) == [f"/attempts/{n}" for n in range(PAGE + 2, 2, -1)]
    assert 'rel="next" href="/history/attempts/?page=2"' in first
    assert listed(client.get("/history/attempts/?page=2").text) == ["/attempts/2", "/attempts/1"]
    assert "no attempts on this page" in client.get("/history/attempts/?page=99").text


def test_attempts_at_one_quiz_are_listed_from_its_page(client: FlaskClient) -> None:
    add_article(client)
    add_article(client, ITEMS[0].evidence.text)
    many(client, 12)
    many(client, 1, quiz_id=2)
    page = client.get("/quizzes/1").text
    assert len(listed(page)) == 10
    assert "<dd>12 times</dd>" in page
    assert 'href="/history/attempts/?quiz=1">All 12 attempts' in page
    assert len(listed(client.get("/history/attempts/?quiz=1").text)) == 12
    assert len(listed(client.get("/history/attempts/").text)) == 13


@pytest.mark.parametrize("query", ["quiz=2", "quiz=x", "quiz=" + "9" * 30, "page=-1", "page=x"])
def test_the_list_of_attempts_opens_whatever_is_asked(client: FlaskClient, query: str) -> None:
    assert client.get(f"/history/attempts/?{query}").status_code == 200
