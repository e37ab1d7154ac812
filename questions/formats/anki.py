"""Anki decks (.apkg) that Anki updates in place when they are exported again."""

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256

import genanki

from questions import media as items_media
from questions.documents import clean
from questions.errors import FormatError
from questions.formats import anki_schedules, archives
from questions.formats.notes import Note, fields, possible
from questions.formats.notetypes import FIELDS, MODEL_IDS, REVISED, NoteKind, note_type
from questions.formats.schedules import Schedules

_NOT_IN_TAG = re.compile(r"[^\w:.-]+")
_SEPARATOR = "\x1f"
_INSERT_NOTE = f"insert into notes values ({', '.join('?' * 11)})"  # noqa: S608
_INSERT_CARD = f"insert into cards values ({', '.join('?' * 18)})"  # noqa: S608


def package(
    deck_name: str,
    notes: Iterable[Note],
    *,
    kinds: Sequence[NoteKind] = (NoteKind.MULTIPLE_CHOICE,),
    media: Mapping[str, bytes] | None = None,
    schedules: Schedules | None = None,
) -> bytes:
    """An .apkg file; the same arguments give the same bytes.

    Anki knows a deck by its name and a note by its item and kind; without a `deck_name` the parts
    that notes name are decks of their own. `media` are pictures and sounds by their names; those
    that no item shows stay out. `schedules` go to the first card of their items, so that nothing is
    to be studied twice. Raises FormatError for what Anki would refuse or lose.
    """
    written = _written(notes, kinds)
    decks = {part: _deck(_deck_name(deck_name, part)) for part in _parts(written)}
    collection = _collection(written, decks, schedules)
    return archives.packed({"collection.anki2": collection} | _members(written, media or {}))


def guid(item_id: str, kind: str) -> str:
    """What Anki knows the note by: never the wording, which may be edited."""
    return str(genanki.guid_for("quizapp", kind, item_id))


def _distinct(notes: Iterable[Note]) -> Iterator[Note]:
    seen: set[str] = set()
    for note in notes:
        if note.item.id in seen:
            raise FormatError(f"item {note.item.id}", "is in the deck twice")
        seen.add(note.item.id)
        yield note


@dataclass(frozen=True, slots=True)
class _Written:
    """A note in one of the kinds that were asked for, with its item's own time in seconds.

    `number` is the id of the note, and of its card: every kind of ours has one.
    """

    number: int
    note: Note
    kind: NoteKind
    modified: int


def _written(notes: Iterable[Note], kinds: Sequence[NoteKind]) -> list[_Written]:
    """Notes in all their kinds; as Anki's ids are times in milliseconds, the first one is such."""
    found = [
        (note, kind, _seconds(note.updated_at))
        for note in _distinct(notes)
        for kind in possible(kinds, note.item)
    ]
    first = max(1, min((modified for *_, modified in found), default=0) * 1000)
    return [_Written(number, *each) for number, each in enumerate(found, first)]


def _collection(
    written: Sequence[_Written], decks: Mapping[str, genanki.Deck], schedules: Schedules | None
) -> bytes:
    """The database of Anki's with all notes, cards and schedules."""
    with closing(sqlite3.connect(":memory:")) as database:
        _begin(database, decks.values(), written)
        database.executemany(_INSERT_NOTE, _note_rows(written))
        database.executemany(_INSERT_CARD, _card_rows(written, decks))
        if schedules:
            anki_schedules.write(database, _first_cards(written), schedules)
        database.commit()
        return database.serialize()


def _parts(written: Sequence[_Written]) -> Sequence[str]:
    """The parts of the deck; an empty deck is there too."""
    return tuple(dict.fromkeys(each.note.deck for each in written)) or ("",)


def _begin(
    database: sqlite3.Connection, decks: Iterable[genanki.Deck], written: Sequence[_Written]
) -> None:
    """The tables, decks and note types; in memory, as genanki leaves a temporary file behind.

    It is given one deck alone, since for each it reads and writes the list of all.
    """
    used = {each.kind for each in written}
    first, *others = decks
    for kind in (kind for kind in NoteKind if kind in used):
        first.add_model(note_type(kind))
    genanki.Package([first]).write_to_db(database.cursor(), REVISED.timestamp(), iter(()))
    (listed,) = database.execute("select decks from col").fetchone()
    every = json.loads(listed) | {str(deck.deck_id): deck.to_json() for deck in others}
    database.execute("update col set decks = ?", (json.dumps(every),))


def _note_rows(written: Sequence[_Written]) -> Iterator[tuple[object, ...]]:
    """Rows with each item's own time instead of one time for all."""
    for each in written:
        found, names = fields(each.kind, each.note), FIELDS[each.kind]
        values = [found.get(name, "") for name in names]
        yield (
            *(each.number, guid(each.note.item.id, each.kind), MODEL_IDS[each.kind]),
            *(each.modified, -1, _tags((*each.note.tags, f"type::{each.note.item.answer_type}"))),
            *(_SEPARATOR.join(values), values[0], 0, 0, ""),
        )


def _card_rows(
    written: Sequence[_Written], decks: Mapping[str, genanki.Deck]
) -> Iterator[tuple[object, ...]]:
    """One new card for each note."""
    for position, each in enumerate(written):
        ids = (each.number, each.number, decks[each.note.deck].deck_id)
        yield (*ids, 0, each.modified, -1, 0, 0, position, *[0] * 8, "")


def _first_cards(written: Sequence[_Written]) -> dict[str, int]:
    """The number of the first card of each item."""
    return {each.note.item.id: each.number for each in reversed(written)}


def _members(written: Sequence[_Written], media: Mapping[str, bytes]) -> dict[str, bytes]:
    """The pictures and sounds that items show, and the list of their names."""
    items = (each.note.item for each in written) if media else ()
    shown = [name for name in sorted(items_media.of_items(items)) if name in media]
    listed = {str(number): name for number, name in enumerate(shown)}
    files = {number: media[name] for number, name in listed.items()}
    return {"media": json.dumps(listed).encode()} | files


def _seconds(time: datetime) -> int:
    if time.tzinfo is None:
        message = "an item's time must name its time zone"
        raise ValueError(message)
    return int(time.timestamp())


@lru_cache(maxsize=2000)
def _tags(wanted: tuple[str, ...]) -> str:
    """Tags as Anki takes them; `::` makes a hierarchy, white space is not allowed."""
    tags = ("::".join(filter(None, map(_slug, tag.split("::")))) for tag in wanted)
    return f" {' '.join(sorted({*filter(None, tags)}))} "


def _slug(text: str) -> str:
    return _NOT_IN_TAG.sub("-", clean(text)).strip("-")


def _deck_name(name: str, part: str) -> str:
    """The name of a deck; beneath another, its own colons make no further parts."""
    above, within = (" ".join(clean(text).split()) for text in (name, part))
    if not above and not within:
        raise FormatError("the deck", "has no name")
    return f"{above}::{within.replace('::', ': ')}" if above and within else above or within


def _deck(name: str) -> genanki.Deck:
    """With any id that is not one of Anki's own: the importer goes by the name."""
    return genanki.Deck((1 << 41) + int.from_bytes(sha256(name.encode()).digest()[:5]), name)
