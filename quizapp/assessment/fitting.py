"""The parameters of FSRS, fitted to how somebody's own cards were remembered."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby, islice
from typing import Protocol

from fsrs.scheduler import LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS

from quizapp.assessment.scheduling import Rating, State

ENOUGH = 512
"""Reviews that tell something; with fewer, FSRS's own optimizer keeps the usual parameters."""
COUNTED = 1_000
"""No more of these are counted only to be shown."""
CARDS = 20_000
"""The last begun are enough: memory is of today, and the fit takes a second."""
DIGITS = 4
"""As many as Anki shows, so that parameters can be copied from one to the other."""

Parameters = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Logged:
    """A review in the log of a learner; `state` is that of the card before, `took` milliseconds."""

    card_id: int
    rating: Rating
    at: datetime
    state: State
    took: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A rating, and how many full days after the one before it was given."""

    rating: Rating
    days: int


History = tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """Parameters fitted to so many telling reviews, and how far forecasts are off with them.

    `off` is how far the share remembered lies from the share foretold, as a root mean square over
    groups of like reviews, 0..1; `off_before` is the same with the parameters used until then.
    """

    parameters: Parameters
    reviews: int
    off: float
    off_before: float

    @property
    def is_better(self) -> bool:
        """Whether it foretells more of what happened than the parameters before."""
        return self.off < self.off_before


class Optimize(Protocol):
    """Fits parameters to histories, for somebody with so many steps for forgotten cards."""

    def __call__(self, histories: Sequence[History], before: Parameters, *, relearning: int) -> Fit:
        """The fit, better or not than the parameters `before`."""


def histories(log: Iterable[Logged]) -> Iterator[History]:
    """What is known of each card from its first rating on; `log` has them card by card.

    A card whose beginning is not in the log tells nothing: FSRS starts from the first rating.
    """
    for _, each in groupby(log, key=lambda logged: logged.card_id):
        card = tuple(each)
        if card[0].state is State.NEW:
            yield tuple(_answers(card))


def telling(found: Iterable[History], *, most: int | None = None) -> int:
    """Reviews on a later day than the one before: only these show what was kept.

    They are counted no further than `most`.
    """
    later = (answer for history in found for answer in history[1:] if answer.days > 0)
    return sum(1 for _ in islice(later, most))


def usable(parameters: Iterable[float]) -> Parameters:
    """Rounded, and within the bounds that the scheduler insists on."""
    bounds = zip(parameters, LOWER_BOUNDS_PARAMETERS, UPPER_BOUNDS_PARAMETERS, strict=True)
    return tuple(min(max(round(p, DIGITS), lowest), highest) for p, lowest, highest in bounds)


def _answers(card: Sequence[Logged]) -> Iterator[Answer]:
    """Days are counted as the scheduler counts them: full ones, whatever the date."""
    before = card[0].at
    for each in card:
        yield Answer(each.rating, max(0, (each.at - before).days))
        before = each.at
