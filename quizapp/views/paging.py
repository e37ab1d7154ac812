"""Long lists, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask import request

LAST = 10**6


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, counted from 1, with so many rows."""

    number: int
    size: int

    @property
    def offset(self) -> int:
        """How many rows come before it."""
        return (self.number - 1) * self.size

    @property
    def limit(self) -> int:
        """One row more than are shown tells whether there is another page."""
        return self.size + 1

    def shown[T](self, rows: Sequence[T]) -> Sequence[T]:
        """What of the rows that were read stands on it."""
        return rows[: self.size]

    def has_next(self, rows: Sequence[object]) -> bool:
        """Whether the rows that were read go beyond it."""
        return len(rows) > self.size


def asked(size: int) -> Page:
    """The page that the address names; the first where it names none."""
    return Page(min(max(1, request.args.get("page", 1, type=int)), LAST), size)
