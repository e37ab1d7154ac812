"""What FSRS knows of a card, had it always used the parameters of now."""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate

from quizapp.assessment.fitting import Parameters
from quizapp.assessment.merging import Entry, Rated
from quizapp.assessment.scheduling import USUAL, Card, Spacing, State, review, with_memory_of


def remembered(card: Card, log: Sequence[Entry], *, spacing: Spacing) -> Card:
    """The card with the memory that its log tells of; only that changes, as in Anki.

    A card whose log tells nothing keeps what it has.
    """
    if not log or not can_be_replayed(log[0].review.before):
        return card
    *_, last = replayed(log[0].review.before, (each.said for each in log), spacing=spacing)
    return with_memory_of(last, card)


def replayed(start: Card, log: Iterable[Rated], *, spacing: Spacing) -> Iterator[Card]:
    """The card as it was at the `start`, then after each of its reviews."""

    def rated(card: Card, said: Rated) -> Card:
        return review(card, said.rating, now=said.at, spacing=spacing)[0]

    return accumulate(log, rated, initial=start)


def can_be_replayed(start: Card) -> bool:
    """Whether the first review of a log has anything to begin with: a new card, or a memory.

    What Anki tells of a card may not reach back to its first rating.
    """
    return start.state is State.NEW or None not in (start.stability, start.difficulty)


@lru_cache(maxsize=256)
def fingerprint(parameters: Parameters) -> str:
    """A short name of parameters; the usual ones need none."""
    if parameters == USUAL.parameters:
        return ""
    return sha256(json.dumps(parameters).encode()).hexdigest()[:16]
