import re

import pytest
from flask.testing import FlaskClient

from tests.questions.formats.test_anki import rows
from tests.quizapp.factories import ITEMS, KEYS
from tests.quizapp.views.pages import add_article, answer, options, post, send, start

LONG = "x" * 10_000


def stem(page: str) -> str:
    return next(each for each in KEYS if each in page)


def miss(client: FlaskClient, attempt: str, position: int, **fields: str) -> str:
    """Answer wrongly; the page that follows."""
    page = client.get(f"{attempt}/questions/{position}").text
    wrong = next(v for t, v in options(page).items() if t != KEYS[stem(page)])
    return send(client, f"{attempt}/questions/{position}", option=wrong, **fields).text


def test_a_missed_question_becomes_a_card_by_itself(client: FlaskClient, attempt: str) -> None:
    missed = stem(client.get(f"{attempt}/questions/1").text)
    page = miss(client, attempt, 1)
    assert "your cards" in page
    assert missed in client.get("/study/next").text
    page = client.get(f"{attempt}/questions/2").text
    answer(client, attempt, 2, KEYS[stem(page)])
    assert len(re.findall('class="stem"', client.get("/study/cards/").text)) == 1


def test_collecting_can_be_switched_off(client: FlaskClient, attempt: str) -> None:
    post(client, "/study/settings/", **SETTINGS)
    assert "Add to my cards" in miss(client, attempt, 1)
    assert "Your cards will be here" in client.get("/study/").text


def test_an_exam_gives_its_cards_at_the_end(client: FlaskClient) -> None:
    add_article(client)
    exam = start(client, mode="exam")
    miss(client, exam, 1)
    assert "Your cards will be here" in client.get("/study/").text
    page = send(client, f"{exam}/finish").text
    assert "1 of 4 questions is among your cards; what was left open becomes one only" in page


def test_an_exam_in_which_nothing_was_answered_gives_no_cards(client: FlaskClient) -> None:
    add_article(client)
    page = send(client, f"{start(client, mode='exam')}/finish").text
    assert "None of 4 questions are among your cards; what was left open" in page
    assert "Your cards will be here" in client.get("/study/").text


def test_any_question_can_be_added_once_it_was_answered(client: FlaskClient, attempt: str) -> None:
    url = "/study/cards/from-attempt/1/1"
    assert post(client, url).status_code == 404
    page = client.get(f"{attempt}/questions/1").text
    page = answer(client, attempt, 1, KEYS[stem(page)]).text
    assert "Add to my cards" in page
    assert "your cards" in send(client, url).text
    assert post(client, "/study/cards/from-attempt/1/9").status_code == 404


def test_adding_a_quiz_twice_adds_nothing(client: FlaskClient) -> None:
    add_article(client)
    assert "4 cards were added" in send(client, "/study/cards/from-quiz/1").text
    assert "among your cards already" in send(client, "/study/cards/from-quiz/1").text
    assert post(client, "/study/cards/from-quiz/7").status_code == 404


def test_the_cards_of_a_quiz_are_studied_from_its_page(client: FlaskClient) -> None:
    add_article(client)
    send(client, "/study/cards/new", front="ser", back="to be")
    assert "Study its cards" not in client.get("/quizzes/1").text
    post(client, "/study/cards/from-quiz/1")
    assert '<a href="/study/next?quiz=1">Study its cards</a>' in client.get("/quizzes/1").text
    assert ITEMS[0].stem in client.get("/study/next?quiz=1").text


def test_a_card_of_ones_own_is_written_and_studied(client: FlaskClient) -> None:
    page = send(client, "/study/cards/new", front="ser", back="to be", deck=" Spanish  verbs ").text
    assert "1 card was added" in page
    assert "Spanish verbs" in page
    assert "to be" in client.get("/study/next?deck=Spanish verbs").text


@pytest.mark.parametrize(
    ("front", "back", "words"),
    [
        ("", "to be", "The front is empty."),
        ("ser", " \n ", "The back is empty."),
        (LONG, "to be", "At most 5,000 characters"),
    ],
)
def test_a_card_that_is_not_whole_is_refused_and_kept(
    client: FlaskClient, front: str, back: str, words: str
) -> None:
    response = post(client, "/study/cards/new", front=front, back=back)
    assert response.status_code == 422
    assert words in response.text
    assert (front or back) in response.text


def test_ones_own_words_are_kept_as_text(client: FlaskClient) -> None:
    send(client, "/study/cards/new", front="<script>alert(1)</script>", back="<b>no</b>")
    page = client.get("/study/next").text
    assert "<script>alert" not in page
    assert "&lt;b&gt;no&lt;/b&gt;" in page


def test_a_card_is_reworded_and_goes_back_to_its_question(client: FlaskClient) -> None:
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    page = send(client, "/study/cards/1", front="When?", back="2021", kind="question").text
    assert "in your own words" in page
    assert "When?" in client.get("/study/next").text
    send(client, "/study/cards/1", front="When?", back="2021", kind="question", original="1")
    assert ITEMS[0].stem in client.get("/study/next").text


def test_a_card_asks_by_the_kind_that_is_chosen(client: FlaskClient) -> None:
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    sides = {"front": ITEMS[0].stem, "back": "2021"}
    send(client, "/study/cards/1", kind="cloze", **sides)
    assert "reopened on 12 May […]" in client.get("/study/next").text
    page = client.get("/study/cards/1").text
    assert "in your own words" not in page
    told = "The harbor of Vellmouth reopened on 12 May […] after nine years of work."
    send(client, "/study/cards/1", kind="choice", front=told, back="2021")
    page = client.get("/study/next").text
    assert all(option in page for option in ITEMS[0].options)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?show=new",
        "?show=hard",
        "?show=suspended",
        "?show=x",
        "?page=0",
        "?page=99999999999999999999",
    ],
)
def test_the_list_of_cards_opens_whatever_is_asked(client: FlaskClient, query: str) -> None:
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    assert client.get(f"/study/cards/{query}").status_code == 200


SETTINGS = {
    "retention": "85",
    "new_per_day": "5",
    "reviews_per_day": "50",
    "steps": "5m 1h",
    "relearning": "",
    "zone": "Europe/Berlin",
    "kind": "cloze",
}


def test_settings_come_back_as_they_were_saved(client: FlaskClient) -> None:
    page = send(client, "/study/settings/", **SETTINGS).text
    assert "Saved." in page
    for value in ("85", "5", "50", "5m 1h"):
        assert f'value="{value}"' in page
    assert re.search(r'<option selected value="Europe/Berlin"', page)
    assert not re.search(r'checked[^>]*name="collects"|name="collects"[^>]*checked', page)


def test_places_of_time_zones_are_written_alike(client: FlaskClient) -> None:
    for url in ("/study/settings/", "/history/goal/"):
        page = client.get(url).text
        assert '<option value="America/New_York">America/New York</option>' in page
        assert "New_York</option>" not in page


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"retention": "99"}, "From 70 to 97 percent."),
        ({"retention": "nine"}, "Give a whole number."),
        ({"new_per_day": "-1"}, "From 0 to 9,999."),
        ({"reviews_per_day": "10000"}, "From 0 to 9,999."),
        ({"steps": "soon"}, "Write steps such as"),
        ({"relearning": "31d"}, "Write steps such as"),
        ({"zone": "Mars/Olympus"}, "Choose one of those offered."),
        ({"kind": "plain"}, "Choose one of those offered."),
    ],
)
def test_settings_that_cannot_be_are_refused_beside_the_field(
    client: FlaskClient, changed: dict[str, str], words: str
) -> None:
    response = post(client, "/study/settings/", **SETTINGS | changed)
    assert response.status_code == 422
    assert words in response.text
    assert next(iter(changed.values())) in response.text or "zone" in changed or "kind" in changed


def test_cards_written_by_hand_are_taken_to_anki_as_they_are_now(client: FlaskClient) -> None:
    page = client.get("/study/cards/")
    assert "Your own cards in Anki" not in page.text
    assert client.get("/study/cards/anki").location == "/study/cards/"
    send(client, "/study/cards/new", front="el perro", back="dog", deck="Spanish")
    assert "Your own cards in Anki" in client.get("/study/cards/").text
    send(client, "/study/cards/1", front="el perro", back="the dog", deck="Spanish")
    for query in ("", "?schedule=y"):
        deck = client.get(f"/study/cards/anki{query}")
        assert 'filename="cards.apkg"' in deck.headers["Content-Disposition"]
        (note,) = rows(deck.data)
        assert (note["Question"], note["Answer"]) == ("el perro", "the dog")
