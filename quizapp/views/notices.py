"""What the next page says about what was just done, and how to take it back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from flask import session

_NAME = "notice"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and the address of a form that undoes it, if anything can, with its fields."""

    text: str
    undo: str = ""
    fields: Mapping[str, object] = field(default_factory=dict)


def leave(text: str, *, undo: str = "", **fields: object) -> None:
    """Say it on the page that comes next."""
    session[_NAME] = asdict(Notice(text, undo, fields))


def take() -> Notice | None:
    """What was left for this page, once."""
    left = session.pop(_NAME, None)
    return Notice(**left) if left else None
