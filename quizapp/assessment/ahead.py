"""What every rating of today would bring, for devices that cannot ask the scheduler."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from quizapp.assessment.scheduling import Card, Rating, Spacing, review

DEEP = 2
"""So many ratings of one card are looked ahead; further ones are told without their interval."""


@dataclass(frozen=True, slots=True)
class Branch:
    """How long a card stays away after a rating, and what may follow if it is back today."""

    away: timedelta
    then: dict[Rating, "Branch"]


def branches(
    card: Card, *, now: datetime, end: datetime, spacing: Spacing, deep: int = DEEP
) -> dict[Rating, Branch]:
    """One branch for each rating, up to the `end` of the day."""
    after = {each: review(card, each, now=now, spacing=spacing)[0] for each in Rating}
    return {
        rating: Branch(
            rated.due - (rated.reviewed_at or now),
            branches(rated, now=rated.due, end=end, spacing=spacing, deep=deep - 1)
            if deep > 1 and rated.due < end
            else {},
        )
        for rating, rated in after.items()
    }
