from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import Generated, Item, ItemKind
from questions.documents import clean
from questions.errors import FormatError
from questions.formats import anki, apkg
from questions.formats.notes import Note
from questions.formats.notetypes import NoteKind
from tests.make import generated_values, make_article, make_flashcard, make_item
from tests.questions.formats.notes import WHEN, make_note
from tests.questions.formats.test_anki import rows

KINDS = [(kind,) for kind in NoteKind]


def written(found: Generated, *kinds: NoteKind) -> bytes:
    return anki.package("B", [Note(i, found.article, WHEN) for i in found.items], kinds=kinds)


def cleaned(item: Item) -> Item:
    """An item as a deck can hold it: nobody sees what is gone."""
    return replace(
        item,
        id=clean(item.id),
        stem=clean(item.stem),
        options=tuple(map(clean, item.options)),
        explanation=clean(item.explanation),
        evidence=replace(item.evidence, start=0, end=0, text=clean(item.evidence.text)),
    )


@settings(deadline=None, max_examples=60)
@given(generated_values(), st.sampled_from(KINDS))
def test_what_is_written_reads_back(found: Generated, kinds: tuple[NoteKind]) -> None:
    items = [cleaned(item) for item in found.items]
    if len({i.id for i in items}) < len(items) or any(
        len({*i.options}) < len(i.options) for i in items
    ):
        return
    try:
        data = written(found, *kinds)
    except FormatError:
        return
    read = [item for each in apkg.read(data, "b.apkg").found for item in each.items]
    assert [cleaned(item) for item in read] == items


@pytest.mark.parametrize("kinds", [*KINDS, tuple(NoteKind)])
def test_evidence_has_its_place_in_the_passages(kinds: tuple[NoteKind, ...]) -> None:
    text = "It opened in 1932. It is long. It is high."
    article = make_article(text, source="A paper")
    proofs = [(31, 42), (0, 18), (0, 18)]
    items = [
        make_item(
            id=f"item-{n}", evidence=replace(make_item().evidence, start=a, end=b, text=text[a:b])
        )
        for n, (a, b) in enumerate(proofs)
    ]
    (found,) = apkg.read(written(Generated(article, tuple(items)), *kinds), "b.apkg").found
    assert found.article == replace(
        article, text="It opened in 1932.\n\nIt is high.", id=found.article.id
    )
    for item in found.items:
        assert found.article.text[item.evidence.start : item.evidence.end] == item.evidence.text
    assert [item.id for item in found.items] == ["item-0", "item-1", "item-2"]


def test_an_item_in_several_notes_is_read_once() -> None:
    data = anki.package("B", [make_note()], kinds=tuple(NoteKind))
    reading = apkg.read(data, "b.apkg")
    assert reading.size == 1
    assert [fate.became for fate in reading.fates] == ["question", "same", "same"]
    assert reading.fates[1].reason == "the same as note 1"


def test_a_flashcard_stays_one() -> None:
    (found,) = apkg.read(written(Generated(make_article(), (make_flashcard(),))), "b").found or [
        None
    ]
    assert found is None or found.items[0].kind is ItemKind.FLASHCARD


def test_decks_that_are_older_than_their_data_are_read_by_their_fields() -> None:
    note = make_note(updated_at=WHEN + timedelta(days=1), tags=("x",))
    (row,) = rows(anki.package("B", [note]))
    assert '"type":"date"' in row["Spare 4"]
