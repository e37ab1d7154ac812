"""Schedules and reviews that somebody takes along to Anki, or brings from there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from math import exp, expm1
from zoneinfo import ZoneInfo

from questions.formats import schedules
from questions.formats.schedules import Memory, Schedule, milliseconds
from quizapp.assessment import study_days
from quizapp.assessment.merging import Entry, Rated
from quizapp.assessment.scheduling import Card, Rating, Spacing, State, review

DAY = timedelta(days=1)
EASE, LEAST_EASE = 2.5, 1.3
_EASIER = {Rating.AGAIN: -0.20, Rating.HARD: -0.15, Rating.GOOD: 0.0, Rating.EASY: 0.15}
"""How a rating changes the ease that Anki keeps beside FSRS's difficulty, as SM-2 has it."""
_LEARNING = (State.LEARNING, State.RELEARNING)
_MIDDLE = 5.0


@dataclass(frozen=True, slots=True)
class Carried:
    """A card with its whole log, the oldest review first."""

    card: Card
    log: tuple[Entry, ...]
    suspended: bool = False


def taken(carried: Carried, *, zone: ZoneInfo, spacing: Spacing) -> Schedule:
    """The same for Anki, which counts days by the date where it is opened."""
    card = carried.card
    learning = card.state in _LEARNING
    return Schedule(
        state=card.state,
        due=study_days.day(card.due, zone),
        at=card.due if learning else None,
        interval=_kept(card),
        ease=_ease(carried.log),
        reviews=card.reviews,
        lapses=card.lapses,
        left=len(_steps(card.state, spacing)) - (card.step or 0) if learning else 0,
        suspended=carried.suspended,
        memory=_memory(card, spacing),
        reviewed_at=card.reviewed_at,
        log=tuple(_reviews(carried)),
    )


def brought(schedule: Schedule, *, zone: ZoneInfo, spacing: Spacing, now: datetime) -> Carried:
    """The card as Anki has it; what it does not tell of FSRS is reckoned from its reviews."""
    card, log = _replayed(schedule, spacing, now)
    if schedule.state is State.NEW:
        return Carried(Card(now), (), schedule.suspended)
    state, due = schedule.state, study_days.begin(schedule.due, zone)
    memory = schedule.memory or _memory(card, spacing) or _of_ease(schedule, spacing)
    card = Card(
        due=schedule.at or due,
        state=state,
        step=_step(schedule, spacing) if state in _LEARNING else None,
        stability=memory.stability,
        difficulty=memory.difficulty,
        reviewed_at=min(now, schedule.reviewed_at or due - schedule.interval * DAY),
        reviews=max(schedule.reviews, len(log)),
        lapses=schedule.lapses,
    )
    return Carried(card, log, schedule.suspended)


def ratings(schedule: Schedule, *, now: datetime) -> tuple[Rated, ...]:
    """Reviews of Anki as a device says them; each has the name that Anki gives it.

    Nothing is later than `now`, whatever the clock of that computer said.
    """
    return tuple(
        Rated(f"anki-{milliseconds(each.at)}", Rating(each.rating), min(each.at, now), each.took)
        for each in schedule.log
    )


def _replayed(
    schedule: Schedule, spacing: Spacing, now: datetime
) -> tuple[Card, tuple[Entry, ...]]:
    """What FSRS makes of the reviews, with the states and intervals that the card had in Anki."""
    card, entries = _beginning(schedule, now), []
    for logged, said in zip(schedule.log, ratings(schedule, now=now), strict=True):
        rated, entry = review(
            _standing(card, logged.state), said.rating, now=said.at, spacing=spacing
        )
        card = replace(rated, due=entry.at + _span(logged.interval))
        entries.append(Entry(said, entry))
    return card, tuple(entries)


def _beginning(schedule: Schedule, now: datetime) -> Card:
    """New, or in the middle of its life where the log does not reach back to the first review."""
    if not schedule.log or schedule.log[0].state is State.NEW:
        return Card(now)
    at, before = min(schedule.log[0].at, now), _span(schedule.log[0].before)
    stability = max(1.0, before / DAY)
    return Card(at, State.REVIEW, None, stability, _MIDDLE, at - before)


def _standing(card: Card, state: State) -> Card:
    """The card in the state that Anki says it was in; a new one stays new."""
    if card.state is State.NEW or state is State.NEW:
        return card
    return replace(card, state=state, step=(card.step or 0) if state in _LEARNING else None)


def _reviews(carried: Carried) -> Iterator[schedules.Review]:
    after = (*(entry.review.before for entry in carried.log[1:]), carried.card)
    for entry, card in zip(carried.log, after, strict=False):
        before = entry.review.before
        yield schedules.Review(
            at=entry.review.at,
            rating=entry.review.rating.value,
            state=before.state,
            interval=_interval(card),
            before=_interval(before),
            difficulty=card.difficulty,
            took=entry.said.took or timedelta(),
        )


def _interval(card: Card) -> int:
    """Days, or seconds below zero while a card is being learned, as Anki's log has them."""
    if card.reviewed_at is None:
        return 0
    away = card.due - card.reviewed_at
    return -round(away.total_seconds()) if card.state in _LEARNING else max(1, round(away / DAY))


def _span(interval: int) -> timedelta:
    return timedelta(days=interval) if interval >= 0 else timedelta(seconds=-interval)


def _kept(card: Card) -> int:
    """Days between reviews of what was learned once; what was forgotten keeps what is left."""
    match card.state:
        case State.NEW | State.LEARNING:
            return 0
        case State.REVIEW:
            return _interval(card)
        case State.RELEARNING:
            return max(1, round(card.stability or 1))


def _ease(log: Sequence[Entry]) -> float:
    ease = EASE
    for entry in log:
        if entry.review.before.state is State.REVIEW:
            ease = max(LEAST_EASE, ease + _EASIER[entry.review.rating])
    return ease


def _memory(card: Card, spacing: Spacing) -> Memory | None:
    if card.stability is None or card.difficulty is None:
        return None
    return Memory(card.stability, card.difficulty, spacing.parameters[-1])


def _of_ease(schedule: Schedule, spacing: Spacing) -> Memory:
    """The memory with which FSRS-6 would have the interval grow by the ease, as SM-2 does.

    Recalled nine times of ten, stability is the interval; its growth, solved for the difficulty.
    """
    stability = max(1.0, float(schedule.interval))
    w = spacing.parameters
    growth = exp(w[8]) * stability ** -w[9] * expm1((1 - 0.9) * w[10])
    return Memory(stability, min(max(11 - (schedule.ease - 1) / growth, 1.0), 10.0))


def _step(schedule: Schedule, spacing: Spacing) -> int:
    return max(0, len(_steps(schedule.state, spacing)) - max(1, schedule.left))


def _steps(state: State, spacing: Spacing) -> Sequence[timedelta]:
    return spacing.relearning if state is State.RELEARNING else spacing.steps
