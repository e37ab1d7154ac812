"""Wrong numbers and dates: written like the key, in order, the key's rank among them as wanted."""

import random
import re
from collections.abc import Sequence
from decimal import Decimal

from spacy.tokens import Token

from questions import lexicon
from questions.candidates import Candidate
from questions.items import AnswerType
from questions.quantities import LOWER, NUMBER, UPPER, Quantity, neighbours, parse, towards
from questions.story import YEAR, Story

DAYS = range(1, 29)
NEAR = 12_000
"""Characters on either side of the evidence in which numbers are looked for."""

SortValue = tuple[Decimal, ...]


def in_order(
    story: Story, candidate: Candidate, rank: int, rng: random.Random
) -> tuple[tuple[str, ...], int] | None:
    """Four ascending options and the key's place, `rank` where the numbers allow it."""
    if candidate.answer_type == AnswerType.DATE:
        found = dates(story, candidate, rank, rng)
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
    quantity = parse(text)
    if month is None and quantity is not None:
        return (quantity.value,)
    year, day = YEAR.search(text), re.search(r"\b\d\d?\b", text)
    parts = (year[0] if year else 0, month or 0, day[0] if day else 0)
    return tuple(map(Decimal, parts))


def quantities(
    story: Story, candidate: Candidate, quantity: Quantity, rank: int, rng: random.Random
) -> list[str]:
    """Three numbers with the key's unit, digits and hedge; some from the article where they fit."""
    share = "%" in quantity.suffix and quantity.value <= 100
    counted = candidate.answer_type in (AnswerType.NUMBER, AnswerType.DURATION)
    limits = (Decimal(2 if counted else 0), Decimal(100) if share else None)
    offered = [n for n in other_numbers(story, candidate, quantity) if untrue(n, quantity)]
    values = neighbours(quantity, rank, rng, limits=limits, offered=offered)
    return [quantity.write(value) for value in values]


def untrue(number: Decimal, quantity: Quantity) -> bool:
    """Whether a number is wrong under the key's bound: of 'more than 600', 212 is true as well."""
    if quantity.hedge in LOWER:
        return number > quantity.value
    return quantity.hedge not in UPPER or number < quantity.value


def other_numbers(story: Story, candidate: Candidate, quantity: Quantity) -> list[Decimal]:
    """Numbers that the article writes the same way about something else, near the evidence."""
    text = story.reading.article.text
    evidence = story.reading.evidence(candidate.first, candidate.last)
    before = text[max(0, evidence.start - NEAR) : evidence.start]
    apart = f"{before}\n{text[evidence.end : evidence.end + NEAR]}"
    if quantity.prefix or quantity.suffix:
        prefix, suffix = re.escape(quantity.prefix), re.escape(quantity.suffix)
        pattern = rf"(?<![\w.,]){prefix}({NUMBER}){suffix}(?!\w)"
        written = [m[1] for m in re.finditer(pattern, apart, re.IGNORECASE)]
    else:
        here = story.reading.sentences[candidate.first].start
        around = story.reading.doc[max(0, here - NEAR // 4) : here + NEAR // 4]
        written = [t.text for t in around if counts_other(t, candidate)]
    found = [n for w in written if (n := parse(w)) is not None]
    return sorted({n.value for n in found if n.decimals == quantity.decimals} - {quantity.value})


def counts_other(token: Token, candidate: Candidate) -> bool:
    """Whether a plain number counts things other than the key's."""
    noun = token.head
    unit = noun.lemma_.lower() in lexicon.TIME_UNITS | lexicon.CURRENCIES or noun.text == "%"
    counted = token.like_num and token.dep_ == "nummod" and noun.pos_ == "NOUN"
    return counted and not unit and noun.lemma_.lower() != candidate.kind


def dates(story: Story, candidate: Candidate, rank: int, rng: random.Random) -> list[str]:
    """Years, months or days around the key's, none after the latest year of the article.

    For something that has happened, years that the article only looks forward to do not count.
    """
    year = int(YEAR.findall(candidate.key)[0])
    every = story.past_years
    latest = max([year, *every])
    match candidate.kind:
        case "year":
            return years(year, latest, rank, rng, every)
        case "month":
            return months(candidate.key, year, latest, rank, rng)
        case _:
            return days(candidate.key, rank, rng)


def years(
    year: int, latest: int, rank: int, rng: random.Random, offered: Sequence[int]
) -> list[str]:
    """Three other years, near ones of the article first; closer together the later they are."""
    width = 1 if latest - year < 15 else 2 if latest - year < 60 else 4
    near = sorted({y for y in offered if abs(y - year) < 12 * width}, key=lambda y: abs(y - year))
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
    if (day, month) in ((1, "January"), (31, "December")):
        year = int(YEAR.findall(key)[0])
        chosen = ranked([year - 1, year - 2, year - 3], [year + 1, year + 2, year + 3], rank)
        return [key.replace(str(year), str(y)) for y in chosen]
    if day == 1:
        chosen = ranked(shuffled(range(at), rng), shuffled(range(at + 1, 12), rng), rank)
        return [key.replace(month, lexicon.MONTHS[m]) for m in chosen]
    steps = [rng.randrange(3, 6), rng.randrange(7, 10), rng.randrange(11, 14)]
    below = [day - s for s in steps if day - s in DAYS]
    chosen = ranked(below, [day + s for s in steps if day + s in DAYS], rank)
    return [key[: found.start()] + str(d) + key[found.end() :] for d in chosen]


def shuffled(values: range, rng: random.Random) -> list[int]:
    """The values in a random order."""
    return rng.sample(values, len(values))


def ranked(below: Sequence[int], above: Sequence[int], rank: int) -> list[int]:
    """Three values in order, `rank` of them from below as far as both sides allow."""
    count = min(max(rank, 3 - len(above)), len(below))
    return sorted([*below[:count], *above[: 3 - count]])
