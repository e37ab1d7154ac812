from dataclasses import replace
from datetime import timedelta

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.fitting import usable
from quizapp.assessment.merging import Rated, merge
from quizapp.assessment.remembering import can_be_replayed, replayed
from quizapp.assessment.scheduling import USUAL, Card, Rating, Spacing, State
from tests.quizapp.factories import START

MINE = replace(USUAL, parameters=(0.1, 0.5, 1.5, 5.0, *USUAL.parameters[4:]))

STEPS = st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 60 * 24 * 40)), max_size=12)
"""Ratings, and minutes since the one before."""
WEIGHTS = st.lists(st.floats(0.8, 1.2), min_size=21, max_size=21)


def log_of(steps: list[tuple[Rating, int]]) -> list[Rated]:
    log, at = [], START
    for number, (rating, minutes) in enumerate(steps):
        at += timedelta(minutes=minutes)
        log.append(Rated(str(number), rating, at))
    return log


def by_the_library(log: list[Rated], spacing: Spacing) -> fsrs.Card:
    """What fsrs itself makes of the log with other parameters than it was made with."""
    scheduler = fsrs.Scheduler(spacing.parameters, enable_fuzzing=False)
    known = [fsrs.ReviewLog(1, fsrs.Rating(each.rating), each.at, None) for each in log]
    return scheduler.reschedule_card(fsrs.Card(card_id=1, due=START), known)


@given(STEPS, WEIGHTS)
def test_memories_are_those_of_the_reference(
    steps: list[tuple[Rating, int]], weights: list[float]
) -> None:
    parameters = (p * w for p, w in zip(USUAL.parameters, weights, strict=True))
    spacing = replace(USUAL, parameters=usable(parameters))
    log = log_of(steps)
    cards = list(replayed(Card(START), log, spacing=spacing))
    assert len(cards) == len(log) + 1
    for number, card in enumerate(cards):
        expected = by_the_library(log[:number], spacing)
        assert (card.stability, card.difficulty) == (expected.stability, expected.difficulty)


def test_the_parameters_of_before_give_the_memory_of_before() -> None:
    log = log_of([(Rating.GOOD, 0), (Rating.GOOD, 10), (Rating.AGAIN, 9999), (Rating.HARD, 60)])
    card, entries = merge(Card(START), (), log)
    *before, after = replayed(Card(START), log, spacing=USUAL)
    assert after == card
    assert before == [entry.review.before for entry in entries]


def test_a_log_with_a_gap_goes_on_from_the_memory_it_begins_with() -> None:
    log = log_of([(Rating.GOOD, 0), (Rating.GOOD, 9999), (Rating.GOOD, 29999)])
    whole = list(replayed(Card(START), log, spacing=MINE))
    assert list(replayed(whole[1], log[1:], spacing=MINE)) == whole[1:]


@pytest.mark.parametrize(
    ("start", "can"),
    [
        (Card(START), True),
        (Card(START, State.REVIEW, None, 9.0, 5.0, START), True),
        (Card(START, State.REVIEW, None, None, None, START), False),
        (Card(START, State.REVIEW, None, 9.0, None, START), False),
    ],
)
def test_a_log_begins_with_a_new_card_or_a_memory(start: Card, can: bool) -> None:
    assert can_be_replayed(start) == can
