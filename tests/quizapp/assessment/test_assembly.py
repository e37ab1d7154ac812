import pytest

from quizapp.assessment.assembly import ItemVersion, assemble, default_size, option_order, sizes
from tests.quizapp.factories import START, chance, make_item

POOL = tuple(ItemVersion(n, make_item(f"Question {n}?"), START) for n in range(1, 13))


@pytest.mark.parametrize(("size", "expected"), [(1, 1), (5, 5), (12, 12), (50, 12)])
def test_asks_as_many_as_wanted_or_as_there_are(size: int, expected: int) -> None:
    asked = assemble(POOL, size, rng=chance(1))
    assert len({version.id for version in asked}) == len(asked) == expected


def test_the_same_chance_gives_the_same_questions() -> None:
    assert assemble(POOL, 5, rng=chance(3)) == assemble(POOL, 5, rng=chance(3))


def test_questions_come_in_another_order_than_in_the_quiz() -> None:
    assert assemble(POOL, 12, rng=chance(3)) != POOL


def test_options_in_sequence_stay_in_sequence() -> None:
    assert option_order(make_item(options=("1", "2", "3", "4"), key=0)) == (0, 1, 2, 3)


@pytest.mark.parametrize(
    ("available", "expected"),
    [(1, (1,)), (4, (4,)), (5, (5,)), (12, (5, 10, 12)), (60, (5, 10, 20, 50, 60))],
)
def test_sizes_end_with_everything(available: int, expected: tuple[int, ...]) -> None:
    assert sizes(available) == expected


@pytest.mark.parametrize("available", range(1, 60))
def test_default_size_is_one_of_the_sizes(available: int) -> None:
    assert default_size(available) in sizes(available)
