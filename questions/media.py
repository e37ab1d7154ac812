"""Pictures and sounds of items: in a text stands their mark, beside the items their bytes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from questions.items import Item

MARK = re.compile(
    r"\[(?P<what>image|sound): (?P<name>[0-9a-f]{32}\.(?:png|jpg|gif|webp|svg|mp3|ogg|wav|m4a))\]"
)
TYPES = {
    "png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "webp": "image/webp",
    "svg": "image/svg+xml", "mp3": "audio/mpeg", "ogg": "audio/ogg", "wav": "audio/wav",
    "m4a": "audio/mp4",
}  # fmt: skip

# First bytes of each kind, and where they stand.
_SIGNS = (
    ("png", 0, b"\x89PNG\r\n\x1a\n"), ("jpg", 0, b"\xff\xd8\xff"), ("gif", 0, b"GIF8"),
    ("webp", 8, b"WEBP"), ("wav", 8, b"WAVE"), ("ogg", 0, b"OggS"), ("mp3", 0, b"ID3"),
    ("mp3", 0, b"\xff\xfb"), ("mp3", 0, b"\xff\xf3"), ("m4a", 4, b"ftyp"),
)  # fmt: skip
_SVG = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or sound, named after its content, so that one name never means two things."""

    name: str
    data: bytes

    @property
    def mark(self) -> str:
        """What stands for it in the text of an item."""
        what = "image" if TYPES[ending(self.name)].startswith("image") else "sound"
        return f"[{what}: {self.name}]"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: words, or the name of a picture or sound."""

    text: str
    image: str = ""
    sound: str = ""


def known(data: bytes) -> Media | None:
    """The file under its name; None where its content is of no kind that browsers show."""
    found = next((e for e, at, sign in _SIGNS if data[at : at + len(sign)] == sign), None)
    if found is None and _SVG.match(data[:2000]):
        found = "svg"
    return Media(f"{sha256(data).hexdigest()[:32]}.{found}", data) if found else None


def pieces(text: str) -> Iterator[Piece]:
    """Words and media of a text in their order."""
    at = 0
    for mark in MARK.finditer(text):
        if text[at : mark.start()].strip():
            yield Piece(text[at : mark.start()])
        yield Piece("", **{mark["what"]: mark["name"]})
        at = mark.end()
    if text[at:].strip():
        yield Piece(text[at:])


def names(*texts: str) -> list[str]:
    """The names of all media in some texts, each once."""
    return list(dict.fromkeys(mark["name"] for text in texts for mark in MARK.finditer(text)))


def of_items(items: Iterable[Item]) -> list[str]:
    """The names of all media that items show, their evidence too, each once."""
    return names(
        *(
            text
            for item in items
            for text in (item.stem, *item.options, item.explanation, item.evidence.text)
        )
    )


def ending(name: str) -> str:
    """What follows the last dot."""
    return name.rpartition(".")[2]
