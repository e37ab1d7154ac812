"""Fitting with the real optimizer, where it is installed."""

from random import Random

import fsrs
import pytest

from quizapp import optimizer
from quizapp.assessment.fitting import Answer, Fit, History, Parameters, telling
from quizapp.assessment.scheduling import USUAL, Rating
from tests.quizapp.factories import START, chance

FORGETFUL: Parameters = (0.05, 0.4, 0.9, 3.0, *USUAL.parameters[4:])
"""Somebody who keeps new cards less than half as long as people do on average."""

needs_optimizer = pytest.mark.skipif(
    optimizer.installed() is None, reason="the optimizer is not installed: see .ci/run"
)


def simulated(cards: int, *, rng: Random) -> list[History]:
    """Cards of a forgetful person, reviewed when the usual parameters say."""
    return [_history(rng) for _ in range(cards)]


def _history(rng: Random) -> History:
    memory, planned = fsrs.Scheduler(FORGETFUL), fsrs.Scheduler(enable_fuzzing=False)
    card = shown = fsrs.Card(card_id=1, due=START)
    now, answers = START, []
    for _ in range(9):
        days = (now - card.last_review).days if card.last_review else 0
        kept = rng.random() < memory.get_card_retrievability(card, now) if days else True
        rating = rng.choice((Rating.HARD, Rating.GOOD, Rating.GOOD)) if kept else Rating.AGAIN
        answers.append(Answer(rating, days))
        card, _ = memory.review_card(card, fsrs.Rating(rating), now)
        shown, _ = planned.review_card(shown, fsrs.Rating(rating), now)
        now = shown.due
    return tuple(answers)


@pytest.fixture(scope="module")
def made() -> Fit:
    histories = simulated(400, rng=chance(7))
    fit = optimizer.fit(histories, USUAL.parameters, relearning=1)
    assert fit.reviews == telling(histories) > 1000
    return fit


@needs_optimizer
def test_a_fit_foretells_more_than_the_usual_parameters(made: Fit) -> None:
    assert made.is_better
    assert made.off < 0.8 * made.off_before


@needs_optimizer
def test_a_fit_finds_how_somebody_forgets(made: Fit) -> None:
    assert made.parameters[2] < 0.7 * USUAL.parameters[2]
    assert fsrs.Scheduler(made.parameters).parameters == made.parameters


@needs_optimizer
def test_the_same_log_gives_the_same_parameters(made: Fit) -> None:
    again = optimizer.fit(simulated(400, rng=chance(7)), USUAL.parameters, relearning=1)
    assert again.parameters == made.parameters
