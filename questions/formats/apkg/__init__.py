"""Reading decks of Anki (.apkg) in all three formats of its packages."""

from questions.formats.apkg.package import detect
from questions.formats.apkg.reader import read

__all__ = ["detect", "read"]
