import csv
import io
import re
from math import sqrt

import pytest
from flask.testing import FlaskClient

from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import add_article, answer, choices, post, start

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


def sit(who: FlaskClient, right: str) -> None:
    """Take the quiz with a 1 for each item that is answered right, whatever their order."""
    attempt = start(who)
    for position in range(1, len(ITEMS) + 1):
        page = who.get(f"{attempt}/questions/{position}").text
        number, item = next((n, each) for n, each in enumerate(ITEMS) if each.stem in page)
        answer(who, attempt, position, item.options[item.key - (right[number] == "0")])


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
    assert re.search(r"Mean first-try score</dt><dd>63 %", page)  # 62.5: 4 of 4 and 1 of 4
    assert re.search(r"Attempts</dt><dd>2<", page)
    for item in ITEMS:
        assert item.stem in page
        assert all(f'<th scope="row">{option}' in page for option in item.options)
    assert "A question is judged once 10 people were asked it" in page


def test_of_two_tries_the_first_counts_and_the_page_says_so(client: FlaskClient) -> None:
    """Practice: wrong, then right, at all four questions, so that two marks of four are shown."""
    add_article(client)
    attempt = start(client, order="article", mode="practice")
    for position in range(1, 5):
        key, wrong, _ = choices(client, attempt, position)
        url = f"{attempt}/questions/{position}"
        post(client, url, option=wrong)
        post(client, url, option=key, turn=2)
    assert "2 of 4" in client.get(f"{attempt}/results").text
    page = client.get(URL).text
    assert "Mean first-try score</dt><dd>0 %" in page
    assert "the mean of the scores that were shown is 50 %" in page
    assert rows(client)[0]["First-try facility index"] == "0.0"
    assert "Right at first try" in client.get("/bank/").text
    assert "0 % of 1 learner got it right at the first try" in client.get("/bank/items/1").text


def test_without_second_tries_one_mean_is_enough(taken: FlaskClient) -> None:
    assert "scores that were shown" not in taken.get(URL).text


def test_first_or_last_attempts_as_one_likes(taken: FlaskClient) -> None:
    again = start(taken)
    for position in range(1, 5):
        answer(taken, again, position)
    assert [row["First-try facility index"] for row in rows(taken)] == ["1.0", "0.5", "0.5", "0.5"]
    assert rows(taken, "?attempts=last") != rows(taken)
    assert rows(taken, "?attempts=worst") == rows(taken)
    assert 'aria-current="page">Last attempts' in taken.get(f"{URL}?attempts=last").text


def test_the_table_has_every_figure(taken: FlaskClient) -> None:
    """Right 1 1 and 1 0 of two: the second item and the rest go together as well as they can."""
    assert [row["Discrimination index"] for row in rows(taken)] == ["", "100.0", "100.0", "100.0"]
    second = rows(taken)[1]
    assert second["Question"] == ITEMS[1].stem
    assert (second["Attempts"], second["Key"], second["Left open"]) == ("2", "A", "0")
    assert (second["A"], second["A first choice of"]) == ("Ida Brandt", "1")
    assert (second["D"], second["D first choice of"]) == ("Per Holm", "1")


def test_the_table_is_a_file_with_the_name_of_the_quiz(client: FlaskClient) -> None:
    add_article(client)
    disposition = client.get(f"{URL}table.csv?attempts=last").headers["Content-Disposition"]
    assert "the-harbor-of-vellmouth-reopens-last-attempts.csv" in disposition


@pytest.mark.parametrize(
    "url", [f"/quizzes/99/statistics/{what}" for what in ("", "table.csv", "quiz.csv")]
)
def test_a_quiz_that_is_not_there_has_no_statistics(client: FlaskClient, url: str) -> None:
    assert client.get(url).status_code == 404


# Six people, the four items; worked out on paper.
#          1 2 3 4 | T      Rest of the quiz for each item, T − x:
#     A    1 1 1 1 | 4      3 3 3 3      Item 1: Σx=5 Σr=8 Σr²=16 Σxr=7, so Sxy=1/3 Sxx=5/6 Srr=16/3
#     B    1 1 1 0 | 3      2 2 2 3      Item 2: Σx=3 Σr=10 Σr²=20 Σxr=6:  Sxy=1 Sxx=3/2 Srr=10/3
#     C    1 1 0 0 | 2      1 1 2 2      Item 3: the same sums as item 2
#     D    1 0 1 0 | 2      1 2 1 2      Item 4: Σx=2 Σr=11 Σr²=27 Σxr=3: Sxy=-2/3 Sxx=4/3 Srr=41/6
#     E    1 0 0 0 | 1      0 1 1 1
#     F    0 0 0 1 | 1      1 1 1 0      (Sxy = Σxr − Σx·Σr/6, and so on)
# Discrimination 100·Sxy/√(Sxx·Srr): 100·√(1/40), 100/√5 twice, −100·√(2/41).
# Sorted, Σxr is 8, 7, 7, 6 and Sxy 4/3, 2, 2, 7/3: efficiency 100/4, 100/2 twice, −200/7.
# α: the items' sums of squares are 5/6 + 3/2 + 3/2 + 4/3 = 31/6, the totals' 35 − 169/6 = 41/6;
# 4/3·(1 − 31/41) = 40/123 = 0.325. Error: √(41/30)/4·√(83/123) = √(83/90)/4 = 0.240.
RIGHT = ("1111", "1110", "1100", "1010", "1000", "0001")


def test_the_figures_of_six_people_are_those_of_the_paper(client: FlaskClient) -> None:
    add_article(client)
    for right in RIGHT:
        sit(client.application.test_client(), right)
    found = rows(client)
    for column, expected in {
        "First-try facility index": (5 / 6, 1 / 2, 1 / 2, 1 / 3),
        "Discrimination index": (
            100 * sqrt(1 / 40),
            100 / sqrt(5),
            100 / sqrt(5),
            -100 * sqrt(2 / 41),
        ),
        "Discriminative efficiency": (25, 50, 50, -200 / 7),
    }.items():
        assert [float(row[column]) for row in found] == pytest.approx(expected, abs=1e-4), column
    page = client.get(URL).text
    assert "α</dt><dd>0.33</dd>" in page
    assert "Standard error</dt><dd>24 %</dd>" in page
    whole = dict(csv.reader(io.StringIO(client.get(f"{URL}quiz.csv").text.removeprefix("\ufeff"))))
    for figure, value in {
        "Attempts": 6,
        "Mean first-try score": 13 / 24,
        "Median first-try score": 1 / 2,
        "Standard deviation": sqrt(41 / 30) / 4,
        "Mean score shown": 13 / 24,
        "Cronbach's alpha": 40 / 123,
        "Standard error": sqrt(83 / 90) / 4,
        "Attempts for alpha": 6,
        "Questions for alpha": 4,
    }.items():
        assert float(whole[figure]) == pytest.approx(value, abs=1e-4), figure
