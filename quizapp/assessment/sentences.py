"""Sentences of an article's text, from which an editor picks what proves the key."""

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from questions import Article, Evidence, cards

_LINE = re.compile(r"[^\n]*\S[^\n]*")


def paragraphs(text: str) -> tuple[tuple[Evidence, ...], ...]:
    """Sentences of each line that is not empty; where it is cut wrongly, two can be joined."""
    return tuple(tuple(_sentences(text, line)) for line in _LINE.finditer(text))


def sentences(text: str) -> tuple[Evidence, ...]:
    """All sentences of a text, in order."""
    return tuple(sentence for paragraph in paragraphs(text) for sentence in paragraph)


def passage(article: Article, start: int, end: int) -> Evidence | None:
    """Evidence between two offsets without the space around it, or None where there is none."""
    text = article.text[start:end] if 0 <= start < end <= len(article.text) else ""
    words = text.strip()
    if not words:
        return None
    begin = start + text.index(words)
    return Evidence(begin, begin + len(words), words)


def longer(article: Article, evidence: Evidence) -> tuple[Evidence | None, Evidence | None]:
    """Evidence that begins one sentence earlier, and one that ends a sentence later, if any."""
    all_of_them = sentences(article.text)
    before = [s.start for s in all_of_them if s.start < evidence.start]
    behind = [s.end for s in all_of_them if s.end > evidence.end]
    return (
        passage(article, before[-1], evidence.end) if before else None,
        passage(article, evidence.start, behind[0]) if behind else None,
    )


def _sentences(text: str, line: re.Match[str]) -> Iterator[Evidence]:
    parts = cards.split(cards.SENTENCE, line[0])
    for start, end in pairwise(accumulate(map(len, parts), initial=line.start())):
        words = text[start:end].strip()
        if words:
            begin = text.index(words, start)
            yield Evidence(begin, begin + len(words), words)


def matching(text: str, words: str) -> tuple[Evidence, ...]:
    """Sentences with all of these words, whatever their capitals."""
    wanted = words.casefold().split()
    return tuple(s for s in sentences(text) if all(w in s.text.casefold() for w in wanted))
