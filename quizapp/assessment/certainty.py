"""Marks and charts for how sure a learner was, after Gardner-Medwin's certainty-based marking."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How sure a learner says to be of an answer."""

    GUESS = "guess"
    THINK = "think"
    SURE = "sure"


@dataclass(frozen=True, slots=True)
class Rule:
    """What right and wrong answers earn, and the share right from which it pays to say so."""

    right: float
    wrong: float
    pays_from: float
    pays_to: float


RULES = {
    Confidence.GUESS: Rule(1 / 3, 0, 0, 2 / 3),
    Confidence.THINK: Rule(2 / 3, -2 / 3, 2 / 3, 0.8),
    Confidence.SURE: Rule(1, -2, 0.8, 1),
}
ENOUGH = 3

Said = tuple[Confidence, bool]


@dataclass(frozen=True, slots=True)
class Level:
    """Answers given with one confidence, and how many of them were right."""

    confidence: Confidence
    answers: int
    right: int

    @property
    def share(self) -> float:
        """Share right of 0..1; nothing was right where nothing was answered."""
        return self.right / self.answers if self.answers else 0.0

    @property
    def rule(self) -> Rule:
        """What answers of this confidence earn."""
        return RULES[self.confidence]


class Leaning(StrEnum):
    """Whether a learner's confidence fits what turned out to be right."""

    UNKNOWN = "unknown"
    FITS = "fits"
    TOO_SURE = "too sure"
    TOO_SHY = "too shy"


def mark(confidence: Confidence, *, right: bool) -> float:
    """Between 1 and -2: to be sure and wrong costs more than to be sure and right wins."""
    rule = RULES[confidence]
    return rule.right if right else rule.wrong


def total(said: Iterable[Said]) -> float:
    """Sum of certainty-based marks."""
    return sum(mark(confidence, right=right) for confidence, right in said)


def calibration(said: Iterable[Said]) -> tuple[Level, ...]:
    """One level per confidence, from guess to sure."""
    answers = tuple(said)
    return tuple(
        Level(
            confidence,
            answers=sum(each is confidence for each, _ in answers),
            right=sum(each is confidence and right for each, right in answers),
        )
        for confidence in Confidence
    )


def leaning(levels: Iterable[Level]) -> Leaning:
    """Judged by the most confident level that has enough answers and does not fit."""
    telling = [level for level in levels if level.answers >= ENOUGH]
    for level in reversed(telling):
        if level.share < level.rule.pays_from:
            return Leaning.TOO_SURE
        if level.share > level.rule.pays_to:
            return Leaning.TOO_SHY
    return Leaning.FITS if telling else Leaning.UNKNOWN
