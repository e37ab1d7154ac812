"""Anki decks (.apkg) that Anki updates in place when they are exported again."""

import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from html import escape
from itertools import count
from sqlite3 import Cursor
from typing import assert_never

import genanki

from questions import cards
from questions.documents import clean
from questions.errors import FormatError
from questions.formats.notetypes import CLOZE_EVIDENCE, DATA, OPTIONS, REVISED, NoteKind, note_type
from questions.items import Article, Item, ItemKind

# Options of these types stand in their natural order, where people look for them.
# What Anki would read as its own: cloze braces and colons, sound and LaTeX brackets.
_ANKI_SYNTAX = re.compile(r"[{}]|::+|\[(?=sound:|anki:|latex\]|\$)")
_MATHJAX = re.compile(r"(?<=\\)(?=[(\[])")
_WORD_JOINER = "\u2060"

_NOT_IN_TAG = re.compile(r"[^\w:.-]+")
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Note:
    """An item as it goes into a deck; `updated_at` is aware and later only if the item changed.

    Anki replaces what the user has by what is newer, so a time that moves without a change
    overwrites the user's own edits, and one that stays hides ours.
    """

    item: Item
    article: Article
    updated_at: datetime
    tags: Sequence[str] = ()


def package(
    deck_name: str,
    notes: Iterable[Note],
    *,
    kinds: Sequence[NoteKind] = (NoteKind.MULTIPLE_CHOICE,),
) -> bytes:
    """An .apkg file; the same arguments give the same bytes.

    Anki knows a deck by its name and a note by its item and kind. Raises FormatError for what Anki
    would refuse or lose.
    """
    deck = genanki.Deck(_deck_id(deck_name), _deck_name(deck_name))
    for note in _distinct(notes):
        for kind in _possible(kinds, note.item):
            fields = _fields(kind, note)
            deck.add_note(_anki_note(kind, note, fields, position=len(deck.notes)))
    return _zip(_database(deck))


def guid(item_id: str, kind: NoteKind) -> str:
    """What Anki knows the note by: never the wording, which may be edited."""
    return str(genanki.guid_for("quizapp", kind, item_id))


def _distinct(notes: Iterable[Note]) -> Iterator[Note]:
    seen: set[str] = set()
    for note in notes:
        if note.item.id in seen:
            raise FormatError(f"item {note.item.id}", "is in the deck twice")
        seen.add(note.item.id)
        yield note


def _possible(kinds: Sequence[NoteKind], item: Item) -> Sequence[NoteKind]:
    """The kinds that were asked for, a plain question where there are no options."""
    if item.kind is not ItemKind.FLASHCARD:
        return kinds
    swapped = (NoteKind.QUESTION if k is NoteKind.MULTIPLE_CHOICE else k for k in kinds)
    return tuple(dict.fromkeys(swapped))


def _fields(kind: NoteKind, note: Note) -> dict[str, str]:
    match kind:
        case NoteKind.MULTIPLE_CHOICE:
            return _question_fields(note) | _option_fields(note.item) | _data(note)
        case NoteKind.QUESTION:
            return _question_fields(note) | _data(note, "options")
        case NoteKind.CLOZE:
            return _cloze_fields(note) | _data(note, "options", "evidence")
        case _:
            assert_never(kind)


def _question_fields(note: Note) -> dict[str, str]:
    item = note.item
    return _shared_fields(note) | {
        "Question": _required(item, "stem", item.stem),
        "Answer": _required(item, "key", item.options[item.key]),
        "Evidence": _plain(item.evidence.text),
    }


def _option_fields(item: Item) -> dict[str, str]:
    if len(item.options) > len(OPTIONS):
        raise FormatError(f"item {item.id}", f"has more than {len(OPTIONS)} options")
    options = (_required(item, "option", option) for option in item.options)
    shuffle = "" if item.answer_type.in_sequence else "yes"
    return dict(zip(OPTIONS, options, strict=False)) | {"Shuffle": shuffle}


def _cloze_fields(note: Note) -> dict[str, str]:
    """What proves the key with every mention of it hidden, or one of them would give it away."""
    item = note.item
    question = {
        "Question": _required(item, "stem", item.stem),
        "Answer": _required(item, "key", item.options[item.key]),
    }
    cleaned = _cleaned(item)
    parts = list(cards.cloze(cleaned, note.article).parts)
    whole = cleaned.evidence.text in "".join(parts)
    parts[::2] = [_escaped(part) for part in parts[::2]]
    parts[1::2] = [f"{{{{c1::{_escaped(mention)}}}}}" for mention in parts[1::2]]
    evidence = "" if whole else _plain(item.evidence.text)
    return _shared_fields(note) | question | {"Text": "".join(parts), CLOZE_EVIDENCE: evidence}


def _cleaned(item: Item) -> Item:
    evidence = replace(item.evidence, text=clean(item.evidence.text))
    options = tuple(map(clean, item.options))
    return replace(item, stem=clean(item.stem), options=options, evidence=evidence)


def _shared_fields(note: Note) -> dict[str, str]:
    article = note.article
    return {
        "Explanation": "" if _quotes(note.item) else _plain(note.item.explanation),
        "Source": _plain(article.title or article.source),
        "Link": _link(article),
        "Item": escape(clean(note.item.id)),
    }


def _data(note: Note, *also: str) -> dict[str, str]:
    """What the fields do not tell, as JSON; of `also` what this kind of note has no field for."""
    item, article = note.item, note.article
    values = {
        "article": article.id,
        "source": article.source if _link(article) == "" else "",
        "published": article.published,
        "language": article.language,
        "start": item.evidence.start,
        "type": item.answer_type.value,
        "explanation": item.explanation if _quotes(item) else "",
        "difficulty": item.difficulty,
        "score": item.score,
        "key": item.key,
        "options": item.options if "options" in also else (),
        "evidence": item.evidence.text if "evidence" in also else "",
    }
    told = {name: value for name, value in values.items() if value not in ("", None, ())}
    return {DATA: _plain(json.dumps(told, separators=(",", ":")))}


def _quotes(item: Item) -> bool:
    """Whether the explanation tells the evidence, which stands in a field of its own."""
    return item.evidence.text != "" and item.evidence.text in item.explanation


def _link(article: Article) -> str:
    linked = article.source.startswith(("http://", "https://"))
    return escape(clean(article.source)) if linked else ""


def _required(item: Item, what: str, text: str) -> str:
    plain = _plain(text)
    if not plain:
        raise FormatError(f"item {item.id}", f"has an empty {what}")
    return plain


def _plain(text: str) -> str:
    return _escaped(clean(text))


def _escaped(text: str) -> str:
    """`text` as HTML that Anki shows letter for letter."""
    entities = _ANKI_SYNTAX.sub(_entities, escape(text, quote=False))
    return _MATHJAX.sub(_WORD_JOINER, entities)


def _entities(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in found[0])


@dataclass(frozen=True, slots=True)
class _TimedNote:
    """A genanki note that is written with its own time instead of the package's."""

    note: genanki.Note
    modified: int

    @property
    def model(self) -> genanki.Model:
        return self.note.model

    def write_to_db(self, cursor: Cursor, _: float, deck_id: int, ids: Iterator[int]) -> None:
        self.note.write_to_db(cursor, self.modified, deck_id, ids)


def _anki_note(kind: NoteKind, note: Note, fields: dict[str, str], *, position: int) -> _TimedNote:
    model = note_type(kind)
    names = [field["name"] for field in model.fields]
    written = genanki.Note(
        model=model,
        fields=[fields.get(name, "") for name in names],
        guid=guid(note.item.id, kind),
        tags=_tags(note),
        due=position,
    )
    return _TimedNote(written, _seconds(note.updated_at))


def _seconds(time: datetime) -> int:
    if time.tzinfo is None:
        message = "an item's time must name its time zone"
        raise ValueError(message)
    return int(time.timestamp())


def _tags(note: Note) -> list[str]:
    """Tags as Anki takes them; `::` makes a hierarchy, white space is not allowed."""
    wanted = (*note.tags, f"type::{note.item.answer_type}")
    slugs = ("::".join(filter(None, map(_slug, tag.split("::")))) for tag in wanted)
    return sorted(set(filter(None, slugs)))


def _slug(text: str) -> str:
    return _NOT_IN_TAG.sub("-", clean(text)).strip("-")


def _deck_name(name: str) -> str:
    plain = " ".join(clean(name).split())
    if not plain:
        raise FormatError("the deck", "has no name")
    return plain


def _deck_id(name: str) -> int:
    """Any number that is not one of Anki's own: the importer goes by the name."""
    return (1 << 30) + int.from_bytes(sha256(name.encode()).digest()[:3])


def _database(deck: genanki.Deck) -> bytes:
    """The collection, made in memory: genanki's own way leaves a temporary file behind."""
    first_id = min((note.modified for note in deck.notes), default=0) * 1000
    connection = sqlite3.connect(":memory:")
    try:
        genanki.Package(deck).write_to_db(
            connection.cursor(), REVISED.timestamp(), count(max(first_id, 1))
        )
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _zip(database: bytes) -> bytes:
    """Members with a fixed time, so that the same deck is the same file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (("collection.anki2", database), ("media", b"{}")):
            member = zipfile.ZipInfo(name, _ZIP_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data)
    return buffer.getvalue()
