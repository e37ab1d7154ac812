"""Due dates are those of the reference implementation, py-fsrs; fsrs_vectors.json is what it gave.

A vector has its settings and, for each review, the rating and when it was given, then what came
of it: state, step, stability, difficulty and when the card is due. Times are seconds since START.
"""

import json
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.scheduling import Card, Rating, Spacing, State, outcomes, review
from tests.quizapp.factories import START

VECTORS = json.loads(Path(__file__).with_name("fsrs_vectors.json").read_text())


def spacing_of(vector: dict[str, Any]) -> Spacing:
    steps, relearning = (
        tuple(timedelta(seconds=s) for s in vector[each]) for each in ("steps", "relearning")
    )
    return Spacing(vector["retention"], steps, relearning)


def after(ratings: Iterable[Rating]) -> Card:
    """A card rated whenever it is due."""
    card = Card(START)
    for rating in ratings:
        card, _ = review(card, rating, now=card.due)
    return card


@pytest.mark.parametrize("vector", VECTORS)
def test_cards_are_due_when_the_reference_says(vector: dict[str, Any]) -> None:
    card = Card(START)
    for rating, at, state, step, stability, difficulty, due in vector["reviews"]:
        now = START + timedelta(seconds=at)
        card, _ = review(card, Rating(rating), now=now, spacing=spacing_of(vector))
        assert (card.state, card.step) == (State(state), step)
        assert (card.stability, card.difficulty) == pytest.approx((stability, difficulty))
        assert card.due == START + timedelta(seconds=due)


def test_intervals_grow_as_in_the_tests_of_the_reference() -> None:
    card, days = Card(START), []
    for rating in (3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3):
        card, entry = review(card, Rating(rating), now=card.due)
        days.append((card.due - entry.at).days)
    assert days == [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]


@given(st.lists(st.sampled_from(Rating), max_size=12))
def test_a_review_remembers_the_card_as_it_was(ratings: list[Rating]) -> None:
    card = after(ratings)
    rated, entry = review(card, Rating.GOOD, now=card.due)
    assert entry.before == card
    assert (rated.reviews, rated.reviewed_at) == (len(ratings) + 1, card.due)


def test_only_what_had_been_learned_can_lapse() -> None:
    assert after([Rating.AGAIN, Rating.AGAIN]).lapses == 0
    assert after([Rating.EASY, Rating.AGAIN, Rating.AGAIN]).lapses == 1


def test_a_clock_set_back_does_not_turn_time_around() -> None:
    card = after([Rating.EASY])
    assert card.reviewed_at is not None
    rated, entry = review(card, Rating.GOOD, now=START - timedelta(days=400))
    assert entry.at == card.reviewed_at + timedelta(microseconds=1)
    assert rated.due > entry.at


def test_a_clock_set_forward_by_years_gives_a_date() -> None:
    card = after([Rating.EASY, Rating.GOOD])
    rated, _ = review(card, Rating.GOOD, now=START + timedelta(days=365 * 50))
    assert rated.due > START + timedelta(days=365 * 50)


def test_the_buttons_promise_what_a_rating_brings() -> None:
    card = after([Rating.GOOD, Rating.GOOD])
    promised = outcomes(card, now=card.due)
    for rating in Rating:
        rated, entry = review(card, rating, now=card.due)
        assert rated.due - entry.at == promised[rating]
    assert list(promised.values()) == sorted(promised.values())


def test_more_retention_brings_cards_back_sooner() -> None:
    card = after([Rating.EASY])
    sooner = outcomes(card, now=card.due, spacing=Spacing(retention=0.95))
    assert sooner[Rating.GOOD] < outcomes(card, now=card.due)[Rating.GOOD]
