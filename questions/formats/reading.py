"""What was found in a file of items, and what in it could not be made into an item."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePath

from questions.documents import clean
from questions.errors import FormatError
from questions.formats.schedules import Schedules
from questions.items import Generated
from questions.media import Media

FILE_LIMIT = 50_000_000
"""Bytes of a file that are read at once."""

BEGINNING = 60
"""Characters of a question by which it is recognized."""

ITEM_LIMIT = 20_000
"""Items of a file, good or bad, that are read at once."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a file that is left out: its place, as 'line 12', and why."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}."


class Became(StrEnum):
    """What a card of a deck was made into."""

    QUESTION = "question"
    FLASHCARD = "flashcard"
    SAME = "same"
    NOTHING = "nothing"


_FATES = {
    Became.QUESTION: "a question with options",
    Became.FLASHCARD: "a flashcard",
    Became.SAME: "no item of its own",
    Became.NOTHING: "left out",
}


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a card, and why where that is worth a word."""

    place: str
    became: Became
    reason: str = ""

    @property
    def told(self) -> str:
        """What it became and why, in words."""
        return f"{_FATES[self.became]}{f': {self.reason}' if self.reason else ''}"

    def __str__(self) -> str:
        return f"{self.place}: {self.told}."


@dataclass(frozen=True, slots=True)
class Reading:
    """Articles with their items, each of them whole, and what the file has besides.

    `fates` tells of decks what became of every card; `media` are pictures and sounds that items
    show; `schedules` are how far somebody has come with items in Anki. `whole` says that the
    articles are those that the items were made from, not put together from the file.
    """

    found: tuple[Generated, ...]
    problems: tuple[Problem, ...] = ()
    fates: tuple[Fate, ...] = ()
    media: tuple[Media, ...] = ()
    schedules: Schedules = field(default_factory=dict)
    whole: bool = False

    @property
    def size(self) -> int:
        """How many items there are."""
        return sum(len(generated.items) for generated in self.found)


def title_of(name: str) -> str:
    """A title for what says none of its own: the file's name without its ending."""
    words = " ".join(clean(re.sub(r"[_\s]+", " ", PurePath(name).stem)).split())
    return words or "Imported questions"


def quoted(place: str, text: str) -> str:
    """A place, with how what stands there begins."""
    words = " ".join(text[: 10 * BEGINNING].split())
    begin = words if len(words) <= BEGINNING else f"{words[:BEGINNING].rstrip()}…"
    return f"{place} (“{begin}”)" if begin else place


def beginning(data: bytes, length: int = 20_000) -> str:
    """The first characters of a file, by which its format is known, whatever it is encoded in."""
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    return data[:length].decode(encoding, "replace")


SAVED_ANEW = "save the file as UTF-8 and try again"


def decoded(data: bytes, advice: str = SAVED_ANEW) -> str:
    """The text of a file in UTF-8, or in UTF-16 where its first bytes say so.

    Raises FormatError, which names the line and gives an advice.
    """
    encoding = "utf-16" if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8"
    try:
        text = data.removeprefix(BOM_UTF8).decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problem = f"is not in {encoding.upper()}; {advice}"
        raise FormatError(f"line {line}", problem) from None
    if "\0" in text:
        raise FormatError("the file", "is binary data, not text")
    return text
