"""Three wrong options for a key out of the keys of other questions, where those are fair.

What stands in for an article here is the collection of questions itself: a distractor is the answer
to another of its questions, of the same kind, and to none that asks nearly the same.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from heapq import merge
from itertools import chain, islice
from operator import attrgetter, mul

from questions import answers
from questions.answers import Kind
from questions.items import AnswerType
from questions.text import meaning, tokens

COUNT = 3
LOOKED_AT = 80
"""Answers that are tried for one question."""
LONGEST = 15
"""Words of an answer that can be an option."""
RATIO = 2.5
"""How many times longer or greater one option may be than another."""
SAME = 0.8
"""From which overlap on two questions ask nearly the same."""
_DAYS = (372, 31, 1)
"""Of a year, a month and a day; there is no need to know how long each month is."""
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


Name = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A question that looks for options, on the shelves of these names, from `place` on."""

    asked: Asked
    sense: str
    kind: Kind
    place: float
    names: tuple[Name, ...]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer of the collection, and what it is asked for with, in the order of letters."""

    text: str
    kind: Kind
    place: float
    senses: Sequence[str]
    words: frozenset[str]


class Pool:
    """All questions of a collection, from which each takes the answers of others."""

    def __init__(self, asked: Sequence[Asked]) -> None:
        self._entries = {each: _entry(each) for each in dict.fromkeys(asked)}
        self._right: dict[str, set[str]] = {}
        named: dict[Name, dict[str, list[_Entry]]] = {}
        for each, entry in self._entries.items():
            self._right.setdefault(entry.sense, set()).add(each.answer)
            for name in entry.names:
                named.setdefault(name, {}).setdefault(each.answer, []).append(entry)
        self._shelves = {name: _shelf(found) for name, found in named.items()}

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
        entry, found = self._entries.get(asked) or _entry(asked), list[_Answer]()
        stem = frozenset(tokens(asked.stem))
        for other in self._others(entry):
            if _fair(entry, stem, other, found):
                found.append(other)
                if len(found) == COUNT:
                    return _in_place(entry, [each.text for each in found])
        return "the deck has no three other answers of its kind"

    def _others(self, entry: _Entry) -> Iterator[_Answer]:
        """Those that are asked for with the same words first, then all of the same kind."""
        walk = _outwards if entry.kind.value else _onwards
        right = self._right.get(entry.sense, set())
        for name in entry.names:
            near = islice(walk(self._shelves.get(name, ()), entry.place), LOOKED_AT)
            yield from (answer for answer in near if answer.text not in right)


def _entry(asked: Asked) -> _Entry:
    kind = answers.kind(asked.answer)
    return _Entry(
        asked,
        _sense(asked.stem),
        kind,
        _place(kind, asked.stem, asked.answer),
        tuple(_names(asked, kind)),
        _words(asked.answer),
    )


def _shelf(found: Mapping[str, Sequence[_Entry]]) -> Sequence[_Answer]:
    """Different answers in the order of their places."""
    every = (_answer(text, entries) for text, entries in found.items())
    return sorted(every, key=lambda answer: (answer.place, answer.text))


def _answer(text: str, entries: Sequence[_Entry]) -> _Answer:
    kind, senses = entries[0].kind, sorted(entry.sense for entry in entries)
    return _Answer(text, kind, _place(kind, text), senses, entries[0].words)


def _outwards(shelf: Sequence[_Answer], place: float) -> Iterator[_Answer]:
    """The nearest on both sides first."""
    here = bisect_left(shelf, place, key=_PLACE)
    below = (shelf[n] for n in range(here - 1, -1, -1))
    above = (shelf[n] for n in range(here, len(shelf)))
    return merge(below, above, key=lambda answer: abs(answer.place - place))


def _onwards(shelf: Sequence[_Answer], place: float) -> Iterator[_Answer]:
    """Those from a place on, and then from the first one on."""
    here = bisect_left(shelf, place, key=_PLACE)
    return (shelf[n] for n in chain(range(here, len(shelf)), range(here)))


_PLACE = attrgetter("place")


def _place(kind: Kind, *texts: str) -> float:
    """A number's or a date's own, in days say; of all else a chance from 0 to 1."""
    if kind.value:
        return float(sum(map(mul, kind.value, _DAYS)))
    return int(_hash(*texts)[:12], 16) / 16**12


def _names(asked: Asked, kind: Kind) -> Iterator[Name]:
    """The sets of answers that an answer belongs to, the narrowest first."""
    asks = _asks(asked.stem)
    if asks and asked.group and not kind.value:
        yield asked.group, asks, answers.look(asked.answer)
    if kind.known:
        yield kind.answer_type, kind.fine


def _sense(stem: str) -> str:
    """The words of weight in the order of letters: the same for what differs only in the rest."""
    return " ".join(sorted(meaning(stem))) or stem


def _asks(stem: str) -> str:
    """What a question asks for, as 'enzyme'; '' where its words do not tell."""
    found = _ASKS.search(stem)
    if found:
        return (found["of"] or found["noun"]).lower()
    whom = _ASKS_WHOM.search(stem)
    if whom:
        return "who" if whom[1].lower() in ("who", "whom") else ""
    return "term" if len(stem.split()) <= TERM_WORDS and not stem.endswith("?") else ""


def _fair(entry: _Entry, stem: frozenset[str], other: _Answer, found: Sequence[_Answer]) -> bool:
    """Not the key or part of it, not in the stem, not true here, and not given away by its size."""
    mine, right = other.words, entry.words
    if mine <= right or right <= mine or mine <= stem:
        return False
    if right <= stem or any(each.words == mine for each in found):
        return False
    key, text = entry.asked.answer, other.text
    if _LIST.search(text) or not _comparable(entry.kind, other.kind, key, text):
        return False
    here = bisect_left(other.senses, entry.sense)
    near = other.senses[max(0, here - 1) : here + 1]
    return not any(_asks_the_same(entry.sense, each) for each in near)


def _words(text: str) -> frozenset[str]:
    """The words of an answer; of signs alone the signs."""
    return frozenset(tokens(text)) or frozenset((text,))


def _comparable(one: Kind, other: Kind, key: str, text: str) -> bool:
    if one.value and other.value:
        a, b = float(one.value[0]), float(other.value[0])
        if one.answer_type is AnswerType.DATE:
            return not a or abs(a - b) <= max(30.0, (2100 - a) / 3)
        return min(a, b) > 0 and max(a, b) <= RATIO * min(a, b)
    sizes = sorted((len(key), len(text)))
    return sizes[1] <= RATIO * sizes[0] + 6


def _asks_the_same(sense: str, other: str) -> bool:
    """Whether one question says no more than the other, or nearly the same."""
    one, two = set(sense.split()), set(other.split())
    within = min(len(one), len(two)) > 1 and (one <= two or two <= one)
    return sense == other or within or len(one & two) >= SAME * len(one | two)


def _in_place(entry: _Entry, found: list[str]) -> Options:
    """Numbers and dates in sequence; the rest in an order of the question's own."""
    key = entry.asked.answer
    texts = [*found, key]
    if entry.kind.value:
        texts.sort(key=lambda text: answers.kind(text).value)
    else:
        texts.sort(key=lambda text: _hash(entry.asked.stem, key, text))
    return Options(tuple(texts), texts.index(key), entry.kind.answer_type)


def _hash(*parts: str) -> str:
    """Chance that falls the same for the same words, whatever else is in the collection."""
    return sha256("\0".join(parts).encode()).hexdigest()
