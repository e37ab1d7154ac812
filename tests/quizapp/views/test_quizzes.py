import re

import pytest
from flask.testing import FlaskClient
from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from quizapp.store import articles, models
from tests.make import make_flashcard
from tests.quizapp.factories import HARBOR, START, make_generated
from tests.quizapp.views.pages import TOKEN, add_article, post, start, take


def test_an_empty_start_says_what_will_be_there(client: FlaskClient) -> None:
    assert "will be here" in client.get("/").text
    assert "No quizzes yet" in client.get("/quizzes/").text
    assert "will be here" in client.get("/history/").text


def test_quizzes_of_one_title_are_told_apart(client: FlaskClient) -> None:
    add_article(client)
    title = "The harbor of Vellmouth reopens"
    post(client, "/quizzes/by-hand", quiz=0, title=title, item=[1])
    page = client.get("/quizzes/").text
    assert page.count(f">{title}</a>") == 2
    assert re.findall(r"(added|put together) <time", page) == ["put together", "added"]
    assert page.count("yours") == 2
    choice = post(client, "/quizzes/choose", item=[2]).text
    assert f"{title} (1 question, 14 March 2026)" in choice


def test_start_leads_to_the_first_question(client: FlaskClient, attempt: str) -> None:
    page = client.get(f"{attempt}/questions/1").text
    assert "<fieldset>" in page
    assert page.count('type="radio"') == 4
    assert "Submit answer" in page


@pytest.mark.parametrize("size", ["0", "-1", "3", "1000", "many", ""])
def test_a_size_that_is_not_offered_is_refused(client: FlaskClient, size: str) -> None:
    add_article(client)
    assert post(client, "/quizzes/1/attempts", size=size).status_code == 422


def test_a_quiz_of_flashcards_only_has_nothing_to_start(
    session: Session, client: FlaskClient
) -> None:
    articles.save(session, make_generated(make_flashcard()), now=START)
    assert "1 flashcard: " in client.get("/quizzes/1").text
    for page in ("/", "/quizzes/1", "/articles/1", "/articles/1/answers"):
        text = client.get(page).text
        assert "Start quiz" not in text
        assert "0 questions" not in text
    add_article(client)
    assert post(client, "/quizzes/1/attempts", size="1").status_code == 404


def test_the_quiz_page_shows_earlier_attempts(client: FlaskClient, attempt: str) -> None:
    take(client, attempt)
    page = client.get("/quizzes/1").text
    assert f'{attempt}/results">' in page
    assert " of 4</a>" in page
    assert "best " in client.get("/").text


def test_history_draws_a_trend_from_the_second_attempt_on(
    client: FlaskClient, attempt: str
) -> None:
    take(client, attempt)
    assert "Scores of your last" not in client.get("/history/").text
    take(client, start(client))
    page = client.get("/history/").text
    assert "Scores of your last 2 attempts" in page
    table = page.partition("As a table")[2].partition("</table>")[0]
    assert len(re.findall(r"<td>\d+ %</td>", table)) == 2


def test_a_stale_start_is_offered_once_more_with_its_choice(client: FlaskClient) -> None:
    add_article(client)
    response = client.post("/quizzes/1/attempts", data={"size": "4"})
    token = TOKEN.search(response.text)
    assert response.status_code == 400
    assert '<input type="hidden" name="size" value="4">' in response.text
    assert token is not None
    again = client.post("/quizzes/1/attempts", data={"size": "4", "csrf_token": token[1]})
    assert again.location == "/attempts/1/questions/1"


def test_the_list_of_all_quizzes_is_cut_into_pages(client: FlaskClient) -> None:
    for number in range(23):
        add_article(client, f"{HARBOR}\nNote {number}.")
    assert client.get("/").text.count(">Start quiz<") == 6
    assert client.get("/quizzes/").text.count(">Start quiz<") == 20
    assert client.get("/quizzes/?page=2").text.count(">Start quiz<") == 3
    assert client.get("/quizzes/?page=9").status_code == 200
    assert client.get("/quizzes/?page=-1").status_code == 200
    assert client.get("/quizzes/?page=x").status_code == 200


@pytest.mark.parametrize(
    "url",
    ["/quizzes/99", "/quizzes/99/export/anki", "/articles/99", "/articles/99/answers", "/nowhere"],
)
def test_what_is_not_there_is_404(client: FlaskClient, url: str) -> None:
    assert client.get(url).status_code == 404


@pytest.mark.parametrize("number", [2**63, 10**30])
def test_a_number_no_database_can_hold_is_404(client: FlaskClient, number: int) -> None:
    for url in (f"/quizzes/{number}", f"/articles/{number}", f"/attempts/{number}/results"):
        assert client.get(url).status_code == 404
    assert client.get(f"/quizzes/?page={number}").status_code == 200


def test_starting_an_unknown_quiz(client: FlaskClient) -> None:
    assert post(client, "/quizzes/99/attempts").status_code == 404


def test_export_is_a_deck_named_after_the_article(client: FlaskClient) -> None:
    add_article(client)
    response = client.get("/quizzes/1/export/anki")
    assert response.status_code == 200
    assert response.data
    assert response.headers["Content-Disposition"] == (
        'attachment; filename="the-harbor-of-vellmouth-reopens.apkg"'
    )


def test_a_quiz_without_items_cannot_be_started(session: Session, client: FlaskClient) -> None:
    add_article(client)
    session.execute(delete(models.QuizItem))
    session.commit()
    assert post(client, "/quizzes/1/attempts", size=0).status_code == 404
    assert session.scalar(select(func.count()).select_from(models.Attempt)) == 0


@pytest.mark.parametrize("quiz_id", [1, 2])
def test_a_quiz_without_questions_offers_nothing_to_do_with_them(
    client: FlaskClient, quiz_id: int
) -> None:
    """Of an article, whose questions are all retired, or put together of none so far."""
    add_article(client)
    post(client, "/quizzes/new", title="Empty", size=3, empty="1")
    post(client, "/bank/decide", item=[1, 2, 3, 4], status="retired")
    page = client.get(f"/quizzes/{quiz_id}").text
    assert "Add to my cards" not in page
    assert "Start quiz" not in page
    assert ("None of its questions is in use" in page) == (quiz_id == 1)
    assert ("There is no question in this quiz yet" in page) == (quiz_id == 2)
    assert ("Export to Anki" in page) == (quiz_id == 1)  # Anki is told what is retired
