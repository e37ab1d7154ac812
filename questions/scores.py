"""Results of matches and votes, and wrong ones beside them."""

import random
import re
from collections.abc import Sequence

from questions.quantities import WORDS, WRITTEN, parse
from questions.text import sentence_case

SCORE = re.compile(r"(\d+|[a-z]+)([-–]| to | votes? to )(\d+|[a-z]+)", re.IGNORECASE)


def scores(key: str, rank: int, rng: random.Random) -> list[str]:
    """Three other scores of the same winner, written alike."""
    result = score(key)
    if result is None:
        return []
    high, low = result
    step = 1 if max(high, low) < 12 else max(2, max(high, low) // 12)
    others = [
        (high + a * step, low + b * step)
        for a in (-2, -1, 0, 1, 2)
        for b in (-2, -1, 0, 1, 2)
        if (a, b) != (0, 0) and low + b * step >= 0 and abs(a) + abs(b) <= 2
    ]
    fair = [(a, b) for a, b in others if (a > b) == (high > low) and (a == b) == (high == low)]
    if high == low:
        fair = [(n, n) for n in range(max(0, high - 3 * step), high + 3 * step + 1) if n != high]
    below = three([o for o in fair if o < (high, low)], rng)
    above = three([o for o in fair if o > (high, low)], rng)
    count = min(max(rank, 3 - len(above)), len(below))
    return [like_score(key, a, b) for a, b in [*below[:count], *above[: 3 - count]]]


def score(text: str) -> tuple[int, int] | None:
    """The two numbers of '3-1', '88 votes to six'."""
    found = SCORE.fullmatch(text)
    sides = [parse(found[n]) for n in (1, 3)] if found is not None else []
    values = [int(side.value) for side in sides if side is not None]
    return (values[0], values[1]) if len(values) == 2 else None


def three(values: Sequence[tuple[int, int]], rng: random.Random) -> list[tuple[int, int]]:
    """Three of the values, or what there is, in order."""
    count = min(3, len(values))
    return sorted(rng.sample(values, count)) if count else []


def like_score(key: str, *sides: int) -> str:
    """Another score, in figures where the key is, and where a number is too large to spell."""
    first, between, second = SCORE.split(key)[1:4]
    texts = [
        WRITTEN.get(n, str(n)) if like.lower() in WORDS else str(n)
        for n, like in zip(sides, (first, second), strict=True)
    ]
    return sentence_case(between.join(texts))
