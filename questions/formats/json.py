"""The project's own JSON, schema quizapp.items/1: everything an article's items carry."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Concatenate, NoReturn

from questions.documents import clean
from questions.errors import FormatError
from questions.formats import positions
from questions.formats.positions import Path
from questions.formats.reading import Problem, Reading, beginning, decoded
from questions.items import AnswerType, Article, Evidence, Generated, Item, ItemKind

SCHEMA = "quizapp.items/1"

MOST_OPTIONS = 6
"""Anki's notes have fields for no more."""

_START = re.compile(r"\s*(?:\{|\[\s*[{\]])")


def dumps(generated: Generated | Sequence[Generated]) -> str:
    """One document, or a list of them for several articles; what was dropped is not written."""
    if isinstance(generated, Generated):
        return _text(document(generated))
    return _text([document(each) for each in generated])


def loads(text: str) -> Generated:
    """The one article in `text` with its items; a list of several is an error here."""
    found = loads_all(text)
    if len(found) != 1:
        raise FormatError("the list", f"has {len(found)} articles where one is needed")
    return found[0]


def loads_all(text: str) -> tuple[Generated, ...]:
    """All articles in `text`, which is one document or a list of them.

    In a list, articles without items may stand beside others. Raises FormatError, which names the
    place, for everything that `dumps` does not write and where there is no item at all.
    """
    reading = _reading(text)
    for problem in reading.problems:
        raise FormatError(problem.place, problem.reason)
    return reading.found


def read(data: bytes, _name: str) -> Reading:
    """All articles of a file with their items, and every item or article that is none."""
    return _reading(decoded(data))


def _reading(text: str) -> Reading:
    place = _Place((), _parse(text))
    flaws: list[_Flaw] = []
    places = place.each() if isinstance(place.value, list) else iter((place,))
    found = tuple(filter(None, (_kept(_read_document, flaws, each, flaws) for each in places)))
    if not flaws and not any(generated.items for generated in found):
        raise FormatError("the file", "has no items")
    problems = tuple(_problems(text, flaws))
    if len(problems) == 1 and not found:
        raise FormatError(problems[0].place, problems[0].reason)
    return Reading(found, problems, whole=True)


def _problems(text: str, flaws: Sequence["_Flaw"]) -> Iterator[Problem]:
    """Each with its line, and with the path to what is wrong where that is not the whole."""
    lines = positions.lines(text, {flaw.path for flaw in flaws})
    for flaw in flaws:
        where = (f"line {lines[flaw.path]}", _written(flaw.path))
        yield Problem(", ".join(filter(None, where)), flaw.problem)


def _written(path: Path) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).lstrip(".")


def _kept[**P, T](
    read: Callable[Concatenate["_Place", P], T],
    flaws: list["_Flaw"],
    place: "_Place",
    *others: P.args,
    **named: P.kwargs,
) -> T | None:
    """What is read at a place; None where it has a flaw, which is put to the others."""
    try:
        return read(place, *others, **named)
    except _Flaw as flaw:
        flaws.append(flaw)
        return None


def detect(data: bytes) -> bool:
    """Whether a file begins as JSON does."""
    return bool(_START.match(beginning(data)))


def _text(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def document(generated: Generated) -> dict[str, object]:
    """An article with its items, as a value that JSON can hold."""
    article = generated.article
    return {
        "schema": SCHEMA,
        "article": {
            "id": article.id,
            "title": article.title,
            "source": article.source,
            "published": article.published,
            "language": article.language,
            "text": article.text,
        },
        "items": [_item(item) for item in generated.items],
    }


def _item(item: Item) -> dict[str, object]:
    evidence = item.evidence
    return {
        "id": item.id,
        "kind": item.kind,
        "stem": item.stem,
        "options": item.options,
        "key": item.key,
        "answer_type": item.answer_type,
        "evidence": {"start": evidence.start, "end": evidence.end, "text": evidence.text},
        "explanation": item.explanation,
        "difficulty": item.difficulty,
        "score": item.score,
    }


def _parse(text: str) -> object:
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        problem = f"is not JSON: {error.msg}"
        raise FormatError(f"line {error.lineno}, column {error.colno}", problem) from None
    except RecursionError:
        raise FormatError("the file", "has too many lists and objects within each other") from None
    except ValueError:
        raise FormatError("the file", "has a number of too many digits") from None


def _no_constant(name: str) -> NoReturn:
    raise FormatError("the file", f"has the number {name}, which JSON does not know")


class _Flaw(Exception):
    """What is wrong with a value, and the path to it."""

    def __init__(self, path: Path, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(problem)


@dataclass(frozen=True, slots=True)
class _Place:
    """A value and where it stands, so that every flaw can say so."""

    path: Path
    value: object

    def fail(self, problem: str) -> NoReturn:
        raise _Flaw(self.path, problem)

    def __getitem__(self, name: str) -> "_Place":
        if not isinstance(self.value, dict):
            self.fail("must be an object")
        if name not in self.value:
            self.fail(f"lacks “{name}”")
        return _Place((*self.path, name), self.value[name])

    def each(self) -> Iterator["_Place"]:
        if not isinstance(self.value, list):
            self.fail("must be a list")
        return (_Place((*self.path, i), value) for i, value in enumerate(self.value))

    def text(self) -> str:
        if not isinstance(self.value, str):
            self.fail("must be a text")
        if any("\ud800" <= character <= "\udfff" for character in self.value):
            self.fail("has half of a surrogate pair")
        return self.value

    def words(self) -> str:
        text = self.text()
        return text if clean(text) else self.fail("must not be empty")

    def index(self, limit: int) -> int:
        whole = isinstance(self.value, int) and not isinstance(self.value, bool)
        if not (whole and isinstance(self.value, int) and 0 <= self.value <= limit):
            self.fail(f"must be a whole number from 0 to {limit}")
        return self.value

    def share(self) -> float:
        if isinstance(self.value, bool) or not isinstance(self.value, int | float):
            self.fail("must be a number")
        if not 0 <= self.value <= 1:
            self.fail("must be between 0 and 1")
        return float(self.value)

    def member[E: StrEnum](self, kinds: type[E]) -> E:
        known = [kind.value for kind in kinds]
        if self.text() not in known:
            self.fail(f"must be one of {', '.join(known)}")
        return kinds(self.text())


def _read_document(place: _Place, flaws: list[_Flaw]) -> Generated:
    """An article with its sound items; the flaws of the others are put to those that are known."""
    if place["schema"].text() != SCHEMA:
        place["schema"].fail(f"must be {SCHEMA}")
    article = _read_article(place["article"])
    items: dict[str, Item] = {}
    for each in place["items"].each():
        item = _kept(_read_item, flaws, each, article)
        if item and items.setdefault(item.id, item) is not item:
            flaws.append(_Flaw((*each.path, "id"), f"is “{item.id}”, as of an item before"))
    return Generated(article, tuple(items.values()))


def _read_article(place: _Place) -> Article:
    text = place["text"].text()
    if place["id"].text() != hashlib.sha256(text.encode()).hexdigest():
        place["id"].fail("is not the SHA-256 of the text")
    published = place["published"]
    return Article(
        id=place["id"].text(),
        title=place["title"].words(),
        text=text,
        source=place["source"].text(),
        published=None if published.value is None else published.text(),
        language=place["language"].text(),
    )


def _read_item(place: _Place, article: Article) -> Item:
    kind = place["kind"].member(ItemKind)
    options = _read_options(place["options"], kind)
    return Item(
        id=place["id"].words(),
        stem=place["stem"].words(),
        options=options,
        key=place["key"].index(len(options) - 1),
        answer_type=place["answer_type"].member(AnswerType),
        evidence=_read_evidence(place["evidence"], article),
        explanation=place["explanation"].text(),
        difficulty=place["difficulty"].share(),
        score=place["score"].share(),
        kind=kind,
    )


def _read_options(place: _Place, kind: ItemKind) -> tuple[str, ...]:
    options = tuple(each.words() for each in place.each())
    if kind is ItemKind.FLASHCARD and len(options) != 1:
        place.fail("must be the answer of the flashcard alone")
    if kind is ItemKind.MULTIPLE_CHOICE and len(options) < 2:
        place.fail("must be at least two")
    if len(options) > MOST_OPTIONS:
        place.fail(f"must be at most {MOST_OPTIONS}")
    _check_distinct(place, options, "option")
    return options


def _read_evidence(place: _Place, article: Article) -> Evidence:
    end = place["end"].index(len(article.text))
    start = place["start"].index(end)
    if place["text"].text() != article.text[start:end]:
        place["text"].fail("is not what the article has between “start” and “end”")
    return Evidence(start, end, place["text"].text())


def _check_distinct(place: _Place, values: Sequence[str], what: str) -> None:
    seen: set[str] = set()
    for value in values:
        if value in seen:
            place.fail(f"has the {what} “{value}” twice")
        seen.add(value)
