import random

import pytest

from questions.proportions import other_parts, other_ratios, share


@pytest.mark.parametrize("key", ["Two-thirds", "A quarter", "Half", "An eighth", "Nine-tenths"])
def test_other_parts_are_fractions_in_order(key: str) -> None:
    found = other_parts(key, 1, random.Random(1))
    sizes = [share(part) for part in found]
    assert len({*found, key}) == 4
    assert sizes == sorted(s for s in sizes if s is not None)


def test_parts_are_written_like_the_key() -> None:
    found = other_parts("One-quarter", 2, random.Random(1))
    assert all(part.startswith(("One-", "Two-", "Three-", "Half")) for part in found)


@pytest.mark.parametrize(
    ("key", "alike"),
    [
        ("One in five", ["One in four", "One in six", "One in eight"]),
        ("One in 1,000", ["One in 500", "One in 2,000", "One in 5,000"]),
        ("Nine out of ten", ["Six out of ten", "Seven out of ten", "Eight out of ten"]),
    ],
)
def test_other_ratios_vary_one_number(key: str, alike: list[str]) -> None:
    assert other_ratios(key, 1) == alike
