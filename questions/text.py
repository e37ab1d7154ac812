"""Words compared as readers would: case, quotes, possessives and number words unified."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

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


WORD = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+(?:'[^\W\d_]+)*")


@lru_cache(maxsize=20_000)
def tokens(text: str) -> tuple[str, ...]:
    """Words and numbers in lower case: '12,345' is '12345', 'eighteen' is '18'."""
    return tuple(map(plain, WORD.findall(_folded(text).lower())))


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word in lower case as words are compared."""
    return str(WORDS[word]) if word in WORDS else word.replace(",", "").removesuffix("'s")


def places(text: str, first: int = 0) -> Iterator[tuple[str, int, int]]:
    """The tokens from one on, with where each begins and ends, a possessive's ending left out."""
    for match in islice(WORD.finditer(_folded(text)), first, None):
        (word, length), start = _written(match[0]), match.start()
        yield word, start, start + length


def _folded(text: str) -> str:
    """With plain quotes and hyphens; most texts have no others."""
    return text if text.isascii() else text.translate(FOLD)


@lru_cache(maxsize=20_000)
def _written(text: str) -> tuple[str, int]:
    """A word as words are compared, and the length of what stands for it."""
    word = text.lower().rstrip(",").removesuffix("'s")
    return plain(word), len(word)


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


def is_year(text: str) -> bool:
    """Whether a text may be a year, by its four figures."""
    return text.isdigit() and len(text) == 4


VOWEL = re.compile(r"(?!one|once|uni(?!n|m)|use|eu)[aeiou]|hour|heir|hono|honest", re.IGNORECASE)


def a_or_an(word: str) -> str:
    """The article before a word."""
    return "an" if VOWEL.match(word) else "a"


def tidy(text: str) -> str:
    """One space between words, none before punctuation."""
    text = " ".join(text.split())
    if "according to" in text:
        text = re.sub(r"(?<=[^,]) (according to)", r", \1", text)
    text = re.sub(r" ([,.;:?!%)]|['’]s\b(?!-)|n['’]t\b)", r"\1", text)
    return re.sub(r"([($€£]) ", r"\1", text)


def sentence_case(text: str) -> str:
    """With a capital at its start."""
    return text[:1].upper() + text[1:]


def possessive(name: str) -> str:
    """'Anna’s', 'the workers’'."""
    return f"{name}’" if name.endswith("s") and name[0].islower() else f"{name}’s"
