"""Where an article writes numbers, so that they are looked for only there."""

import re
from bisect import bisect
from itertools import accumulate

from questions.quantities import SMALL, TENS
from questions.story import Story
from questions.tree import Token

PARTS = "half third quarter fifth sixth eighth tenth".split()
WORDS = (*SMALL, *TENS, *PARTS)
INITIALS = "".join(sorted({word[0] for word in WORDS}))
FIGURE = re.compile(rf"\d+|\b(?=[{INITIALS}])(?:{'|'.join(WORDS)})", re.IGNORECASE)


def before(story: Story) -> tuple[int, ...]:
    """For each token, and for the end, how many have a figure or a number word before it."""
    doc = story.reading.doc
    starts = [t.idx for t in doc]
    found = {bisect(starts, m.start()) - 1 for m in FIGURE.finditer(doc.text)}
    return tuple(accumulate((t in found for t in range(len(doc))), initial=0))


def has_figure(story: Story, phrase: Token) -> bool:
    """Whether a number stands in the phrase that a word heads."""
    count = story.once(before)
    return count[phrase.left_edge.i] < count[phrase.right_edge.i + 1]


def figured(story: Story, number: int) -> bool:
    """Whether a number stands in a sentence."""
    sentence, count = story.reading.sentences[number], story.once(before)
    return count[sentence.start] < count[sentence.end]
