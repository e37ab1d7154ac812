"""Zip files from elsewhere, read in memory within limits; and written, the same bytes each time."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping

from questions.errors import FormatError

MEMBERS = 25_000
"""Files in an archive at most."""

UNPACKED = 200_000_000
"""Bytes of all files together, unpacked, at most: a few kilobytes can claim to be petabytes."""

# All that zipfile raises for bytes that are not as they should be.
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error,
    EOFError, OSError, RuntimeError, ValueError,
)  # fmt: skip

_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)")
_ENCRYPTED = 1
_SIGN = b"PK"
_TIME = (1980, 1, 1, 0, 0, 0)


class Archive:
    """An archive that is asked for one file after another; `names` is what it holds.

    Raises FormatError for what is damaged, encrypted, too large, or would lie outside of it.
    """

    def __init__(self, data: bytes, *, unpacked: int = UNPACKED) -> None:
        self._left = unpacked
        if not data.startswith(_SIGN):
            raise FormatError("the file", "is not what its name says: it is no archive")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _DAMAGED:
            raise FormatError("the archive", "is damaged or was cut off") from None
        members = self._zip.infolist()
        if len(members) > MEMBERS:
            raise FormatError("the archive", f"has more than {MEMBERS:,} files in it")
        self._members = {member.filename: member for member in members if not member.is_dir()}
        for member in members:
            _check(member)

    @property
    def names(self) -> tuple[str, ...]:
        """Paths of the files, in the archive's order."""
        return tuple(self._members)

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def read(self, name: str, *, most: int = UNPACKED) -> bytes:
        """One file, unpacked, of so many bytes at most; it counts towards the limit of all."""
        if name not in self._members:
            raise FormatError(f"“{name}” in the archive", "is missing")
        limit = min(most, self._left)
        try:
            with self._zip.open(self._members[name]) as file:
                data = file.read(limit + 1)
        except _DAMAGED:
            raise FormatError(f"“{name}” in the archive", "is damaged or was cut off") from None
        self._left -= len(data)
        if len(data) > limit:
            raise FormatError(f"“{name}” in the archive", "is larger, unpacked, than can be read")
        return data


def packed(members: Mapping[str, bytes]) -> bytes:
    """An archive of these files; a fixed time lets the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, _TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data)
    return buffer.getvalue()


def _check(member: zipfile.ZipInfo) -> None:
    if _OUTSIDE.search(member.filename):
        problem = "has a path that leads out of the archive"
        raise FormatError(f"“{member.filename}” in the archive", problem)
    if member.flag_bits & _ENCRYPTED:
        raise FormatError(f"“{member.filename}” in the archive", "is encrypted")
