"""Packages of Anki in each of its formats, made without Anki."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from typing import Any

import zstandard

from questions.formats.apkg.collection import NoteType, Template

BASIC = NoteType(
    1, "Basic", False, ("Front", "Back"), (Template("{{Front}}", "{{FrontSide}}<hr>{{Back}}"),)
)
CLOZE = NoteType(
    2, "Cloze", True, ("Text", "Extra"), (Template("{{cloze:Text}}", "{{cloze:Text}}{{Extra}}"),)
)
PNG = b"\x89PNG\r\n\x1a\n and what follows"


@dataclass(frozen=True)
class Row:
    """A note as it goes into a database."""

    type: NoteType
    values: tuple[str, ...]
    cards: tuple[int, ...] = (0,)
    deck: int = 1
    tags: str = ""


@dataclass(frozen=True)
class Deck:
    """What a package is made of; `script` is run on its database at the end."""

    rows: Sequence[Row]
    decks: Mapping[int, str] = field(default_factory=lambda: {1: "Towns"})
    media: Mapping[str, bytes] = field(default_factory=dict)
    script: str = ""


def basic(front: str, back: str, **values: Any) -> Row:
    return Row(BASIC, (front, back), **values)


def cloze(text: str, extra: str = "", **values: Any) -> Row:
    return Row(CLOZE, (text, extra), **values)


def legacy(deck: Deck, **members: bytes) -> bytes:
    """A package as Anki wrote it before 2022, and genanki does."""
    media = {str(number): data for number, data in enumerate(deck.media.values())}
    names = {str(number): name for number, name in enumerate(deck.media)}
    files = {"collection.anki2": legacy_database(deck), "media": json.dumps(names).encode()} | media
    return zipped(files | members)


def latest(deck: Deck, **members: bytes) -> bytes:
    """A package as Anki writes it today."""
    entries = b"".join(message((1, message((1, name.encode())))) for name in deck.media)
    media = {str(n): zstandard.compress(data) for n, data in enumerate(deck.media.values())}
    files = {
        "meta": b"\x08\x03",
        "collection.anki21b": zstandard.compress(latest_database(deck)),
        "collection.anki2": b"a stub that asks to update",
        "media": zstandard.compress(entries),
    }
    return zipped(files | media | members)


def zipped(files: Mapping[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def message(*fields: tuple[int, int | bytes]) -> bytes:
    """A message of protocol buffers."""
    found = b""
    for number, value in fields:
        if isinstance(value, int):
            found += varint(number << 3) + varint(value)
        else:
            found += varint(number << 3 | 2) + varint(len(value)) + value
    return found


def varint(value: int) -> bytes:
    found = b""
    while value > 0x7F:
        found, value = found + bytes((value & 0x7F | 0x80,)), value >> 7
    return found + bytes((value,))


def legacy_database(deck: Deck) -> bytes:
    types = {row.type.id: row.type for row in deck.rows}
    models = json.dumps({str(t.id): _model(t) for t in types.values()})
    decks = json.dumps({str(number): {"name": name} for number, name in deck.decks.items()})
    with closing(sqlite3.connect(":memory:")) as db:
        db.execute("create table col (id, models text, decks text)")
        db.execute("insert into col values (1, ?, ?)", (models, decks))
        return _finished(db, deck)


def latest_database(deck: Deck) -> bytes:
    with closing(sqlite3.connect(":memory:")) as db:
        db.create_collation("unicase", lambda a, b: (a > b) - (a < b))
        db.executescript(
            "create table col (id, models text, decks text); insert into col values (1, '', '');"
            "create table notetypes (id integer primary key, name text collate unicase, config);"
            "create unique index idx_notetypes_name on notetypes (name);"
            "create table decks (id integer primary key, name text collate unicase);"
            "create table fields (ntid, ord, name text collate unicase, config);"
            "create table templates (ntid, ord, name text, config)"
        )
        for number, name in deck.decks.items():
            db.execute("insert into decks values (?, ?)", (number, name.replace("::", "\x1f")))
        for kind in {row.type.id: row.type for row in deck.rows}.values():
            _add_type(db, kind)
        return _finished(db, deck)


def _model(kind: NoteType) -> dict[str, Any]:
    return {
        "id": kind.id,
        "name": kind.name,
        "type": int(kind.is_cloze),
        "flds": [{"name": name, "ord": n} for n, name in enumerate(kind.fields)],
        "tmpls": [
            {"qfmt": t.front, "afmt": t.back, "ord": n} for n, t in enumerate(kind.templates)
        ],
    }


def _add_type(db: sqlite3.Connection, kind: NoteType) -> None:
    config = message((1, 1)) if kind.is_cloze else b""
    db.execute("insert into notetypes values (?, ?, ?)", (kind.id, kind.name, config))
    for number, name in enumerate(kind.fields):
        db.execute("insert into fields values (?, ?, ?, ?)", (kind.id, number, name, b""))
    for number, template in enumerate(kind.templates):
        sides = message((1, template.front.encode()), (2, template.back.encode()))
        db.execute("insert into templates values (?, ?, ?, ?)", (kind.id, number, "Card", sides))


def _finished(db: sqlite3.Connection, deck: Deck) -> bytes:
    db.executescript(
        "create table notes (id integer primary key, guid text, mid integer, mod integer,"
        " tags text, flds text);"
        "create table cards (id integer primary key, nid integer, did integer, odid integer,"
        " ord integer)"
    )
    for number, row in enumerate(deck.rows, 1):
        values = (number, f"guid-{number}", row.type.id, 0, row.tags, "\x1f".join(row.values))
        db.execute("insert into notes values (?, ?, ?, ?, ?, ?)", values)
        cards = [(number, row.deck, 0, card) for card in row.cards]
        db.executemany("insert into cards (nid, did, odid, ord) values (?, ?, ?, ?)", cards)
    db.executescript(deck.script)
    db.commit()
    return db.serialize()
