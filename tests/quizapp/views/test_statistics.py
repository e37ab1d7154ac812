import csv
import io
import re

import pytest
from flask.testing import FlaskClient

from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import add_article, answer, start

URL = "/quizzes/1/statistics/"


@pytest.fixture
def taken(client: FlaskClient) -> FlaskClient:
    """Two people: the first is right throughout, the second only at the first question."""
    add_article(client)
    other = client.application.test_client()
    other.get("/")
    for who, right in ((client, 4), (other, 1)):
        attempt = start(who, order="article")
        for position, item in enumerate(ITEMS, 1):
            wrong = item.options[item.key - 1]
            answer(who, attempt, position, item.options[item.key] if position <= right else wrong)
    return client


def rows(client: FlaskClient, query: str = "") -> list[dict[str, str]]:
    response = client.get(f"{URL}table.csv{query}")
    assert response.content_type == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff"))))


def test_without_attempts_the_page_says_what_will_be_there(client: FlaskClient) -> None:
    add_article(client)
    page = client.get(URL).text
    assert "Nobody has finished this quiz yet" in page
    assert "Take the quiz" in page


def test_the_quiz_page_leads_to_its_statistics(client: FlaskClient) -> None:
    add_article(client)
    assert f'href="{URL}"' in client.get("/quizzes/1").text


def test_the_page_shows_the_quiz_and_each_item(taken: FlaskClient) -> None:
    page = taken.get(URL).text
    assert re.search(r"Mean score</dt><dd>62 %", page)  # 4 of 4 and 1 of 4
    assert re.search(r"Attempts</dt><dd>2<", page)
    for item in ITEMS:
        assert item.stem in page
        assert all(f'<th scope="row">{option}' in page for option in item.options)
    assert "A question is judged once 10 people were asked it" in page


def test_first_or_last_attempts_as_one_likes(taken: FlaskClient) -> None:
    again = start(taken)
    for position in range(1, 5):
        answer(taken, again, position)
    assert [row["Facility index"] for row in rows(taken)] == ["1.0", "0.5", "0.5", "0.5"]
    assert rows(taken, "?attempts=last") != rows(taken)
    assert rows(taken, "?attempts=worst") == rows(taken)
    assert 'aria-current="page">Last attempts' in taken.get(f"{URL}?attempts=last").text


def test_the_table_has_every_figure(taken: FlaskClient) -> None:
    """Right 1 1 and 1 0 of two: the second item and the rest go together as well as they can."""
    assert [row["Discrimination index"] for row in rows(taken)] == ["", "100.0", "100.0", "100.0"]
    second = rows(taken)[1]
    assert second["Question"] == ITEMS[1].stem
    assert (second["Attempts"], second["Key"], second["Left open"]) == ("2", "A", "0")
    assert (second["A"], second["A chosen by"]) == ("Ida Brandt", "1")
    assert (second["D"], second["D chosen by"]) == ("Per Holm", "1")


def test_the_table_is_a_file_with_the_name_of_the_quiz(client: FlaskClient) -> None:
    add_article(client)
    disposition = client.get(f"{URL}table.csv?attempts=last").headers["Content-Disposition"]
    assert "the-harbor-of-vellmouth-reopens-last-attempts.csv" in disposition


@pytest.mark.parametrize("url", ["/quizzes/99/statistics/", "/quizzes/99/statistics/table.csv"])
def test_a_quiz_that_is_not_there_has_no_statistics(client: FlaskClient, url: str) -> None:
    assert client.get(url).status_code == 404
