from collections import Counter
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions import AnswerType
from quizapp.assessment.bank import Band
from quizapp.assessment.composing import (
    MOST,
    POOL,
    Choosable,
    arranged,
    compose,
    place_of,
    put_in,
    shifted,
    without,
)
from tests.quizapp.factories import chance


@st.composite
def pools(draw: st.DrawFn) -> list[Choosable]:
    kinds = st.tuples(
        st.integers(1, 3), st.sampled_from(AnswerType), st.floats(0, 1), st.integers(0, 5)
    )
    return [
        Choosable(number, article, kind, difficulty, (place, place + 9))
        for number, (article, kind, difficulty, place) in enumerate(draw(st.lists(kinds)))
    ]


def plenty(size: int = 300) -> list[Choosable]:
    """Items of all bands, three articles and two types, but most of them easy dates of one."""
    kinds = [(0.3, 1, AnswerType.DATE)] * 6 + [
        (difficulty, article, kind)
        for difficulty in (0.3, 0.6, 0.8)
        for article in (1, 2, 3)
        for kind in (AnswerType.DATE, AnswerType.PERSON)
    ]
    return [
        Choosable(n, article, kind, difficulty, (n, n + 9))
        for n in range(size)
        for difficulty, article, kind in [kinds[n % len(kinds)]]
    ]


@settings(max_examples=50)
@given(pools(), st.integers(0, 30), st.integers())
def test_items_come_from_the_pool_and_none_twice(
    pool: list[Choosable], size: int, seed: int
) -> None:
    chosen = compose(pool, size, rng=chance(seed))
    assert len(chosen) == min(size, len(pool))
    assert set(chosen) <= set(pool)
    assert len(set(chosen)) == len(chosen)
    assert list(chosen) == sorted(chosen, key=lambda item: item.difficulty)


@settings(max_examples=50)
@given(pools(), st.integers(0, 30))
def test_no_sentence_is_asked_twice_while_there_are_others(
    pool: list[Choosable], size: int
) -> None:
    def sentences(items: list[Choosable]) -> set[object]:
        return {(item.article_id, item.evidence) for item in items}

    chosen = compose(pool, size, rng=chance(1))
    assert len(sentences(list(chosen))) == min(len(chosen), len(sentences(pool)))


def test_items_are_spread_over_difficulty_articles_and_types() -> None:
    chosen = compose(plenty(), 18, rng=chance(3))
    assert Counter(item.band for item in chosen) == dict.fromkeys(Band, 6)
    assert Counter(item.article_id for item in chosen) == {1: 6, 2: 6, 3: 6}
    assert set(Counter(item.answer_type for item in chosen).values()) == {9}


def test_what_is_there_already_is_part_of_the_mixture() -> None:
    easy = [item for item in plenty() if item.band is Band.EASY][:6]
    added = compose(plenty(), 6, rng=chance(3), beside=easy)
    assert Counter(item.band for item in added) == {Band.MEDIUM: 3, Band.HARD: 3}
    assert set(compose(plenty(9), 9, rng=chance(3), beside=plenty(7))) == set(plenty(9)[7:])


def test_the_same_chance_makes_the_same_quiz_and_another_one_another() -> None:
    first, same, other = (compose(plenty(), 9, rng=chance(seed)) for seed in (1, 1, 2))
    assert first == same
    assert set(first) != set(other)


def test_a_bank_of_many_items_does_not_keep_anybody_waiting() -> None:
    start = process_time()
    assert len(compose(plenty(50 * POOL), MOST, rng=chance(1))) == MOST
    assert process_time() - start < 3


@pytest.mark.parametrize(
    ("places", "expected"),
    [
        ({}, (5, 6, 7, 8)),
        ({8: 1}, (8, 5, 6, 7)),
        ({5: 4}, (6, 7, 8, 5)),
        ({5: 2}, (6, 5, 7, 8)),
        ({6: 1, 5: 2}, (6, 5, 7, 8)),
        ({5: 99}, (6, 7, 8, 5)),
        ({8: 0}, (8, 5, 6, 7)),
        ({5: 3, 6: 3}, (7, 5, 6, 8)),
        ({99: 1}, (5, 6, 7, 8)),
    ],
)
def test_items_go_where_their_numbers_say(
    places: dict[int, int], expected: tuple[int, ...]
) -> None:
    assert arranged((5, 6, 7, 8), places) == expected


@pytest.mark.parametrize(
    ("item_id", "place", "expected"),
    [
        (9, 1, (9, 5, 6)),
        (9, 2, (5, 9, 6)),
        (9, 99, (5, 6, 9)),
        (5, 2, (6, 5)),
        (5, 0, (5, 6)),
    ],
)
def test_an_item_is_put_at_a_place(item_id: int, place: int, expected: tuple[int, ...]) -> None:
    assert put_in((5, 6), item_id, place) == expected


@pytest.mark.parametrize(
    ("item_id", "by", "expected"),
    [
        (6, 1, (5, 7, 6)),
        (6, -1, (6, 5, 7)),
        (5, -1, (5, 6, 7)),
        (7, 1, (5, 6, 7)),
        (99, 1, (5, 6, 7)),
        (0, -1, (5, 6, 7)),
    ],
)
def test_an_item_moves_up_or_down(item_id: int, by: int, expected: tuple[int, ...]) -> None:
    assert shifted((5, 6, 7), item_id, by) == expected


def test_what_was_taken_out_goes_back_to_its_place() -> None:
    for item_id in (5, 6, 7):
        there = place_of((5, 6, 7), item_id)
        assert put_in(without((5, 6, 7), {item_id}), item_id, there) == (5, 6, 7)


def test_items_are_taken_out() -> None:
    assert without((5, 6, 7), {6, 99}) == (5, 7)
