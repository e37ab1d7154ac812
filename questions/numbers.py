"""Wrong numbers and dates: written like the key, in order, the key's rank among them as wanted."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from questions import lexicon, spans
from questions.calendars import dates
from questions.candidates import Candidate
from questions.currencies import PREFIX
from questions.dates import FORMS
from questions.figures import figured
from questions.items import AnswerType
from questions.neighbours import Limits, neighbours, ranked, well_rounded
from questions.proportions import COUNTS, one_in, other_parts, other_ratios, share
from questions.quantities import NUMBER, WORDS, WRITTEN, Quantity, parse
from questions.story import NEAR, Story
from questions.text import sentence_case

SCORE = re.compile(r"(\d+|[a-z]+)([-–]| to | votes? to )(\d+|[a-z]+)", re.IGNORECASE)
PARTS = {
    "early": 1, "spring": 3, "mid": 5, "summer": 6, "fall": 9, "autumn": 9, "late": 10,
    "winter": 11,
}  # fmt: skip
# Where a sentence sets one figure against another, either may be right.
ALTERNATIVES = frozenset("or while although though whereas dispute up down compared".split())

FALLS = (
    "fall(?:en)?|drop(?:ped)?|declined?|slip(?:ped)?|sink|dip|shr[iu]nk|slump(?:ed)?|cut|"
    "reduced?|lower(?:ed)?"
)
RISES = "rise|risen|increased?|gr[eo]wn?|climb(?:ed)?|jump(?:ed)?|soar(?:ed)?|raised?|lift(?:ed)?"
# 'Fall from 17.2 percent': what it fell to is less.
MOVED = re.compile(
    rf"\b(?:(?P<down>{FALLS})|(?:{RISES}))\b.* (?P<end>from|to) "
    rf"(?:{PREFIX})?(?P<number>{NUMBER})\b"
)

NUMBERS = re.compile(NUMBER)
PRECEDING, FOLLOWING = re.compile(r"[\w.,]"), re.compile(r"[\w-]")
PART = re.compile(r"\bhow many of (?:the|its|his|her|their) [a-z]", re.IGNORECASE)

WORDED = frozenset(("score", "fraction", "ratio", "span"))
"""Kinds of keys that are ordered, but no single number."""

# So many dates of the article on each side of the key, and no farther from it than so many days.
FEW, APART = 2, 3 * 365
SortValue = tuple[Decimal, ...]


def in_order(
    story: Story, candidate: Candidate, rank: int, rng: random.Random
) -> tuple[tuple[str, ...], int] | None:
    """Four ascending options and the key's place, `rank` where the numbers allow it."""
    if candidate.answer_type == AnswerType.DATE:
        found = of_article(story, candidate, dates(story, candidate, rank, rng))
    elif candidate.kind == "score":
        found = scores(candidate.key, rank, rng)
    elif candidate.kind == "fraction":
        found = other_parts(candidate.key, rank, rng)
    elif candidate.kind == "ratio":
        found = other_ratios(candidate.key, rank)
    elif candidate.kind == "span":
        found = spans.other_spans(candidate.key, rank, rng)
    elif candidate.quantity is not None:
        found = quantities(story, candidate, candidate.quantity, rank, rng)
    else:
        return None
    if len(found) < 3:
        return None
    mine = sort_value(candidate.key)
    place = sum(sort_value(text) < mine for text in found)
    return (*found[:place], candidate.key, *found[place:]), place


def of_article(story: Story, candidate: Candidate, found: Sequence[str]) -> list[str]:
    """Dates that the article tells in place of made ones, as many on each side of the key."""
    mine = sort_value(candidate.key)
    told = sorted(
        (text for text in written_alike(story, candidate) if text not in found),
        key=lambda text: abs(days_of(text) - days_of(candidate.key)),
    )
    kept: list[str] = []
    for later in (False, True):
        made = [text for text in found if (sort_value(text) > mine) is later]
        near = [text for text in told if (sort_value(text) > mine) is later][:FEW]
        kept += sorted([*near, *made][: len(made)], key=sort_value)
    return kept


def written_alike(story: Story, candidate: Candidate) -> list[str]:
    """Other days or months that the article tells in the key's form, of years near the key's."""
    form = next((f for f in FORMS if f.pattern.fullmatch(candidate.key)), None)
    dated = candidate.kind in ("day", "month") and re.search(r"\d{4}", candidate.key)
    if form is None or not dated or "born" in candidate.stem:
        return []
    alone = re.compile(rf"(?<!\d )\b(?:{form.pattern.pattern})\b(?!,? \d)")
    every = {m[0] for s in story.told_texts for m in alone.finditer(s)} - {candidate.key}
    here = days_of(candidate.key)
    return sorted(text for text in every if abs(days_of(text) - here) <= APART)


def days_of(text: str) -> int:
    """About how many days into its year, or into our era, a date lies."""
    year, month, day = map(int, sort_value(text))
    return year * 365 + month * 30 + day


def sort_value(text: str) -> SortValue:
    """What to sort by: a number, or a date's year, month and day."""
    month = next((n for n, m in enumerate(lexicon.MONTHS) if m[:3] in text), None)
    quantity, result = parse(text.removeprefix("Every ")), score(text)
    part, ratio = share(text), one_in(text)
    if part is not None or ratio is not None:
        count = COUNTS.get(text.split(maxsplit=1)[0].lower(), 0) if ratio else 0
        return (Decimal(ratio or 0), Decimal(count), Decimal(float(part or 0)))
    if result is not None:
        return tuple(map(Decimal, result))
    if (span := spans.parse(text)) is not None:
        return (Decimal(span.size),)
    if month is None and quantity is not None:
        return (quantity.value,)
    year, day = re.search(r"\d{4}", text), re.search(r"\b\d\d?(?:\b|th|st|nd|rd)", text)
    days = re.sub(r"\D", "", day[0]) if day else 0
    parts = (year[0] if year else 0, (month or 0) + PARTS.get(part_of(text), 0), days)
    return tuple(map(Decimal, parts))


def part_of(text: str) -> str:
    """'early', 'summer': the part of a year that a date names, or ''."""
    return next((part for part in PARTS if part in text.lower()), "")


def quantities(
    story: Story, candidate: Candidate, quantity: Quantity, rank: int, rng: random.Random
) -> list[str]:
    """Three numbers with the key's unit, digits and hedge; some from the article where they fit."""
    if candidate.kind == "age":
        return ages(quantity, rank, rng)
    low, high = limits(story, candidate, quantity)
    offered = [
        n
        for n in other_numbers(story, candidate, quantity)
        if untrue(n, quantity) and n >= low and (high is None or n <= high) and not quantity.span
    ]
    timed = not quantity.suffix and candidate.kind in lexicon.TIME_UNITS
    like = replace(quantity, suffix=f" {candidate.kind}s") if timed else quantity
    if timed or candidate.answer_type == AnswerType.DURATION:
        offered = [n for n in offered if well_rounded(n, like)]
    values = neighbours(like, rank, rng, limits=(low, high), offered=offered)
    if not all(untrue(value, quantity) for value in values):
        return []
    return [quantity.write(value) for value in values]


def limits(story: Story, candidate: Candidate, quantity: Quantity) -> Limits:
    """What a wrong number may be: no share of all or more, no part larger than its whole."""
    counted = candidate.answer_type in (AnswerType.NUMBER, AnswerType.DURATION)
    low = Decimal(2 if counted and not re.search("illion", quantity.suffix) else 0)
    bound = MOVED.search(candidate.stem)
    if bound is not None:
        return beyond(bound, quantity, low)
    whole = re.search(rf"\bof (?:[a-z]+ ){{0,3}}?({NUMBER})\b", candidate.stem)
    most = parse(whole[1]) if whole is not None else total(story, candidate, quantity)
    if re.search(r"%|per ?cent", quantity.suffix) and quantity.value <= 100:
        # A share of most is not set beside one of all.
        nearly = (100 + quantity.value) / 2
        return low, min(nearly, Decimal(95 if quantity.value < 90 else 99)) - quantity.span
    return low, most.value if most is not None and most.value > quantity.value else None


def total(story: Story, candidate: Candidate, quantity: Quantity) -> Quantity | None:
    """The one greater number of the headline, of which 'How many of the dead …' asks for a part."""
    if PART.search(candidate.stem) is None:
        return None
    told = [parse(n) for n in re.findall(rf"\b{NUMBER}\b", story.reading.article.title)]
    greater = [n for n in told if n is not None and n.value > quantity.value]
    return greater[0] if len(greater) == 1 else None


def beyond(bound: re.Match[str], quantity: Quantity, low: Decimal) -> Limits:
    """What lies on the key's side of the other end of a rise or a fall, if the key does."""
    other = parse(bound["number"])
    below = (bound["down"] is not None) == (bound["end"] == "from")
    if other is None or (other.value > quantity.value) != below:
        return low, None
    near = Decimal("0.999") if below else Decimal("1.001")
    return (low, other.value * near) if below else (max(low, other.value * near), None)


def ages(quantity: Quantity, rank: int, rng: random.Random) -> list[str]:
    """Three other ages, a few years apart."""
    age, steps = (
        int(quantity.value),
        [rng.randrange(2, 4), rng.randrange(5, 7), rng.randrange(8, 10)],
    )
    chosen = ranked([age - s for s in steps if age - s > 0], [age + s for s in steps], rank)
    return [quantity.write(Decimal(a)) for a in chosen]


def untrue(number: Decimal, quantity: Quantity) -> bool:
    """Whether a number is wrong under the key's bound: of 'at least six', four is true as well."""
    if quantity.least:
        return number > quantity.value
    return not quantity.most or number < quantity.value


def with_unit(story: Story, quantity: Quantity, sentences: Sequence[int]) -> list[str]:
    """The numbers that stand with a quantity's currency or unit in some sentences."""
    found = story.once(written)
    return [n.text for s in sentences for n in found.get(s, ()) if n.has(quantity)]


@dataclass(frozen=True, slots=True)
class Written:
    """A number where it stands, with all before and behind it in its sentence."""

    text: str
    before: str
    behind: str

    def has(self, quantity: Quantity) -> bool:
        """Whether it stands with a quantity's currency and unit, and with no more than these."""
        prefix, suffix = quantity.prefix.lower(), quantity.suffix.lower()
        if not (self.before.endswith(prefix) and self.behind.startswith(suffix)):
            return False
        ahead = self.before.removesuffix(prefix)[-1:]
        after = self.behind.removeprefix(suffix)[:1]
        return not (PRECEDING.match(ahead) or FOLLOWING.match(after))


def written(story: Story) -> dict[int, tuple[Written, ...]]:
    """The numbers of every sentence that has any."""
    numbers = (n for n in range(len(story.texts)) if figured(story, n))
    return {n: tuple(in_sentence(story.texts[n].lower())) for n in numbers}


def in_sentence(text: str) -> Iterator[Written]:
    """The numbers of a sentence in lower case."""
    for found in NUMBERS.finditer(text):
        yield Written(found[0], text[: found.start()], text[found.end() :])


def other_numbers(story: Story, candidate: Candidate, quantity: Quantity) -> list[Decimal]:
    """Numbers that the article writes the same way about something else, near the evidence."""
    near = range(max(0, candidate.first - NEAR), candidate.last + NEAR + 1)
    here = range(candidate.first, candidate.last + 1)
    every = story.reading.sentences
    shut = {n for n in here if any(t.lower_ in ALTERNATIVES for t in every[n])}
    if quantity.prefix or quantity.suffix:
        open_to = [n for n in near if n not in shut]
        written = with_unit(story, quantity, open_to)
    else:
        written = [
            text
            for sentence in near
            for text, noun in story.figures.get(sentence, ())
            if sentence not in shut and noun != candidate.kind
        ]
    asked = {n.value for m in re.findall(NUMBER, candidate.stem) if (n := parse(m)) is not None}
    parsed = [n for w in written if (n := parse(w)) is not None]
    alike = {n.value for n in parsed if n.decimals == quantity.decimals}
    return sorted(alike - asked - {quantity.value})


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
