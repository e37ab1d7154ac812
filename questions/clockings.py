"""Times that races take: 'in 2 hours 23 minutes 41 seconds', 'in 2:12:11', and others alike."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from questions.candidates import Key
from questions.facts import Clause
from questions.grammar import complement
from questions.items import AnswerType
from questions.quantities import NUMBER, WORDS, WRITTEN
from questions.story import Story
from questions.text import sentence_case
from questions.tree import Token

UNITS = ("hour", "minute", "second")
SIXTY = 60
# Larger numbers are written in figures.
SPELT = 10
TOLD = re.compile(
    rf"(?:(?P<hour>{NUMBER})(?P<h> hours?))?(?P<first>,? and |, | )?"
    rf"(?:(?P<minute>{NUMBER})(?P<m> minutes?))?(?P<second_joint>,? and |, | )?"
    rf"(?:(?P<second>{NUMBER})(?P<s> seconds?))?",
    re.IGNORECASE,
)
FIGURES = re.compile(r"(?:(?P<hour>\d{1,2})[:.])?(?P<minute>\d{1,2}):(?P<second>\d\d(?:\.\d+)?)")
SHORT = re.compile(r"(?P<second>\d{1,2}\.\d\d)(?: seconds)?")
ABBREVIATED = re.compile(
    r"(?:(?P<hour>\d{1,2}) ?hrs?)? ?(?P<minute>\d{1,2}) ?mins? ?"
    r"(?P<second>\d{1,2}(?:\.\d+)?) ?secs?"
)
# Nobody remembers the times of those who were beaten.
BEATEN = frozenset(
    "second third fourth fifth sixth seventh eighth ninth tenth last runner-up silver bronze "
    "behind".split()
)
# 'in a time of', 'in a world record of'
CALLED = frozenset("time record best".split())
LONGEST = 9
STEPS = (2, 3, 4, 5, 6, 8, 9, 11, 12)
"""How far the others lie from the key, in two-hundredths of it."""


@dataclass(frozen=True, slots=True)
class Clocking:
    """A time in seconds, and the text in whose style it is written."""

    seconds: Decimal
    style: str

    def write(self, seconds: Decimal) -> str:
        """Another time in the same style."""
        whole, second = divmod(seconds, SIXTY)
        hour, minute = divmod(whole, SIXTY) if part(self.style, "hour") else (Decimal(0), whole)
        sizes = {"hour": hour, "minute": minute, "second": second}
        text, figures = self.style, FIGURES.fullmatch(self.style)
        told = [unit for unit in UNITS if part(text, unit)]
        for unit in reversed(told):
            start, end = span(self.style, unit)
            padded = figures is not None and unit != told[0]
            text = text[:start] + like(text[start:end], sizes[unit], figures=padded) + text[end:]
        return sentence_case(re.sub(r"\b(1|one) (hour|minute|second)s\b", r"\1 \2", text))


def like(old: str, number: Decimal, *, figures: bool) -> str:
    """A number written as another is: in words, with as many decimals, with a nought before it."""
    if old.lower() in WORDS:
        return WRITTEN[int(number)] if number <= SPELT else f"{number:.0f}"
    decimals = len(old.partition(".")[2])
    text = f"{number:.{decimals}f}"
    return text.zfill(2 + decimals + bool(decimals)) if figures else text


def match(text: str) -> re.Match[str] | None:
    """The parts of a time, of which there are two or more, or hundredths of a second."""
    found = next((m for p in (FIGURES, SHORT, ABBREVIATED) if (m := p.fullmatch(text))), None)
    if found is None:
        found = TOLD.fullmatch(text)
        told = [u for u in UNITS if found is not None and found[u]]
        return found if len(told) > 1 and text[-1] == text[-1].strip() else None
    return found


def part(text: str, unit: str) -> str:
    """What a time has of a unit."""
    found = match(text)
    return (found.groupdict().get(unit) or "") if found is not None else ""


def span(text: str, unit: str) -> tuple[int, int]:
    """Where in a time a unit's number stands."""
    found = match(text)
    return found.span(unit) if found is not None else (0, 0)


def parse(text: str) -> Clocking | None:
    """The time that a text tells."""
    if match(text) is None:
        return None
    told = [part(text, unit) or "0" for unit in UNITS]
    hour, minute, second = (Decimal(WORDS.get(n.lower(), n)) for n in told)
    return Clocking((hour * SIXTY + minute) * SIXTY + second, text)


def clockings(story: Story, clause: Clause) -> Iterator[Key]:
    """'won in 2:12:11', 'won in a time of 54.11 seconds' → In what time."""
    befores = [t for t in clause.body if t.lower_ == "in"]
    found = [(t, words) for t in befores if (words := timed(story, t))]
    beaten = any(t.lower_ in BEATEN for t in clause.body)
    if beaten or len(found) != 1 or listed(found[0][1][-1]):
        return
    token, words = found[0]
    if token.head == clause.verb or done(clause, token):
        gone = frozenset(t.i for t in (token, *words, *called(token)))
        text, kind = told(story, words), "clocking"
        yield Key(AnswerType.DURATION, text, "In what time", gone, False, kind, weight=0.75)


def done(clause: Clause, before: Token) -> bool:
    """Whether the phrase hangs on what was won or covered."""
    return (
        before.head.dep_ in ("dobj", "attr", "acomp", "advmod") and before.head.head == clause.verb
    )


def listed(last: Token) -> bool:
    """'in 2:58, 2:56 and 2:54'."""
    behind = last.doc[last.i + 1 : last.i + 3]
    return len(behind) > 1 and behind[0].lower_ in (",", "and") and behind[1].tag_ == "CD"


def called(before: Token) -> tuple[Token, ...]:
    """The 'a time of' of 'in a time of 54.11 seconds'."""
    noun = complement(before)
    of = next((c for c in noun.children if c.lower_ == "of"), None) if noun is not None else None
    named = noun is not None and noun.lemma_ in CALLED and of is not None
    return tuple(before.doc[before.i + 1 : of.i + 1]) if named and of is not None else ()


def timed(story: Story, before: Token) -> Sequence[Token]:
    """The words of the longest time behind a preposition."""
    start = before.i + 1 + len(called(before))
    following = before.doc[start : min(start + LONGEST, before.sent.end)]
    if not following or not (following[0].like_num or following[0].text[0].isdigit()):
        return []
    ends = range(len(following), 0, -1)
    return next((list(following[:n]) for n in ends if parse(told(story, list(following[:n])))), [])


def told(story: Story, words: Sequence[Token]) -> str:
    """Words as they are written."""
    return sentence_case(story.reading.said(words))


def other_clockings(key: str, rank: int, rng: random.Random) -> list[str]:
    """Three other times in the key's style, `rank` of them shorter."""
    time = parse(key)
    if time is None:
        return []
    steps = sorted(rng.sample(STEPS, 3))
    unit = grain(key, time)
    apart = [
        max(Decimal(n), time.seconds * step // (200 * unit)) for n, step in enumerate(steps, 1)
    ]
    below = [whole(time.seconds - a * unit, unit) for a in apart][:rank]
    above = [whole(time.seconds + a * unit, unit) for a in apart][: 3 - rank]
    return [time.write(seconds) for seconds in sorted((*below, *above))]


def grain(key: str, time: Clocking) -> Decimal:
    """The unit that a time is told in: hundredths, seconds, or minutes by ones or fives."""
    if part(key, "second"):
        return Decimal(1).scaleb(-len(part(key, "second").partition(".")[2]))
    fives = time.seconds % (SIXTY * 5) == 0
    return Decimal(SIXTY * 5 if fives else SIXTY)


def whole(seconds: Decimal, unit: Decimal) -> Decimal:
    """A time, or the next one where it has no seconds: 'two hours and no minutes'."""
    return seconds + unit if seconds % SIXTY == 0 or seconds % SIXTY**2 == 0 else seconds
