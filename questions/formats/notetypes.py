"""The Anki note types: fields that never change, templates and looks that may."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from importlib import resources

import genanki

REVISED = datetime(2026, 11, 26, 9, tzinfo=UTC)
"""Raise this with every change of a template or the style sheet, or Anki keeps the old ones."""

OPTIONS = tuple(f"Option {number}" for number in range(1, 7))

_ABOUT = ("Explanation", "Source", "Link", "Item")
_SPARE = tuple(f"Spare {number}" for number in range(1, 5))


class NoteKind(StrEnum):
    """What one item becomes in a deck."""

    MULTIPLE_CHOICE = "multiple_choice"
    QUESTION = "question"
    CLOZE = "cloze"


def kinds(names: Iterable[str]) -> tuple[NoteKind, ...]:
    """The kinds of these names in their usual order; other names are passed over."""
    wanted = set(names)
    return tuple(kind for kind in NoteKind if kind in wanted)


# A field added, renamed or removed under the same id and Anki never updates a note again.
# Give a spare field a meaning instead, and keep its name.
FIELDS = {
    NoteKind.MULTIPLE_CHOICE: (
        *("Question", "Answer", *OPTIONS, "Shuffle", "Evidence"),
        *(*_ABOUT, *_SPARE),
    ),
    NoteKind.QUESTION: ("Question", "Answer", "Evidence", *_ABOUT, *_SPARE),
    NoteKind.CLOZE: ("Text", "Question", "Answer", *_ABOUT, *_SPARE),
}

CLOZE_EVIDENCE = _SPARE[0]
"""The evidence of a cloze that shows less than all of it."""

DATA = _SPARE[3]
"""What the other fields do not tell of the item, as JSON, so that a deck can be read back."""

MODEL_IDS = {
    NoteKind.MULTIPLE_CHOICE: 1763827201,
    NoteKind.QUESTION: 1763827202,
    NoteKind.CLOZE: 1763827203,
}

_NAMES = {
    NoteKind.MULTIPLE_CHOICE: "quizapp multiple choice",
    NoteKind.QUESTION: "quizapp question and answer",
    NoteKind.CLOZE: "quizapp cloze",
}


@cache
def note_type(kind: NoteKind) -> genanki.Model:
    """One model per kind, the same object each time: genanki works its templates out but once."""
    front, back = (_sheet(kind, side) for side in ("front", "back"))
    return genanki.Model(
        MODEL_IDS[kind],
        _NAMES[kind],
        fields=[{"name": name} for name in FIELDS[kind]],
        templates=[{"name": "Card", "qfmt": front, "afmt": back}],
        css=_part("style.css"),
        model_type=genanki.Model.CLOZE if kind is NoteKind.CLOZE else genanki.Model.FRONT_BACK,
    )


def _sheet(kind: NoteKind, side: str) -> str:
    """A side of the card; the back writes everything anew, since a script must not run twice."""
    sheet = _part(f"{kind}_{side}.html")
    for name in ("options.html", "answer.html", "about.html"):
        sheet = sheet.replace(f"<!-- {name} -->\n", _part(name))
    return sheet.replace("<!-- order.js -->", f"<script>\n{_part('order.js')}</script>")


def _part(name: str) -> str:
    return (resources.files("questions.formats") / "cards" / name).read_text("utf-8")
