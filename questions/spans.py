"""Times of two units, 'five years and four months', and others written like them."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from questions import lexicon
from questions.candidates import Key
from questions.items import AnswerType
from questions.quantities import NUMBER, WORDS, WRITTEN
from questions.text import sentence_case
from questions.timings import detained
from questions.tree import Token

# How many of the smaller unit make one of the larger.
PARTS = {"year": ("month", 12), "hour": ("minute", 60), "week": ("day", 7), "day": ("hour", 24)}
SPAN = re.compile(
    rf"(?P<much>{NUMBER}) (?P<unit>[a-z]+?)s?(?P<joint>,? and |, )"
    rf"(?P<more>{NUMBER}) (?P<part>[a-z]+?)s?",
    re.IGNORECASE,
)
# The largest number that is spelt where larger ones are not.
SPELT = 10
STEPS = (12, 20, 28, 36, 44, 52)
"""How far the others lie from the key, in hundredths of it."""


@dataclass(frozen=True, slots=True)
class Span:
    """So many of a unit and so many of its part, as written.

    `mixed` is '13 years and four months', of which only the smaller number is spelt.
    """

    size: int
    unit: str
    joint: str
    worded: bool
    mixed: bool = False

    def write(self, size: int) -> str:
        """Another time in the same style, of so many of the smaller unit."""
        part, whole = PARTS[self.unit]
        much, more = divmod(size, whole)
        return sentence_case(f"{self.told(much, self.unit)}{self.joint}{self.told(more, part)}")

    def told(self, number: int, unit: str) -> str:
        """'four months', 'one month'."""
        spelt = self.worded and not (self.mixed and number > SPELT)
        text = WRITTEN.get(number, str(number)) if spelt else str(number)
        return f"{text} {unit if number == 1 else f'{unit}s'}"


def parse(text: str) -> Span | None:
    """The time that a text tells in two units."""
    found = SPAN.fullmatch(text)
    unit = found["unit"].lower() if found is not None else ""
    if found is None or unit not in PARTS or found["part"].lower() != PARTS[unit][0]:
        return None
    much, more = number(found["much"]), number(found["more"])
    whole = PARTS[unit][1]
    worded = found["more"].lower() in WORDS
    mixed = worded and found["much"].isdigit()
    told = Span(much * whole + more, unit, found["joint"], worded, mixed)
    return told if 0 < more < whole else None


def number(text: str) -> int:
    """'four', '11'."""
    return WORDS.get(text.lower()) or int(float(text.replace(",", "")))


def spans(token: Token) -> Iterator[Key]:
    """'was jailed for five years and four months' → For how long."""
    behind = token.head if token.dep_ == "pobj" and token.head.lower_ == "for" else None
    sentence = token.head.lower_ == "to" and token.head.head.lemma_ in ("sentence", "condemn")
    behind = token.head if token.dep_ == "pobj" and sentence else behind
    lasting = token.dep_ in ("dobj", "npadvmod") and token.head.lemma_ in ("last", "take")
    more = next((c for c in token.children if c.dep_ in ("conj", "appos")), None)
    timed = token.lemma_ in lexicon.TIME_UNITS and (behind is not None or lasting)
    if not timed or more is None or any(c.dep_ in ("relcl", "acl") for c in more.children):
        return
    words = token.doc[token.left_edge.i : more.i + 1]
    text = words.text
    if parse(text) is None:
        return
    gone = [*words, *((behind,) if behind is not None else ())]
    gone += [t for c in (*token.children, *more.children) if detained(c) for t in c.subtree]
    tokens = frozenset(t.i for t in gone)
    asks = "For how long" if behind is not None else "How long"
    asks = "To how long a prison term" if sentence else asks
    yield Key(AnswerType.DURATION, sentence_case(text), asks, tokens, False, "span", weight=0.75)


def other_spans(key: str, rank: int, rng: random.Random) -> list[str]:
    """Three other times of the same units, `rank` of them shorter."""
    span = parse(key)
    if span is None:
        return []
    least = PARTS[span.unit][1]
    steps = [*sorted(rng.sample(STEPS, 3)), *STEPS]
    below, above = (
        list(dict.fromkeys(moved(span, side * step) for step in steps)) for side in (-1, 1)
    )
    below = [size for size in below if size > least]
    count = min(rank, len(below))
    chosen = [*below[:count], *(size for size in above if size != span.size)]
    return [span.write(size) for size in sorted(chosen[:3])]


def moved(span: Span, hundredths: int) -> int:
    """A size so much away, that is no full number of the larger unit."""
    whole = PARTS[span.unit][1]
    size = span.size + round(span.size * hundredths / 100)
    return size if size % whole else size + (1 if hundredths > 0 else -1)
