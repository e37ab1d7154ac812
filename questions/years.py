"""Wrong years beside one: those that the article tells, and made ones."""

import random
from collections.abc import Sequence

from questions.neighbours import ranked, towards

# Years that readers tell from their neighbours, and those that most of them have lived in.
RECENT, LIVING, MODERN = 2000, 1950, 1800
# How many times nearer to one another than to the key years of the article may lie.
CROWDED = 4


def years(
    year: int, possible: range, rank: int, rng: random.Random, offered: Sequence[int]
) -> list[str]:
    """Three other possible years: those of the article, as they are offered, before made ones."""
    width = pace(year, possible[-1])
    fair = range(1 if year >= RECENT else 2, reach(year) + 1)
    told = [y for y in offered if y in possible and abs(y - year) in fair]
    later, earlier = (scattered(year, side) for side in split(year, told))
    steps = [n * width + rng.randrange(width) for n in range(1, 4)]
    above = [y for y in dict.fromkeys([*later, *(year + s for s in steps)]) if y in possible]
    below = [y for y in dict.fromkeys([*earlier, *(year - s for s in steps)]) if y in possible]
    return [str(y) for y in ranked(below, above, towards(rank, len(earlier), len(later)))]


def split(year: int, told: Sequence[int]) -> tuple[list[int], list[int]]:
    """The years after and before a year."""
    return [y for y in told if year < y], [y for y in told if y < year]


def scattered(year: int, told: Sequence[int]) -> list[int]:
    """Three of the years that do not lie side by side far from the key, which would stick out."""
    found: list[int] = []
    for other in told:
        if all(abs(other - f) * CROWDED >= abs(other - year) for f in found):
            found.append(other)
    return found[:3]


def reach(year: int) -> int:
    """How far from a year another of the article may lie: what is long past runs together."""
    return 10 if year >= RECENT else 15 if year >= LIVING else 20 if year >= MODERN else 50


def pace(year: int, latest: int) -> int:
    """How many years lie between options: nobody recalls the very year of what is long past."""
    back = latest - year
    width = 1 if back < 6 else 2 if back < 20 else 3 if back < 60 else 5
    return max(width, 1 if year >= RECENT else 2 if year >= LIVING else 3)
