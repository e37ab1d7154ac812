import random
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from questions.neighbours import grain, neighbours, towards
from questions.quantities import Quantity, parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("728", "1"),
        ("400", "100"),
        ("1,150", "50"),
        ("250", "50"),
        ("12 months", "6"),
        ("35", "5"),
        ("1.8", "0.1"),
        ("2.50", "0.1"),
        ("12.5", "0.5"),
        ("2.75 per cent", "0.25"),
        ("2.73 per cent", "0.01"),
        ("7", "1"),
    ],
)
def test_grain_is_the_place_of_the_last_digit_that_counts(text: str, expected: str) -> None:
    quantity = parse(text)
    assert quantity is not None
    assert grain(quantity) == Decimal(expected)


NUMBERS = st.one_of(
    st.integers(2, 10**9).map(lambda n: f"{n:,}"),
    st.integers(1, 9999).map(lambda n: f"${n / 100:.2f}"),
    st.integers(1, 99).map(lambda n: f"{n}%"),
    st.sampled_from(["two", "seven hours", "at least twelve", "1.8 billion"]),
)


@given(text=NUMBERS, rank=st.integers(0, 3), seed=st.integers())
def test_neighbours_are_other_numbers_in_order(text: str, rank: int, seed: int) -> None:
    quantity = parse(text)
    assert isinstance(quantity, Quantity)
    found = neighbours(quantity, rank, random.Random(seed))
    assert found == sorted(found)
    assert len({quantity.write(v) for v in (*found, quantity.value)}) == len(found) + 1
    assert len(found) == 3 or quantity.value < 10 or quantity.decimals


def test_the_key_gets_the_rank_wanted() -> None:
    quantity = parse("728")
    assert quantity is not None
    for rank in range(4):
        found = neighbours(quantity, rank, random.Random(1))
        assert sum(value < 728 for value in found) == rank


@pytest.mark.parametrize("text", ["97", "14", "40", "$620"])
def test_no_number_is_less_than_a_quarter_of_the_key(text: str) -> None:
    quantity = parse(text)
    assert quantity is not None
    for seed in range(20):
        assert min(neighbours(quantity, 3, random.Random(seed))) >= quantity.value / 4


def test_numbers_of_the_article_come_first_where_they_fit() -> None:
    quantity = parse("728")
    assert quantity is not None
    found = neighbours(
        quantity, 1, random.Random(1), offered=[Decimal(13), Decimal(612), Decimal(10**6)]
    )
    assert Decimal(612) in found
    assert not {Decimal(13), Decimal(10**6)} & set(found)


def test_what_may_be_more_is_set_far_below_what_is_offered_above_it() -> None:
    quantity = parse("more than 150")
    assert quantity is not None
    for seed in range(20):
        found = neighbours(quantity, 1, random.Random(seed))
        assert all(value < 150 or value >= 300 for value in found)


@pytest.mark.parametrize(
    ("key", "offered", "expected"),
    [("150", 91, False), ("150", 125, True), ("530", 318, True), ("35", 41, True)],
)
def test_numbers_of_the_article_are_at_most_one_digit_finer(
    key: str, offered: int, expected: bool
) -> None:
    quantity = parse(key)
    assert quantity is not None
    found = neighbours(quantity, 1, random.Random(1), offered=[Decimal(offered)])
    assert (Decimal(offered) in found) is expected


@pytest.mark.parametrize(
    ("offered", "below"),
    [([54, 60, 66], 3), ([60, 80], 1), ([76, 80, 84], 0)],
)
def test_the_key_s_rank_gives_way_to_numbers_of_the_article(offered: list[int], below: int) -> None:
    quantity = parse("72")
    assert quantity is not None
    for rank in range(4):
        values = [Decimal(n) for n in offered]
        found = neighbours(quantity, rank, random.Random(1), offered=values)
        assert set(values) <= set(found)
        assert below <= sum(v < 72 for v in found) <= below + 3 - len(offered)


@pytest.mark.parametrize(
    ("below", "above", "ranks"),
    [
        (0, 0, [0, 1, 2, 3]),
        (3, 3, [0, 1, 2, 3]),
        (1, 0, [3, 1, 2, 3]),
        (0, 1, [0, 1, 2, 0]),
        (2, 0, [2, 3, 2, 3]),
        (1, 1, [2, 1, 2, 1]),
        (3, 0, [3, 3, 3, 3]),
        (1, 5, [0, 1, 0, 1]),
    ],
)
def test_ranks_without_room_are_spread(below: int, above: int, ranks: list[int]) -> None:
    assert [towards(rank, below, above) for rank in range(4)] == ranks


@pytest.mark.parametrize(
    ("text", "offered", "barred"),
    [
        # The key would lie alone beside others that lie close together.
        ("Eleven", [8, 7, 6], {6}),
        ("Three", [6, 7, 8], {8}),
        ("230", [112, 94, 80], {80, 94}),
        ("26 years", [38, 39, 68], {39, 68}),
        # What was measured to the hundredth.
        ("88.91", [85.20, 71.13, 45.02], {45.02, 71.13}),
        ("29.4 per cent", [23.6, 26.5, 35.2], set()),
        ("72", [54, 60, 66], set()),
        ("1,400", [500, 900, 1700], set()),
    ],
)
def test_no_number_of_the_article_gives_the_key_away(
    text: str, offered: list[float], barred: set[float]
) -> None:
    quantity = parse(text)
    assert quantity is not None
    values = [Decimal(str(n)) for n in offered]
    for rank in range(4):
        found = set(neighbours(quantity, rank, random.Random(1), offered=values))
        assert not found & {Decimal(str(n)) for n in barred}
        assert barred or set(values) <= found


@pytest.mark.parametrize(
    ("text", "least"),
    [
        ("1.3 billion", "0.2"),
        ("1.1 million", "0.2"),
        ("$2.1m", "0.3"),
        ("1.3 per cent", "0.1"),
        ("about six", "2"),
    ],
)
def test_estimates_of_millions_split_no_hairs(text: str, least: str) -> None:
    quantity = parse(text)
    assert quantity is not None
    for rank in range(4):
        found = neighbours(quantity, rank, random.Random(1))
        nearest = min(abs(v - quantity.value) for v in found)
        assert nearest >= Decimal(least)
