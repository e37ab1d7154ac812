"""Items as rows under named columns: those that are written, and those that are understood."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_uppercase

from questions.errors import FormatError
from questions.formats.drafts import Draft, Section
from questions.formats.json import MOST_OPTIONS
from questions.formats.reading import Problem
from questions.formats.writing import difficulty, in_line, visible
from questions.items import AnswerType, Article, Generated, Item

LETTERS = ascii_uppercase[:MOST_OPTIONS]
COLUMNS = (
    "id", "stem", *(f"option {letter}" for letter in LETTERS), "key", "explanation", "evidence",
    "answer type", "difficulty", "score", "title", "source",
)  # fmt: skip

WIDEST = 60
"""Columns that are looked at."""
ROWS = 50_000
"""Rows that are looked at, most of which are empty where there are so many."""

_KNOWN = {
    "id": ("id", "identifier"),
    "stem": ("stem", "question", "question text", "prompt", "front"),
    "key": ("key", "correct", "correct answer", "correct answers", "correct option", "answer",
            "right answer", "back"),
    "explanation": ("explanation", "feedback", "rationale"),
    "evidence": ("evidence",),
    "answer type": ("answer type",),
    "difficulty": ("difficulty",),
    "score": ("score",),
    "title": ("title", "article", "category", "topic", "quiz"),
    "source": ("source",),
}  # fmt: skip
_NAMES = {alias: name for name, aliases in _KNOWN.items() for alias in aliases}
_OPTION = re.compile(r"(?:option|answer|choice|distractor)?\s*([a-f1-6])")
_HEADER_WITHIN = 20
_LONGEST_NAME = 200
_EXPLAINED = re.compile(r" [-–] |\(")
_LETTER = re.compile(r"[A-Fa-f]")
_NUMBERS = re.compile(r"[1-6](?:\s*[,;]\s*[1-6])*")

Row = tuple[str, Sequence[str]]
"""The place of a row and its cells."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where what stands; `numbered` says that the right options are told by their numbers."""

    named: dict[str, int]
    options: tuple[int, ...]
    numbered: bool


def cells(generated: Generated) -> Iterator[tuple[str | float, ...]]:
    """A row for each item, as `COLUMNS` has them."""
    for item in map(visible, generated.items):
        yield _cells(item, generated.article)


def parts(rows: Iterable[Row]) -> Iterator[Draft | Problem]:
    """What is under the header, which is one of the first rows; raises FormatError without one."""
    numbered = iter(rows)
    columns = _header(numbered)
    for count, (place, row) in enumerate(numbered):
        if count == ROWS:
            raise FormatError("the file", f"has more than {ROWS:,} rows; split it")
        if any(cell.strip() for cell in row):
            yield _draft(place, row, columns)


def header(row: Sequence[str]) -> Columns | None:
    """The columns where a row names a stem and a key, or None."""
    names = [_column(cell) for cell in row]
    named = {_NAMES[name]: i for i, name in reversed(list(enumerate(names))) if name in _NAMES}
    options = {m[1]: i for i, name in enumerate(names) if (m := _OPTION.fullmatch(name))}
    if not {"stem", "key"} <= named.keys():
        return None
    numbered = names[named["key"]] != "key" and "1" in options
    return Columns(named, tuple(options[each] for each in sorted(options)), numbered)


def _column(cell: str) -> str:
    """The name of a column without what explains it: 'Answer 1 - max 75 characters'."""
    words = " ".join(cell.strip()[:_LONGEST_NAME].lower().split())
    return _EXPLAINED.split(words)[0].strip()


def _cells(item: Item, article: Article) -> tuple[str | float, ...]:
    blank = [""] * (MOST_OPTIONS - len(item.options))
    return (
        in_line(item.id), item.stem, *item.options, *blank, LETTERS[item.key], item.explanation,
        item.evidence.text, item.answer_type.value, item.difficulty, item.score,
        in_line(article.title), in_line(article.source),
    )  # fmt: skip


def _header(rows: Iterator[Row]) -> Columns:
    for number, (_, row) in enumerate(rows, 1):
        if columns := header(row):
            return columns
        if number == _HEADER_WITHIN:
            break
    raise FormatError("the first rows", "name no columns “stem” and “key”, or “question”, “answer”")


def _draft(place: str, row: Sequence[str], columns: Columns) -> Draft:
    def cell(name: str) -> str:
        return _cell(row, columns.named.get(name, len(row)))

    key = cell("key").strip()
    options = tuple(filter(None, (_cell(row, place) for place in columns.options)))
    kind = cell("answer type").strip().lower()
    return Draft(
        place,
        cell("stem"),
        options if options or columns.options else tuple(filter(None, (key,))),
        _right(key, options, numbered=columns.numbered),
        cell("explanation"),
        cell("evidence"),
        id=cell("id"),
        answer_type=AnswerType(kind) if kind in set(AnswerType) else None,
        difficulty=_share(cell("difficulty")),
        score=_share(cell("score")),
        section=Section(cell("title"), cell("source")),
    )


def _cell(row: Sequence[str], index: int) -> str:
    return row[index] if index < len(row) else ""


def _right(key: str, options: Sequence[str], *, numbered: bool) -> tuple[int, ...]:
    """By letter or number, as the columns are named, or by the text of the option."""
    if not options:
        return (0,)
    if numbered and _NUMBERS.fullmatch(key):
        return tuple(n for n in (int(d) - 1 for d in re.findall(r"\d", key)) if n < len(options))
    if not numbered and _LETTER.fullmatch(key):
        index = LETTERS.index(key.upper())
        return (index,) if index < len(options) else ()
    same = tuple(i for i, option in enumerate(options) if option.strip().lower() == key.lower())
    return same or (_right(key, options, numbered=True) if not numbered else ())


def _share(text: str) -> float | None:
    try:
        value = float(text)
    except ValueError:
        return difficulty(text.strip().lower())
    return value if 0 <= value <= 1 else None
