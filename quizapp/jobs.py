"""Making items while the server answers other requests."""

from functools import wraps
from threading import BoundedSemaphore, Lock
from typing import Protocol

from questions import Generated

AT_ONCE = 4
"""Articles that are read or wait for it; half of the server's threads answer pages meanwhile."""


class Busy(Exception):
    """As many articles as may wait are waiting."""

    def __init__(self) -> None:
        super().__init__("Several articles are being read just now. Try again in half a minute.")


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
    """Let callers wait for each other: the parser is not made to be shared between threads.

    Raises Busy where too many wait already.
    """
    lock, room = Lock(), BoundedSemaphore(AT_ONCE)

    @wraps(generate)
    def waiting(
        text: str, /, *, title: str | None = None, source: str = "", published: str | None = None
    ) -> Generated:
        if not room.acquire(blocking=False):
            raise Busy
        try:
            with lock:
                return generate(text, title=title, source=source, published=published)
        finally:
            room.release()

    return waiting
