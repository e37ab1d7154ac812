from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.errors import FormatError
from questions.formats import apkg
from questions.formats.apkg import collection
from tests.questions.formats.apkg.packages import (
    Deck,
    basic,
    cloze,
    latest,
    latest_database,
    legacy,
    legacy_database,
)

ENDLESS = "with recursive n(x) as (select 1 union all select x + 1 from n) select x from n"


def error(script: str, *, read: object = legacy, **values: object) -> str:
    deck = Deck([basic("Capital of Norway?", "Oslo", **values)], script=script)
    data = latest(deck) if read is latest else legacy(deck)
    with pytest.raises(FormatError) as caught:
        apkg.read(data, "towns.apkg")
    return str(caught.value)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("drop table notes", "“collection.anki2”: has no table “notes”."),
        ("drop table cards", "“collection.anki2”: has no table “cards”."),
        (f"drop table notes; create view notes as {ENDLESS}", "has no table “notes”."),
        (f"drop table cards; create view cards(nid, did, odid, ord) as {ENDLESS}", "no table"),
        (
            "drop table notes; create virtual table notes using fts5(id, guid, mid, tags, flds)",
            "has no table “notes”.",
        ),
        (
            "drop table notes; create table notes (id, flds as (hex(zeroblob(200000000))))",
            "has a table “notes” that computes its values.",
        ),
        ("update notes set mid = 99", "note 1: is of the note type 99, which is not there."),
        (
            "update notes set flds = 'one'",
            "note 1 (“one”): has 1 of the 2 fields of its note type “Basic”",
        ),
        ("update notes set flds = x'ff1f61'", "note 1: is not in UTF-8."),
        ("update notes set flds = cast(x'ff1f61' as text)", "note 1: is not in UTF-8."),
        ("update notes set guid = null", "note 1: holds something else than Anki writes."),
        ("update cards set ord = 'first'", "card 1: holds something else than Anki writes."),
        ("update col set models = '{'", "models: cannot be read."),
        ("update col set models = '[]'", "models: cannot be read."),
        ("update col set models = '{\"1\": {}}'", "note types: are damaged."),
        ("update col set models = '{\"1\": 7}'", "note types: are damaged."),
        ("update col set decks = '{\"1\": {}}'", "decks: are damaged."),
        ("delete from col", "models: cannot be read."),
    ],
)
def test_a_hostile_or_broken_database_is_named(script: str, message: str) -> None:
    found = error(script)
    assert message in found
    assert found.startswith("“collection.anki2”")


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("update notetypes set config = x'ff'", "note type “Basic”: is damaged."),
        ("update templates set config = x'0a05'", "templates: are damaged."),
        ("update fields set name = null", "holds something else than Anki writes."),
    ],
)
def test_a_broken_new_database_is_named(script: str, message: str) -> None:
    found = error(script, read=latest)
    assert message in found
    assert found.startswith("“collection.anki21b”")


@pytest.mark.parametrize("database", [legacy_database, latest_database])
def test_a_schema_that_is_not_in_utf_8_is_named(database: Callable[[Deck], bytes]) -> None:
    """SQLite quotes it when it says what is wrong, in bytes that are no text."""
    whole = database(Deck([basic("a", "b")]))
    damaged = whole.replace(b"CREATE TABLE notes", b"CREATE TABL\xff notes")
    with pytest.raises(FormatError, match="cannot be read as Anki's database: its tables"):
        collection.read(damaged, "a database", most=10_000)


@pytest.mark.parametrize("database", [legacy_database, latest_database])
@settings(max_examples=60)
@given(data=st.data())
def test_a_damaged_database_is_read_or_refused(
    database: Callable[[Deck], bytes], data: st.DataObject
) -> None:
    whole = database(Deck([basic("Capital of Norway?", "Oslo"), cloze("{{c1::Oslo}} is there.")]))
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(whole)))
        whole = whole[:start] + data.draw(st.binary(min_size=1, max_size=4)) + whole[start + 4 :]
    with suppress(FormatError):
        collection.read(whole, "a database", most=10_000)


def test_reading_ends_where_a_row_costs_more_than_it_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("questions.formats.apkg.database.STEPS", 10)
    monkeypatch.setattr("questions.formats.apkg.database.MOST_STEPS", 1)
    assert "interrupted" in error("")


def test_a_deck_of_a_million_notes_is_refused() -> None:
    many = (
        "with recursive n(x) as (select 2 union all select x + 1 from n where x < 1000000)"
        " insert into notes select x, 'g' || x, 1, 0, '', 'a' || x || char(31) || 'b' from n"
    )
    assert "has more than 50,000 notes; split the deck." in error(many)


def test_a_deck_of_too_much_text_is_refused() -> None:
    many = (
        "with recursive n(x) as (select 2 union all select x + 1 from n where x < 400) insert into"
        " notes select x, 'g' || x, 1, 0, '', 'a' || x || hex(zeroblob(80000)) || char(31) || 'b'"
        " from n"
    )
    assert "characters of text; split the deck." in error(many)


def test_a_deck_of_too_many_cards_is_refused() -> None:
    many = (
        "with recursive n(x) as (select 2 union all select x + 1 from n where x < 500001)"
        " insert into cards (nid, did, odid, ord) select x, 1, 0, 0 from n"
    )
    assert "has more than 500,000 cards; split the deck." in error(many)


@pytest.mark.parametrize(
    ("table", "values", "most"),
    [
        ("notetypes", "x, 'n' || x, x'0801'", "10,000"),
        ("templates", "x, 0, 'Card', x'0801'", "10,000"),
        ("fields", "x, 0, 'n' || x, x''", "100,000"),
        ("decks", "x, 'n' || x", "50,000"),
    ],
)
def test_a_table_meant_to_fill_memory_is_refused(table: str, values: str, most: str) -> None:
    script = (
        "with recursive n(x) as (select 9 union all select x + 1 from n where x < 100010)",
        *("insert into", table, "select", values, "from n"),
    )
    many = " ".join(script)
    assert f"has more than {most} {table}; split the deck." in error(many, read=latest)


@pytest.mark.parametrize(
    ("part", "member", "message"),
    [
        ("flds", '{"name": "%d"}', "note type “Basic”: has more than 500 fields."),
        ("tmpls", '{"qfmt": "%d", "afmt": ""}', "note type “Basic”: has more than 100 templates."),
    ],
)
def test_a_note_type_too_wide_is_named(part: str, member: str, message: str) -> None:
    wide = ", ".join(member % number for number in range(501))
    script = "update col set models = json_set(models, '$.1.{}', json('[{}]'))"
    assert message in error(script.format(part, wide))


def test_a_note_of_too_many_fields_is_named() -> None:
    many = "update notes set flds = 'a' || replace(hex(zeroblob(50000)), '0', char(31))"
    assert "note 1 (“a”): has more than the 2 fields of its note type “Basic”." in error(many)


def test_a_note_too_long_is_named() -> None:
    assert "has more than 200,000 characters." in error(
        "update notes set flds = hex(zeroblob(100001)) || char(31) || 'b'"
    )


def test_a_card_in_a_filtered_deck_has_its_home() -> None:
    script = "update cards set did = 2, odid = 1"
    deck = Deck([basic("a", "b")], decks={1: "Home", 2: "Filtered"}, script=script)
    (note,) = collection.read(legacy_database(deck), "a database", most=10_000)
    assert note.deck == "Home"
