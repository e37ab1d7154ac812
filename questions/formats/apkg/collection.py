"""Anki's database → note types and notes, of old and new packages alike."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Any

from questions.formats.apkg import database, sheets, wire
from questions.formats.apkg.database import Database
from questions.formats.apkg.sheets import Sheet
from questions.formats.reading import quoted

MOST_NOTES = 50_000
"""Notes of a deck that are read at once."""
MOST_CARDS_EACH = 100
LONGEST_NOTE = 200_000
"""Characters of all fields of a note."""
MOST_CARDS = 500_000
MOST_FIELDS = 500
MOST_TEMPLATES = 100
MOST_TEMPLATE_TEXT = 10_000_000
"""Characters of the templates of all note types."""

_LATEST = {"notetypes": 10_000, "fields": 100_000, "templates": 10_000, "decks": 50_000}
"""Tables of new packages, and how many rows of each are read."""
_CLOZE = 1
_SEPARATOR = "\x1f"
_MARKS = re.compile(r"<[^>]*>|&nbsp;|\{\{c\d+::|(?<!\{c)(?:::[^:{}]*)?\}\}")


@dataclass(frozen=True)
class Template:
    """The two sides of a card."""

    front: str
    back: str

    @cached_property
    def sheets(self) -> tuple[Sheet, Sheet] | None:
        """Both, parsed; None where one of them is too long."""
        front, back = sheets.parsed(self.front), sheets.parsed(self.back)
        return (front, back) if front and back else None


@dataclass(frozen=True, slots=True)
class NoteType:
    """What the notes of a kind have in common."""

    id: int
    name: str
    is_cloze: bool
    fields: tuple[str, ...]
    templates: tuple[Template, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is stored; `number` counts from 1, `cards` are the numbers of its cards."""

    number: int
    id: int
    guid: str
    type: NoteType
    deck: str
    tags: tuple[str, ...]
    values: tuple[str, ...]
    cards: tuple[int, ...]

    @property
    def fields(self) -> dict[str, str]:
        """Values by the names of their fields."""
        return dict(zip(self.type.fields, self.values, strict=True))

    @property
    def place(self) -> str:
        """Where it stands, and how it begins."""
        return quoted(f"note {self.number:,}", _MARKS.sub("", self.values[0][:500]))


def read(data: bytes, name: str, *, most: int) -> tuple[Note, ...]:
    """All notes of a database; raises FormatError with its name and the place in it.

    Together they have `most` characters: a few kilobytes in a package can be many millions.
    """
    with database.opened(data, name) as opened:
        return tuple(_notes(opened, most))


def _notes(db: Database, most: int) -> Iterator[Note]:
    _check_tables(db)
    latest = all(map(db.has, _LATEST))
    for table, rows in _LATEST.items() if latest else ():
        db.check_size(table, rows)
    types = _types(db) if latest else _old_types(db)
    _check_types(db, types.values())
    decks = _decks(db) if latest else _old_decks(db)
    cards = _cards(db)
    left = most
    query = "select id, guid, mid, tags, flds from notes order by id"
    for number, row in enumerate(db.rows(query, (int, str, int, str, str), "note"), 1):
        note_id, guid, type_id, tags, values = row
        if type_id not in types:
            raise db.error(f"is of the note type {type_id}, which is not there", f"note {number:,}")
        deck, ords = cards.get(note_id, (0, ()))
        parts = tuple(values.split(_SEPARATOR, MOST_FIELDS))
        note = Note(
            number, note_id, guid, types[type_id], decks.get(deck, ""), _split(tags), parts, ords
        )
        _check(db, note, len(values))
        left -= len(values)
        if left < 0:
            raise db.error(f"has more than {most:,} characters of text; split the deck")
        yield note


def _check_tables(db: Database) -> None:
    for table in ("col", "notes", "cards"):
        if not db.has(table):
            raise db.error(f"has no table “{table}”")
    db.check_size("notes", MOST_NOTES)
    db.check_size("cards", MOST_CARDS)


def _split(tags: str) -> tuple[str, ...]:
    return tuple(tags.split())


def _check_types(db: Database, types: Collection[NoteType]) -> None:
    for kind in types:
        place = f"note type “{kind.name[:80]}”"
        if len(kind.fields) > MOST_FIELDS:
            raise db.error(f"has more than {MOST_FIELDS} fields", place)
        if len(kind.templates) > MOST_TEMPLATES:
            raise db.error(f"has more than {MOST_TEMPLATES} templates", place)
    texts = (len(t.front) + len(t.back) for kind in types for t in kind.templates)
    if sum(texts) > MOST_TEMPLATE_TEXT:
        raise db.error(f"has templates of more than {MOST_TEMPLATE_TEXT:,} characters")


def _check(db: Database, note: Note, length: int) -> None:
    found, needed = len(note.values), len(note.type.fields)
    if found != needed:
        said = "more than" if found > needed else f"{found} of"
        problem = f"has {said} the {needed} fields of its note type “{note.type.name}”"
        raise db.error(problem, note.place)
    if length > LONGEST_NOTE:
        raise db.error(f"has more than {LONGEST_NOTE:,} characters", note.place)
    if len(note.cards) > MOST_CARDS_EACH:
        raise db.error(f"has more than {MOST_CARDS_EACH} cards", note.place)


def _cards(db: Database) -> dict[int, tuple[int, tuple[int, ...]]]:
    """For each note the deck of its first card, and the numbers of its cards.

    A card that stands in a filtered deck for a while still has its home.
    """
    query = "select nid, did, odid, ord from cards order by nid, ord"
    rows = db.rows(query, (int, int, int, int), "card")
    found: dict[int, tuple[int, tuple[int, ...]]] = {}
    for note_id, group in groupby(rows, key=lambda row: row[0]):
        cards = list(group)
        _, deck, home, _ = cards[0]
        found[note_id] = (home or deck, tuple(card[3] for card in cards))
    return found


def _types(db: Database) -> dict[int, NoteType]:
    fields: dict[int, list[str]] = {}
    query = "select ntid, name from fields order by ntid, ord"
    for type_id, name in db.rows(query, (int, str), "field"):
        fields.setdefault(type_id, []).append(name)
    templates: dict[int, list[Template]] = {}
    query = "select ntid, config from templates order by ntid, ord"
    for type_id, config in db.rows(query, (int, bytes), "template"):
        templates.setdefault(type_id, []).append(_template(db, config))
    query = "select id, name, config from notetypes"
    return {
        type_id: NoteType(
            type_id,
            name,
            _is_cloze(db, config, name),
            tuple(fields.get(type_id, ())),
            tuple(templates.get(type_id, ())),
        )
        for type_id, name, config in db.rows(query, (int, str, bytes), "note type")
    }


def _is_cloze(db: Database, config: bytes, name: str) -> bool:
    try:
        return wire.first(config, 1) == _CLOZE
    except ValueError:
        raise db.error("is damaged", f"note type “{name}”") from None


def _template(db: Database, config: bytes) -> Template:
    try:
        return Template(wire.text(config, 1), wire.text(config, 2))
    except ValueError:
        raise db.error("are damaged", "templates") from None


def _decks(db: Database) -> dict[int, str]:
    rows = db.rows("select id, name from decks", (int, str), "deck")
    return {deck: name.replace(_SEPARATOR, "::") for deck, name in rows}


def _old_types(db: Database) -> dict[int, NoteType]:
    """Note types as old packages have them."""
    try:
        return {int(number): _old_type(int(number), m) for number, m in _old(db, "models").items()}
    except (KeyError, TypeError, ValueError, AttributeError):
        raise db.error("are damaged", "note types") from None


def _old_type(number: int, value: dict[str, Any]) -> NoteType:
    return NoteType(
        number,
        str(value["name"]),
        value.get("type") == _CLOZE,
        tuple(str(each["name"]) for each in _ordered(value["flds"])),
        tuple(Template(str(t["qfmt"]), str(t["afmt"])) for t in _ordered(value["tmpls"])),
    )


def _ordered(values: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(values, key=lambda value: int(value.get("ord") or 0))


def _old_decks(db: Database) -> dict[int, str]:
    try:
        return {int(deck): str(value["name"]) for deck, value in _old(db, "decks").items()}
    except (KeyError, TypeError, ValueError):
        raise db.error("are damaged", "decks") from None


def _old(db: Database, column: str) -> dict[str, Any]:
    """Note types or decks, which old databases keep as JSON in one value."""
    rows = list(db.rows(f"select {column} from col limit 1", (str,), column))  # noqa: S608
    try:
        found = json.loads(rows[0][0]) if rows else None
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise db.error("cannot be read", column)
    return found
