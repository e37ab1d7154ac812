"""An article's text cut into paragraphs, and each paragraph into marked and unmarked passages."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from questions import Article, Evidence

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text, the labels of all marks that cover it, begin with it or end with it."""

    text: str
    covered_by: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


Paragraph = tuple[Passage, ...]


def paragraphs(
    article: Article, marks: Mapping[int, Evidence] | None = None
) -> tuple[Paragraph, ...]:
    """Cut at every edge of a mark; a first line that only repeats the title is left out."""
    marked = marks or {}
    lines = list(_PARAGRAPH.finditer(article.text))
    first = lines[0].group().lstrip("# ").strip() if lines else ""
    repeated = first == article.title and all(m.start >= lines[0].end() for m in marked.values())
    own = _shared_out([line.start() for line in lines], marked)
    return tuple(
        tuple(_passages(article.text, line.start(), line.end(), own[number]))
        for number, line in list(enumerate(lines))[repeated:]
    )


def _shared_out(
    starts: Sequence[int], marks: Mapping[int, Evidence]
) -> defaultdict[int, dict[int, Evidence]]:
    """Marks by the numbers of the paragraphs they touch: a book has thousands of either."""
    own: defaultdict[int, dict[int, Evidence]] = defaultdict(dict)
    for label, mark in marks.items():
        first = max(bisect_right(starts, mark.start) - 1, 0)
        for number in range(first, bisect_left(starts, mark.end)):
            own[number][label] = mark
    return own


def _passages(text: str, start: int, end: int, marks: Mapping[int, Evidence]) -> Iterator[Passage]:
    bounds = {edge for mark in marks.values() for edge in (mark.start, mark.end)}
    cuts = sorted({start, end} | {edge for edge in bounds if start < edge < end})
    for left, right in pairwise(cuts):
        covering = {k: m for k, m in marks.items() if m.start <= left and right <= m.end}
        begins = tuple(label for label, mark in covering.items() if mark.start == left)
        ends = tuple(label for label, mark in covering.items() if mark.end == right)
        yield Passage(text[left:right], tuple(covering), begins, ends)
