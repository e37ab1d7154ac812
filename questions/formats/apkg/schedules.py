"""Schedules and reviews of a deck, as somebody has studied it in Anki."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import Any

from questions.formats.apkg import database
from questions.formats.apkg.database import Database
from questions.formats.schedules import LONGEST_INTERVAL, Memory, Review, Schedule, State

MOST_REVIEWS = 1_000_000
"""Reviews of a deck that are read at once."""
_KINDS = {0: State.LEARNING, 1: State.REVIEW, 2: State.RELEARNING, 3: State.REVIEW}
"""Anki's kinds of reviews; others are no ratings but changes by hand."""
_FILTERED = 3
_SUSPENDED = -1
_LONGEST_TOLD = 1_000_000
_SECONDS = 1_000_000_000
"""What is due later than this is a time in seconds, else a day: Anki tells them apart so, too."""
_MOST = 600_000
"""Milliseconds; who takes longer has gone away."""
_CARDS = """
select id, nid, ord, type, queue, due, odue, odid, ivl, factor, reps, lapses, left from cards
order by id"""
_REVIEWS = """
select cid, id, ease, ivl, lastIvl, factor, time, type from revlog
order by cid, id"""

_STATES = frozenset(State)
Key = tuple[int, int]
"""The number of the note in the database, and the place of the card's template."""


@dataclass(frozen=True, slots=True)
class _Card:
    """A row of Anki's cards."""

    id: int
    note: int
    place: int
    state: int
    queue: int
    due: int
    home_due: int
    home: int
    interval: int
    ease: int
    reviews: int
    lapses: int
    left: int


def read(collection: bytes, name: str) -> dict[Key, Schedule]:
    """Schedules of the cards that were begun; none where the deck was exported without them."""
    with database.opened(collection, name) as db:
        if not db.has("revlog"):
            return {}
        log, data, begins = _log(db), _data(db), _begin(db)
        cards = (_Card(*row) for row in db.numbers(_CARDS))
        return {
            (card.note, card.place): _schedule(
                card, begins, log.get(card.id, ()), data.get(card.id, {})
            )
            for card in cards
            if card.state in _STATES and (card.state or card.queue == _SUSPENDED)
        }


def _data(db: Database) -> dict[int, dict[str, Any]]:
    """What FSRS knows of cards, as JSON; of others it is empty or something else."""
    rows = db.connection.execute("select id, data from cards where data != ''")
    found = ((card, _json(told)) for card, told in rows if isinstance(told, bytes))
    return {card: told for card, told in found if isinstance(told, dict)}


def _log(db: Database) -> dict[int, tuple[Review, ...]]:
    db.check_size("revlog", MOST_REVIEWS, "reviews")
    rows = groupby(db.numbers(_REVIEWS), key=lambda row: row[0])
    return {card: tuple(_reviews(group)) for card, group in rows}


def _reviews(rows: Iterable[Sequence[int]]) -> Iterator[Review]:
    """Ratings; cramming without consequences is none, nor are changes by hand."""
    begun = False
    for _, at, rating, interval, before, ease, took, kind in rows:
        crammed = kind == _FILTERED and not ease
        if kind not in _KINDS or rating not in range(1, 5) or crammed or not _is_time(at):
            continue
        new = kind == 0 and not begun
        state = State.NEW if new else _KINDS[kind]
        hard = 1 + 9 * (ease - 100) / 1000 if 100 <= ease <= 1100 else None
        yield Review(
            datetime.fromtimestamp(at / 1000, UTC),
            *(rating, state, _span(interval), _span(before), hard),
            timedelta(milliseconds=max(0, min(took, _MOST))),
        )
        begun = True


def _is_time(milliseconds: int) -> bool:
    """From 2000 to 2100: what lies outside was never a review."""
    return 946_684_800_000 < milliseconds < 4_102_444_800_000


def _span(interval: int) -> int:
    return max(-86_400 * LONGEST_INTERVAL, min(interval, LONGEST_INTERVAL))


def _begin(db: Database) -> date:
    """Day 0 where the collection was made; older ones do not say in which time zone.

    Without it, the collection's beginning counts as four in the morning there.
    """
    created = next(db.numbers("select crt from col limit 1"), [0])[0]
    created = created if 0 <= created < 4 * _SECONDS else 0
    west = _west(db)
    zone = timedelta(hours=8) if west is None else -timedelta(minutes=west)
    return (datetime.fromtimestamp(created, UTC) + zone).date()


def _west(db: Database) -> int | None:
    """Minutes from Greenwich to the west."""
    if db.has("config"):
        query = "select val from config where key = 'creationOffset'"
        west = _json(_first(db, query))
    else:
        conf = _json(_first(db, "select conf from col limit 1"))
        west = conf.get("creationOffset") if isinstance(conf, dict) else None
    return west if isinstance(west, int) and abs(west) < 24 * 60 else None


def _first(db: Database, query: str) -> bytes:
    row = db.connection.execute(query).fetchone()
    return row[0] if row and isinstance(row[0], bytes) else b""


def _json(written: bytes) -> Any:
    """What a card or the whole is told in; what is longer than Anki writes it is nothing."""
    try:
        return json.loads(written) if len(written) <= _LONGEST_TOLD else None
    except (ValueError, RecursionError):
        return None


def _schedule(
    card: _Card, begins: date, log: tuple[Review, ...], data: Mapping[str, Any]
) -> Schedule:
    """A card that stands in a filtered deck for a while is due as it was at home."""
    due = card.home_due if card.home and card.home_due else card.due
    return Schedule(
        State(card.state),
        _day(due, begins),
        datetime.fromtimestamp(due, UTC) if _SECONDS < due < 4 * _SECONDS else None,
        interval=max(0, _span(card.interval)),
        ease=min(max(card.ease, 1300), 10_000) / 1000 if card.ease else 2.5,
        reviews=_count(card.reviews),
        lapses=_count(card.lapses),
        left=card.left % 1000 if card.left > 0 else 0,
        suspended=card.queue == _SUSPENDED,
        memory=_memory(data),
        reviewed_at=_reviewed_at(data, log),
        log=log,
    )


def _day(due: int, begins: date) -> date:
    """The study day; a time is of the day on which it is, which nobody asks about."""
    if due > _SECONDS:
        return datetime.fromtimestamp(min(due, 4 * _SECONDS), UTC).date()
    return begins + timedelta(days=max(-LONGEST_INTERVAL, min(due, LONGEST_INTERVAL)))


def _count(number: int) -> int:
    return max(0, min(number, 10**6))


def _memory(data: Mapping[str, Any]) -> Memory | None:
    stability, difficulty, decay = (_number(data.get(name)) for name in ("s", "d", "decay"))
    if stability is None or difficulty is None or not 0 < stability < 10**6:
        return None
    return Memory(max(0.001, stability), min(max(difficulty, 1), 10), decay)


def _reviewed_at(data: Mapping[str, Any], log: Sequence[Review]) -> datetime | None:
    if log:
        return log[-1].at
    told = _number(data.get("lrt"))
    known = told is not None and _is_time(int(1000 * told))
    return datetime.fromtimestamp(told, UTC) if told is not None and known else None


def _number(value: object) -> float | None:
    """What is no number, or not finite, is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if abs(value) < 10**12 else None
