"""Run by a Python that has the `anki` package: import a studied deck, go on, export it again."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from anki import import_export_pb2 as messages
from anki.collection import Collection


def main(deck: str, *exports: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(str(Path(folder) / "collection.anki2"))
        collection.set_config("fsrs", True)
        add(collection, deck)
        report = {"cards": cards(collection), "reviews": reviews(collection)}
        told, sound = collection.fix_integrity()
        report["problems"] = "" if sound else told
        answer(collection)
        for legacy, path in zip((True, False), exports, strict=True):
            export(collection, path, legacy=legacy)
        report["today"] = collection.sched.today
        report["again"] = {"cards": cards(collection), "reviews": reviews(collection)}
        collection.close()
    print(json.dumps(report))  # noqa: T201 - the report of this program


def add(collection: Any, path: str) -> None:
    options = messages.ImportAnkiPackageOptions(with_scheduling=True)
    request = messages.ImportAnkiPackageRequest(package_path=path, options=options)
    collection.import_anki_package(request)


def cards(collection: Any) -> dict[str, Any]:
    return {
        card.note()["Item"]: {
            "type": card.type,
            "queue": card.queue,
            "in": card.due - (collection.sched.today if card.type == 2 else 0),
            "interval": card.ivl,
            "ease": card.factor,
            "reviews": card.reps,
            "lapses": card.lapses,
            "left": card.left,
            "stability": card.memory_state.stability if card.memory_state else None,
            "difficulty": card.memory_state.difficulty if card.memory_state else None,
        }
        for card in map(collection.get_card, collection.find_cards(""))
    }


def reviews(collection: Any) -> list[Any]:
    query = "select id, ease, ivl, lastIvl, factor, time, type from revlog order by id"
    return list(collection.db.all(query))


def answer(collection: Any) -> None:
    """What is due in Anki, rated good."""
    collection.decks.select(collection.decks.id("Bridges"))
    card = collection.sched.getCard()
    card.start_timer()
    collection.sched.answerCard(card, 3)


def export(collection: Any, path: str, *, legacy: bool) -> None:
    options = messages.ExportAnkiPackageOptions(
        with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy
    )
    whole = messages.ExportLimit(deck_id=collection.decks.id("Bridges"))
    collection._backend.export_anki_package(out_path=path, options=options, limit=whole)


main(*sys.argv[1:])
