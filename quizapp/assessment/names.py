"""What a name may hold, be it of a person, a class or a quiz."""

import re
from unicodedata import normalize

MISLEADING = re.compile(
    "[\u061c\u115f\u1160\u180e\u200e\u200f\u202a-\u202e\u2061-\u2069\u2800\u3164\uffa0\U000e0000-\U000e007f]"
)
"""What turns letters round, hides among them, or looks like nothing."""


def plain(text: str) -> str:
    """All in one line, without what misleads."""
    return " ".join(MISLEADING.sub("", text).split())


def folded(text: str, longest: int) -> str:
    """What is the same for names that look alike: whatever their capitals, their width, their form.

    Unicode's NFKC_Casefold; of a sign that stands for many letters only so much as can be stored.
    """
    alike = normalize("NFKC", normalize("NFKC", text).casefold())
    return " ".join(alike.split())[:longest]


def of_quiz(title: str) -> str:
    """Name of a quiz that is made after something with this title."""
    return plain(title) or "Quiz"
