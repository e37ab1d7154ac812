"""Years that are told with their era: '490 BC', 'AD 79'."""

import random
import re
from collections.abc import Iterable, Sequence

from questions.neighbours import ranked, towards

KIND = "era"
BEFORE, SINCE = r"BCE?|B\.C\.(?:E\.)?", r"AD|A\.D\.|CE|C\.E\."
ERA = re.compile(rf"\d{{1,4}} (?:{BEFORE}|{SINCE})|(?:AD|A\.D\.) \d{{1,4}}")
# How far from one another years lie of which one may be taken for the other.
REACH = 60
FEW = 3


def year_of(text: str) -> int | None:
    """The year of our era, below nought before it; None where a text is no such year."""
    if not ERA.fullmatch(text):
        return None
    count = int(re.sub(r"\D", "", text))
    return -count if re.search(BEFORE, text) else count


def others(key: str, rank: int, rng: random.Random, texts: Iterable[str]) -> list[str]:
    """Three other years of the era, written like the key: those that texts tell, then made ones."""
    year = year_of(key) or 0
    found = (year_of(m[0]) or 0 for text in texts for m in ERA.finditer(text))
    near = sorted({y for y in found if 0 < abs(y - year) <= REACH}, key=lambda y: abs(y - year))
    steps = made(year, rng)
    above = alike(year, (*(y for y in near if y > year), *(year + s for s in steps)))
    below = alike(year, (*(y for y in near if y < year), *(year - s for s in steps)))
    told = sum(y > year for y in near), sum(y < year for y in near)
    chosen = ranked(below, above, towards(rank, min(FEW, told[1]), min(FEW, told[0])))
    count = re.sub(r"\D", "", key)
    return [key.replace(count, str(abs(y))) for y in chosen]


def made(year: int, rng: random.Random) -> list[int]:
    """How far from a year made ones lie: round ones of hundreds or tens stay so."""
    width = next((width for width in (100, 10) if year % width == 0), 0)
    return [n * (width or 3) + (0 if width else rng.randrange(FEW)) for n in range(1, FEW + 1)]


def alike(year: int, others: Sequence[int]) -> list[int]:
    """Those of the era of a year, each once."""
    return [y for y in dict.fromkeys(others) if (y < 0) == (year < 0) and y != 0]
