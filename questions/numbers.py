"""Wrong numbers and dates: written like the key, in order, the key's rank among them as wanted."""

import random
import re
from collections.abc import Sequence
from decimal import Decimal

from questions import lexicon
from questions.candidates import Candidate
from questions.items import AnswerType
from questions.quantities import NUMBER, Quantity, neighbours, parse, towards
from questions.story import YEAR, Story

DAYS = range(1, 29)
SCORE = re.compile(r"(\d+)[-–](\d+)")
PARTS = {
    "early": 1, "spring": 3, "mid": 5, "summer": 6, "fall": 9, "autumn": 9, "late": 10,
    "winter": 11,
}  # fmt: skip
CENTURIES = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth twentieth twenty-first"
).split()
CHILDHOOD = 12
NEAR = 60
"""Sentences on either side of the evidence in which numbers are looked for."""

SortValue = tuple[Decimal, ...]


def in_order(
    story: Story, candidate: Candidate, rank: int, rng: random.Random
) -> tuple[tuple[str, ...], int] | None:
    """Four ascending options and the key's place, `rank` where the numbers allow it."""
    if candidate.answer_type == AnswerType.DATE:
        found = dates(story, candidate, rank, rng)
    elif candidate.kind == "score":
        found = scores(candidate.key, rank, rng)
    elif candidate.quantity is not None:
        found = quantities(story, candidate, candidate.quantity, rank, rng)
    else:
        return None
    if len(found) < 3:
        return None
    place = sum(sort_value(text) < sort_value(candidate.key) for text in found)
    return (*found[:place], candidate.key, *found[place:]), place


def sort_value(text: str) -> SortValue:
    """What to sort by: a number, or a date's year, month and day."""
    month = next((n for n, m in enumerate(lexicon.MONTHS) if m[:3] in text), None)
    quantity, score = parse(text), SCORE.fullmatch(text)
    if score is not None:
        return tuple(map(Decimal, score.groups()))
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
    share = "%" in quantity.suffix and quantity.value <= 100
    counted = candidate.answer_type in (AnswerType.NUMBER, AnswerType.DURATION)
    whole = re.search(rf"of (?:the|its|their) ({NUMBER})\b", candidate.stem)
    most = parse(whole[1]) if whole is not None else None
    high = Decimal(100) if share else most.value if most is not None else None
    limits = (Decimal(2 if counted else 0), high)
    offered = [n for n in other_numbers(story, candidate, quantity) if untrue(n, quantity)]
    if candidate.kind == "age":
        return ages(quantity, rank, rng)
    values = neighbours(quantity, rank, rng, limits=limits, offered=offered)
    if not all(untrue(value, quantity) for value in values):
        return []
    return [quantity.write(value) for value in values]


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


def other_numbers(story: Story, candidate: Candidate, quantity: Quantity) -> list[Decimal]:
    """Numbers that the article writes the same way about something else, near the evidence."""
    near = range(candidate.first - NEAR, candidate.last + NEAR + 1)
    here = range(candidate.first, candidate.last + 1)
    if quantity.prefix or quantity.suffix:
        prefix, suffix = re.escape(quantity.prefix), re.escape(quantity.suffix)
        pattern = rf"(?<![\w.,]){prefix}({NUMBER}){suffix}(?!\w)"
        around = [
            s.text for n, s in enumerate(story.reading.sentences) if n in near and n not in here
        ]
        found = (m for text in around for m in re.finditer(pattern, text, re.IGNORECASE))
        written = [m[1] for m in found]
    else:
        written = [
            text
            for sentence, text, noun in story.figures
            if sentence in near and sentence not in here and noun != candidate.kind
        ]
    parsed = [n for w in written if (n := parse(w)) is not None]
    return sorted({n.value for n in parsed if n.decimals == quantity.decimals} - {quantity.value})


def dates(story: Story, candidate: Candidate, rank: int, rng: random.Random) -> list[str]:
    """Years, months or days around the key's, none after the latest year of the article.

    For something that has happened, years that the article only looks forward to do not count.
    """
    written = re.search(r"\d{4}", candidate.key)
    year = int(written[0]) if written is not None else max(story.past_years, default=2000)
    every = story.past_years
    latest = max([year, *every])
    if every and year > max(every):
        every = ()
    if story.names.hero is not None:
        every = grown(every, candidate)
    match candidate.kind:
        case "year":
            return years(year, latest, rank, rng, every)
        case "part" | "decade":
            step = 10 if candidate.kind == "decade" else 1
            return shifted(candidate.key, year, step, latest, rank)
        case "century":
            return centuries(candidate.key, rank)
        case "month":
            return months(candidate.key, year, latest, rank, rng)
        case _:
            return days(candidate.key, rank, rng)


def grown(every: Sequence[int], candidate: Candidate) -> tuple[int, ...]:
    """Years of a life that something can have happened in: none beside a birth, no child's."""
    if re.search(r"\bborn\b", candidate.stem):
        return ()
    return tuple(y for y in every if y >= min(every) + CHILDHOOD)


def shifted(key: str, year: int, step: int, latest: int, rank: int) -> list[str]:
    """The same part of other years, or other decades."""
    below = [year - n * step for n in (1, 2, 3)]
    above = [y for n in (1, 2, 3) if (y := year + n * step) <= latest]
    return [key.replace(str(year), str(y)) for y in ranked(below, above, rank)]


def centuries(key: str, rank: int) -> list[str]:
    """Three neighbouring centuries, written in words or figures as the key is."""
    name = key.split()[1].lower()
    figure = re.fullmatch(r"(\d\d?)(?:st|nd|rd|th)", name)
    at = int(figure[1]) if figure else CENTURIES.index(name) + 10 if name in CENTURIES else 0
    if not 4 <= at <= 21:
        return []
    chosen = ranked(
        [at - 1, at - 2, at - 3], [n for n in (at + 1, at + 2, at + 3) if n <= 21], rank
    )
    if not figure and min(chosen) < 10:
        return []
    write = ordinal if figure else (lambda n: CENTURIES[n - 10])
    return [key.replace(key.split()[1], write(n)) for n in chosen]


def ordinal(number: int) -> str:
    """'21st', '12th'."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"
    return f"{number}{ending}"


def scores(key: str, rank: int, rng: random.Random) -> list[str]:
    """Three other scores of the same winner, written alike."""
    found = SCORE.fullmatch(key)
    if found is None:
        return []
    high, low = int(found[1]), int(found[2])
    step = 1 if max(high, low) < 12 else max(2, max(high, low) // 12)
    others = [
        (high + a * step, low + b * step)
        for a in (-2, -1, 0, 1, 2)
        for b in (-2, -1, 0, 1, 2)
        if (a, b) != (0, 0) and low + b * step >= 0 and abs(a) + abs(b) <= 2
    ]
    fair = [(a, b) for a, b in others if (a > b) == (high > low) and a != b]
    below = sorted(
        rng.sample([o for o in fair if o < (high, low)], k)
        if (k := min(3, sum(o < (high, low) for o in fair)))
        else []
    )
    above = sorted(
        rng.sample([o for o in fair if o > (high, low)], k)
        if (k := min(3, sum(o > (high, low) for o in fair)))
        else []
    )
    count = min(max(rank, 3 - len(above)), len(below))
    dash = key[len(found[1])]
    return [f"{a}{dash}{b}" for a, b in [*below[:count], *above[: 3 - count]]]


def years(
    year: int, latest: int, rank: int, rng: random.Random, offered: Sequence[int]
) -> list[str]:
    """Three other years, near ones of the article first; closer together the later they are."""
    width = 1 if latest - year < 6 else 2 if latest - year < 20 else 3 if latest - year < 60 else 5
    near = sorted({y for y in offered if abs(y - year) <= 7 * width}, key=lambda y: abs(y - year))
    steps = [n * width + rng.randrange(width) for n in range(1, 4)]
    later, earlier = [y for y in near if year < y <= latest][:2], [y for y in near if y < year][:2]
    above = [y for y in dict.fromkeys([*later, *(year + s for s in steps)]) if y <= latest]
    below = list(dict.fromkeys([*earlier, *(year - s for s in steps)]))
    rank = towards(rank, bool(earlier), bool(later), rng)
    return [str(y) for y in ranked(below, above, rank)]


def months(key: str, year: int, latest: int, rank: int, rng: random.Random) -> list[str]:
    """Three other months with their year, some months apart."""
    at = year * 12 + lexicon.MONTHS.index(key.split(maxsplit=1)[0])
    steps = [rng.randrange(3, 6), rng.randrange(7, 10), rng.randrange(11, 15)]
    above = [at + s for s in steps if (at + s) // 12 <= latest]
    chosen = ranked([at - s for s in steps], above, rank)
    return [f"{lexicon.MONTHS[m % 12]} {m // 12}" for m in chosen]


def days(key: str, rank: int, rng: random.Random) -> list[str]:
    """Three other days of the month, or for a first day other months of the year, written alike."""
    found = re.search(r"\b(\d\d?)\b", key)
    month = next((m for m in lexicon.MONTHS if m in key), None)
    if found is None or month is None:
        return []
    day, at = int(found[1]), lexicon.MONTHS.index(month)
    if (day, month) in ((1, "January"), (31, "December")) and YEAR.search(key):
        year = int(YEAR.findall(key)[0])
        chosen = ranked([year - 1, year - 2, year - 3], [year + 1, year + 2, year + 3], rank)
        return [key.replace(str(year), str(y)) for y in chosen]
    if day == 1:
        chosen = ranked(shuffled(range(at), rng), shuffled(range(at + 1, 12), rng), rank)
        return [key.replace(month, lexicon.MONTHS[m]) for m in chosen]
    if YEAR.search(key):
        return other_months(key, month, rank, rng)
    steps = [rng.randrange(3, 6), rng.randrange(7, 10), rng.randrange(11, 14)]
    below = [day - s for s in steps if day - s in DAYS]
    chosen = ranked(below, [day + s for s in steps if day + s in DAYS], rank)
    return [key[: found.start()] + str(d) + key[found.end() :] for d in chosen]


def other_months(key: str, month: str, rank: int, rng: random.Random) -> list[str]:
    """Days of other months of the year, written like the key."""
    at = lexicon.MONTHS.index(month)
    chosen = ranked(shuffled(range(at), rng), shuffled(range(at + 1, 12), rng), rank)
    return [
        re.sub(
            r"\b\d\d?\b", str(rng.randrange(2, 28)), key.replace(month, lexicon.MONTHS[m]), count=1
        )
        for m in chosen
    ]


def shuffled(values: range, rng: random.Random) -> list[int]:
    """The values in a random order."""
    return rng.sample(values, len(values))


def ranked(below: Sequence[int], above: Sequence[int], rank: int) -> list[int]:
    """Three values in order, `rank` of them from below as far as both sides allow."""
    count = min(max(rank, 3 - len(above)), len(below))
    return sorted([*below[:count], *above[: 3 - count]])
