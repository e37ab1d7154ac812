"""Run by a Python that has the `anki` package, in a process of its own: import decks, report."""

import json
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki import import_export_pb2 as messages
from anki.collection import Collection


def main(old: str, new: str, other: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        report: dict[str, Any] = {"first": add(collection, old)}
        before = review(collection)
        note_id = edit(collection)
        report["second"] = add(collection, new)
        report["scheduling_kept"] = before == schedule(collection)
        report["own_edit_kept"] = collection.get_note(note_id)["Explanation"] == "My own words"
        report |= contents(collection) | {"third": add(collection, other)}
        report["notes"] = collection.note_count()
        report["decks"] = sorted(d.name for d in collection.decks.all_names_and_ids() if d.id != 1)
        told, sound = collection.fix_integrity()
        report["problems"] = "" if sound else told
        collection.close()
    print(json.dumps(report))  # noqa: T201 - the report of this program


def add(collection: Any, path: str) -> dict[str, int]:
    request = messages.ImportAnkiPackageRequest(package_path=path)
    log = collection.import_anki_package(request).log
    counts = {name: len(getattr(log, name)) for name in ("new", "updated", "conflicting")}
    return {"found": log.found_notes} | counts


def review(collection: Any) -> list[Any]:
    collection.decks.select(collection.decks.id("Bridges"))
    for _ in range(4):
        card = collection.sched.getCard()
        card.start_timer()
        collection.sched.answerCard(card, 4)
    return schedule(collection)


def schedule(collection: Any) -> list[Any]:
    return list(collection.db.all("select id, type, queue, due, ivl, reps from cards order by id"))


def edit(collection: Any) -> int:
    """The user's own words in a note that is not edited on our side."""
    note_id = int(collection.find_notes("Item:item-5")[0])
    note = collection.get_note(note_id)
    note["Explanation"] = "My own words"
    note.add_tag("my-own")
    collection.update_note(note)
    return note_id


def contents(collection: Any) -> dict[str, Any]:
    cards = [collection.get_card(card_id) for card_id in collection.find_cards("")]
    return {
        "cards": [rendered(collection, card) for card in cards],
        "stems": [card.note()["Question"] for card in cards if "Evidence" in card.note()],
        "tags": tags(collection),
        "cards_per_note": collection.db.list("select distinct count() from cards group by nid"),
        "empty_cards": len(collection.get_empty_cards().notes),
    }


def tags(collection: Any) -> dict[str, list[str]]:
    """Tags of the first note of each item."""
    notes = map(collection.get_note, reversed(collection.find_notes("")))
    return {note["Item"]: sorted(note.tags) for note in notes}


def rendered(collection: Any, card: Any) -> dict[str, str]:
    output = card.render_output()
    return {
        "kind": card.note_type()["name"],
        "front": text(collection, output.question_text),
        "back": text(collection, output.answer_text),
    }


def text(collection: Any, markup: str) -> str:
    without_code = re.sub(r"(?s)<(script|style)>.*?</\1>", " ", markup)
    return str(
        collection._backend.html_to_text_line(text=without_code, preserve_media_filenames=True)
    )


main(*sys.argv[1:])
