"""What FSRS knows of a card, had it always used the parameters of now."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from quizapp.assessment.merging import Rated
from quizapp.assessment.scheduling import Card, Spacing, State, review


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
