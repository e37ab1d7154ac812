"""Numbers as articles write them: reading them, and writing others in the same style."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from questions.currencies import PREFIX

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
# three is true as well. 'More than 400' is asked as 'about how many', or each option would hold
# the next; of a few, 'more than two' stays.
ABOUT = (
    "around", "about", "some", "roughly", "approximately", "nearly", "almost", "an estimated",
    "close to", "just over", "just under", "just short of", "a little over", "slightly more than",
    "something like", "well over", "perhaps", "maybe", "upwards of", "a little more than",
    "slightly over",
)  # fmt: skip
LEAST = "at least"
OVER = ("more than", "over")
MANY = 10
LOWER = (LEAST, *OVER)
UPPER = ("at most", "less than", "fewer than", "up to", "as many as", "as much as", "under")
HEDGE = "|".join((*ABOUT, *LOWER, *UPPER))
ONES = "|".join(SMALL[1:10])
WORD = "|".join((
    rf"(?:twenty|{'|'.join(TENS)})(?:-(?:{ONES}))?", *sorted(SMALL[:-1], key=len, reverse=True)
))  # fmt: skip
# What a figure is multiplied by, and how that is written right behind it.
MAGNITUDES = {
    "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
SCALES = MAGNITUDES | SHORT
MAGNITUDE = rf"(?: ?(?:{'|'.join(MAGNITUDES)})|(?:{'|'.join(SHORT)})\b)?"
MANIFOLD = re.compile(MAGNITUDE.removesuffix("?"))
NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{WORD}"
# 'Danish crowns', 'US dollars', 'square miles'
UNIT = (
    r"(?:%| percent| per cent| (?:(?:(?-i:[A-Z][A-Za-z]+)|square|cubic) )?[a-z]+"
    r"| degrees Celsius)?"
)
RANGE = re.compile(
    rf"^(?:(?P<hedge>{'|'.join(ABOUT)}) )?(?P<between>between )?"
    rf"(?P<low>{PREFIX}?(?P<number>{NUMBER}){MAGNITUDE}%?) (?P<joint>and|to) "
    rf"(?P<high>{PREFIX}?(?:{NUMBER}){MAGNITUDE}{UNIT}(?: (?:a|an|per) [a-z]+)?)$",
    re.IGNORECASE,
)
# 'Just 2%', 'a mere 74': what makes a number small in somebody's eyes.
FOCUS = re.compile(r"^(?:just|only|a mere|exactly) (?!over|under|short)", re.IGNORECASE)
EXPRESSION = re.compile(
    rf"^(?:(?P<hedge>{HEDGE}) )?(?P<prefix>{PREFIX})?(?P<number>{NUMBER})"
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
        return "about" if self.rough else ""

    @property
    def rough(self) -> bool:
        """Whether the number only tells about how many there are."""
        many = self.value >= MANY or MANIFOLD.match(self.suffix) is not None
        return self.hedge in ABOUT or (self.hedge in OVER and many)

    @property
    def bound(self) -> str:
        """The hedge that stays with the number."""
        return "" if self.rough or self.hedge == LEAST else self.hedge

    @property
    def least(self) -> bool:
        """A lower bound, of which smaller numbers are true as well."""
        return self.hedge in LOWER and not self.rough

    @property
    def most(self) -> bool:
        """An upper bound, of which larger numbers are true as well."""
        return self.hedge in UPPER

    @property
    def text(self) -> str:
        """The number itself as an option has it."""
        return self.write(self.value)

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
        # '1 euro', but '1 million euros', and '1 m' of every length.
        large = re.match(MAGNITUDE, self.suffix)
        single = value == 1 and len(self.suffix) > 3 and not (large and large[0])
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
