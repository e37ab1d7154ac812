import pytest

from questions import AnswerType
from quizapp.assessment.assembly import (
    ItemVersion,
    askable,
    assemble,
    default_size,
    option_order,
    sizes,
)
from quizapp.assessment.modes import Order
from tests.make import make_flashcard
from tests.quizapp.factories import ITEMS, START, chance, make_item

POOL = tuple(ItemVersion(n, make_item(f"Question {n}?"), START) for n in range(1, 13))


@pytest.mark.parametrize(("size", "expected"), [(1, 1), (5, 5), (12, 12), (50, 12)])
def test_asks_as_many_as_wanted_or_as_there_are(size: int, expected: int) -> None:
    asked = assemble(POOL, size, rng=chance(1))
    assert len({each.version.id for each in asked}) == len(asked) == expected


def test_a_flashcard_has_nothing_to_choose_from() -> None:
    flashcard = ItemVersion(13, make_flashcard(), START)
    assert askable((*POOL, flashcard)) == POOL


def test_the_same_chance_gives_the_same_questions() -> None:
    assert assemble(POOL, 5, rng=chance(3)) == assemble(POOL, 5, rng=chance(3))


def test_questions_come_in_another_order_than_in_the_quiz() -> None:
    assert tuple(each.version for each in assemble(POOL, 12, rng=chance(3))) != POOL


@pytest.mark.parametrize("seed", range(5))
def test_questions_may_come_in_the_order_of_the_article(seed: int) -> None:
    pool = [ItemVersion(n, item, START) for n, item in enumerate(reversed(ITEMS))]
    asked = assemble(pool, 3, rng=chance(seed), order=Order.ARTICLE)
    starts = [each.version.item.evidence.start for each in asked]
    assert starts == sorted(starts)


def test_questions_may_come_in_the_order_of_the_quiz() -> None:
    places = [
        POOL.index(each.version) for each in assemble(POOL, 5, rng=chance(3), order=Order.QUIZ)
    ]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("answer_type", "in_sequence"),
    [
        (AnswerType.DATE, True),
        (AnswerType.NUMBER, True),
        (AnswerType.DURATION, True),
        (AnswerType.PERSON, False),
        (AnswerType.PLACE, False),
        (AnswerType.QUOTE, False),
    ],
)
def test_options_in_sequence_stay_in_sequence(answer_type: AnswerType, in_sequence: bool) -> None:
    item = make_item(answer_type=answer_type)
    orders = {option_order(item, rng=chance(seed)) for seed in range(40)}
    assert (orders == {(0, 1, 2, 3)}) == in_sequence
    assert all(sorted(order) == [0, 1, 2, 3] for order in orders)


@pytest.mark.parametrize(
    ("available", "expected"),
    [(1, (1,)), (4, (4,)), (5, (5,)), (12, (5, 10, 12)), (60, (5, 10, 20, 50, 60))],
)
def test_sizes_end_with_everything(available: int, expected: tuple[int, ...]) -> None:
    assert sizes(available) == expected


@pytest.mark.parametrize("available", range(1, 60))
def test_default_size_is_one_of_the_sizes(available: int) -> None:
    assert default_size(available) in sizes(available)
