"""What the next page says about what was just done, and how to take it back."""

from dataclasses import asdict, dataclass

from flask import session

_NAME = "notice"


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence, and the address of a form that undoes it, if anything can."""

    text: str
    undo: str = ""


def leave(text: str, *, undo: str = "") -> None:
    """Say it on the page that comes next."""
    session[_NAME] = asdict(Notice(text, undo))


def take() -> Notice | None:
    """What was left for this page, once."""
    left = session.pop(_NAME, None)
    return Notice(**left) if left else None
