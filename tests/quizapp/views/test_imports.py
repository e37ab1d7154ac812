import json
import re
from dataclasses import replace
from datetime import date, timedelta
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions.formats import registry
from questions.formats.anki import package
from questions.formats.notes import Note
from questions.formats.schedules import Review, Schedule, State
from tests.questions.formats.apkg.packages import PNG, Deck, basic, cloze, legacy
from tests.questions.formats.apkg.test_reader import TOWNS
from tests.quizapp.factories import ITEMS, START, make_article, make_generated
from tests.quizapp.views.composed import SECOND
from tests.quizapp.views.pages import IMPORTED, accept, add_article, imported, post, send, upload
from tests.quizapp.views.people import member
from tests.quizapp.views.test_items import save

NOTICE = re.compile(r'<p class="notice" role="status">(.*?)</p>')


def look(client: FlaskClient, text: str = IMPORTED) -> str:
    """Send a file and see what is in it."""
    return unescape(client.get(upload(client, text).location).text)


def notice(client: FlaskClient, text: str) -> str:
    """What the import of a whole file says of itself."""
    found = NOTICE.search(unescape(imported(client, upload(client, text).location)))
    assert found is not None
    return found[1]


def titles(client: FlaskClient) -> str:
    return client.get("/quizzes/").text


def test_a_file_is_shown_before_anything_is_imported(client: FlaskClient) -> None:
    page = look(client)
    assert "2 questions in 1 quiz; 1 entry in the file cannot be imported" in page
    assert "<dt>line 6 (“Match the capitals.”)</dt>" in page
    assert "<dd>is a matching question, which is not taken over</dd>" in page
    assert "Which city is the capital of France?" in page
    assert "capitals" not in titles(client)


@pytest.mark.parametrize(
    ("name", "told"), [("qti3", "QTI 2.1 to 3.0"), ("kahoot", "Excel or Kahoot")]
)
def test_a_file_is_called_what_it_is(client: FlaskClient, name: str, told: str) -> None:
    assert f"<strong>{told}</strong>" in client.get("/import/").text
    data = registry.WRITERS[name]([make_generated()])
    assert f"{told}: 4 questions in 1 quiz" in client.get(upload(client, data).location).text


def test_what_was_shown_is_imported_once_it_is_confirmed(client: FlaskClient) -> None:
    look(client)
    response = accept(client, leave_out="y")
    assert response.status_code == 303
    assert "2 questions imported." in client.get(response.location).text
    assert "imported without an article" in client.get("/articles/1").text
    exported = json.loads(client.get(f"{response.location}/export/json").text)
    assert exported["article"]["title"] == "capitals"
    assert [item["id"] == "france" for item in exported["items"]] == [True, False]
    assert client.get("/import/1").status_code == 404


def test_the_same_file_again_changes_nothing(client: FlaskClient) -> None:
    look(client)
    first = accept(client, leave_out="y").location
    exported = client.get(f"{first}/export/json").text
    response = upload(client, IMPORTED)
    assert accept(client, response.location, leave_out="y").location == first
    assert client.get(f"{first}/export/json").text == exported


def test_what_was_exported_comes_back_to_the_same_questions(client: FlaskClient) -> None:
    """With a file of one's own that was edited outside, a question that is new among them."""
    add_article(client)
    send(client, "/quizzes/by-hand", quiz=0, title="Friday test", item=[3, 1])
    gift = client.get("/quizzes/2/export/gift").text
    page = look(client, gift)
    assert "All of them are in your bank already" in page
    page = imported(client)
    assert "<h1>Friday test</h1>" in page
    assert "2 questions had been in your bank and came no second time." in page
    assert "words" not in page
    assert client.get("/bank/").text.count("<tr id=") == 4
    edited = gift.replace("How long is the new quay", "What is the length of the new quay")
    look(client, edited + "\nWhich sea? {=North ~Baltic}\n")
    response = accept(client)
    page = client.get(response.location).text
    assert "1 question imported. 2 questions had been in your bank" in page
    assert "1 of them has the words of the file now." in page
    assert client.get(f"{response.location}/edit").text.count('<li id="item-') == 3
    bank = client.get("/bank/").text
    assert bank.count("<tr id=") == 5
    assert "What is the length of the new quay" in bank


def test_what_came_without_its_article_does_not_come_a_second_time_with_it(
    app: Flask, client: FlaskClient
) -> None:
    """A question that is new brings the article along."""
    other = member(app, "Other")
    add_article(other)
    aiken, own = (other.get(f"/quizzes/1/export/{name}").text for name in ("aiken", "json"))
    questions = aiken.split("\n\n")
    imported_before = "\n\n".join(questions[:-1]) + "\n"
    look(client, imported_before)
    accept(client)
    assert "3 of them are in your bank already" in look(client, own)
    there = "1 question imported. 3 questions had been in your bank and came no second time."
    assert there in imported(client)
    assert client.get("/bank/").text.count("<tr id=") == 4
    assert "All of them are in your bank already" in look(client, own)
    assert "4 questions had been in your bank and came no second time." in imported(client)
    assert client.get("/bank/").text.count("<tr id=") == 4


def test_only_what_waits_is_said_to_wait(client: FlaskClient) -> None:
    """An older wording of a question is no news; one that it never had waits beside an editor's."""
    add_article(client)
    gift = client.get("/quizzes/1/export/gift").text
    save(client)
    there = "4 questions had been in your bank and came no second time."
    assert notice(client, gift) == there
    assert "<tr id=" not in client.get("/bank/?flag=proposed").text
    newer = gift.replace("When did the harbor of Vellmouth", "In what year did this harbor")
    waits = "The new wording of 1 that you had edited or approved waits in the bank beside yours."
    for _ in range(2):
        assert notice(client, newer) == f"{there} {waits}"
    assert client.get("/bank/?flag=proposed").text.count("<tr id=") == 1


def test_what_an_article_of_ones_own_file_brings_is_counted_likewise(client: FlaskClient) -> None:
    add_article(client)
    exported = client.get("/quizzes/1/export/json").text
    save(client)
    there = "4 questions had been in your bank and came no second time."
    assert notice(client, exported) == there
    newer = exported.replace("How long is the new quay", "What is the length of the new quay")
    taken = "1 of them has the words of the file now."
    assert notice(client, newer) == f"{there} {taken}"
    assert notice(client, newer) == there


def test_questions_that_two_articles_share_stay_two(client: FlaskClient) -> None:
    add_article(client)
    add_article(client, SECOND)
    send(client, "/quizzes/by-hand", quiz=0, title="Both", item=[2, 6])
    look(client, client.get("/quizzes/3/export/gift").text)
    assert accept(client).location == "/quizzes/3"


def test_a_plain_id_makes_no_question_another_one(client: FlaskClient) -> None:
    for stem, answer in (("Who came?", "Ada"), ("Why?", "Rain")):
        look(client, f"// [id:q1]\n{stem} {{={answer} ~Nobody}}\n")
        assert "1 question imported." in imported(client)
    assert client.get("/bank/").text.count("<tr id=") == 2


def test_several_categories_become_several_quizzes(client: FlaskClient) -> None:
    text = "$CATEGORY: One\n\nWho? {=a ~b}\n\n$CATEGORY: Two\n\nWhy? {=a ~b}\n"
    assert "2 questions in 2 quizzes" in look(client, text)
    assert accept(client).location == "/quizzes/"
    assert "One</a>" in titles(client)
    assert "Two</a>" in titles(client)


STUDIED = Schedule(
    *(State.REVIEW, date(2026, 3, 14)),
    interval=12,
    reviews=2,
    log=(
        Review(START - timedelta(days=13), 3, State.NEW, -600),
        Review(START - timedelta(days=12), 4, State.LEARNING, 12, -600),
    ),
)
NOTES = [Note(item, make_article(), START) for item in ITEMS]


def send_deck(client: FlaskClient, **schedules: Schedule) -> str:
    data = package("Harbor", NOTES, schedules=schedules)
    return upload(client, data, "harbor.apkg").location


def test_a_studied_deck_goes_on_where_it_was_left(client: FlaskClient) -> None:
    url = send_deck(client, **{ITEMS[2].id: STUDIED})
    page = client.get(url).text
    assert "1 card begun, 2 reviews" in page
    assert re.search(r'<input[^>]*checked[^>]*name="study"', page)
    assert "4 cards were added" in imported(client, url, study="y")
    assert ITEMS[2].stem in client.get("/study/next").text
    assert client.get("/study/numbers/reviews.csv").text.count("\n") == 3
    assert "all among your cards already" in imported(client, send_deck(client), study="y")
    more = replace(STUDIED, log=(*STUDIED.log, Review(START, 3, State.REVIEW, 30)), reviews=3)
    page = imported(client, send_deck(client, **{ITEMS[2].id: more}), study="y")
    assert "studied in Anki since is among your reviews" in page
    assert client.get("/study/numbers/reviews.csv").text.count("\n") == 4


def test_a_deck_is_imported_without_its_schedules_on_request(client: FlaskClient) -> None:
    url = send_deck(client, **{ITEMS[2].id: STUDIED})
    assert accept(client, url).location == "/quizzes/1"
    assert "Your cards will be here" in client.get("/study/").text


def test_a_deck_without_schedules_says_how_to_bring_them(client: FlaskClient) -> None:
    page = client.get(send_deck(client)).text
    assert "Include scheduling information" in page
    assert not re.search(r'<input[^>]*checked[^>]*name="study"', page)


def test_another_file_can_be_chosen(client: FlaskClient) -> None:
    look(client)
    assert post(client, "/import/1/cancel").location == "/import/"
    assert client.get("/import/1").status_code == 404
    assert "capitals" not in titles(client)


def test_a_file_belongs_to_who_sent_it(app: Flask, client: FlaskClient) -> None:
    look(client)
    other = app.test_client()
    for response in (other.get("/import/1"), post(other, "/import/1")):
        assert response.status_code == 404
    assert post(other, "/import/1/cancel").status_code == 404
    assert client.get("/import/1").status_code == 200


def test_a_file_with_nothing_but_problems_cannot_be_confirmed(client: FlaskClient) -> None:
    page = look(client, "Write an essay. {}")
    assert "Nothing in this file can be imported" in page
    assert "<dt>line 1 (“Write an essay.”)</dt>" in page
    assert 'type="submit">Import' not in page
    assert post(client, "/import/1").status_code == 404


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "It is empty."),
        (b"nothing of the kind", "It is in none of the formats that can be read:"),
        (b"<quiz>\n<question>", "Line 2, column 11 is not XML: no element found."),
        (b"::Q:: Who\xff? {=a ~b}", "Line 1 is not in UTF-8; save the file as UTF-8"),
        (b"PK\x03\x04 and then nothing", "It is in none of the formats"),
    ],
)
def test_what_cannot_be_read_is_said_beside_the_field(
    client: FlaskClient, data: bytes, reason: str
) -> None:
    response = upload(client, data, "old questions.docx")
    assert response.status_code == 422
    assert f"“old questions.docx” cannot be imported. {reason}" in unescape(response.text)
    assert 'aria-describedby="file-error"' in response.text
    assert client.get("/import/1").status_code == 404


def test_a_form_without_a_file_says_so(client: FlaskClient) -> None:
    response = post(client, "/import/")
    assert response.status_code == 422
    assert "Choose a file first." in response.text


def test_a_stale_form_is_said_to_be_one(client: FlaskClient) -> None:
    response = client.post("/import/", data={})
    assert response.status_code == 400
    assert "Choose the file once more." in response.text


@pytest.mark.parametrize("name", registry.WRITERS)
def test_a_quiz_is_exported_in_every_format(client: FlaskClient, name: str) -> None:
    add_article(client)
    link = f'href="/quizzes/1/export/{name}"'
    assert link in client.get("/quizzes/1").text
    response = client.get(f"/quizzes/1/export/{name}")
    assert response.status_code == 200
    ending = registry.BY_NAME[name].ending
    assert response.headers["Content-Disposition"].endswith(f'-reopens{ending}"')


def test_an_unknown_format_is_not_there(client: FlaskClient) -> None:
    add_article(client)
    assert client.get("/quizzes/1/export/docx").status_code == 404
    assert client.get("/quizzes/9/export/gift").status_code == 404


def test_a_deck_shows_what_becomes_of_every_card(client: FlaskClient) -> None:
    front = 'Which town? <img src="a.png">'
    rows = [*TOWNS, basic(front, "Why; and when"), cloze("{{c1::open")]
    data = legacy(Deck(rows, media={"a.png": PNG}))
    page = unescape(client.get(upload(client, data, "towns.apkg").location).text)
    assert "5 become questions with options, 1 becomes a flashcard, 1 is left out." in page
    assert "<dt>note 7 (“open”)</dt><dd>its cloze “{{c1::” is not closed</dd>" in page
    assert "<dd>a flashcard: its answer is a list</dd>" in page
    assert "Which town? (picture)" in page
    quiz = accept(client, leave_out="y").location
    assert "5 questions to choose an answer from, and 1 flashcard" in client.get(quiz).text
    assert "/media/" in client.get("/articles/1/answers").text


def test_a_whole_collection_is_refused_with_the_reason(client: FlaskClient) -> None:
    response = upload(client, legacy(Deck(TOWNS)), "all.colpkg")
    assert response.status_code == 422
    assert "It is a whole collection with its history and settings" in response.text
