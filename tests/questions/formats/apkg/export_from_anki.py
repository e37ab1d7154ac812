"""Run by a Python that has the `anki` package: fill a collection, write it in every format."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from anki.collection import Collection, ExportAnkiPackageOptions
from anki.import_export_pb2 import ImportAnkiPackageRequest

CAPITALS = {"France": "Paris", "Spain": "Madrid", "Italy": "Rome", "Norway": "Oslo", "Peru": "Lima"}


def main(target: str, picture: str, *imported: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        if imported:
            request = ImportAnkiPackageRequest(package_path=imported[0])
            collection.import_anki_package(request)
        else:
            fill(collection, Path(picture))
        export(collection, Path(target))
        collection.close()


def fill(collection: Any, picture: Path) -> None:
    deck = collection.decks.id("Geography::Capitals")
    name = collection.media.write_data("town map.png", picture.read_bytes())
    for country, town in CAPITALS.items():
        front = f"What is the capital of <b>{country}</b>?"
        add(collection, deck, "Basic", Front=front, Back=town)
    add(collection, deck, "Basic", Front=f'Where is this? <img src="{name}">', Back="Bergen")
    add(collection, deck, "Basic (and reversed card)", Front="dog", Back="Hund")
    add(collection, deck, "Basic (type in the answer)", Front="7 × 8 = ?", Back="56")
    text = "{{c1::Canberra}} was founded in {{c2::1913::year}}."
    add(collection, deck, "Cloze", Text=text, **{"Back Extra": "On <i>12 March</i>."})


def add(collection: Any, deck: int, kind: str, **fields: str) -> None:
    note = collection.new_note(collection.models.by_name(kind))
    for name, value in fields.items():
        note[name] = value
    collection.add_note(note, deck)


def export(collection: Any, target: Path) -> None:
    for name, legacy in (("latest", False), ("legacy", True)):
        options = ExportAnkiPackageOptions(with_media=True, legacy=legacy)
        path = str(target / f"{name}.apkg")
        collection.export_anki_package(out_path=path, limit=None, options=options)
    collection.export_collection_package(
        str(target / "whole.colpkg"), include_media=True, legacy=False
    )


main(*sys.argv[1:])
