"""Making items while the server answers other requests."""

from functools import wraps
from threading import Lock
from typing import Protocol

from questions import Generated


class Generate(Protocol):
    """The signature of `questions.generate`, as far as the application uses it."""

    def __call__(
        self,
        text: str,
        /,
        *,
        title: str | None = None,
        source: str = "",
        published: str | None = None,
    ) -> Generated:
        """Items derived from the facts of `text`."""


def one_at_a_time(generate: Generate) -> Generate:
    """Let callers wait for each other: the parser is not made to be shared between threads."""
    lock = Lock()

    @wraps(generate)
    def waiting(
        text: str, /, *, title: str | None = None, source: str = "", published: str | None = None
    ) -> Generated:
        with lock:
            return generate(text, title=title, source=source, published=published)

    return waiting
