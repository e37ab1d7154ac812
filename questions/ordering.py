"""What numbers and dates are sorted by."""

import re
from decimal import Decimal

from questions import clockings, eras, lexicon, spans
from questions.proportions import COUNTS, one_in, share
from questions.quantities import parse
from questions.scores import score

PARTS = {
    "early": 1, "spring": 3, "mid": 5, "summer": 6, "fall": 9, "autumn": 9, "late": 10,
    "winter": 11,
}  # fmt: skip
SortValue = tuple[Decimal, ...]


def sort_value(text: str) -> SortValue:
    """What to sort by: a number, or a date's year, month and day."""
    month = next((n for n, m in enumerate(lexicon.MONTHS) if m[:3] in text), None)
    era, quantity = eras.year_of(text), parse(text.removeprefix("Every "))
    result = score(text) if era is None else (era, 0, 0)
    part, ratio = share(text), one_in(text)
    if part is not None or ratio is not None:
        count = COUNTS.get(text.split(maxsplit=1)[0].lower(), 0) if ratio else 0
        return (Decimal(ratio or 0), Decimal(count), Decimal(float(part or 0)))
    if result is not None:
        return tuple(map(Decimal, result))
    if (span := spans.parse(text)) is not None:
        return (Decimal(span.size),)
    if (clocking := clockings.parse(text)) is not None:
        return (clocking.seconds,)
    if month is None and quantity is not None:
        return (quantity.value,)
    year, day = re.search(r"\d{4}", text), re.search(r"\b\d\d?(?:\b|th|st|nd|rd)", text)
    days = re.sub(r"\D", "", day[0]) if day else 0
    parts = (year[0] if year else 0, (month or 0) + PARTS.get(part_of(text), 0), days)
    return tuple(map(Decimal, parts))


def part_of(text: str) -> str:
    """'early', 'summer': the part of a year that a date names, or ''."""
    return next((part for part in PARTS if part in text.lower()), "")
