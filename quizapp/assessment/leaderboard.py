"""Who stands where with a quiz, of those who want to be seen."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta

from quizapp.assessment.marking import Score

LONGEST = 30
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Entry:
    """The first attempt of somebody, under the name they chose; `place` counts from 1."""

    pseudonym: str
    score: Score
    took: timedelta
    mine: bool = False
    place: int = 0


def ranked(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Higher shares first, of equal ones those of more questions; equal scores share a place.

    Time decides nothing: whoever reads slowly knows as much.
    """
    ordered = sorted(entries, key=lambda entry: (*_merit(entry), entry.pseudonym.casefold()))
    merits = [_merit(entry) for entry in ordered]
    return tuple(replace(entry, place=merits.index(_merit(entry)) + 1) for entry in ordered)


def shown(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The first twenty, and one's own wherever it stands."""
    places = ranked(entries)
    return tuple(e for number, e in enumerate(places) if number < SHOWN or e.mine)


def _merit(entry: Entry) -> tuple[float, int]:
    return -round(entry.score.share, 9), -entry.score.of
