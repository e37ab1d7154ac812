"""Anki's cloze deletions: {{c1::hidden::hint}}, one inside another if need be."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"\{\{c([\d,]*)::|\}\}|::")
_NOT_NUMBERED = re.compile(r"\{\{c([^\d:{}]*)::|\{\{c([\d,]*):(?!:)|\{\{c(0+)::")
BLANK = "_____"
DEEPEST = 8
MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Deletion:
    """A hidden part with its numbers; `parts` are texts and deletions within."""

    numbers: frozenset[int]
    parts: tuple["str | Deletion", ...]
    hint: str


Parts = tuple[str | Deletion, ...]


def parse(field: str) -> Parts:
    """The field in parts; raises ValueError, which says what is wrong, for broken deletions."""
    broken = _NOT_NUMBERED.search(field)
    if broken:
        raise ValueError(f"its cloze “{broken[0][:20]}” has no number")
    return _Tokens(field).parts(0)


def numbers(parts: Parts) -> set[int]:
    """All numbers, those of inner deletions too."""
    found: set[int] = set()
    for part in parts:
        if isinstance(part, Deletion):
            found |= part.numbers | numbers(part.parts)
    return found


def asked(parts: Parts, number: int) -> str:
    """The field as the front shows it: a blank for the number, everything else revealed."""
    return "".join(_asked(part, number) for part in parts)


def hidden(parts: Parts, number: int) -> Iterator[str]:
    """What the number hides, each time it does."""
    for part in parts:
        if isinstance(part, Deletion):
            if number in part.numbers:
                yield revealed(part.parts)
            else:
                yield from hidden(part.parts, number)


def revealed(parts: Parts) -> str:
    """The field with nothing hidden."""
    return "".join(part if isinstance(part, str) else revealed(part.parts) for part in parts)


def _asked(part: str | Deletion, number: int) -> str:
    if isinstance(part, str):
        return part
    if number not in part.numbers:
        return asked(part.parts, number)
    return f"{BLANK} ({part.hint})" if part.hint else BLANK


class _Tokens:
    """The field's marks in order, taken one after another."""

    def __init__(self, field: str) -> None:
        self.field = field
        self.marks = list(_TOKEN.finditer(field))
        self.next = self.at = 0

    def parts(self, depth: int) -> Parts:
        """Parts up to the mark that closes them, which stays."""
        if depth > DEEPEST:
            raise ValueError(f"its clozes are nested deeper than {DEEPEST}")
        found: list[str | Deletion] = []
        while self.next < len(self.marks):
            mark = self.marks[self.next]
            found.append(self.field[self.at : mark.start()])
            self.at = mark.start()
            if mark[1] is not None:
                found.append(self._deletion(mark, depth))
            elif depth:
                return tuple(filter(None, found))
            else:
                self.take()
                found.append(mark[0])
        found.append(self.field[self.at :])
        self.at = len(self.field)
        return tuple(filter(None, found))

    def take(self) -> str | None:
        """The next mark, and what is read goes on behind it."""
        if self.next == len(self.marks):
            return None
        mark = self.marks[self.next]
        self.next, self.at = self.next + 1, mark.end()
        return mark[0]

    def _deletion(self, mark: re.Match[str], depth: int) -> Deletion:
        self.take()
        numbers = mark[1].split(",")
        if not all(0 < len(number) <= MOST_DIGITS for number in numbers):
            raise ValueError(f"its cloze “{mark[0][:20]}” has no number")
        inner, closing, hint = self.parts(depth + 1), self.take(), ""
        if closing == "::":
            before, closing = self.at, self._closing()
            hint = self.field[before : self.at - len(closing or "")]
        if closing is None:
            raise ValueError(f"its cloze “{mark[0]}” is not closed")
        return Deletion(frozenset(map(int, numbers)), inner, hint.strip())

    def _closing(self) -> str | None:
        """The mark that ends a hint, which may itself have colons."""
        while (mark := self.take()) is not None:
            if mark == "}}":
                return mark
        return None
