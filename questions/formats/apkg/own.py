"""Notes that this program has written → the items they were made from, as Anki has them now."""

import html
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import groupby
from typing import Any

from questions.documents import clean
from questions.formats.apkg import clozes, markup
from questions.formats.apkg.collection import Note
from questions.formats.apkg.drafts import LeftOut
from questions.formats.apkg.shelf import Shelf
from questions.formats.notetypes import CLOZE_EVIDENCE, DATA, FIELDS, MODEL_IDS, OPTIONS, NoteKind
from questions.items import AnswerType, Article, Evidence, Generated, Item, ItemKind

_KINDS = {number: kind for kind, number in MODEL_IDS.items()}
_TYPE_TAG = "type::"
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class About:
    """The article that an item was made from, as far as a note tells; `digest` is its id."""

    title: str
    source: str
    published: str | None
    language: str
    digest: str


@dataclass(frozen=True, slots=True)
class Own:
    """An item before its evidence has a place in a text; `start` is where it had one."""

    note: Note
    kind: NoteKind
    about: About
    item: Item
    start: int


def is_own(note: Note) -> bool:
    """Whether the note is of a type of ours, with its fields as they are."""
    kind = _KINDS.get(note.type.id)
    return kind is not None and note.type.fields == FIELDS[kind] and bool(note.fields["Item"])


def read(note: Note, shelf: Shelf) -> Own:
    """The item of a note; raises LeftOut where question or answer were emptied in Anki."""
    fields = {name: _plain(value, shelf) for name, value in note.fields.items()}
    data, kind = _data(fields[DATA]), _KINDS[note.type.id]
    if not fields["Question"] or not fields["Answer"]:
        raise LeftOut("its question or answer is empty")
    options, key = _options(fields, data)
    evidence = fields.get("Evidence", "") or fields.get(CLOZE_EVIDENCE, "")
    if kind is NoteKind.CLOZE:
        evidence = str(data.get("evidence", "")) if data else evidence or _told(note, shelf)
    item = Item(
        id=fields["Item"],
        stem=fields["Question"],
        options=options,
        key=key,
        answer_type=_answer_type(note, data),
        evidence=Evidence(0, len(evidence), evidence),
        explanation=fields["Explanation"] or str(data.get("explanation", "")),
        difficulty=_share(data.get("difficulty")),
        score=_share(data.get("score")),
        kind=ItemKind.MULTIPLE_CHOICE if len(options) > 1 else ItemKind.FLASHCARD,
    )
    start = data.get("start")
    return Own(note, kind, _about(note, fields, data), item, start if isinstance(start, int) else 0)


def generated(owns: Iterable[Own]) -> tuple[Generated, ...]:
    """Each article with its items in their order; its text are the passages that prove them."""
    found: dict[About, list[Own]] = {}
    for own in owns:
        found.setdefault(own.about, []).append(own)
    return tuple(_generated(about, each) for about, each in found.items())


def _generated(about: About, owns: Sequence[Own]) -> Generated:
    in_order = sorted(owns, key=lambda own: (own.start, own.item.evidence.text))
    passages = [text for text, _ in groupby(own.item.evidence.text for own in in_order) if text]
    starts, at = {"": 0}, 0
    for passage in passages:
        starts.setdefault(passage, at)
        at += len(passage) + 2
    text = "\n\n".join(passages) or about.title
    article = Article(
        sha256(text.encode()).hexdigest(), about.title, text,
        about.source, about.published, about.language,
    )  # fmt: skip
    return Generated(article, tuple(_placed(own.item, starts) for own in owns))


def _placed(item: Item, starts: dict[str, int]) -> Item:
    text = item.evidence.text
    start = starts[text]
    return replace(item, evidence=Evidence(start, start + len(text), text))


def _plain(value: str, shelf: Shelf) -> str:
    """What was written, letter for letter, unless Anki's editor has put markup into it."""
    has_media = "[sound:" in value
    return (
        markup.text(value, shelf.mark) if "<" in value or has_media else clean(html.unescape(value))
    )


def _data(written: str) -> dict[str, Any]:
    try:
        found = json.loads(f"{{{written}}}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _options(fields: dict[str, str], data: dict[str, Any]) -> tuple[tuple[str, ...], int]:
    """The options and the key's place; an answer rewritten in Anki is the key's new text."""
    answer, kept = fields["Answer"], data.get("options")
    listed = [fields[name] for name in OPTIONS if fields.get(name)]
    if not listed and isinstance(kept, list) and all(isinstance(o, str) and o for o in kept):
        listed = kept[: len(OPTIONS)]
    key = data.get("key")
    if answer not in listed and isinstance(key, int) and 0 <= key < len(listed):
        listed[key] = answer
    options = tuple(dict.fromkeys(listed))
    return (options, options.index(answer)) if answer in options else ((answer,), 0)


def _answer_type(note: Note, data: dict[str, Any]) -> AnswerType:
    tagged = (tag.removeprefix(_TYPE_TAG) for tag in note.tags if tag.startswith(_TYPE_TAG))
    known = {kind.value: kind for kind in AnswerType}
    named = (str(data.get("type")), *tagged)
    return next((known[name] for name in named if name in known), AnswerType.THING)


def _about(note: Note, fields: dict[str, str], data: dict[str, Any]) -> About:
    published = data.get("published")
    return About(
        str(data.get("title") or "") or fields["Source"] or note.deck or "Anki",
        str(data.get("source") or "") or fields["Link"],
        published if isinstance(published, str) else None,
        str(data.get("language") or "en"),
        str(data.get("article") or ""),
    )


def _told(note: Note, shelf: Shelf) -> str:
    """The text of a cloze with nothing hidden."""
    try:
        parts = clozes.parse(note.fields["Text"])
    except ValueError:
        return ""
    return markup.line(clozes.revealed(parts), shelf.mark)


def _share(value: object) -> float:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if number and isinstance(value, int | float) and 0 <= value <= 1 else _HALF
