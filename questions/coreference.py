"""Which of its candidates a pronoun stands for, by a small model learned from read texts.

A log-linear model ranks the candidates and 'none of them' (Denis and Baldridge, 2008, “Specialized
models and ranking for coreference resolution”). The weights are `data/coreference.json`;
`tests/coreference/train.py` makes them from the texts that were read and marked beside it.
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from questions.antecedents import FORMS, PERSONAL, Antecedent, Resolved, candidates
from questions.clues import Features, described
from questions.pronouns import take_up
from questions.story import Story
from questions.tree import Token

Weights = dict[str, float]
# How likely a reading has to be to help with the pronouns behind it.
HELPFUL = 0.5
# How sure grammar is, and how unlikely what it finds must not be.
CERTAIN, VETO = 0.98, 0.2


class Likely(NamedTuple):
    """What a pronoun most likely stands for, how likely, and the words that mention it before."""

    antecedent: Antecedent
    probability: float
    at: tuple[int, ...]


def likeliest(story: Story) -> dict[int, Likely]:
    """For each pronoun outside quotations, by its token, what it most likely stands for."""
    return read(story, model())


def read(story: Story, weights: Weights) -> dict[int, Likely]:
    """The same by other weights; a pronoun that has been read helps to read those behind it."""
    found: dict[int, Likely] = {}
    before: list[Resolved] = []
    for token in story.reading.doc:
        if token.lower_ not in FORMS or token.i in story.reading.quoted:
            continue
        choices = candidates(story, token, reversed(before))
        likely = weighed(story, token, choices, found, weights)
        told = likely is not None and likely.probability >= HELPFUL
        what = likely.antecedent if likely is not None and told else None
        before.append(Resolved(token.i, FORMS[token.lower_], what))
        if likely is not None:
            found[token.i] = likely
    return found


def weighed(
    story: Story,
    pronoun: Token,
    choices: dict[Antecedent, list[int]],
    found: dict[int, Likely],
    weights: Weights,
) -> Likely | None:
    """What a pronoun most likely stands for; a person by grammar where nothing speaks against."""
    listed = [None, *choices]
    chances = probabilities(list(described(story, pronoun, choices)), weights)
    person = certain(story, pronoun)
    if person is not None:
        there = listed.index(person) if person in listed else 0
        chance = chances[there] if there else 0.0
        at = choices.get(person, [])
        return Likely(person, CERTAIN if chance >= VETO else chance, tuple(at))
    best = max(range(len(chances)), key=chances.__getitem__)
    what = listed[best]
    if what is None:
        return None
    # No surer than the pronoun before, on which the reading rests.
    before = found.get(choices[what][-1]) if choices[what] else None
    chance = chances[best] * (before.probability if before is not None else 1.0)
    return Likely(what, chance, tuple(choices[what]))


def certain(story: Story, pronoun: Token) -> Antecedent | None:
    """The person whom a pronoun stands for by grammar."""
    by_grammar = take_up(story, pronoun) if FORMS[pronoun.lower_] in PERSONAL else None
    person = by_grammar.person if by_grammar is not None else None
    return Antecedent("person", person.name) if person is not None else None


def probabilities(rows: Sequence[Features], weights: Weights) -> list[float]:
    """How likely each row is the right one."""
    scores = [sum(weights.get(name, 0.0) * value for name, value in r.items()) for r in rows]
    most = max(scores)
    exponents = [math.exp(score - most) for score in scores]
    total = sum(exponents)
    return [round(e / total, 6) for e in exponents]


@cache
def model() -> Weights:
    """The weight of each feature."""
    with files("questions").joinpath("data/coreference.json").open(encoding="utf-8") as table:
        weights: Weights = json.load(table)
    return weights
