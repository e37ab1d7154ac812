"""Decks that the real Anki has written."""

import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from questions import AnswerType, ItemKind
from questions.errors import FormatError
from questions.formats import anki, registry
from questions.formats.notetypes import NoteKind
from tests.questions.formats.apkg.packages import PNG
from tests.questions.formats.notes import make_note
from tests.questions.formats.test_in_anki import ANKI_PYTHON, TEXT_WITH_EVERYTHING, needs_anki

PROGRAM = Path(__file__).with_name("export_from_anki.py")
FORMATS = ("latest.apkg", "legacy.apkg")

pytestmark = needs_anki


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return run(tmp_path_factory.mktemp("exported"))


def run(folder: Path, *decks: Path) -> Path:
    (folder / "picture.png").write_bytes(PNG)
    command = [ANKI_PYTHON, PROGRAM, folder, folder / "picture.png", *decks]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_every_note_becomes_something(exported: Path, name: str) -> None:
    reading = registry.read((exported / name).read_bytes(), name)
    (found,) = reading.found
    assert found.article.title == "Geography: Capitals"
    items = {item.stem: item for item in found.items}
    assert len(items) == len(reading.fates) == 11
    assert reading.problems == ()
    capital = items["What is the capital of Norway?"]
    assert (capital.answer_type, capital.kind) == (AnswerType.PLACE, ItemKind.MULTIPLE_CHOICE)
    assert items["dog"].options == ("Hund",)
    assert items["Hund"].options == ("dog",)
    assert items["7 × 8 = ?"].options == ("56",)
    assert items["_____ was founded in 1913."].explanation == "On 12 March."
    assert "Canberra was founded in _____ (year)." in items
    (media,) = reading.media
    assert media.data == PNG
    assert f"Where is this? {media.mark}" in items


def test_both_formats_tell_the_same(exported: Path) -> None:
    one, other = (registry.read((exported / name).read_bytes(), "x") for name in FORMATS)
    assert one == other


def test_a_whole_collection_is_refused(exported: Path) -> None:
    with pytest.raises(FormatError, match="is a whole collection"):
        registry.read((exported / "whole.colpkg").read_bytes(), "whole.colpkg")


@pytest.mark.parametrize("kind", NoteKind)
def test_a_deck_of_ours_comes_back_through_anki_as_it_was(kind: NoteKind, tmp_path: Path) -> None:
    key = "Ralph <b> & {{c1::x}} [sound:a.mp3] “Zoë” \\(x\\) Freeman"
    text = replace(make_note().article, text=TEXT_WITH_EVERYTHING)
    evidence = replace(make_note().item.evidence, start=0, end=99, text=TEXT_WITH_EVERYTHING)
    note = make_note(options=("Ada", key), key=1, evidence=evidence, difficulty=0.25, score=0.75)
    (tmp_path / "ours.apkg").write_bytes(
        anki.package("B", [replace(note, article=text)], kinds=[kind])
    )
    run(tmp_path, tmp_path / "ours.apkg")
    for name in FORMATS:
        (found,) = registry.read((tmp_path / name).read_bytes(), name).found
        (item,) = found.items
        assert replace(item, evidence=note.item.evidence) == note.item
        assert item.evidence.text == TEXT_WITH_EVERYTHING
        assert found.article.text == TEXT_WITH_EVERYTHING
