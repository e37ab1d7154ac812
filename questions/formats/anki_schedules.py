"""Schedules and reviews written into Anki's database."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time

from questions.formats.schedules import Review, Schedule, Schedules, State, distinct, milliseconds

CREATED = date(2010, 1, 1)
"""Day 0 of the collection: days are counted from there, in the time zone where it is opened."""
_ROLLOVER = time(4, tzinfo=UTC)
_QUEUES = {State.LEARNING: 1, State.REVIEW: 2, State.RELEARNING: 1}
_BY_DAY = 3
_KINDS = {State.NEW: 0, State.LEARNING: 0, State.REVIEW: 1, State.RELEARNING: 2}
"""Anki's kinds of reviews; learning begins with the first."""
_SET_SCHEDULE = """
update cards set type = ?, queue = ?, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ?, left = ?,
data = ? where id = ?"""
_SUSPEND = "update cards set queue = -1 where id = ?"
_INSERT_REVIEW = "insert into revlog values (?, ?, -1, ?, ?, ?, ?, ?, ?)"


def write(database: sqlite3.Connection, cards: Mapping[str, int], schedules: Schedules) -> None:
    """Give cards, numbered by their items, the schedules that there are for them."""
    known = {cards[item]: schedule for item, schedule in schedules.items() if item in cards}
    begun = ((n, s) for n, s in known.items() if s.state is not State.NEW)
    database.execute("update col set crt = ?, conf = ?", (_created(), _conf(database)))
    database.executemany(_SET_SCHEDULE, (_card(*each) for each in begun))
    database.executemany(_SUSPEND, ((n,) for n, s in known.items() if s.suspended))
    database.executemany(_INSERT_REVIEW, _reviews(known))


def _created() -> int:
    return int(datetime.combine(CREATED, _ROLLOVER).timestamp())


def _conf(database: sqlite3.Connection) -> str:
    """Settings of the collection under which due days are dates, wherever it is opened."""
    found = json.loads(database.execute("select conf from col").fetchone()[0])
    return json.dumps(found | {"schedVer": 2, "creationOffset": 0})


def _card(number: int, schedule: Schedule) -> tuple[object, ...]:
    by_day = schedule.at is None and schedule.state is not State.REVIEW
    return (
        *(schedule.state, _BY_DAY if by_day else _QUEUES[schedule.state], _due(schedule)),
        *(schedule.interval, round(1000 * schedule.ease)),
        *(schedule.reviews, schedule.lapses, schedule.left),
        *(_data(schedule), number),
    )


def _due(schedule: Schedule) -> int:
    """Seconds for what is being learned, days for what is to be kept."""
    return int(schedule.at.timestamp()) if schedule.at else (schedule.due - CREATED).days


def _data(schedule: Schedule) -> str:
    """What FSRS knows, rounded as Anki rounds it."""
    memory, told = schedule.memory, dict[str, float]()
    if memory is not None:
        told |= {"s": round(memory.stability, 4), "d": round(memory.difficulty, 3)}
        told |= {} if memory.decay is None else {"decay": round(memory.decay, 3)}
    if schedule.reviewed_at is not None:
        told["lrt"] = int(schedule.reviewed_at.timestamp())
    return json.dumps(told, separators=(",", ":")) if told else ""


def _reviews(schedules: Mapping[int, Schedule]) -> Iterator[tuple[object, ...]]:
    reviews = [(number, review) for number, s in schedules.items() for review in s.log]
    reviews.sort(key=lambda each: (each[1].at, each[0]))
    ids = distinct(milliseconds(review.at) for _, review in reviews)
    for review_id, (number, review) in zip(ids, reviews, strict=True):
        yield (review_id, number, *_review(review))


def _review(review: Review) -> tuple[int, ...]:
    """FSRS's difficulty stands where Anki has the ease: 1..10 as 100..1100."""
    hard = 0 if review.difficulty is None else round(100 + 1000 * (review.difficulty - 1) / 9)
    took = round(1000 * review.took.total_seconds())
    return (review.rating, review.interval, review.before, hard, took, _KINDS[review.state])
