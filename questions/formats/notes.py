"""An item as the fields of an Anki note."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from html import escape
from typing import assert_never

from questions import cards
from questions.documents import clean
from questions.errors import FormatError
from questions.explanations import repeats_evidence
from questions.formats.notetypes import CLOZE_EVIDENCE, DATA, OPTIONS, NoteKind
from questions.items import Article, Item, ItemKind
from questions.media import MARK

# What Anki would read as its own: cloze braces and colons, sound and LaTeX brackets.
_ANKI_SYNTAX = re.compile(r"[{}]|::+|\[(?=sound:|anki:|latex\]|\$)")
_MATHJAX = re.compile(r"(?<=\\)(?=[(\[])")
_SPECIAL = re.compile(r"[&<>{}\\]")
_BRACKET = re.compile(r"\[[a-z$]")
_WORD_JOINER = "\u2060"


@dataclass(frozen=True, slots=True)
class Note:
    """An item as it goes into a deck; `updated_at` is aware and later only if the item changed.

    Anki replaces what the user has by what is newer, so a time that moves without a change
    overwrites the user's own edits, and one that stays hides ours. `deck` is a part of the deck,
    which Anki shows as a deck beneath it. A `cloze` that is known need not be found again.
    """

    item: Item
    article: Article
    updated_at: datetime
    tags: Sequence[str] = ()
    deck: str = ""
    cloze: cards.Cloze | None = None


def possible(kinds: Sequence[NoteKind], item: Item) -> Sequence[NoteKind]:
    """The kinds that were asked for, a plain question where there are no options."""
    if item.kind is not ItemKind.FLASHCARD:
        return kinds
    swapped = (NoteKind.QUESTION if k is NoteKind.MULTIPLE_CHOICE else k for k in kinds)
    return tuple(dict.fromkeys(swapped))


def fields(kind: NoteKind, note: Note) -> dict[str, str]:
    """Fields by their names; raises FormatError where one that must not be empty is."""
    match kind:
        case NoteKind.MULTIPLE_CHOICE:
            return _question_fields(note) | _option_fields(note.item) | _data(note)
        case NoteKind.QUESTION:
            return _question_fields(note) | _data(note, "options")
        case NoteKind.CLOZE:
            return _cloze_fields(note) | _data(note, "options", "evidence")
        case _:
            assert_never(kind)


def plain(text: str) -> str:
    """`text` as HTML that Anki shows letter for letter, pictures and sounds as Anki's own."""
    return escaped(clean(text))


def _is_plain(text: str) -> bool:
    """Whether a text is its own HTML; one pattern for all of this would take thrice as long."""
    if not text.isprintable() or "::" in text or _SPECIAL.search(text):
        return False
    return "[" not in text or not _BRACKET.search(text)


def escaped(text: str) -> str:
    """The same, spaces at its ends and all."""
    if _is_plain(text):
        return text
    marks = list(MARK.finditer(text))
    if not marks:
        return _escaped(text)
    parts, at = [], 0
    for mark in marks:
        parts += [_escaped(text[at : mark.start()]), _as_anki_has_it(mark)]
        at = mark.end()
    return "".join((*parts, _escaped(text[at:])))


def _escaped(text: str) -> str:
    entities = _ANKI_SYNTAX.sub(_entities, escape(text, quote=False))
    return _MATHJAX.sub(_WORD_JOINER, entities)


def _entities(found: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in found[0])


def _as_anki_has_it(mark: re.Match[str]) -> str:
    name = mark["name"]
    return f'<img src="{name}">' if mark["what"] == "image" else f"[sound:{name}]"


def _question_fields(note: Note) -> dict[str, str]:
    item = note.item
    return _shared_fields(note) | {
        "Question": _required(item, "stem", item.stem),
        "Answer": _required(item, "key", item.options[item.key]),
        "Evidence": plain(item.evidence.text),
    }


def _option_fields(item: Item) -> dict[str, str]:
    if len(item.options) > len(OPTIONS):
        raise FormatError(f"item {item.id}", f"has more than {len(OPTIONS)} options")
    options = (_required(item, "option", option) for option in item.options)
    # Options of these types stand in their natural order, where people look for them.
    shuffle = "" if item.answer_type.in_sequence else "yes"
    return dict(zip(OPTIONS, options, strict=False)) | {"Shuffle": shuffle}


def _cloze_fields(note: Note) -> dict[str, str]:
    """What proves the key with every mention of it hidden, or one of them would give it away."""
    item = note.item
    question = {
        "Question": _required(item, "stem", item.stem),
        "Answer": _required(item, "key", item.options[item.key]),
    }
    parts = list((note.cloze or cards.cloze(item, note.article)).parts)
    whole = clean(item.evidence.text) in "".join(parts)
    parts[::2] = [escaped(part) for part in parts[::2]]
    parts[1::2] = [f"{{{{c1::{escaped(mention)}}}}}" for mention in parts[1::2]]
    evidence = "" if whole else plain(item.evidence.text)
    return _shared_fields(note) | question | {"Text": "".join(parts), CLOZE_EVIDENCE: evidence}


def _shared_fields(note: Note) -> dict[str, str]:
    article = note.article
    return {
        "Explanation": "" if repeats_evidence(note.item) else plain(note.item.explanation),
        "Source": plain(article.title or article.source),
        "Link": _link(article.source),
        "Item": plain(note.item.id),
    }


def _data(note: Note, *also: str) -> dict[str, str]:
    """What the fields do not tell, as JSON; of `also` what this kind of note has no field for.

    The braces around it stay out: Anki might take them for its own.
    """
    item = note.item
    told: dict[str, object] = {
        "start": item.evidence.start,
        "type": item.answer_type.value,
        "difficulty": item.difficulty,
        "score": item.score,
        "key": item.key,
    }
    if "options" in also:
        told["options"] = item.options
    if "evidence" in also:
        told["evidence"] = item.evidence.text
    if repeats_evidence(item):
        told["explanation"] = item.explanation
    readable = _READABLE(told)
    written = readable if _is_plain(readable[1:-1]) else _JSON(told)
    return {DATA: plain(f"{_told_of(note.article)},{written[1:-1]}")}


_JSON = json.JSONEncoder(separators=(",", ":")).encode
_READABLE = json.JSONEncoder(separators=(",", ":"), ensure_ascii=False).encode


def _told_of(article: Article) -> str:
    source = "" if _link(article.source) else article.source
    return _as_json(article.id, source, article.published, article.language)


@lru_cache(maxsize=1000)
def _as_json(digest: str, source: str, published: str | None, language: str) -> str:
    told = {"article": digest, "source": source, "published": published, "language": language}
    return _JSON({name: value for name, value in told.items() if value})[1:-1]


@lru_cache(maxsize=1000)
def _link(source: str) -> str:
    return escape(clean(source)) if source.startswith(("http://", "https://")) else ""


def _required(item: Item, what: str, text: str) -> str:
    written = plain(text)
    if not written:
        raise FormatError(f"item {item.id}", f"has an empty {what}")
    return written
