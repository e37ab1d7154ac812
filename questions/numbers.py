"""Wrong numbers and dates: written like the key, in order, the key's rank among them as wanted."""

import random
import re
from dataclasses import replace
from decimal import Decimal

from questions import clockings, eras, lexicon, spans
from questions.calendars import dates
from questions.candidates import Candidate
from questions.currencies import PREFIX
from questions.items import AnswerType
from questions.neighbours import Limits, neighbours, ranked, well_rounded
from questions.ordering import sort_value
from questions.proportions import other_parts, other_ratios
from questions.quantities import NUMBER, Quantity, parse
from questions.scores import scores
from questions.story import Story
from questions.told import other_numbers

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

PART = re.compile(r"\bhow many of (?:the|its|his|her|their) [a-z]", re.IGNORECASE)

WORDED = frozenset(("score", "fraction", "ratio", "span", "clocking"))
"""Kinds of keys that are ordered, but no single number."""


def in_order(
    story: Story, candidate: Candidate, rank: int, rng: random.Random
) -> tuple[tuple[str, ...], int] | None:
    """Four ascending options and the key's place, `rank` where the numbers allow it."""
    if candidate.kind == eras.KIND:
        found = eras.others(candidate.key, rank, rng, story.told_texts)
    elif candidate.answer_type == AnswerType.DATE:
        found = dates(story, candidate, rank, rng)
    elif candidate.kind == "score":
        found = scores(candidate.key, rank, rng)
    elif candidate.kind == "fraction":
        found = other_parts(candidate.key, rank, rng)
    elif candidate.kind == "ratio":
        found = other_ratios(candidate.key, rank)
    elif candidate.kind == "span":
        found = spans.other_spans(candidate.key, rank, rng)
    elif candidate.kind == "clocking":
        found = clockings.other_clockings(candidate.key, rank, rng)
    elif candidate.quantity is not None:
        found = quantities(story, candidate, candidate.quantity, rank, rng)
    else:
        return None
    if len(found) < 3:
        return None
    mine = sort_value(candidate.key)
    place = sum(sort_value(text) < mine for text in found)
    return (*found[:place], candidate.key, *found[place:]), place


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
    # Of people there are 900,000 and not 0.9 million.
    large = quantity.value >= 1 and "illion" in quantity.suffix
    low = Decimal(1 if large else 2 if counted and "illion" not in quantity.suffix else 0)
    bound = MOVED.search(candidate.stem)
    if bound is not None:
        return beyond(bound, quantity, low)
    whole = re.search(rf"\b(?:[Oo]f|in every) (?:[\w'’]+ ){{0,3}}?({NUMBER})\b", candidate.stem)
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
    """Three other ages, a few years apart; of 'about seventy' a decade or more."""
    near = [rng.randrange(2, 4), rng.randrange(5, 7), rng.randrange(8, 10)]
    age, steps = int(quantity.value), [10, 20, 30] if quantity.rough else near
    chosen = ranked([age - s for s in steps if 2 * s <= age], [age + s for s in steps], rank)
    return [quantity.write(Decimal(a)) for a in chosen]


def untrue(number: Decimal, quantity: Quantity) -> bool:
    """Whether a number is wrong under the key's bound: of 'at least six', four is true as well."""
    if quantity.least:
        return number > quantity.value
    return not quantity.most or number < quantity.value
