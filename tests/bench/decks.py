"""Decks of fifty thousand items, beside genanki alone; and such a deck read."""

import re
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache, partial
from itertools import groupby
from multiprocessing import get_context
from pathlib import Path

import genanki
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from questions import AnswerType, Article, Evidence, Generated, Item, cards
from questions.formats import anki, registry
from questions.formats.notes import Note, fields
from questions.formats.notetypes import FIELDS, NoteKind, note_type
from quizapp.assessment.exporting import Selection
from quizapp.store import Base, articles, exports
from tests.bench.measuring import Measure, worked

ARTICLES, EACH = 500, 100
SENTENCE = "In month {n} of its account the harbor office of Vellmouth counted {ships} ships."
NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
BASIC = genanki.Model(
    1763827299,
    "Basic",
    fields=[{"name": "Front"}, {"name": "Back"}],
    templates=[{"name": "Card", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr>{{Back}}"}],
)
Ready = tuple[str, str, list[str], Sequence[str]]
"""The deck, item, fields and tags of a note."""


def of_decks() -> Iterator[Measure]:
    """Time of the processor and memory for a deck of each kind, and for reading questions.

    What is hidden in clozes is found when an item is stored, and so it is timed by itself.
    """
    items = [note(n) for n in range(ARTICLES * EACH)]
    gaps = worked(lambda: [cards.cloze(each.item, each.article) for each in items], times=3)
    yield Measure(f"{len(items):,} items: what is hidden in their clozes", gaps, "s")
    notes = [replace(each, cloze=cards.cloze(each.item, each.article)) for each in items]
    for kind in NoteKind:
        ready = [_ready(each, kind) for each in notes]
        alone = worked(partial(bare, ready, kind), times=3)
        ours = worked(partial(anki.package, "", notes, kinds=(kind,)), times=3)
        name = f"{len(notes):,} items: {kind} deck"
        yield Measure(name, ours, "s")
        yield Measure(f"{name} against genanki", ours / alone, "×", 1.3)
    yield from _of_bank(items)
    if Path("/proc/self/status").exists():
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as apart:
            yield Measure("memory for such a deck", apart.submit(weight).result(), "MB", 200)
    yield from _of_reading()


def _of_bank(notes: Sequence[Note]) -> Iterator[Measure]:
    """The same decks with all that it takes to find their items in a database."""
    about = {each.article.id: each.article for each in notes}
    items = groupby(notes, key=lambda each: each.article.id)
    found = [Generated(about[name], tuple(each.item for each in group)) for name, group in items]
    engine = create_engine("sqlite://")
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        articles.save_all(session, found, now=NOW)
        session.expunge_all()
        for kind in NoteKind:
            spent = worked(partial(_exported, session, kind), times=3)
            yield Measure(f"{len(notes):,} items of a bank: {kind} deck", spent, "s")


def _exported(session: Session, kind: NoteKind) -> None:
    exports.deck(session, exports.parts(session, Selection()), (kind,))
    session.expunge_all()


def _of_reading() -> Iterator[Measure]:
    """Questions that are answered by years, each of which gets the answers of others."""
    for size in (12_500, 50_000):
        deck = years(size)
        spent = worked(partial(registry.read, deck, "years.apkg"), times=1)
        yield Measure(
            f"a deck of {size:,} years read, for each 1,000", 1_000_000 * spent / size, "ms"
        )


def note(n: int) -> Note:
    """An item of an article that has a hundred."""
    about, key = article(n // EACH), 100 + n % EACH
    said = SENTENCE.format(n=n, ships=key)
    start = about.text.index(said)
    item = Item(
        id=f"{n:016x}",
        stem=f"How many ships did the harbor office of Vellmouth count in month {n}?",
        options=tuple(str(key + more) for more in (-20, -10, 0, 10)),
        key=2,
        answer_type=AnswerType.NUMBER,
        evidence=Evidence(start, start + len(said), said),
        explanation=f"The article says: “{said}”",
        difficulty=0.4,
        score=0.9,
    )
    tags = ("quizapp", f"quiz::ships-{n // EACH}", "difficulty::medium")
    return Note(item, about, NOW + timedelta(seconds=n), tags, about.title)


@cache
def article(number: int) -> Article:
    """An article with a sentence for each of its items."""
    months = range(number * EACH, (number + 1) * EACH)
    text = " ".join(SENTENCE.format(n=n, ships=100 + n % EACH) for n in months)
    title = f"Ships of Vellmouth {number}"
    return Article(f"{number:064}", title, text, "https://example.org/ships")


def _ready(note: Note, kind: NoteKind) -> Ready:
    found = fields(kind, note)
    values = [found.get(name, "") for name in FIELDS[kind]]
    return note.deck, note.item.id, values, (*note.tags, f"type::{note.item.answer_type}")


def bare(ready: Sequence[Ready], kind: NoteKind) -> None:
    """The same notes by genanki alone, which is given their fields."""
    decks: dict[str, genanki.Deck] = {}
    for name, item, values, tags in ready:
        deck = decks.setdefault(name, genanki.Deck((1 << 41) + len(decks), name))
        guid = genanki.guid_for("quizapp", kind, item)
        deck.add_note(genanki.Note(note_type(kind), values, guid=guid, tags=tags))
    _write(list(decks.values()))


def years(size: int) -> bytes:
    """A deck as others write it: questions that some thousand years answer."""
    deck = genanki.Deck(1 << 41, "Years")
    for n in range(size):
        asked = [
            f"When did the ship {n} of Vellmouth sink off cape {n % 997}?",
            f"{1000 + n % 991}",
        ]
        deck.add_note(genanki.Note(BASIC, asked))
    return _write([deck])


def _write(decks: list[genanki.Deck]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        genanki.Package(decks).write_to_file(Path(folder) / "deck.apkg")
        return (Path(folder) / "deck.apkg").read_bytes()


def weight() -> float:
    """Megabytes that are held at most while a deck is made, besides its items."""
    notes = [note(n) for n in range(ARTICLES * EACH)]
    before = _most()
    anki.package("", notes)
    return _most() - before


def _most() -> float:
    """The most memory of this process; what `resource` tells is that of its parent as well."""
    status = Path("/proc/self/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+)", status)[0]) / 1024
