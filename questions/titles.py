"""Titles of people, written alike: 'Interior minister', 'Russian president'."""

from questions import lexicon
from questions.wording import sentence_case

OFFICES = lexicon.ROLES | frozenset(
    "interior foreign defence defense finance justice health education energy agriculture "
    "transport environment prime state commerce labour labor trade economy culture deputy "
    "assistant vice general attorney party opposition union fire police chief operations legal "
    "financial operating technology secretary council county city".split()
)


def plain_title(title: str) -> str:
    """A title with its common words in lower case but for the first."""
    words = (w.lower() if w.lower() in OFFICES else w for w in title.split())
    return sentence_case(" ".join(words))
