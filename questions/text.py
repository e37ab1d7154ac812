"""Words compared as readers would: case, quotes, possessives and number words unified."""

import re
from functools import lru_cache

from questions.quantities import WORDS

STOP = frozenset(
    "a an the of in on at to for by with from into over under about as and or but nor is are was "
    "were be been being has have had having do does did will would can could may might shall "
    "should must what which who whom whose when where why how that this these those it its he she "
    "they his her their there not no so than then if during after before between while because "
    "through per many much some any one own such up out off also more most very we our you your "
    "i".split()
)
FOLD = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[str, ...]:
    """Words and numbers in lower case: '12,345' is '12345', 'eighteen' is '18'."""
    found = re.findall(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*", text.translate(FOLD).lower())
    return tuple(
        str(WORDS[w]) if w in WORDS else w.replace(",", "").removesuffix("'s") for w in found
    )


def content(text: str) -> list[str]:
    """The words that carry meaning."""
    return [t for t in tokens(text) if t not in STOP]


@lru_cache(maxsize=20_000)
def meaning(text: str) -> frozenset[str]:
    """The different words that carry meaning."""
    return frozenset(content(text))


def overlap(a: str, b: str) -> float:
    """Jaccard similarity of two texts' content words, 0..1."""
    x, y = meaning(a), meaning(b)
    return len(x & y) / len(x | y) if x | y else 0.0
