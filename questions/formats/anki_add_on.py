"""A text that Anki imports for its add-on Multiple Choice for Anki."""

import csv
import io
from collections.abc import Iterator, Sequence

from questions.errors import FormatError
from questions.explanations import repeats_evidence
from questions.formats import anki
from questions.formats.notes import plain
from questions.formats.reading import beginning
from questions.formats.writing import in_line, level
from questions.items import Article, Generated, Item, ItemKind

OPTIONS = 5
"""Fields that the add-on has for options."""

_SINGLE = "2"
_KIND = "multiple choice add-on"
_NOTETYPE = "#notetype:AllInOne (kprim, mc, sc)"
_HEAD = (
    "#separator:tab", "#html:true", _NOTETYPE,
    "#tags column:1", "#deck column:2", "#guid column:3",
)  # fmt: skip


def dumps(found: Sequence[Generated]) -> str:
    """One line for each item with options, in the order of the add-on's fields.

    Raises FormatError where there is none.
    """
    rows = [_row(i, each.article) for each in found for i in each.items if _has_options(i)]
    if not rows:
        raise FormatError("the items", "are flashcards without options, which the add-on needs")
    text = io.StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(rows)
    return "".join(f"{line}\n" for line in _HEAD) + text.getvalue()


def detect(data: bytes) -> bool:
    """Whether it names the add-on's kind of note, as `dumps` does."""
    return _NOTETYPE in beginning(data, 500).splitlines()


def _has_options(item: Item) -> bool:
    return item.kind is not ItemKind.FLASHCARD


def _row(item: Item, article: Article) -> tuple[str, ...]:
    options = tuple(_options(item))
    right = " ".join("1" if option == item.options[item.key] else "0" for option in options)
    told = (item.evidence.text, "" if repeats_evidence(item) else item.explanation)
    return (
        f"quizapp type::{item.answer_type} difficulty::{level(item.difficulty)}",
        in_line(article.title),
        anki.guid(item.id, _KIND),
        *(_line(item.stem), "", _SINGLE),
        *(_line(option) for option in options),
        *[""] * (OPTIONS - len(options)),
        *(
            right,
            _line(article.source or article.title),
            "<br>".join(map(_line, filter(None, told))),
        ),
    )


def _options(item: Item) -> Iterator[str]:
    """As many as there is room for, the key among them."""
    wrong = [place for place in range(len(item.options)) if place != item.key][: OPTIONS - 1]
    yield from (item.options[place] for place in sorted((*wrong, item.key)))


def _line(text: str) -> str:
    return plain(text).replace("\n", "<br>").replace("\t", " ")
