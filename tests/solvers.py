"""Guessers that know nothing of the article's facts: each prefers options by one cue alone."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from math import erfc, exp, pi, sqrt
from statistics import median

from questions import Item
from questions.lexicon import MONTHS
from questions.quantities import parse
from questions.text import content, tokens

Scores = list[float]
Solver = Callable[[Item, str], Scores | None]


def right(scores: Sequence[float], key: int) -> float:
    """The chance of a guesser who takes one of the options of the highest score."""
    best = [n for n, score in enumerate(scores) if score == max(scores)]
    return (key in best) / len(best)


def longest(item: Item, _: str) -> Scores:
    """Prefers the longest option."""
    return [float(len(option)) for option in item.options]


def shortest(item: Item, _: str) -> Scores:
    """Prefers the shortest option."""
    return [-float(len(option)) for option in item.options]


def overlap(item: Item, _: str) -> Scores:
    """Prefers the option that shares most words with the stem."""
    stem = set(tokens(item.stem))
    return [float(sum(w in stem for w in content(option))) for option in item.options]


def frequency(item: Item, text: str) -> Scores:
    """Prefers the option that stands most often in the article."""
    running = f" {'  '.join(tokens(text))} "
    return [float(running.count(f" {'  '.join(tokens(option))} ")) for option in item.options]


def odd(item: Item, _: str) -> Scores:
    """Prefers the option that is written like the fewest others."""
    looks = [look(option) for option in item.options]
    return [-float(looks.count(each)) for each in looks]


def look(option: str) -> tuple[object, ...]:
    """How an option is written: its signs, its capital, its digits, how many words it has."""
    shape = re.sub(r"[A-Z]", "A", re.sub(r"[a-z]+", "", re.sub(r"\d[\d,.]*", "0", option[:1])))
    figures = re.sub("|".join(MONTHS), "May", re.sub(r"[\d,.]+", "0", option))
    unit = figures if re.match(r"\D?0|May", figures) else ""
    return shape, unit, min(4, len(option.split()))


def middle(item: Item, _: str) -> Scores | None:
    """Prefers what lies in the middle of numbers or dates; of nothing else it knows anything."""
    if not item.answer_type.in_sequence:
        return None
    between = (len(item.options) - 1) / 2
    return [-abs(n - between) for n in range(len(item.options))]


def roundest(item: Item, _: str) -> Scores | None:
    """Prefers the number with the most noughts at its end: writers of options like round ones."""
    numbers = [parse(option) for option in item.options]
    if not item.answer_type.in_sequence or None in numbers:
        return None
    digits = [re.sub(r"\D", "", option) for option in item.options]
    return [float(len(d) - len(d.rstrip("0"))) for d in digits]


def nearest(item: Item, _: str) -> Scores | None:
    """Prefers the number that lies nearest to the others: distractors crowd around the key."""
    found = [number.value for option in item.options if (number := parse(option)) is not None]
    if not item.answer_type.in_sequence or len(found) < len(item.options):
        return None
    centre = median(found)
    return [-float(abs(value - centre)) for value in found]


SOLVERS: dict[str, Solver] = {
    "the longest option": longest,
    "the shortest option": shortest,
    "words of the stem": overlap,
    "frequency in the article": frequency,
    "the odd one out": odd,
    "the middle": middle,
    "the roundest number": roundest,
    "the number near the others": nearest,
}


def unlikely(places: Sequence[int]) -> float:
    """The chance that four places are taken as unevenly as this by dice (Pearson's chi-square)."""
    counts = [Counter(places)[n] for n in range(4)]
    fair = len(places) / 4
    half = sum((count - fair) ** 2 for count in counts) / fair / 2 if places else 0.0
    return erfc(sqrt(half)) + 2 * sqrt(half / pi) * exp(-half)
