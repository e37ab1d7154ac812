"""Where the words of a text stand, by which any string is found without reading all of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

SHORT = 3
"""Characters by which words are found; there are few different strings of fewer."""


@dataclass(frozen=True)
class Concordance:
    """A text and the places of its words."""

    text: str

    def has(self, part: str) -> bool:
        """Whether a string stands in the text, within words or across them."""
        if len(longest(part)) < SHORT:
            return part in self.text
        return any(True for _ in self._starts(part))

    def times(self, part: str) -> int:
        """How often a string stands in the text, as `str.count` counts."""
        if len(longest(part)) < SHORT:
            return self.text.count(part)
        found, end = 0, 0
        for start in sorted(self._starts(part)):
            if start >= end:
                found, end = found + 1, start + len(part)
        return found

    def _starts(self, part: str) -> Iterator[int]:
        """Where a string begins: the words that have its longest one, and the rest around them."""
        piece = longest(part)
        before = part.index(piece)
        for word in self._having(piece):
            for inside in starts(word, piece):
                for place in self._places[word]:
                    start = place + inside - before
                    if start >= 0 and self.text.startswith(part, start):
                        yield start

    def _having(self, piece: str) -> Iterator[str]:
        """The words that have a string in them."""
        rarest = min((self._words.get(three, []) for three in threes(piece)), key=len)
        return (word for word in rarest if piece in word)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each word begins."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for match in re.finditer(r"\S+", self.text):
            found[match[0]].append(match.start())
        return found

    @cached_property
    def _words(self) -> dict[str, list[str]]:
        """For each three characters the words that have them."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._places:
            for three in threes(word):
                found[three].append(word)
        return found


def longest(part: str) -> str:
    """The longest word of a string, or piece of one at its ends."""
    return max(part.split(), key=len, default="")


def threes(word: str) -> set[str]:
    """Each three characters of a word that stand side by side."""
    return {word[n : n + SHORT] for n in range(len(word) - SHORT + 1)}


def starts(word: str, piece: str) -> Iterator[int]:
    """Where a string begins in a word, each time."""
    start = word.find(piece)
    while start >= 0:
        yield start
        start = word.find(piece, start + 1)
