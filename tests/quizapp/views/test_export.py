import io
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from quizapp.decks import slug
from quizapp.store import models
from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import add_article, post


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


def test_a_retired_item_comes_along_tagged_and_newer(client: FlaskClient, tmp_path: Path) -> None:
    add_article(client)
    before = tags_and_times(client.get("/quizzes/1/export/anki").data, tmp_path)
    post(client, "/bank/decide", status="retired", item=["1"])
    post(client, "/bank/decide", status="approved", item=["2"])
    after = tags_and_times(client.get("/quizzes/1/export/anki").data, tmp_path)
    assert {stem for stem, (tags, _) in after.items() if " retired " in tags} == {ITEMS[0].stem}
    assert {stem for stem in after if after[stem][1] > before[stem][1]} == {ITEMS[0].stem}
    post(client, "/bank/decide", status="new", item=["1"])
    again = tags_and_times(client.get("/quizzes/1/export/anki").data, tmp_path)
    assert " retired " not in again[ITEMS[0].stem][0]
    assert again[ITEMS[0].stem][1] > after[ITEMS[0].stem][1]


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


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Old street trees, new heat", "old-street-trees-new-heat"),
        ("São Paulo: 2,140 trees", "sao-paulo-2-140-trees"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"\r\nSet-Cookie: x', "a-set-cookie-x"),
        ("日本", "quiz"),
        ("", "quiz"),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected
