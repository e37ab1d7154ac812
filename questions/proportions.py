"""Parts of a whole in words, 'two-thirds' and 'one in five', and others written like them."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from questions import lexicon
from questions.candidates import Key
from questions.items import AnswerType
from questions.positions import position
from questions.quantities import ABOUT, FOCUS, SMALL, WORDS, WRITTEN
from questions.text import sentence_case
from questions.tree import Token
from questions.trimming import kept

PARTS = (
    "a tenth", "an eighth", "a fifth", "a quarter", "a third", "two-fifths", "half", "three-fifths",
    "two-thirds", "three-quarters", "four-fifths", "nine-tenths",
)  # fmt: skip
SIZES = dict(
    zip("half third quarter fifth sixth eighth tenth".split(), (2, 3, 4, 5, 6, 8, 10), strict=True)
)
COUNTS = {"a": 1, "an": 1} | {word: n for n, word in enumerate(SMALL[:10]) if n}
FRACTION = re.compile(
    rf"(?:(?P<count>{'|'.join(COUNTS)})[ -]*)?(?P<size>{'|'.join(SIZES)})s?", re.IGNORECASE
)
RATIO = re.compile(
    rf"(?P<count>\d|{'|'.join(SMALL[1:10])}) (?:in|out of) (?P<size>\d[\d,]*|[a-z-]+)",
    re.IGNORECASE,
)
HEDGE = re.compile(rf"^(?:{'|'.join(ABOUT)}) ", re.IGNORECASE)
PLACED = frozenset(("", "for", "by", "with", "in", "to", "from"))
LONGEST = 9
STEPS = (
    3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 80, 100, 200, 500, 1000, 2000, 5000, 10000,
    20000, 50000, 100000, 200000, 500000, 1000000,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole, its hedge, and the words that say of what it is a part."""

    text: str
    kind: str
    hedged: bool
    whole: tuple[Token, ...]


def proportions(token: Token) -> Iterator[Key]:
    """'about an eighth of the budget', 'one in five adults' → What proportion of …."""
    at = position(token)
    about = at.before in ABOUT
    asked = (about or at.before in PLACED) and not at.agent and not list(token.conjuncts)
    part = part_of(token) if asked else None
    if part is None:
        yield from changes(token)
        return
    accounting = at.before == "for" and token.head.head.lemma_ == "account"
    before = "" if about or accounting else at.before
    asks = f"{before} {'about ' if about or part.hedged else ''}what proportion"
    yield Key(
        AnswerType.PERCENT,
        sentence_case(part.text),
        sentence_case(asks.strip() if part.whole[0].lower_ == "of" else f"{asks.strip()} of"),
        frozenset(t.i for t in token.subtree) if accounting else at.tokens,
        at.is_subject,
        part.kind,
        weight=0.75,
        noun=part.whole,
    )


def changes(token: Token) -> Iterator[Key]:
    """'fell by almost a fifth' → By about what proportion."""
    by = token.head
    moved = by.lower_ == "by" and by.head.lemma_ in lexicon.CHANGES | lexicon.CHANGING
    text = "".join(t.text + t.whitespace_ for t in kept(token)).strip() if moved else ""
    plain = HEDGE.sub("", FOCUS.sub("", text))
    if token.dep_ == "pobj" and FRACTION.fullmatch(plain) and not list(token.conjuncts):
        asks = "By about what proportion" if plain != FOCUS.sub("", text) else "By what proportion"
        tokens = frozenset(t.i for t in by.subtree)
        text = sentence_case(plain)
        yield Key(AnswerType.PERCENT, text, asks, tokens, False, "fraction", weight=0.7)


def part_of(token: Token) -> Part | None:
    """The part that a phrase opens with: a fraction and its 'of', or a ratio and its noun."""
    words = kept(token)
    for cut in range(1, min(LONGEST, len(words))):
        of = words[cut].lower_ == "of"
        if not of and not any(t.tag_ == "NNS" for t in words[cut : cut + 3]):
            continue
        text = "".join(t.text + t.whitespace_ for t in words[:cut]).replace(" - ", "-").strip()
        bare = FOCUS.sub("", text)
        plain = HEDGE.sub("", bare)
        kind = "fraction" if of and FRACTION.fullmatch(plain) else ""
        kind = "ratio" if one_in(plain) is not None else kind
        vague = any(t.lower_ in lexicon.PRONOUNS for t in words[cut : cut + 2])
        # 'a quarter of an hour' is no share.
        if kind and not vague and words[-1].lemma_ not in lexicon.TIME_UNITS:
            hedged = plain != bare or token.doc[max(0, words[0].i - 1)].lower_ in ABOUT
            return Part(plain, kind, hedged, tuple(words[cut:]))
    return None


def one_in(text: str) -> int | None:
    """The five of 'one in five'."""
    found = RATIO.fullmatch(text)
    size = found["size"].lower().replace(",", "") if found is not None else ""
    return int(size) if size.isdigit() else WORDS.get(size)


def share(text: str) -> Fraction | None:
    """'Two-thirds' as a number."""
    found = FRACTION.fullmatch(text)
    if found is None:
        return None
    return Fraction(COUNTS[(found["count"] or "a").lower()], SIZES[found["size"].lower()])


def other_parts(key: str, rank: int, rng: random.Random) -> list[str]:
    """Three other fractions, far enough from the key's and from each other, in order."""
    mine = share(key)
    if mine is None:
        return []
    below = spaced([p for p in reversed(PARTS) if value(p) < mine], mine, rng)
    above = spaced([p for p in PARTS if value(p) > mine], mine, rng)
    count = min(max(rank, 3 - len(above)), len(below))
    chosen = sorted([*below[:count], *above[: 3 - count]], key=value)
    # 'a fifth' beside 'a quarter', but 'one-fifth' beside 'one-quarter'
    one = key[3] if key.lower().startswith("one") else ""
    return [sentence_case(re.sub("^an? ", f"one{one}", p) if one else p) for p in chosen]


def value(part: str) -> Fraction:
    """The number of one of PARTS."""
    return share(part) or Fraction(0)


def spaced(parts: Sequence[str], mine: Fraction, rng: random.Random) -> list[str]:
    """Parts, nearest first, each a fifth of the key's own or more from the one before."""
    found, last = [], mine
    for part in parts:
        if abs(value(part) - last) >= min(mine, Fraction(1, 2)) / 5 and rng.random() < 0.8:
            found.append(part)
            last = value(part)
    return found


def other_ratios(key: str, rank: int) -> list[str]:
    """Three other ratios of the same count: 'one in ten' beside 'one in five'."""
    found, size = RATIO.fullmatch(key), one_in(key)
    if found is None or size is None:
        return []
    many = COUNTS.get(found["count"].lower()) or int(found["count"])
    part, mine, known = ("size", size, STEPS) if many == 1 else ("count", many, range(2, size))
    steps = sorted({mine, *known})
    at = steps.index(mine)
    below, above = steps[:at][::-1], steps[at + 1 :]
    count = min(max(rank, 3 - len(above)), len(below))
    chosen = sorted([*below[:count], *above[: 3 - count]])
    start, end = found.span(part)
    return [sentence_case(key[:start] + written(n, found[part]) + key[end:]) for n in chosen]


def written(number: int, like: str) -> str:
    """A number in words or figures, as another is."""
    return WRITTEN.get(number, f"{number:,}") if like.lower() in WORDS else f"{number:,}"
