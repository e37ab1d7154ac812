"""Numbers that an article tells of other things: the first that stand beside a key."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from questions.candidates import Candidate
from questions.currencies import PREFIX
from questions.figures import figured
from questions.quantities import NUMBER, SCALES, Quantity, parse
from questions.story import NEAR, Story
from questions.text import content, tokens

# Where a sentence sets one figure against another, either may be right.
ALTERNATIVES = frozenset("or while although though whereas dispute up down compared".split())
# How much of what is asked another sentence may say before its figures may be the same thing's.
SAME, ALIKE = 0.5, 0.25
NUMBERS = re.compile(NUMBER)
PRECEDING, FOLLOWING = re.compile(r"[\w.,]"), re.compile(r"[\w-]")
SUM = re.compile(rf"(?<![\w$€£¥])({PREFIX})({NUMBER})(?: ?([a-z]+)\b)?", re.IGNORECASE)
UNITS = {"": 1} | SCALES


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


def other_numbers(story: Story, candidate: Candidate, quantity: Quantity) -> list[Decimal]:
    """Numbers that the article writes the same way about something else, near the evidence.

    First those that it has as often as the key, then the nearest.
    """
    found = list(elsewhere(story, candidate, quantity))
    asked = {n.value for m in NUMBERS.findall(candidate.stem) if (n := parse(m)) is not None}
    often = Counter(value for _, value in found)
    fresh = set(often) - asked - {quantity.value}
    here = range(candidate.first, candidate.last + 1)
    key = 1 + sum(value == quantity.value and n not in here for n, value in found)
    return sorted(fresh, key=lambda v: (often[v] < key, abs(v - quantity.value), v))


def elsewhere(
    story: Story, candidate: Candidate, quantity: Quantity
) -> Iterator[tuple[int, Decimal]]:
    """The values written like the key's, with the numbers of their sentences."""
    asked = frozenset(content(candidate.stem)) - set(tokens(candidate.kind))
    end = min(candidate.last + NEAR + 1, len(story.texts))
    for number in range(max(0, candidate.first - NEAR), end):
        here = candidate.first <= number <= candidate.last
        if not figured(story, number) or (here and undecided(story, number)):
            continue
        said = 1.0 if here else len(asked & story.words[number]) / max(1, len(asked))
        if here or said < SAME:
            same = candidate.kind if said >= ALIKE else ""
            yield from ((number, v) for v in alike(story, quantity, number, same))


def undecided(story: Story, number: int) -> bool:
    """Whether a sentence sets one figure against another."""
    return any(t.lower_ in ALTERNATIVES for t in story.reading.sentences[number])


def alike(story: Story, quantity: Quantity, number: int, same: str) -> Iterator[Decimal]:
    """The values of a sentence that are written like the key's, with its unit if it has one.

    Without a unit none of what counts the `same` noun.
    """
    if quantity.prefix and quantity.suffix.strip() in UNITS:
        yield from converted(story, quantity, number)
    elif quantity.prefix or quantity.suffix:
        every = (n.text for n in story.once(written).get(number, ()) if n.has(quantity))
        yield from values(every, quantity)
    else:
        every = (text for text, noun in story.figures.get(number, ()) if noun != same)
        yield from values(every, quantity)


def values(texts: Iterator[str], quantity: Quantity) -> Iterator[Decimal]:
    """The numbers among some texts that have as many decimals as the key."""
    parsed = (parse(text) for text in texts)
    yield from (n.value for n in parsed if n is not None and n.decimals == quantity.decimals)


def converted(story: Story, quantity: Quantity, number: int) -> Iterator[Decimal]:
    """Sums in the key's currency and order of magnitude: '$900 million' as .9 beside billions."""
    unit = UNITS[quantity.suffix.strip()]
    finest = Decimal(1).scaleb(-quantity.decimals)
    for prefix, value in story.once(sums).get(number, ()):
        if prefix == quantity.prefix.strip() and value / unit % finest == 0:
            yield value / unit


def sums(story: Story) -> dict[int, tuple[tuple[str, Decimal], ...]]:
    """The sums of money of every sentence that has any, with their currency."""
    numbers = (n for n in range(len(story.texts)) if figured(story, n))
    return {n: found for n in numbers if (found := tuple(in_money(story.texts[n])))}


def in_money(text: str) -> Iterator[tuple[str, Decimal]]:
    """Each sum of a sentence; what goes by share or by year is another kind of sum."""
    for found in SUM.finditer(text):
        value, order = parse(found[2]), UNITS.get(found[3] or "", 1)
        rate = re.match(r" (?:a|an|per) [a-z]+", text[found.end() :])
        if value is not None and not rate:
            yield found[1].strip(), value.value * order


def written(story: Story) -> dict[int, tuple[Written, ...]]:
    """The numbers of every sentence that has any."""
    numbers = (n for n in range(len(story.texts)) if figured(story, n))
    return {n: tuple(in_sentence(story.texts[n].lower())) for n in numbers}


def in_sentence(text: str) -> Iterator[Written]:
    """The numbers of a sentence in lower case."""
    for found in NUMBERS.finditer(text):
        yield Written(found[0], text[: found.start()], text[found.end() :])
