"""Practice and exam; what all modes share is in test_attempts."""

import pytest
from flask.testing import FlaskClient

from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import add_article, answer, options, post, start

KEYS = {item.stem: item.options[item.key] for item in ITEMS}


@pytest.fixture
def exam(client: FlaskClient) -> str:
    add_article(client)
    return start(client, mode="exam")


@pytest.fixture
def practice(client: FlaskClient) -> str:
    add_article(client)
    return start(client, mode="practice")


def choices(client: FlaskClient, attempt: str, position: int) -> tuple[str, str, str]:
    """What the form sends for the key and for two distractors."""
    page = client.get(f"{attempt}/questions/{position}").text
    key = next(KEYS[stem] for stem in KEYS if stem in page)
    offered = options(page)
    wrong = [value for text, value in offered.items() if text != key]
    return offered[key], wrong[0], wrong[1]


@pytest.mark.parametrize(
    "fields", [{"mode": "cheat"}, {"mode": ""}, {"order": "best"}, {"order": ""}]
)
def test_terms_that_are_not_offered_are_refused(
    client: FlaskClient, fields: dict[str, str]
) -> None:
    add_article(client)
    assert post(client, "/quizzes/1/attempts", **fields).status_code == 422
    assert "None yet" in client.get("/quizzes/1").text


def test_an_exam_only_goes_on(client: FlaskClient, exam: str) -> None:
    for position in (1, 2, 3):
        response = answer(client, exam, position)
        assert (response.status_code, response.location) == (
            303,
            f"{exam}/questions/{position + 1}",
        )
    assert answer(client, exam, 4).location == f"{exam}/overview"
    assert client.get(exam).location == f"{exam}/overview"
    assert "Everything is answered" in client.get(f"{exam}/overview").text
    assert client.get(f"{exam}/results").location == f"{exam}/overview"
    post(client, f"{exam}/finish")
    assert " of 4" in client.get(f"{exam}/results").text
    assert client.get(f"{exam}/overview").location == exam


def test_an_answer_of_an_exam_can_be_changed_until_the_end(client: FlaskClient, exam: str) -> None:
    key, wrong, _ = choices(client, exam, 1)
    url = f"{exam}/questions/1"
    for value in (wrong, key, key):
        assert post(client, url, option=value).status_code == 303
        assert f'value="{value}" checked' in client.get(url).text
    post(client, f"{exam}/finish")
    assert "1 of 4" in client.get(f"{exam}/results").text
    assert post(client, url, option=key).status_code == 200
    late = post(client, url, option=wrong)
    assert (late.status_code, "had ended before" in late.text) == (409, True)
    assert "1 of 4" in client.get(f"{exam}/results").text


def test_a_flag_keeps_what_was_chosen_meanwhile(client: FlaskClient, exam: str) -> None:
    key, _, _ = choices(client, exam, 2)
    response = post(client, f"{exam}/questions/2/flag", option=key, flagged="1")
    assert response.location == f"{exam}/questions/2"
    page = client.get(response.location).text
    assert f'value="{key}" checked' in page
    assert "Unflag" in page
    assert "Flagged" in client.get(f"{exam}/overview").text
    post(client, f"{exam}/questions/2/flag", flagged="0")
    assert "Flagged" not in client.get(f"{exam}/overview").text
    assert f'value="{key}" checked' in client.get(response.location).text


@pytest.mark.parametrize(
    "fields", [{}, {"flagged": "2"}, {"flagged": "1", "option": "9"}, {"flagged": "x"}]
)
def test_a_flag_that_is_none_is_refused(
    client: FlaskClient, exam: str, fields: dict[str, str]
) -> None:
    assert post(client, f"{exam}/questions/1/flag", **fields).status_code == 422
    assert "Flagged" not in client.get(f"{exam}/overview").text


def test_only_an_exam_has_flags_and_an_overview(client: FlaskClient, attempt: str) -> None:
    assert post(client, f"{attempt}/questions/1/flag", flagged="1", option="0").status_code == 303
    page = client.get(f"{attempt}/questions/1").text
    assert "Unflag" not in page
    assert "Submit answer" in page
    assert client.get(f"{attempt}/overview").location == attempt


def test_a_second_try_wins_half_the_mark(client: FlaskClient, practice: str) -> None:
    key, wrong, other = choices(client, practice, 1)
    url = f"{practice}/questions/1"
    first = post(client, url, option=wrong)
    assert (first.status_code, first.text.count(" disabled")) == (200, 1)
    assert "A second try" in first.text
    assert "From the article" not in first.text
    assert first.text == post(client, url, option=wrong).text
    assert "the first answer counts" in post(client, url, option=other).text
    assert "half a mark" in post(client, url, option=key, turn="2").text
    post(client, f"{practice}/finish")
    assert "0.5 of 4" in client.get(f"{practice}/results").text


def test_the_second_try_can_be_given_up(client: FlaskClient, practice: str) -> None:
    _, wrong, _ = choices(client, practice, 1)
    url = f"{practice}/questions/1"
    assert "Show the answer instead" in post(client, url, option=wrong).text
    assert "The answer is" in post(client, url, option=wrong, turn="2").text
    assert "The answer is" in client.get(url).text


@pytest.mark.parametrize("turn", ["two", "-1", "3", ""])
def test_a_turn_that_is_none_changes_nothing(client: FlaskClient, practice: str, turn: str) -> None:
    response = post(client, f"{practice}/questions/1", option="0", turn=turn)
    assert response.status_code in {200, 409, 422}
    page = client.get(f"{practice}/questions/1").text
    assert "Submit answer" in page
    assert "A second try" not in page


def test_retrying_an_exam_shows_the_answers_one_by_one(client: FlaskClient, exam: str) -> None:
    answer(client, exam, 1)
    post(client, f"{exam}/finish")
    again = post(client, f"{exam}/retry").location.partition("/questions/")[0]
    assert "From the article" in answer(client, again, 1).text


def test_history_names_the_mode(client: FlaskClient, exam: str) -> None:
    answer(client, exam, 1)
    assert ">exam</span>" in client.get("/history/").text
    assert "after 1 of 4" in client.get("/history/").text
