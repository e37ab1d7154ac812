"""Other values beside a number: rounded alike, neither too near nor too far."""

import itertools
import random
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from questions.quantities import MANY, OVER, SCALES, WRITTEN, Quantity

# Hours, months, minutes and days come in round lots: a year and a half, not 16 months.
LOTS = {"hour": (24, 12), "month": (12, 6), "minute": (30, 15), "day": (14, 7)}


@lru_cache(maxsize=20_000)
def grain(quantity: Quantity) -> Decimal:
    """The place of the last digit that is no rounded nought: 1 for 728, 100 for 400, .1 for 1.8.

    Fives count as rounded too, 50 for 250 and .5 for 12.5, and so do half a day or half a year.
    """
    lot = lots(quantity) or quarters(quantity)
    step = Decimal(1).scaleb(-quantity.decimals)
    while quantity.value and quantity.value % (step * 10) == 0:
        step *= 10
    many = 15 * step if step >= 1 else 2 if quantity.decimals == 1 else quantity.value + 1
    fives = quantity.value >= many and quantity.value % (step * 5) == 0
    return lot or (step * 5 if fives else step)


def quarters(quantity: Quantity) -> Decimal:
    """The quarter of a point by which rates of interest go: 2.75 per cent, not 2.36."""
    share = "%" in quantity.suffix or "per" in quantity.suffix
    quarter = Decimal("0.25")
    fine = share and quantity.decimals == 2 and quantity.value % quarter == 0
    return quarter if fine else Decimal(0)


def lots(quantity: Quantity) -> Decimal:
    """The round lot that a time is a multiple of, or 0."""
    least, lot = LOTS.get(quantity.suffix.strip().removesuffix("s"), (0, 0))
    return Decimal(lot if lot and quantity.value >= least and quantity.value % lot == 0 else 0)


FARTHEST, TRIES = Decimal(4), 12
"""Of larger numbers none is offered that is less than a quarter of the key."""
FIT, YEARS = Decimal(3), Decimal(2)
EXACT = 3
"""How many times closer numbers of the article may lie than made ones, where each is exact."""

CROWDED, APART = 4, 2
"""How many times nearer to one another than to the key values of the article may lie, and how much
wider than theirs the gap beside the key may be."""
EXACTLY, CLOSE, FINE = 2, Decimal("1.15"), 30
"""With so many decimals somebody has measured, and what others reached lies close by."""

FEW = 12
MILLIONS = frozenset(word for word, scale in SCALES.items() if scale >= 10**6)

Limits = tuple[Decimal, Decimal | None]


def neighbours(
    quantity: Quantity,
    rank: int,
    rng: random.Random,
    *,
    limits: Limits = (Decimal(1), None),
    offered: Sequence[Decimal] = (),
) -> list[Decimal]:
    """Three other values, `rank` of them below, rounded alike and neither too near nor too far.

    `offered` values, such as those of the same kind in the article, are taken first where they fit.
    Where the limits leave no room below or above, the other side gets more.
    """
    taken = [near(quantity, side, offered) for side in (-1, +1)]
    below, above = (
        spread(quantity, side, values, limits, rng)
        for side, values in zip((-1, +1), taken, strict=True)
    )
    found = ranked(below, above, towards(rank, len(taken[0]), len(taken[1])))
    if offered and sticks_out(quantity.value, found):
        return neighbours(quantity, rank, rng, limits=limits)
    return found


def sticks_out(key: Decimal, others: Sequence[Decimal]) -> bool:
    """Whether a key lies alone beside others that lie close together: 11 beside 6, 7 and 8."""
    if len(others) < 2 or min(others) < key < max(others):
        return False
    gaps = [b - a for a, b in itertools.pairwise(sorted(others))]
    return min(abs(key - other) for other in others) > APART * max(gaps)


def near(quantity: Quantity, side: int, offered: Sequence[Decimal]) -> list[Decimal]:
    """The first three offered values on one side that are near the key's and fit its style.

    Figures that are told exactly may lie closer than made ones, for nobody takes one for the other.
    """
    gap = step_between(quantity, side)
    if not quantity.hedge and not quantity.span:
        gap = max(grain(quantity), gap / EXACT)
    found: list[Decimal] = []
    fair = [v for v in offered if fits(v, quantity, side) and in_style(v, quantity)]
    for value in fair:
        far = abs(value - quantity.value)
        crowded = any(abs(value - other) * CROWDED < far for other in found)
        if not crowded and all(abs(value - o) >= gap for o in (*found, quantity.value)):
            found.append(value)
    return found[:3]


def towards(rank: int, below: int, above: int) -> int:
    """The rank wanted, or another one that has room for what the article tells on both sides.

    Ranks without room are spread over the others, so that none is the likelier.
    """
    least, most = (3 - above, below) if below + above > 3 else (below, 3 - above)
    least, most = max(least, 0), min(most, 3)
    return least + (rank - least) % (most - least + 1)


def spread(
    quantity: Quantity, side: int, taken: list[Decimal], limits: Limits, rng: random.Random
) -> list[Decimal]:
    """Up to three values on one side of the quantity's own, those taken first, nearest next."""
    wide = quantity.value / step_between(quantity, side) > 6
    strides = [rng.choice((1, 2) if wide else (1,)) for _ in range(TRIES)]
    found = walked(quantity, side, taken, limits, strides)
    return found if len(found) == 3 else walked(quantity, side, taken, limits, [1] * TRIES)


def walked(
    quantity: Quantity, side: int, taken: list[Decimal], limits: Limits, strides: list[int]
) -> list[Decimal]:
    """The values taken, and those that some strides lead to, as far as the limits allow."""
    low, high = limits
    gap = step_between(quantity, side)
    found, value = list(taken), quantity.value
    low = max(low, value / FARTHEST) if value >= MANY else low
    for stride in strides:
        value += side * gap * stride
        if value < low or value <= 0 or (high is not None and value > high) or len(found) == 3:
            break
        if well_rounded(value, quantity) and all(abs(value - f) >= gap for f in found):
            found.append(value)
    return found


def step_between(quantity: Quantity, side: int) -> Decimal:
    """The least distance between options on one side: a share of the key, in its own rounding.

    Estimates lie further apart than figures of which every digit counts: 'about 450' may be 500.
    Of 'more than 150' nobody takes 300 to be meant, while 175 may be true.
    """
    if quantity.rough and quantity.hedge in OVER and side > 0:
        return quantity.value
    step, key = grain(quantity), quantity.value
    fine = quantity.decimals and key >= 10
    part = FINE if measured(quantity) else 4 if quantity.hedge else 10 if fine else 7
    gap = max(step, (key / part // step) * step)
    few = quantity.rough and key <= FEW
    if (few or quantity.suffix.strip() in MILLIONS) and key / part > gap:
        # Nobody knows 1.3 billion from 1.2 billion people, or about six months from five.
        gap += step
    if quantity.span:
        return quantity.span + max(step, Decimal(1).scaleb(quantity.span.adjusted()))
    if quantity.least:
        return gap
    # Three round numbers must have room below: 250, 200 and 150 below 300.
    return gap / 2 if halved(quantity) and key < 4 * gap else gap


def halved(quantity: Quantity) -> bool:
    """Whether halves of its rounding are round enough beside a number: 150 beside 300."""
    step = grain(quantity)
    return step > 1 and not lots(quantity) and quantity.value < 4 * step


def fits(value: Decimal, quantity: Quantity, side: int) -> bool:
    """Whether a number of the article is near enough: on that side, within a factor of 3."""
    key, fit = quantity.value, factor(quantity)
    return (value - key) * side > 0 and key / fit <= value <= key * fit


def factor(quantity: Quantity) -> Decimal:
    """How far a number of the article may lie: of a throw of 88.91 metres none of 45.02.

    Sums, shares and estimates are no measures, with however many decimals.
    """
    return CLOSE if measured(quantity) else YEARS if "year" in quantity.suffix else FIT


def measured(quantity: Quantity) -> bool:
    """Whether a figure is no sum, no share and no estimate, and told to the hundredth."""
    other = quantity.prefix or quantity.hedge or re.search(r"%|per|illion", quantity.suffix)
    return quantity.decimals >= EXACTLY and quantity.value >= MANY and not other


def in_style(value: Decimal, quantity: Quantity) -> bool:
    """Whether a number of the article may stand beside the key: one digit finer at most."""
    if quantity.hedge:
        return well_rounded(value, quantity)
    step = grain(quantity)
    unwritten = quantity.worded and value > max(WRITTEN)
    return not unwritten and value % (step / 10 if step >= 10 else min(step, Decimal(1))) == 0


def well_rounded(value: Decimal, quantity: Quantity) -> bool:
    """Rounded like the key, and no rounder where that is exact to its last digit."""
    step = grain(quantity)
    exact = quantity.value >= 20 and step <= 1
    unwritten = quantity.worded and value + quantity.span > max(WRITTEN)
    rough = value % (step / 2 if halved(quantity) else step) != 0
    return not unwritten and not rough and not (exact and value % (step * 10) == 0)


def ranked[N: (int, Decimal)](below: Sequence[N], above: Sequence[N], rank: int) -> list[N]:
    """Three values in order, `rank` of them from below as far as both sides allow."""
    count = min(max(rank, 3 - len(above)), len(below))
    chosen = list(below[:count])
    chosen += above[: 3 - count]
    return sorted(chosen)
