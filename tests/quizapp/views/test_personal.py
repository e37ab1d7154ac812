"""The file of everything that is stored of an account."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Table, select
from sqlalchemy.orm import Session

from questions.formats import json as items_json
from quizapp import store
from quizapp.assessment.fitting import Fit
from quizapp.store import Base, fits, personal
from quizapp.store.belongings import WHOSE
from tests.quizapp.factories import ITEMS, START
from tests.quizapp.views.pages import add_article, answer, post, start, take, upload, use
from tests.quizapp.views.people import enter, member, sign_up, teach

DOCS = (Path(__file__).parents[3] / "docs" / "data.md").read_text(encoding="utf-8")
NOBODYS = {
    "account": "told by the view: the name, not the hash of the password",
    "figure": "counts over everybody's answers",
    "media": "pictures of items, which come along with decks",
}
UNTOLD = {
    *WHOSE,
    # made from what is told, to be searched or found again
    *("words", "fingerprint", "cloze", "folded", "digest"),
    # of a card and of its reviews: by which parameters its memory was reckoned
    "parameters",
}


@pytest.fixture
def nora(app: Flask) -> FlaskClient:
    """Somebody who has used whatever there is to use, as a learner and as a teacher."""
    client, other = app.test_client(), member(app, "Quentin")
    use(client)
    sign_up(client, "Nora")
    enter(client, teach(other, "Their class"))
    teach(client, "My class")
    post(client, "/classes/2/assignments", quiz=1, keep="y")
    enter(other, code(client))
    post(client, "/history/goal/", answers=10, zone="Europe/Berlin")
    post(client, "/quizzes/1/leaderboard/", pseudonym="Lamp")
    post(client, "/study/calendar/", away=0)
    post(client, "/study/cards/new", front="ser", back="to be", deck="Spanish")
    post(client, "/bank/decide", item=2, status="approved")
    upload(client, b"\xff\xfe not text", "odd.apkg")
    fit = Fit((0.1, 0.2), reviews=512, off=0.02, off_before=0.05)
    with app.app_context():
        fits.save(store.session(), learner(store.session()), fit, now=START)
    return client


def code(client: FlaskClient) -> str:
    found = re.search(r"\?code=([A-Z]+)", client.get("/classes/2").text)
    assert found is not None
    return found[1]


def learner(session: Session, name: str = "Nora") -> str:
    account = Base.metadata.tables["account"]
    query = select(account.c.learner).where(account.c.name == name)
    found: str = session.execute(query).scalar_one()
    return found


def data(client: FlaskClient) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(client.get("/account/data").text)
    return found


def belonging(session: Session, who: str) -> Iterator[tuple[Table, list[Any]]]:
    """Rows that are somebody's, and those that point to some that are, table by table."""
    found: dict[str, list[Any]] = {}
    for table in Base.metadata.sorted_tables:
        rows = session.execute(select(table)).all()
        found[table.name] = [row for row in rows if _is_theirs(table, row, who, found)]
        yield table, found[table.name]


def _is_theirs(table: Table, row: Any, who: str, found: dict[str, list[Any]]) -> bool:
    whose = [name for name in WHOSE if name in table.c]
    if "owner" in whose or "learner" in whose:
        return any(row._mapping[name] == who for name in whose)
    return any(
        [row._mapping[column.name] for column in key.columns]
        == [parent._mapping[element.column.name] for element in key.elements]
        for key in table.foreign_key_constraints
        for parent in found.get(key.referred_table.name, [])
    )


def test_every_table_has_its_section_in_the_file_and_in_its_description() -> None:
    told = [name for section in personal.SECTIONS for name in section.tables]
    assert sorted([*told, *NOBODYS]) == sorted(Base.metadata.tables)
    described = re.findall(r"^\| `(\w+)` \|", DOCS, re.M)
    assert described == ["schema", "account", *(section.name for section in personal.SECTIONS)]


def test_nothing_that_is_stored_of_somebody_is_left_out(app: Flask, nora: FlaskClient) -> None:
    text = nora.get("/account/data").text
    with app.app_context():
        stored = list(belonging(store.session(), learner(store.session())))
    for table, rows in stored:
        if table.name in NOBODYS:
            continue
        assert rows, f"nothing in {table.name}: this test would not see what is missing"
        for row in rows:
            for name, value in row._mapping.items():
                if name not in UNTOLD and isinstance(value, str | date):
                    words = value.isoformat() if isinstance(value, date) else value
                    assert json.dumps(words, ensure_ascii=False)[1:-1] in text, (table.name, name)


def test_the_file_is_read_section_by_section(nora: FlaskClient) -> None:
    response = nora.get("/account/data")
    assert 'filename="quizapp-data.json"' in response.headers["Content-Disposition"]
    assert "argon2" not in response.text
    found = data(nora)
    assert (found["schema"], found["account"]["name"]) == ("quizapp.account/2", "Nora")
    assert found["settings"]["daily_goal"] == {"answers": 10, "time_zone": "Europe/Berlin"}
    assert [each["pseudonym"] for each in found["leaderboards"]] == ["Lamp"]
    assert [each["name"] for each in found["classes"]["taught"]] == ["My class"]
    assert [each["members"] for each in found["classes"]["taught"]] == [1]
    assert [each["name"] for each in found["classes"]["joined"]] == ["Their class"]
    assert found["reviews"][0]["rating"] == "good"
    assert found["reviews"][0]["before"]["state"] == "new"
    [own] = [card for card in found["cards"] if card["own_words"]]
    assert own["own_words"] == {"front": "ser", "back": "to be"}
    assert {card["question"] for card in found["cards"]} == {None, *(i.stem for i in ITEMS)}
    assert [each["title"] for each in found["deleted"]] == ["Deleted"]
    assert "Quentin" not in response.text


def test_articles_can_be_imported_again(nora: FlaskClient) -> None:
    [article] = data(nora)["articles"]
    assert items_json.loads(json.dumps(article)).items == ITEMS


def test_files_that_wait_are_text_where_they_are(app: Flask) -> None:
    client = member(app, "Nora")
    upload(client, "Which city? {=Paris ~Lyon ~Nice}", "a.gift")
    [waiting] = data(client)["imports"]
    assert (waiting["name"], waiting["text"]) == ("a.gift", "Which city? {=Paris ~Lyon ~Nice}")


def test_attempts_tell_marks_once_they_are_finished(app: Flask) -> None:
    client = member(app, "Nora")
    add_article(client)
    take(client, start(client))
    answer(client, start(client, mode="exam"), 1)
    stranger = app.test_client()
    add_article(stranger)
    take(stranger, start(stranger, 2))
    found = data(client)
    assert [attempt["of"] for attempt in found["attempts"]] == [4, 4]
    finished, running = found["attempts"]
    assert {question["stem"] for question in finished["questions"]} == {i.stem for i in ITEMS}
    assert all(question["response"]["mark"] in {0, 1} for question in finished["questions"])
    first, *others = running["questions"]
    assert first["response"]["answer"] == first["options"][first["response"]["chosen"]]
    assert first["response"]["mark"] is None
    assert [question["response"] for question in others] == [None] * 3
    assert [len(each["items"]) for each in found["articles"]] == [4]
    assert [quiz["article"] for quiz in found["quizzes"]] == [1]
