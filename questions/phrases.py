"""Words for a stem or an option, with the sentences that they need."""

from collections.abc import Sequence
from dataclasses import dataclass

from questions.clarity import Doubt


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a stem or an option, and the first and last sentences needed to prove them."""

    text: str
    first: int
    last: int
    doubts: tuple[Doubt, ...] = ()


def together(text: str, parts: Sequence[Phrase]) -> Phrase:
    """Words made of some phrases, with every sentence that these need and each of their doubts."""
    doubts = tuple(dict.fromkeys(doubt for part in parts for doubt in part.doubts))
    return Phrase(text, min(p.first for p in parts), max(p.last for p in parts), doubts)


@dataclass(frozen=True, slots=True)
class Word:
    """What is written for a token, the tokens behind it that this covers, the sentence it needs."""

    text: str
    sentence: int
    covers: frozenset[int] = frozenset()
    doubt: Doubt | None = None


class Unclear(Exception):
    """Words that cannot be understood without the article; `word` is the one to blame."""

    def __init__(self, word: str) -> None:
        self.word = word
        super().__init__(f"“{word}” cannot be understood without the article")
