"""Anki's templates: what a side of a card shows, field by field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_TAG = re.compile(r"\{\{([^{}]*)\}\}")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.DOTALL)
_UNSEEN = frozenset(("hint", "type", "tts", "tts-voices"))
"""Filters of what is not read on a card before somebody acts."""
_BLANK = re.compile(r"<(?!img)[^<>]*>|&nbsp;|\s")


@dataclass(frozen=True, slots=True)
class Shown:
    """A field in its place on a card."""

    field: str
    filters: tuple[str, ...]


def shown(template: str, fields: Mapping[str, str]) -> Iterator[str | Shown]:
    """The parts of a side in order: markup, and the fields that its conditions show."""
    at, hidden = 0, 0
    conditions: list[bool] = []
    template = _COMMENT.sub("", template)
    for tag in _TAG.finditer(template):
        if not hidden:
            yield template[at : tag.start()]
        at, written = tag.end(), tag[1].strip()
        sign = written[:1] if written[:1] in ("#", "^", "/") else ""
        name = written.removeprefix(sign).strip()
        if sign == "/":
            hidden -= not conditions.pop() if conditions else 0
        elif sign:
            conditions.append(bool(filled(fields, name)) == (sign == "#"))
            hidden += not conditions[-1]
        elif not hidden and name.rpartition(":")[2].strip() in fields:
            *filters, field = (part.strip() for part in name.split(":"))
            yield Shown(field, tuple(f.split()[0] if f else "" for f in filters))
    if not hidden:
        yield template[at:]


def filled(fields: Mapping[str, str], name: str) -> str:
    """The field without markup and spaces; pictures count."""
    return _BLANK.sub("", fields.get(name, ""))


def front(parts: Sequence[str | Shown]) -> tuple[str | Shown, ...]:
    """What is read before the answer: not what is typed, spoken, or hidden behind a hint."""
    return tuple(p for p in parts if isinstance(p, str) or not _UNSEEN & set(p.filters))


def names(parts: Sequence[str | Shown]) -> tuple[str, ...]:
    """Fields in the order in which they are shown, each once."""
    return tuple(dict.fromkeys(part.field for part in parts if isinstance(part, Shown)))
