"""Notes for the tests of decks."""

from datetime import UTC, datetime
from typing import Any

from questions import Evidence
from questions.formats.notes import Note
from tests.make import make_article, make_item

WHEN = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def make_note(updated_at: datetime = WHEN, tags: tuple[str, ...] = (), **values: Any) -> Note:
    return Note(make_item(**values), make_article(), updated_at, tags)


def evidence(text: str) -> Evidence:
    return Evidence(0, len(text), text)
