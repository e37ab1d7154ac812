"""Anki's templates: what a side of a card shows, field by field."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

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
class _Condition:
    """Where something begins that is shown if a field is filled (#) or empty (^), or ends (/)."""

    sign: str
    field: str


def is_readable(template: str) -> bool:
    """Whether a side is short enough to be gone through for each of its cards."""
    if len(template) > LONGEST:
        return False
    parts = _parts(template)
    texts = [part for part in parts if isinstance(part, str)]
    return sum(map(len, texts)) <= LONGEST_SHOWN and len(parts) - len(texts) <= MOST_TAGS


def shown(template: str, fields: Mapping[str, str]) -> Iterator[str | Shown]:
    """The parts of a side in order: markup, and the fields that its conditions show."""
    hidden = 0
    conditions: list[bool] = []
    for part in _parts(template):
        if isinstance(part, _Condition):
            if part.sign == "/":
                hidden -= not conditions.pop() if conditions else 0
            else:
                conditions.append(bool(filled(fields, part.field)) == (part.sign == "#"))
                hidden += not conditions[-1]
        elif not hidden and (isinstance(part, str) or part.field in fields):
            yield part


@lru_cache(maxsize=50)
def _parts(template: str) -> tuple[str | Shown | _Condition, ...]:
    """The same for all cards: without comments and scripts, cut at its fields and conditions."""
    text, parts, at = _SCRIPT.sub("", _COMMENT.sub("", template)), [], 0
    for tag in _TAG.finditer(text):
        parts += [text[at : tag.start()], _tag(tag[1].strip())]
        at = tag.end()
    return (*parts, text[at:])


def _tag(written: str) -> Shown | _Condition:
    if written[:1] in ("#", "^", "/") and written:
        return _Condition(written[0], written[1:].strip())
    *filters, field = (part.strip() for part in written.split(":"))
    return Shown(field, tuple(f.split()[0] if f else "" for f in filters))


def filled(fields: Mapping[str, str], name: str) -> str:
    """The field without markup and spaces; pictures count."""
    return _BLANK.sub("", fields.get(name, ""))


def front(parts: Sequence[str | Shown]) -> tuple[str | Shown, ...]:
    """What is read before the answer: not what is typed, spoken, or hidden behind a hint."""
    return tuple(p for p in parts if isinstance(p, str) or not _UNSEEN & set(p.filters))


def names(parts: Sequence[str | Shown]) -> tuple[str, ...]:
    """Fields in the order in which they are shown, each once."""
    return tuple(dict.fromkeys(part.field for part in parts if isinstance(part, Shown)))
