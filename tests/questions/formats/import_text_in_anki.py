"""Run by a Python that has the `anki` package: import a text for an add-on twice, report."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki import import_export_pb2 as messages
from anki.collection import Collection

NAME = "AllInOne (kprim, mc, sc)"
FIELDS = [
    *("Question", "Title", "QType (0=kprim,1=mc,2=sc)", "Q_1", "Q_2", "Q_3", "Q_4", "Q_5"),
    *("Answers", "Sources", "Extra 1"),
]


def main(path: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        add_note_type(collection)
        report: dict[str, Any] = {"first": add(collection, path), "second": add(collection, path)}
        report["notes"] = [contents(collection, note) for note in collection.find_notes("")]
        collection.close()
    print(json.dumps(report))  # noqa: T201 - the report of this program


def add_note_type(collection: Any) -> None:
    """The note type as the add-on makes it."""
    kind = collection.models.new(NAME)
    for name in FIELDS:
        collection.models.add_field(kind, collection.models.new_field(name))
    template = collection.models.new_template("Card")
    template["qfmt"], template["afmt"] = "{{Question}}", "{{Answers}}"
    collection.models.add_template(kind, template)
    collection.models.add(kind)


def add(collection: Any, path: str) -> dict[str, int]:
    metadata = collection.get_csv_metadata(path=path, delimiter=None)
    log = collection.import_csv(messages.ImportCsvRequest(path=path, metadata=metadata)).log
    kinds = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck")
    return {kind: len(found) for kind in kinds if (found := getattr(log, kind))}


def contents(collection: Any, note_id: int) -> dict[str, Any]:
    note = collection.get_note(note_id)
    deck = collection.decks.name(note.cards()[0].did)
    return {"guid": note.guid, "tags": note.tags, "deck": deck, "fields": note.fields}


main(*sys.argv[1:])
