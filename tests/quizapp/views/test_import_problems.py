"""Files of which something cannot be imported: nothing of them is cut without a word."""

from html import unescape

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.questions.formats.apkg.packages import Deck, cloze, legacy
from tests.questions.formats.apkg.test_reader import TOWNS
from tests.quizapp.views.pages import IMPORTED, SEEN, accept, imported, post, upload

ALLOWED = "Leave out the entry above and import the other 2 questions"


def look(client: FlaskClient, text: str | bytes = IMPORTED, name: str = "capitals.gift") -> str:
    """Send a file and see what is in it."""
    return unescape(client.get(upload(client, text, name).location).text)


def essays(number: int) -> str:
    """A question, and below it so many that cannot be imported."""
    return "Who? {=a ~b}\n\n" + "\n\n".join(f"Essay {n}. {{}}" for n in range(number))


def quizzes(client: FlaskClient) -> int:
    return client.get("/quizzes/").text.count('id="quiz-')


def test_what_may_be_left_out_stands_above_the_box_that_allows_it(client: FlaskClient) -> None:
    page = look(client)
    assert page.index("line 6 (“Match the capitals.”)") < page.index(ALLOWED)
    assert page.index(ALLOWED) < page.index('type="submit">Import 2 questions')
    assert 'name="leave_out"' in page
    assert "checked" not in page


def test_a_file_without_problems_asks_for_no_leave(client: FlaskClient) -> None:
    assert "leave_out" not in look(client, "Who? {=a ~b}")
    assert accept(client).location == "/quizzes/1"


def test_nothing_is_imported_before_leaving_out_is_allowed(client: FlaskClient) -> None:
    look(client)
    response = accept(client)
    page = unescape(response.text)
    assert response.status_code == 422
    assert "Nothing was imported" in page
    assert 'aria-describedby="leave_out-error' in page
    assert 'aria-invalid="true"' in page
    assert "line 6 (“Match the capitals.”)" in page
    assert quizzes(client) == 0
    assert accept(client, leave_out="y").location == "/quizzes/1"


def test_what_was_left_out_is_said_once_more(client: FlaskClient) -> None:
    look(client)
    page = imported(client, leave_out="y")
    assert "2 questions imported. 1 entry of the file was left out." in page


def test_a_choice_to_study_outlasts_a_refusal(client: FlaskClient) -> None:
    look(client, legacy(Deck([*TOWNS, cloze("{{c1::open")])), "towns.apkg")
    response = accept(client, study="y")
    assert response.status_code == 422
    assert 'checked form="accept" id="study"' in response.text
    assert "5 cards were added" in imported(client, study="y", leave_out="y")


def test_a_mended_file_needs_no_leave(client: FlaskClient) -> None:
    look(client)
    assert accept(client).status_code == 422
    look(client, IMPORTED.replace("=France -> Paris =Spain -> Madrid", "=Yes ~No"))
    page = imported(client)
    assert "3 questions imported." in page
    assert "left out" not in page


@pytest.mark.parametrize(("number", "folded"), [(20, 0), (21, 1), (1_000, 980)])
def test_everything_that_would_be_left_out_is_listed(
    client: FlaskClient, number: int, folded: int
) -> None:
    page = look(client, essays(number))
    assert page.count("is an essay question") == number
    assert (f"{folded:,} more" in page) == bool(folded)
    assert "--explain" not in page
    assert f"Leave out the {number:,} entries above and import the other question" in page


def test_endless_problems_are_counted(client: FlaskClient) -> None:
    page = look(client, essays(1_234))
    assert page.count("is an essay question") == 1_000
    assert "… and 234 more entries." in page
    assert "quizapp import --explain" in page


def test_a_card_that_is_left_out_needs_leave_as_well(client: FlaskClient) -> None:
    """One that comes as a flashcard, or whose item has another card, does not."""
    rows = [*TOWNS, cloze("{{c1::open")]
    page = look(client, legacy(Deck(rows)), "towns.apkg")
    assert "Leave out the entry above and import the other 5 questions" in page
    assert accept(client).status_code == 422
    assert quizzes(client) == 0
    assert "leave_out" not in look(client, legacy(Deck([*TOWNS, *TOWNS])), "towns.apkg")


def confirmed(client: FlaskClient, page: str, **fields: object) -> TestResponse:
    """Press the button of a page that was opened some time ago."""
    seen = SEEN.search(page)
    assert seen is not None
    return post(client, "/import/1", seen=seen[1], **fields)


@pytest.mark.parametrize("name", ["capitals.gift", "others.gift"])
def test_a_page_confirms_no_file_but_the_one_that_it_shows(client: FlaskClient, name: str) -> None:
    """Not even where the other has its number, or its content: the name becomes the title."""
    page = look(client)
    look(client, IMPORTED + "\nWhich? {=a =b}\n" if name == "capitals.gift" else IMPORTED, name)
    response = confirmed(client, page, leave_out="y")
    assert response.status_code == 422
    assert "another file" in response.text
    assert "checked" not in response.text
    assert quizzes(client) == 0
    assert confirmed(client, response.text, leave_out="y").location == "/quizzes/1"
