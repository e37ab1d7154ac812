"""What came of the questions of an attempt, as statistics count it.

One finished attempt of each learner counts, the first or the last. A retry of what was missed never
does: it asks what was too hard before. What was left open at the end has no mark, as in Moodle,
and an attempt that was ended without any answer counts too.
Where practice gave a second try, the first one counts, so that all modes compare: every figure is a
first-try figure, and is called so where it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Counted(StrEnum):
    """Which attempt of a learner counts: Moodle takes the first, Canvas the last."""

    FIRST = "first"
    LAST = "last"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A question of an attempt; `chosen` indexes the item's own options, None was left open.

    `version` is the item version that is measured: versions with the same options and the same key
    share one, so that a typo that was corrected costs no data. `mark` is one of 0..1, and `second`
    what a second try has earned in the score that the learner was shown.
    """

    version: int
    mark: float
    chosen: int | None = None
    seconds: float | None = None
    second: float = 0.0


Sheet = Sequence[Outcome]


def first_try(
    mark: float | None, chosen: int | None, first: int | None
) -> tuple[float, int | None]:
    """Mark and choice at the first try, which was wrong where there was a second one."""
    return (mark or 0.0, chosen) if first is None else (0.0, first)


def second_try(mark: float | None, first: int | None) -> float:
    """What the second try has earned, where there was one."""
    return 0.0 if first is None else mark or 0.0


def paces(started_at: datetime, answered_at: Sequence[datetime | None]) -> list[float | None]:
    """Seconds from the answer before, or from the start, to each answer.

    Nothing tells when a question was first seen, so that reading the feedback on the one before and
    every pause are part of it: take the median. An answer that was changed has its last time.
    """
    before, seconds = started_at, dict[datetime, float]()
    for time in sorted(time for time in answered_at if time):
        seconds.setdefault(time, (time - before).total_seconds())
        before = time
    return [seconds[time] if time else None for time in answered_at]
