"""Reviews from several devices, put into one log by their time and counted once each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from quizapp.assessment.scheduling import AT_LEAST, USUAL, Card, Rating, Review, Spacing, review


@dataclass(frozen=True, slots=True)
class Rated:
    """What a device says was rated; whoever sends it again sends the same `uid`."""

    uid: str
    rating: Rating
    at: datetime
    took: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A review in the log, with what the device said of it."""

    said: Rated
    review: Review


def merge(
    card: Card, log: Sequence[Entry], said: Iterable[Rated], *, spacing: Spacing = USUAL
) -> tuple[Card, tuple[Entry, ...]]:
    """Card as if all reviews had come in order, and the entries that are new or reckoned anew.

    Each entry holds the card as it was before, so that the log need not reach back to the first.
    """
    known = {entry.said.uid for entry in log}
    new = sorted({r.uid: r for r in said if r.uid not in known}.values(), key=_order)
    if not new:
        return card, ()
    later = [entry for entry in log if _order(entry.said) > _order(new[0])]
    start = min(later, key=lambda entry: _order(entry.said)).review.before if later else card
    return _replayed(start, sorted([*new, *(e.said for e in later)], key=_order), spacing)


def placed(
    said: Iterable[Rated], *, sent: datetime, now: datetime, since: datetime
) -> tuple[Rated, ...]:
    """Reviews of a card by the server's clock, in their order, whatever the device's clock says.

    `sent` is of that clock too; nothing is later than `now` or before there was a card, but for
    what tells apart those that would else fall on one time.
    """
    found: list[Rated] = []
    for each in sorted(said, key=_order):
        at = max(since, min(now, now - (sent - each.at)))
        behind = found[-1].at + AT_LEAST if found else at
        found.append(replace(each, at=max(at, behind)))
    return tuple(found)


def _order(said: Rated) -> tuple[datetime, str]:
    return said.at, said.uid


def _replayed(
    card: Card, said: Iterable[Rated], spacing: Spacing
) -> tuple[Card, tuple[Entry, ...]]:
    entries = []
    for each in said:
        card, entry = review(card, each.rating, now=each.at, spacing=spacing)
        entries.append(Entry(each, entry))
    return card, tuple(entries)
