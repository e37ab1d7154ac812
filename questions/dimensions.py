"""Measures behind a noun: 'a wall 33 kilometres long', 'a contract worth $26 million'."""

from collections.abc import Sequence
from itertools import takewhile

from questions import lexicon
from questions.quantities import Quantity, parse
from questions.story import Story
from questions.sums import sum_of
from questions.tree import Token

ADJECTIVES = frozenset("long wide high deep tall thick".split())
# 'a path 700 metres in length'
NOUNS = {"length": "long", "width": "wide", "height": "high", "depth": "deep"}
UNITS = lexicon.LENGTHS.keys() | frozenset(lexicon.LENGTHS.values())
# Hedge, number, magnitude, unit and adjective.
LONGEST = 8

Measure = tuple[Quantity, str, tuple[Token, ...]]


def dimension(story: Story, noun: Token) -> Measure | None:
    """The measure right behind a noun, the adjective that it goes with, and all their words."""
    following = noun.doc[noun.i + 1 : min(noun.i + 1 + LONGEST, noun.sent.end)]
    words = list(takewhile(lambda t: t.text not in (",", ";", ":", "("), following))
    for n, word in enumerate(words):
        found = adjective(words[n : n + 2])
        quantity = parse(story.reading.said(words[:n])) if found else None
        if quantity is not None and quantity.suffix.strip() in UNITS:
            return quantity, found, tuple(words[: n + 1 + (word.lower_ == "in")])
    return None


def adjective(words: Sequence[Token]) -> str:
    """The 'long' of 'long' or 'in length'."""
    first, *behind = (t.lower_ for t in words)
    if first == "in" and behind:
        return NOUNS.get(behind[0], "")
    return first if first in ADJECTIVES else ""


def value(story: Story, noun: Token) -> Measure | None:
    """The sum in 'worth $26 million' right behind a noun, and the words."""
    worth = noun.doc[noun.i + 1 : noun.i + 2]
    if worth.text != "worth":
        return None
    for unit in worth[0].children:
        quantity = sum_of(story, unit) if unit.i > worth[0].i else None
        if quantity is not None and not any(c.i > unit.i for c in unit.children):
            return quantity, "large", tuple(noun.doc[noun.i + 1 : unit.i + 1])
    return None
