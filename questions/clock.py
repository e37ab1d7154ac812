"""Keys that are times of day, and other times of day written like them."""

import random
import re
from collections.abc import Iterator

from spacy.tokens import Token

from questions.candidates import Key
from questions.items import AnswerType
from questions.quantities import ABOUT
from questions.story import Story

TIME = re.compile(r"(\d\d?)(?:([.:])(\d\d))?( ?)(am|pm|a\.m\.|p\.m\.)", re.IGNORECASE)
BEFORE = frozenset(("at", "around", "about"))
HALF_DAY = 720
STEPS = (5, 10, 15, 20, 30)


def clock(story: Story, token: Token) -> Iterator[Key]:
    """'at about 5.40pm' → At about what time; behind the verb only."""
    at = token.head
    if token.dep_ != "pobj" or at.lower_ not in BEFORE or at.head.pos_ != "VERB":
        return
    words = sorted(token.subtree, key=lambda t: t.i)
    text = "".join(story.reading.text(t) + t.whitespace_ for t in words).strip()
    hedge, _, rest = text.partition(" ")
    hedged = hedge.lower() in ABOUT
    found = TIME.match(rest if hedged else text)
    if found is None:
        return
    about = "about " if hedged or at.lower_ != "at" else ""
    tokens = frozenset(t.i for t in at.subtree)
    key = found[0]
    yield Key(AnswerType.DATE, key, f"At {about}what time", tokens, False, "clock", weight=0.6)


def minutes(text: str) -> int | None:
    """The minute of the day that a time is."""
    found = TIME.fullmatch(text)
    if found is None:
        return None
    noon = HALF_DAY if found[5][0] in "pP" else 0
    return int(found[1]) % 12 * 60 + int(found[3] or 0) + noon


def other_times(key: str, rank: int, rng: random.Random) -> list[str]:
    """Three other times of the same half of the day, written alike."""
    at, found = minutes(key), TIME.fullmatch(key)
    if at is None or found is None:
        return []
    step = 60 if not found[3] else next((s for s in reversed(STEPS) if at % s == 0), 1)
    gaps = [rng.choice((1, 2)) * max(step, 10) for _ in range(6)]
    start = at // HALF_DAY * HALF_DAY
    below = [t for n in (1, 2, 3) if (t := at - sum(gaps[:n])) >= start]
    above = [t for n in (1, 2, 3) if (t := at + sum(gaps[3 : 3 + n])) < start + HALF_DAY]
    count = min(max(rank, 3 - len(above)), len(below))
    return [write(t, found) for t in sorted([*below[:count], *above[: 3 - count]])]


def write(time: int, like: re.Match[str]) -> str:
    """A minute of the day in the style of another time."""
    hour, minute = time % HALF_DAY // 60 or 12, time % 60
    shown = f"{hour}{like[2]}{minute:02}" if like[2] else str(hour)
    return f"{shown}{like[4]}{like[5]}"
