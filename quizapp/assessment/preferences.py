"""How somebody wants to study."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from quizapp.assessment.faces import CardKind
from quizapp.assessment.scheduling import USUAL, Spacing

RETENTION = (0.70, 0.97)
"""Below, more is forgotten than kept; above, FSRS asks for cards almost daily."""
MOST = 9_999
LONGEST_STEP = timedelta(days=30)
_UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1)}


@dataclass(frozen=True, slots=True)
class Preferences:
    """`kind` is what items become; `collects` whether wrong and unsure answers do so unasked."""

    spacing: Spacing = USUAL
    new_per_day: int = 20
    reviews_per_day: int = 200
    zone: ZoneInfo = ZoneInfo("UTC")  # noqa: RUF009 - a value without state
    kind: CardKind = CardKind.QUESTION
    collects: bool = True


DEFAULT = Preferences()


def read_steps(text: str) -> tuple[timedelta, ...] | None:
    """Learning steps as Anki writes them, '1m 10m 1d'; None where they cannot be read."""
    steps = [_step(word) for word in text.replace(",", " ").split()]
    known = tuple(step for step in steps if step and step <= LONGEST_STEP)
    return known if len(known) == len(steps) else None


def write_steps(steps: Iterable[timedelta]) -> str:
    """Learning steps as Anki writes them, each in the largest unit that divides it."""
    return " ".join(_written(step) for step in steps)


def _step(word: str) -> timedelta | None:
    found = re.fullmatch(r"([1-9]\d{0,4})([mhd]?)", word.lower(), re.ASCII)
    return int(found[1]) * _UNITS[found[2] or "m"] if found else None


def _written(step: timedelta) -> str:
    unit = next(u for u in reversed(_UNITS) if not step % _UNITS[u] or u == "m")
    return f"{step // _UNITS[unit]}{unit}"
