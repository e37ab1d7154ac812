"""An Anki package (.apkg) in each of its three formats: its database and its media."""

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import zstandard

from questions.errors import FormatError
from questions.formats.apkg import wire
from questions.formats.archives import MEMBERS, Archive

LARGEST = 200_000_000
"""Bytes of a database, unpacked."""
LARGEST_MEDIA = 10_000_000
"""Bytes of one picture or sound, unpacked."""
LARGEST_LIST = 5_000_000
"""Bytes of the list of media, unpacked: some 200 for each file that an archive may have."""
_LARGEST_META = 1000
WINDOW = 2**27
"""Bytes that zstd may look back at most."""

LEGACY_1, LEGACY_2, LATEST = "collection.anki2", "collection.anki21", "collection.anki21b"
_VERSIONS = {1: LEGACY_1, 2: LEGACY_2, 3: LATEST}
"""Which database counts, by the number in `meta`; a legacy one beside a newer is only a stub."""


@dataclass(frozen=True)
class Package:
    """The archive, which of its files is the database, and what its media are called in notes."""

    archive: Archive
    database: str
    media: Mapping[str, str]

    def collection(self) -> bytes:
        """The database, unpacked."""
        data = self.archive.read(self.database)
        return unpacked(data, f"“{self.database}”", LARGEST) if self.is_latest else data

    def file(self, name: str) -> bytes | None:
        """A picture or sound by the name that notes use; None where the package lacks it."""
        member = self.media.get(name)
        if member is None or member not in self.archive:
            return None
        data = self.archive.read(member)
        return unpacked(data, f"media “{name}”", LARGEST_MEDIA) if self.is_latest else data

    @property
    def is_latest(self) -> bool:
        """Whether its files are compressed each by itself."""
        return self.database == LATEST


def detect(data: bytes) -> bool:
    """Whether this is an archive with a collection of Anki in it."""
    return data.startswith(b"PK") and b"collection.anki2" in data


def opened(data: bytes, name: str) -> Package:
    """The package in `data`; raises FormatError where it is none, or a whole collection."""
    if name.lower().endswith(".colpkg"):
        raise FormatError(
            "the file",
            "is a whole collection with its history and settings, not a deck; in Anki choose "
            "File, Export, and “Anki Deck Package (.apkg)” for the deck you want",
        )
    archive = Archive(data)
    database = _database(archive)
    return Package(archive, database, _media(archive, latest=database == LATEST))


def unpacked(data: bytes, place: str, limit: int) -> bytes:
    """What zstd has packed, if it is no larger than the limit."""
    reader = zstandard.ZstdDecompressor(max_window_size=WINDOW).stream_reader(io.BytesIO(data))
    try:
        found = reader.read(limit + 1)
    except (zstandard.ZstdError, MemoryError):
        raise FormatError(place, "is damaged or was cut off") from None
    if len(found) > limit:
        raise FormatError(place, f"is larger, unpacked, than {limit // 1_000_000} MB")
    return found


def _database(archive: Archive) -> str:
    if "meta" in archive:
        wanted = _VERSIONS.get(_version(archive.read("meta", most=_LARGEST_META)))
        if wanted is None:
            raise FormatError("“meta”", "names a format of Anki that is not known here")
        return _there(archive, wanted)
    return LEGACY_2 if LEGACY_2 in archive else _there(archive, LEGACY_1)


def _there(archive: Archive, name: str) -> str:
    if name not in archive:
        raise FormatError("the file", f"is no Anki package: it lacks “{name}”")
    return name


def _version(meta: bytes) -> int:
    try:
        value = wire.first(meta, 1)
    except ValueError:
        return 0
    return value if isinstance(value, int) else 0


def _media(archive: Archive, *, latest: bool) -> dict[str, str]:
    """For each name that notes use the file of the archive; without a list there are none."""
    if "media" not in archive:
        return {}
    listed = archive.read("media", most=LARGEST_LIST)
    try:
        if latest:
            return dict(_entries(unpacked(listed, "“media”", LARGEST_LIST)))
        return dict(_listed(listed))
    except (ValueError, RecursionError):
        raise FormatError("“media”", "is not a list of names") from None


def _entries(listed: bytes) -> Iterator[tuple[str, str]]:
    """Names in the order of the files, which are numbered; some say their number themselves."""
    entries = (value for number, value in wire.fields(listed, most=MEMBERS) if number == 1)
    for place, entry in enumerate(entries):
        if not isinstance(entry, bytes):
            raise ValueError(entry)
        number = wire.first(entry, 255)
        yield wire.text(entry, 1), str(place if number is None else number)


def _listed(listed: bytes) -> Iterator[tuple[str, str]]:
    found = json.loads(listed or b"{}")
    if not isinstance(found, dict) or not all(isinstance(n, str) for n in found.values()):
        raise ValueError(found)
    yield from ((name, member) for member, name in found.items())
