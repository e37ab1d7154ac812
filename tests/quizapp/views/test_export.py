import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from html import unescape
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from questions.formats import apkg
from quizapp.store import models
from tests.quizapp.factories import ITEMS, KEYS
from tests.quizapp.views.pages import add_article, answer, options, post, send, start, take


def tags_and_times(data: bytes, folder: Path) -> dict[str, tuple[str, int]]:
    """Tags of each note of a deck, and when it was changed, by the stem of its item."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        file = Path(package.extract("collection.anki2", folder))
    with closing(sqlite3.connect(file)) as deck:
        rows = deck.execute("SELECT flds, tags, mod FROM notes").fetchall()
    return {
        stem: (tags, changed)
        for stem in (item.stem for item in ITEMS)
        for fields, tags, changed in rows
        if stem in fields
    }


def test_a_retired_or_approved_item_comes_along_tagged_and_newer(
    client: FlaskClient, tmp_path: Path
) -> None:
    add_article(client)
    before = tags_and_times(client.get("/quizzes/1/export/anki").data, tmp_path)
    post(client, "/bank/decide", status="retired", item=["1"])
    post(client, "/bank/decide", status="approved", item=["2"])
    after = tags_and_times(client.get("/quizzes/1/export/anki").data, tmp_path)
    assert {stem for stem, (tags, _) in after.items() if " retired " in tags} == {ITEMS[0].stem}
    assert " approved " in after[ITEMS[1].stem][0]
    newer = {stem for stem in after if after[stem][1] > before[stem][1]}
    assert newer == {item.stem for item in ITEMS[:2]}
    post(client, "/bank/decide", status="new", item=["1"])
    again = tags_and_times(client.get("/quizzes/1/export/anki").data, tmp_path)
    assert " retired " not in again[ITEMS[0].stem][0]
    assert again[ITEMS[0].stem][1] > after[ITEMS[0].stem][1]


def test_the_results_lead_to_a_deck_of_what_was_missed(client: FlaskClient) -> None:
    add_article(client)
    assert "/quizzes/1/anki" in client.get("/articles/1").text
    link = re.compile(r'<a href="([^"]*)">Export only what I missed</a>')
    wrong = link.search(take(client, start(client)).text)
    assert wrong
    page = client.get(unescape(wrong[1])).text
    assert re.search(r'value="missed" checked', page)
    assert "Choose at least one" not in page
    right = start(client)
    for position, stem in enumerate(stems(client, right), 1):
        answer(client, right, position, KEYS[stem])
    assert not link.search(client.get(f"{right}/results").text)


def stems(client: FlaskClient, attempt: str) -> list[str]:
    pages = (client.get(f"{attempt}/questions/{n}").text for n in range(1, len(ITEMS) + 1))
    return [next(item.stem for item in ITEMS if item.stem in page) for page in pages]


def test_a_quiz_that_anki_would_refuse_is_no_fault_of_ours(
    session: Session, client: FlaskClient
) -> None:
    add_article(client)
    session.execute(update(models.Quiz).values(title="\u200b"))
    session.commit()
    response = client.get("/quizzes/1/export/anki")
    assert response.status_code == 409
    assert "This quiz cannot be exported" in response.text
    assert "the deck: has no name." in response.text


def notes(data: bytes) -> list[tuple[str, str]]:
    """Name of the note type and first field of each note of a deck."""
    with closing(sqlite3.connect(":memory:")) as deck:
        deck.deserialize(zipfile.ZipFile(io.BytesIO(data)).read("collection.anki2"))
        types = json.loads(deck.execute("SELECT models FROM col").fetchone()[0])
        rows = deck.execute("SELECT mid, sfld FROM notes ORDER BY id").fetchall()
    return [(types[str(kind)]["name"], first) for kind, first in rows]


CARDS = "/quizzes/1/anki"
DECK = "/quizzes/1/export/anki"
CHECKED = re.compile(r'name="(?:cards|of)" value="(\w+)" checked')


def test_cards_are_chosen_by_boxes(client: FlaskClient) -> None:
    add_article(client)
    assert CHECKED.findall(client.get(CARDS).text) == ["multiple_choice", "all"]
    plain = notes(client.get(DECK).data)
    assert {kind for kind, _ in plain} == {"quizapp multiple choice"}
    both = notes(client.get(f"{DECK}?cards=question&cards=cloze&of=all").data)
    kinds = [kind for kind, _ in both]
    assert kinds == ["quizapp question and answer", "quizapp cloze"] * len(ITEMS)


def test_cards_named_in_the_address_are_chosen_on_the_page_as_in_the_deck(
    client: FlaskClient,
) -> None:
    add_article(client)
    for query, kinds in (
        ("", ["multiple_choice"]),
        ("?cards=cloze", ["cloze"]),
        ("?cards=nothing", ["multiple_choice"]),
        ("?cards=cloze&of=all", ["cloze"]),
    ):
        assert CHECKED.findall(client.get(f"{CARDS}{query}").text) == [*kinds, "all"]
        names = {kind for kind, _ in notes(client.get(f"{DECK}{query}").data)}
        assert names == {f"quizapp {kind.replace('_', ' ')}" for kind in kinds}


def test_a_deck_without_cards_is_asked_for_once_more(client: FlaskClient) -> None:
    add_article(client)
    response = client.get(f"{DECK}?of=all")
    assert response.status_code == 422
    assert "Choose at least one kind of card." in response.text
    assert CHECKED.findall(response.text) == ["all"]


def test_only_what_was_missed_is_a_deck_as_well(client: FlaskClient) -> None:
    add_article(client)
    missed = f"{DECK}?cards=question&of=missed"
    assert "Nothing so far" in client.get(CARDS).text
    assert client.get(missed).status_code == 422
    attempt = start(client)
    stems = [item.stem for item in ITEMS]
    for position in range(1, 5):
        page = client.get(f"{attempt}/questions/{position}").text
        stem = next(stem for stem in stems if stem in page)
        answer(client, attempt, position, KEYS[stem] if stem != stems[2] else "600 meters")
    client.get(f"{attempt}/results")
    assert "You missed 1 question when you were last asked:" in client.get(CARDS).text
    assert [first for _, first in notes(client.get(missed).data)] == [stems[2]]


def test_what_was_left_open_is_missed_everywhere(client: FlaskClient) -> None:
    """One right, one wrong and two open: three to go over, to retry and to export, one to study."""
    add_article(client)
    exam = start(client, mode="exam")
    first, second, *_ = stems(client, exam)
    answer(client, exam, 1, KEYS[first])
    wrong = next(t for t in options(client.get(f"{exam}/questions/2").text) if t != KEYS[second])
    answer(client, exam, 2, wrong)
    page = send(client, f"{exam}/finish").text
    assert "retry the 3 questions that cost you marks" in page
    assert "1 of 4 questions is among your cards" in page
    assert "You missed 3 questions when you were last asked:" in client.get(CARDS).text
    deck = client.get(f"{DECK}?cards=question&of=missed").data
    assert {stem for _, stem in notes(deck)} == {item.stem for item in ITEMS} - {first}
    assert "of 3" in send(client, f"{exam}/retry").text


def test_a_schedule_goes_along_on_request(client: FlaskClient) -> None:
    add_article(client)
    assert 'name="schedule"' not in client.get(CARDS).text
    post(client, "/study/cards/from-quiz/1")
    post(client, "/study/cards/2/rate", rating=4, seen=0, uid="a")
    assert "1 question that you study here goes on in Anki" in client.get(CARDS).text
    wanted = f"{DECK}?cards=multiple_choice&cards=cloze&of=all"
    assert apkg.read(client.get(wanted).data, "deck.apkg").schedules == {}
    found = apkg.read(client.get(f"{wanted}&schedule=y").data, "deck.apkg").schedules
    assert {item: [each.rating for each in s.log] for item, s in found.items()} == {
        ITEMS[1].id: [4]
    }


def test_a_schedule_is_nobody_elses(app: Flask, client: FlaskClient) -> None:
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    post(client, "/study/cards/2/rate", rating=4, seen=0, uid="a")
    other = app.test_client()
    assert 'name="schedule"' not in other.get(CARDS).text
    data = other.get(f"{DECK}?cards=question&of=all&schedule=y").data
    assert apkg.read(data, "deck.apkg").schedules == {}


def test_the_page_may_talk_to_anki_and_others_may_not(client: FlaskClient) -> None:
    add_article(client)
    policy = client.get(CARDS).headers["Content-Security-Policy"]
    assert "connect-src 'self' http://127.0.0.1:8765;" in policy
    assert "8765" not in client.get("/quizzes/1").headers["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("selected", "expected"),
    [
        ("item=3&item=1&item=99&item=x", [0, 2]),
        ("type=person", [1, 3]),
        ("words=quay&page=1", [2, 3]),
        ("", [0, 1, 2, 3]),
        ("article=99&sort=up", [0, 1, 2, 3]),
    ],
)
def test_a_selection_of_the_bank_is_exported(
    client: FlaskClient, selected: str, expected: list[int]
) -> None:
    add_article(client)
    stems = [ITEMS[place].stem for place in expected]
    page = client.get(f"/bank/export/?{selected}").text
    assert f"All {len(stems)} questions" in page
    deck = client.get(f"/bank/export/anki?{selected}&cards=question&of=all").data
    assert [first for _, first in notes(deck)] == stems
    gift = client.get(f"/bank/export/gift?{selected}").text
    assert [stem for stem in (item.stem for item in ITEMS) if stem in gift] == stems


def test_the_page_of_a_selection_leads_on_with_it(client: FlaskClient) -> None:
    add_article(client)
    response = post(client, "/bank/export/", item=["2", "4"])
    assert response.location == "/bank/export/?item=2&item=4"
    page = client.get(response.location).text
    assert re.findall(r'type="hidden" name="item" value="(\d)"', page) == ["2", "4"]
    assert "/bank/export/gift?item=2&amp;item=4" in page
    back = post(client, "/bank/export/", back="/bank/?words=quay")
    assert back.location == "/bank/?words=quay"
    assert "No item was selected" in client.get(back.location).text


def test_nobody_takes_along_the_bank_of_somebody_else(client: FlaskClient, app: Flask) -> None:
    add_article(client)
    other = app.test_client()
    add_article(other, ITEMS[0].evidence.text)
    for url in ("/bank/export/?item=1", "/bank/export/?article=1&words=mayor"):
        assert "There are no questions in this selection any more." in other.get(url).text
    assert other.get("/bank/export/anki?item=1").status_code == 422
    assert other.get("/bank/export/gift?item=1").status_code == 422


def test_retired_items_are_told_of_and_only_anki_gets_them(client: FlaskClient) -> None:
    add_article(client)
    post(client, "/bank/decide", status="retired", item=["1"])
    for url, deck, gift in (
        (CARDS, DECK, "/quizzes/1/export/gift"),
        ("/bank/export/", "/bank/export/anki", "/bank/export/gift"),
    ):
        page = client.get(url).text
        assert "All 3 questions" in page
        assert "And 1 retired one, tagged “retired”" in page
        assert len(notes(client.get(deck).data)) == 4
        assert ITEMS[0].stem not in client.get(gift).text
