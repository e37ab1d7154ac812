import json
import os
import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from questions import AnswerType, Item
from questions.formats.anki import package
from questions.formats.notes import Note
from questions.formats.notetypes import NoteKind
from tests.make import make_article, make_item
from tests.questions.formats.notes import WHEN, evidence, make_note

ALL_KINDS = tuple(NoteKind)
ROOT = Path(__file__).parents[3]
ANKI_PYTHON = Path(os.environ.get("ANKI_PYTHON", ROOT / ".venv-anki/bin/python"))
needs_anki = pytest.mark.skipif(
    not ANKI_PYTHON.exists(),
    reason="no Python with the `anki` package: name one in ANKI_PYTHON, or run .ci/run",
)

TEXT_WITH_EVERYTHING = "Ralph <b> & {{c1::x}} [sound:a.mp3] “Zoë” \\(x\\) Freeman designed it."


@pytest.fixture(scope="module")
def in_anki(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the real Anki says of a deck, then of a newer export of it."""
    folder = tmp_path_factory.mktemp("decks")
    (folder / "old.apkg").write_bytes(package("Bridges", _notes(), kinds=ALL_KINDS))
    (folder / "new.apkg").write_bytes(package("Bridges", _newer(), kinds=ALL_KINDS))
    (folder / "other.apkg").write_bytes(package("Towers", [make_note(id="tower")]))
    program = ROOT / "tests/questions/formats/import_in_anki.py"
    command = [ANKI_PYTHON, program, *(folder / f"{name}.apkg" for name in ("old", "new", "other"))]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _notes() -> list[Note]:
    items = [_item(f"item-{number}", f"Who was number {number}?") for number in range(6)]
    return [Note(item, make_article(), WHEN, ("bridges",)) for item in items]


def _item(item_id: str, stem: str) -> Item:
    return make_item(
        id=item_id,
        stem=stem,
        options=("Ada", "Ralph <b> & {{c1::x}} [sound:a.mp3] “Zoë” \\(x\\) Freeman", "Tim"),
        key=1,
        answer_type=AnswerType.PERSON,
        evidence=evidence(TEXT_WITH_EVERYTHING),
    )


def _newer() -> list[Note]:
    """The first one edited, the next two with another status, and the rest as it was."""
    first, *rest = (replace(note, updated_at=WHEN + timedelta(days=1)) for note in _notes()[:3])
    edited = replace(first, item=replace(first.item, stem="Who was the first?"))
    statuses = zip(rest, ("approved", "retired"), strict=True)
    return [edited, *(replace(n, tags=(*n.tags, s)) for n, s in statuses), *_notes()[3:]]


@needs_anki
def test_anki_takes_every_note_once(in_anki: dict[str, Any]) -> None:
    assert in_anki["first"] == {"found": 18, "new": 18, "updated": 0, "conflicting": 0}
    assert in_anki["cards_per_note"] == [1]
    assert in_anki["empty_cards"] == 0
    assert in_anki["problems"] == ""


@needs_anki
def test_anki_updates_what_changed_and_nothing_else(in_anki: dict[str, Any]) -> None:
    assert in_anki["second"] == {"found": 18, "new": 0, "updated": 9, "conflicting": 0}
    assert in_anki["notes"] == 19
    assert in_anki["stems"].count("Who was the first?") == 2
    assert in_anki["scheduling_kept"]
    assert in_anki["own_edit_kept"]


@needs_anki
def test_a_new_status_arrives_as_a_tag_and_the_users_own_tags_elsewhere_stay(
    in_anki: dict[str, Any],
) -> None:
    always = ["bridges", "type::person"]
    assert in_anki["tags"] == {
        "item-0": always,
        "item-1": ["approved", *always],
        "item-2": ["bridges", "retired", "type::person"],
        "item-3": always,
        "item-4": always,
        "item-5": ["bridges", "my-own", "type::person"],
    }


@needs_anki
def test_a_second_deck_does_not_disturb_the_first(in_anki: dict[str, Any]) -> None:
    assert in_anki["third"] == {"found": 1, "new": 1, "updated": 0, "conflicting": 0}
    assert in_anki["decks"] == ["Bridges", "Towers"]


@needs_anki
def test_anki_shows_text_as_it_was_written(in_anki: dict[str, Any]) -> None:
    for card in in_anki["cards"]:
        assert TEXT_WITH_EVERYTHING in card["back"].replace("\u2060", "")
        assert "Freeman" not in card["front"] or card["kind"] == "quizapp multiple choice"
