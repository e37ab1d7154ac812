"""What the next page says about what was just done, and how to take it back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType

from flask import session

_NAME = "notice"
NO_FIELDS: Mapping[str, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and the address of a form that undoes it, if anything can, with its fields.

    `label` says what the button does where there is something better to do than to undo.
    """

    text: str
    undo: str = ""
    label: str = "Undo"
    fields: Mapping[str, object] = NO_FIELDS


def leave(
    text: str, *, undo: str = "", label: str = "Undo", fields: Mapping[str, object] = NO_FIELDS
) -> None:
    """Say it on the page that comes next."""
    session[_NAME] = asdict(Notice(text, undo, label, dict(fields)))


def take() -> Notice | None:
    """What was left for this page, once."""
    left = session.pop(_NAME, None)
    return Notice(**left) if left else None
