"""Anki's templates: what a side of a card shows, field by field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from questions.formats.apkg.markup import simplified

LONGEST, LONGEST_SHOWN, MOST_TAGS = 300_000, 20_000, 500
"""Characters of a side, those of them that are shown, and the fields and conditions in it."""

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_SCRIPT = re.compile(r"(?i)<(script|style)\b(?:(?!<(?:script|style)\b).)*?</\1\s*>", re.DOTALL)
_UNSEEN = frozenset(("hint", "type", "tts", "tts-voices"))
"""Filters of what is not read on a card before somebody acts."""
_BLANK = re.compile(r"<(?!img)[^<>]*>|&nbsp;|\s")


@dataclass(frozen=True, slots=True)
class Shown:
    """A field in its place on a card."""

    field: str
    filters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """Markup and fields in their order, and the fields alone, each once.

    `front` is what is read before the answer: not what is typed, spoken, or hidden behind a hint.
    """

    parts: tuple[str | Shown, ...]
    front: tuple[str | Shown, ...]
    names: tuple[str, ...]
    front_names: tuple[str, ...]


NOTHING = Side((), (), (), ())


@dataclass(frozen=True, slots=True)
class _Condition:
    """Where something begins that is shown if a field is filled (#) or empty (^), or ends (/)."""

    sign: str
    field: str


@dataclass(frozen=True, eq=False, slots=True)
class Sheet:
    """A side of all cards of a kind, cut at its fields and conditions, which are `asked_for`."""

    parts: tuple[str | Shown | _Condition, ...]
    asked_for: tuple[str, ...]

    def side(self, fields: Mapping[str, str]) -> Side:
        """What it shows of a note, as its conditions have it."""
        given = tuple(bool(filled(fields, name)) for name in self.asked_for)
        return _side(self, tuple(fields), given)


def parsed(template: str) -> Sheet | None:
    """The side without comments and scripts; None where it is too long to be gone through."""
    if len(template) > LONGEST:
        return None
    parts = tuple(_parts(_SCRIPT.sub("", _COMMENT.sub("", template))))
    texts = [part for part in parts if isinstance(part, str)]
    if sum(map(len, texts)) > LONGEST_SHOWN or len(parts) - len(texts) > MOST_TAGS:
        return None
    asked_for = dict.fromkeys(part.field for part in parts if isinstance(part, _Condition))
    return Sheet(parts, tuple(asked_for))


@lru_cache(maxsize=200)
def _side(sheet: Sheet, fields: tuple[str, ...], given: tuple[bool, ...]) -> Side:
    """The same for all notes that have the same of its fields filled."""
    conditions = dict(zip(sheet.asked_for, given, strict=True))
    parts = tuple(_shown(sheet, frozenset(fields), conditions))
    read = (p for p in parts if isinstance(p, str) or not _UNSEEN & set(p.filters))
    front = tuple(simplified(p) if isinstance(p, str) else p for p in read)
    return Side(parts, front, _names(parts), _names(front))


def _shown(
    sheet: Sheet, fields: frozenset[str], conditions: Mapping[str, bool]
) -> Iterator[str | Shown]:
    hidden = 0
    within: list[bool] = []
    for part in sheet.parts:
        if isinstance(part, _Condition):
            if part.sign == "/":
                hidden -= not within.pop() if within else 0
            else:
                within.append(conditions[part.field] == (part.sign == "#"))
                hidden += not within[-1]
        elif not hidden and (isinstance(part, str) or part.field in fields):
            yield part


def _parts(text: str) -> Iterator[str | Shown | _Condition]:
    at = 0
    for tag in _TAG.finditer(text):
        yield from (text[at : tag.start()], _tag(tag[1].strip()))
        at = tag.end()
    yield text[at:]


def _tag(written: str) -> Shown | _Condition:
    if written[:1] in ("#", "^", "/") and written:
        return _Condition(written[0], written[1:].strip())
    *filters, field = (part.strip() for part in written.split(":"))
    return Shown(field, tuple(f.split()[0] if f else "" for f in filters))


def filled(fields: Mapping[str, str], name: str) -> str:
    """The field without markup and spaces; pictures count."""
    return _BLANK.sub("", fields.get(name, ""))


def _names(parts: Sequence[str | Shown]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.field for part in parts if isinstance(part, Shown)))
