"""Numbers as articles write them: reading them, and writing others in the same style."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
).split()
TENS = dict(
    zip("thirty forty fifty sixty seventy eighty ninety".split(), range(30, 100, 10), strict=True)
)
WORDS = (
    {word: n for n, word in enumerate(SMALL)}
    | TENS
    | {f"{ten}-{one}": n + m for ten, n in TENS.items() for m, one in enumerate(SMALL[:10]) if m}
    | {f"twenty-{one}": 20 + m for m, one in enumerate(SMALL[:10]) if m}
)
WRITTEN = {n: word for word, n in WORDS.items()}
# 'About' and 'at least' go into the stem; other bounds stay with the numbers, for nobody asks 'more
# than how many'. Wrong numbers lie above a lower bound and below an upper one: of 'at least four',
# three is true as well.
ABOUT = (
    "around", "about", "some", "roughly", "approximately", "nearly", "almost", "an estimated",
    "close to", "just over", "just under", "just short of", "a little over", "slightly more than",
    "something like", "well over",
)  # fmt: skip
LEAST = "at least"
LOWER = (LEAST, "more than", "over")
UPPER = ("at most", "less than", "fewer than", "up to", "as many as", "as much as", "under")
HEDGE = "|".join((*ABOUT, *LOWER, *UPPER))
WORD = "|".join(sorted(WORDS, key=len, reverse=True))
MAGNITUDE = r"(?: (?:hundred|thousand|million|billion|trillion)|(?:bn|mn|m|tn|k)\b)?"
NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{WORD}"
# 'Just 2%', 'a mere 74': what makes a number small in somebody's eyes.
UNIT = r"(?:%| percent| per cent| [a-z]+| degrees Celsius)?"
RANGE = re.compile(
    rf"^(?:(?P<hedge>{'|'.join(ABOUT)}) )?(?P<between>between )?"
    rf"(?P<low>(?:(?:US|A|C)?[$€£¥])?(?P<number>{NUMBER}){MAGNITUDE}%?) (?P<joint>and|to) "
    rf"(?P<high>(?:(?:US|A|C)?[$€£¥])?(?:{NUMBER}){MAGNITUDE}{UNIT}(?: (?:a|an|per) [a-z]+)?)$",
    re.IGNORECASE,
)
FOCUS = re.compile(r"^(?:just|only|a mere|exactly) (?!over|under|short)", re.IGNORECASE)
EXPRESSION = re.compile(
    rf"^(?:(?P<hedge>{HEDGE}) )?(?P<prefix>(?:US|A|C)?[$€£¥])?(?P<number>{NUMBER})"
    rf"(?P<suffix>{MAGNITUDE}{UNIT}(?: (?:a|an|per) [a-z]+)?)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its style: '$1.8 billion' has prefix '$', value 1.8, suffix ' billion'.

    It is written with its hedge where that is a bound other than 'at least'. `high` is the far end
    of a range that begins with the number, `near` what follows that ('Between $5m and $6m').
    """

    hedge: str
    prefix: str
    value: Decimal
    suffix: str
    decimals: int
    grouped: bool
    worded: bool
    near: str = ""
    between: bool = False
    high: "Quantity | None" = None

    @property
    def span(self) -> Decimal:
        """How far a range reaches, or 0."""
        return self.high.value - self.value if self.high is not None else Decimal(0)

    @property
    def asked(self) -> str:
        """The hedge that goes into the question."""
        if self.hedge == LEAST:
            return LEAST
        return "about" if self.hedge in ABOUT else ""

    @property
    def bound(self) -> str:
        """The hedge that stays with the number."""
        return "" if self.hedge in (*ABOUT, LEAST) else self.hedge

    @property
    def least(self) -> bool:
        """A lower bound, of which smaller numbers are true as well."""
        return self.hedge in LOWER

    @property
    def most(self) -> bool:
        """An upper bound, of which larger numbers are true as well."""
        return self.hedge in UPPER

    def write(self, value: Decimal) -> str:
        """Another value in the same style and with the same bound, or a range as wide."""
        text = self.written(value)
        return text[0].upper() + text[1:]

    def written(self, value: Decimal) -> str:
        """The same within a sentence."""
        if self.high is not None:
            near = replace(self, high=None, suffix=self.near).written(value)
            far = self.high.written(value + self.span)
            return f"between {near} and {far}" if self.between else f"{near} to {far}"
        if self.worded and value in WRITTEN:
            number = WRITTEN[int(value)]
        else:
            number = f"{value:,.{self.decimals}f}" if self.grouped else f"{value:.{self.decimals}f}"
        single = value == 1 and len(self.suffix) > 3
        suffix = self.suffix.removesuffix("s") if single else self.suffix
        return f"{self.bound} {self.prefix}{number}{suffix}".lstrip()


@lru_cache(maxsize=20_000)
def parse(text: str) -> Quantity | None:
    """One number with its hedge and unit, or None: ranges and sums are no single number."""
    plain = FOCUS.sub("", re.sub(r"\s+", " ", text.strip()))
    match = EXPRESSION.match(plain.replace(" - ", "-"))
    if match is None:
        return between(plain)
    number = match["number"].lower()
    worded = number in WORDS
    value = Decimal(WORDS[number]) if worded else Decimal(number.replace(",", ""))
    decimals = len(number.partition(".")[2]) if not worded else 0
    grouped = "," in number or (not worded and value < 1000)
    hedge = (match["hedge"] or "").lower()
    return Quantity(hedge, match["prefix"] or "", value, match["suffix"], decimals, grouped, worded)


def between(text: str) -> Quantity | None:
    """'Between 5 and 7 cents', 'two to three years': both ends in one style, the far one larger."""
    match = RANGE.match(text)
    if match is None or (match["between"] is None) != (match["joint"].lower() == "to"):
        return None
    low, high = parse(match["low"]), parse(match["high"])
    if low is None or high is None or low.value >= high.value or low.worded != high.worded:
        return None
    if low.prefix and low.prefix != high.prefix:
        return None
    opened, hedge = match["between"] is not None, (match["hedge"] or "").lower()
    return replace(low, hedge=hedge, suffix=high.suffix, near=low.suffix, between=opened, high=high)


# Hours, months, minutes and days come in round lots: a year and a half, not 16 months.
LOTS = {"hour": (24, 12), "month": (12, 6), "minute": (30, 15), "day": (14, 7)}


def grain(quantity: Quantity) -> Decimal:
    """The place of the last digit that is no rounded nought: 1 for 728, 100 for 400, .1 for 1.8.

    Fives count as rounded too, 50 for 250 and .5 for 12.5, and so do half a day or half a year.
    """
    lot = lots(quantity)
    step = Decimal(1).scaleb(-quantity.decimals)
    while quantity.value and quantity.value % (step * 10) == 0:
        step *= 10
    many = 15 * step if step >= 1 else 2 if quantity.decimals == 1 else quantity.value + 1
    fives = quantity.value >= many and quantity.value % (step * 5) == 0
    return lot or (step * 5 if fives else step)


def lots(quantity: Quantity) -> Decimal:
    """The round lot that a time is a multiple of, or 0."""
    least, lot = LOTS.get(quantity.suffix.strip().removesuffix("s"), (0, 0))
    return Decimal(lot if lot and quantity.value >= least and quantity.value % lot == 0 else 0)


MANY, FARTHEST, TRIES = 10, Decimal(4), 12
"""Of larger numbers none is offered that is less than a quarter of the key."""

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
    rank = towards(rank, bool(taken[0]), bool(taken[1]), rng)
    count = min(max(rank, 3 - len(above)), len(below))
    return sorted(below[:count] + above[: 3 - count])


def near(quantity: Quantity, side: int, offered: Sequence[Decimal]) -> list[Decimal]:
    """Up to three offered values on one side that are near the quantity's own and fit its style."""
    gap = step_between(quantity)
    found: list[Decimal] = []
    for value in sorted(offered, key=lambda v: abs(v - quantity.value)):
        apart = all(abs(value - other) >= gap for other in (*found, quantity.value))
        if fits(value, quantity.value, side) and in_style(value, quantity) and apart:
            found.append(value)
    return found[:3]


def towards(rank: int, below: bool, above: bool, rng: random.Random) -> int:
    """A rank that leaves room on the side where there are offered values, if only one has them."""
    if above and not below and rank == 3:
        return rng.randrange(3)
    if below and not above and rank == 0:
        return rng.randrange(1, 4)
    return rank


def spread(
    quantity: Quantity, side: int, taken: list[Decimal], limits: Limits, rng: random.Random
) -> list[Decimal]:
    """Up to three values on one side of the quantity's own, those taken first, nearest next."""
    wide = quantity.value / step_between(quantity) > 6
    strides = [rng.choice((1, 2) if wide else (1,)) for _ in range(TRIES)]
    found = walked(quantity, side, taken, limits, strides)
    return found if len(found) == 3 else walked(quantity, side, taken, limits, [1] * TRIES)


def walked(
    quantity: Quantity, side: int, taken: list[Decimal], limits: Limits, strides: list[int]
) -> list[Decimal]:
    """The values taken, and those that some strides lead to, as far as the limits allow."""
    low, high = limits
    gap = step_between(quantity)
    found, value = list(taken), quantity.value
    low = max(low, value / FARTHEST) if value >= MANY else low
    for stride in strides:
        value += side * gap * stride
        if value < low or value <= 0 or (high is not None and value > high) or len(found) == 3:
            break
        if well_rounded(value, quantity) and all(abs(value - f) >= gap for f in found):
            found.append(value)
    return found


def step_between(quantity: Quantity) -> Decimal:
    """The least distance between options: a share of the key, in its own rounding.

    Estimates lie further apart than figures of which every digit counts: 'about 450' may be 500.
    """
    step, key = grain(quantity), quantity.value
    fine = quantity.decimals and key >= 10
    part = 4 if quantity.hedge else 10 if fine else 7
    gap = max(step, (key / part // step) * step)
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


def fits(value: Decimal, key: Decimal, side: int) -> bool:
    """Whether a number of the article is near enough: on that side, within a factor of 2.5."""
    return (value - key) * side > 0 and key / Decimal("2.5") <= value <= key * Decimal("2.5")


def in_style(value: Decimal, quantity: Quantity) -> bool:
    """Whether a number of the article may stand beside the key: one digit finer at most."""
    if quantity.hedge:
        return well_rounded(value, quantity)
    step = grain(quantity)
    unwritten = quantity.worded and value > max(WRITTEN)
    return not unwritten and value % (step / 10 if step >= 100 else min(step, Decimal(1))) == 0


def well_rounded(value: Decimal, quantity: Quantity) -> bool:
    """Rounded like the key, and no rounder where that is exact to its last digit."""
    step = grain(quantity)
    exact = quantity.value >= 20 and step <= 1
    unwritten = quantity.worded and value + quantity.span > max(WRITTEN)
    rough = value % (step / 2 if halved(quantity) else step) != 0
    return not unwritten and not rough and not (exact and value % (step * 10) == 0)


def ranked(below: Sequence[int], above: Sequence[int], rank: int) -> list[int]:
    """Three values in order, `rank` of them from below as far as both sides allow."""
    count = min(max(rank, 3 - len(above)), len(below))
    return sorted([*below[:count], *above[: 3 - count]])
