"""Quizzes in the browser, and the quizapp command."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizapp.app import create_app

__all__ = ["create_app"]


def __getattr__(name: str) -> object:
    """Flask is loaded by those who make an application; the command line starts without it."""
    if name != "create_app":
        raise AttributeError(name)
    from quizapp.app import create_app  # noqa: PLC0415 - the whole purpose

    return create_app
