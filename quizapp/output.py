"""Writing results: whole or not at all."""

import errno
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def printable(argument: str) -> str:
    """An argument or a file's name with � for each byte that is not UTF-8."""
    return re.sub("[\ud800-\udfff]", "�", argument)


def write(data: bytes, target: Path | None) -> None:
    """Write to standard output, or to `target`, which keeps its old content until all is written.

    Raises OSError with the target's name.
    """
    if target is None:
        _print(data)
        return
    with _named(str(target)):
        mode = _mode(target)
        if mode is None or stat.S_ISREG(mode):
            _replace(target.resolve(), data, mode)
        else:
            # A device or a pipe is written to, not replaced; a folder refuses.
            target.write_bytes(data)


@contextmanager
def _named(target: str) -> Iterator[None]:
    """Errors name what was to be written, not what was opened on the way."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, target) from None


def _mode(target: Path) -> int | None:
    """None where there is nothing yet; a loop of links is an OSError."""
    try:
        return target.stat().st_mode
    except FileNotFoundError:
        return None


def _print(data: bytes) -> None:
    if sys.stdout is None:
        raise OSError(errno.EBADF, "closed", "standard output")
    with _named("standard output"):
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    """A new file has the mode that others have, an old one keeps its own, also while it is made."""
    if mode is not None and not (mode & 0o222 and os.access(target, os.W_OK)):
        raise OSError(errno.EACCES, "the file is read-only")
    draft = target.with_name(f".quizapp-{secrets.token_hex(4)}")
    try:
        draft.touch(0o666 if mode is None else 0o600, exist_ok=False)
        draft.write_bytes(data)
        if mode is not None:
            draft.chmod(stat.S_IMODE(mode))
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)
