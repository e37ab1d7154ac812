"""What a response is worth."""

from dataclasses import dataclass
from math import floor

from questions import Item

FULL, SECOND_TRY, LEFT_OPEN = 1.0, 0.5, 0.0
"""A question of a finished attempt is missed, that is to be gone over, below the full mark: where
it is wrong, left open, or right only at the second try."""


@dataclass(frozen=True, slots=True)
class Score:
    """Marks won of marks to be won; `of` is never 0."""

    marks: float
    of: int

    @property
    def share(self) -> float:
        """Between 0 and 1, so that attempts of different length compare."""
        return self.marks / self.of

    @property
    def percent(self) -> int:
        """Share in percent, as pages show it."""
        return percent(self.share)


def percent(share: float) -> int:
    """Nearest whole number; only a perfect score is 100."""
    nearest = int(rounded(100 * share))
    return nearest if share >= 1 else min(nearest, 99)


def rounded(number: float, digits: int = 0) -> float:
    """Nearest number with so many decimals, halves up, as all marks and shares are shown.

    1.5 is 2, and so is what in binary digits is a little less.
    """
    unit = 10.0**digits
    return floor(unit * number + 0.5 + 1e-9) / unit


def mark(item: Item, chosen: int, *, tries: int = 1) -> float:
    """One mark for the key, half of it at the second try; guessing costs nothing."""
    if chosen != item.key:
        return 0.0
    return FULL if tries == 1 else SECOND_TRY
