"""Three wrong options for a key out of the keys of other questions, where those are fair.

What stands in for an article here is the collection of questions itself: a distractor is the answer
to another of its questions, of the same kind, and to none that asks nearly the same.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256

from questions import answers
from questions.answers import Kind
from questions.items import AnswerType
from questions.text import meaning, overlap, tokens

COUNT = 3
LOOKED_AT = 80
"""Answers that are tried for one question."""
LONGEST = 15
"""Words of an answer that can be an option."""
RATIO = 2.5
"""How many times longer or greater one option may be than another."""
SAME = 0.8
"""From which overlap on two questions ask nearly the same."""
TWO_SIDED = (("True", "False"), ("Yes", "No"))

_ASKS = re.compile(
    r"(?i)\b(?:what|which)(?:'s|’s)?\s+(?:"
    r"(?:is|are|was|were)\s+(?:the|a|an)\s+(?P<of>(?:[\w-]+\s+){0,2}?[\w-]+)"
    r"\s+(?:of|for|in|to|by|that|from)\b"
    r"|(?!(?:is|are|was|were|do|does|did|ha[sd]|have|can|could|w?ould|will|should|might|may)\b)"
    r"(?P<noun>[\w-]+))"
)
_ASKS_WHOM = re.compile(r"(?i)\b(who|whom|where|when|why|how)\b")
_LIST = re.compile(r"[;\n•]|,.*,|, and\b|\d[.)] ")
TERM_WORDS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its answer; `group` names what was asked in the same way."""

    stem: str
    answer: str
    group: str


@dataclass(frozen=True, slots=True)
class Options:
    """Options in the order they are shown, and the key's place."""

    texts: tuple[str, ...]
    key: int
    answer_type: AnswerType


@dataclass(frozen=True, slots=True)
class _Entry:
    asked: Asked
    kind: Kind
    order: str


class Pool:
    """All questions of a collection, from which each takes the answers of others."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._kinds: dict[tuple[object, ...], list[_Entry]] = {}
        for each in dict.fromkeys(asked):
            entry = _Entry(each, answers.kind(each.answer), _hash(each.answer, each.stem))
            for name in _names(entry):
                self._kinds.setdefault(name, []).append(entry)
        for entries in self._kinds.values():
            entries.sort(key=lambda e: (e.kind.value, e.order))

    def options(self, asked: Asked) -> Options | str:
        """Four options, two where there are only two sides, or the reason why there are none."""
        pair = next((p for p in TWO_SIDED if asked.answer.capitalize() in p), None)
        if pair is not None:
            key = pair.index(asked.answer.capitalize())
            return Options(pair, key, AnswerType.THING)
        if len(asked.answer.split()) > LONGEST:
            return f"its answer has more than {LONGEST} words"
        if _LIST.search(asked.answer):
            return "its answer is a list"
        entry = _Entry(asked, answers.kind(asked.answer), _hash(asked.stem, asked.answer))
        found: list[str] = []
        for other in self._others(entry):
            if _fair(entry, other, found):
                found.append(other.asked.answer)
                if len(found) == COUNT:
                    return _in_place(entry, found)
        return "the deck has no three other answers of its kind"

    def _others(self, entry: _Entry) -> Iterator[_Entry]:
        """Those that are asked for with the same words first, then all of the same kind."""
        for name in _names(entry):
            entries = self._kinds.get(name, [])
            here = bisect_left(
                entries, (entry.kind.value, entry.order), key=lambda e: (e.kind.value, e.order)
            )
            if entry.kind.value:
                near = entries[max(0, here - LOOKED_AT) : here + LOOKED_AT]
                yield from sorted(near, key=lambda e: _apart(e.kind, entry.kind))
            else:
                yield from (*entries[here:], *entries[:here])[:LOOKED_AT]


def _names(entry: _Entry) -> Iterator[tuple[object, ...]]:
    """The sets of answers that an answer belongs to, the narrowest first."""
    kind, asked = entry.kind, entry.asked
    asks = _asks(asked.stem)
    if asks and asked.group and not kind.value:
        yield asked.group, asks, answers.look(asked.answer)
    if kind.known:
        yield kind.answer_type, kind.fine


def _asks(stem: str) -> str:
    """What a question asks for, as 'enzyme'; '' where its words do not tell."""
    found = _ASKS.search(stem)
    if found:
        return (found["of"] or found["noun"]).lower()
    whom = _ASKS_WHOM.search(stem)
    if whom:
        return "who" if whom[1].lower() in ("who", "whom") else ""
    return "term" if len(stem.split()) <= TERM_WORDS and not stem.endswith("?") else ""


def _apart(one: Kind, other: Kind) -> tuple[Decimal, ...]:
    return tuple(abs(a - b) for a, b in zip(one.value, other.value, strict=False))


def _fair(entry: _Entry, other: _Entry, found: Sequence[str]) -> bool:
    """Not the key or part of it, not in the stem, not true here, and not given away by its size."""
    key, text, stem = entry.asked.answer, other.asked.answer, entry.asked.stem
    mine, right = _words(text), _words(key)
    if mine <= right or right <= mine or mine <= set(tokens(stem)):
        return False
    if right <= set(tokens(stem)) or any(_words(f) == mine for f in found):
        return False
    if _LIST.search(text) or not _comparable(entry.kind, other.kind, key, text):
        return False
    return not _asks_the_same(stem, other.asked.stem)


def _words(text: str) -> set[str]:
    """The words of an answer; of signs alone the signs."""
    return set(tokens(text)) or {text}


def _comparable(one: Kind, other: Kind, key: str, text: str) -> bool:
    if one.value and other.value:
        a, b = float(one.value[0]), float(other.value[0])
        if one.answer_type is AnswerType.DATE:
            return not a or abs(a - b) <= max(30.0, (2100 - a) / 3)
        return min(a, b) > 0 and max(a, b) <= RATIO * min(a, b)
    sizes = sorted((len(key), len(text)))
    return sizes[1] <= RATIO * sizes[0] + 6


def _asks_the_same(stem: str, other: str) -> bool:
    """Whether one question says no more than the other, or nearly the same."""
    one, two = meaning(stem), meaning(other)
    within = min(len(one), len(two)) > 1 and (one <= two or two <= one)
    return stem == other or within or overlap(stem, other) >= SAME


def _in_place(entry: _Entry, found: list[str]) -> Options:
    """Numbers and dates in sequence; the rest in an order of the question's own."""
    key = entry.asked.answer
    texts = [*found, key]
    if entry.kind.value:
        texts.sort(key=lambda text: answers.kind(text).value)
    else:
        texts.sort(key=lambda text: _hash(entry.order, text))
    return Options(tuple(texts), texts.index(key), entry.kind.answer_type)


def _hash(*parts: str) -> str:
    """Chance that falls the same for the same words, whatever else is in the collection."""
    return sha256("\0".join(parts).encode()).hexdigest()
