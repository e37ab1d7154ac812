import random

import pytest

from questions.clock import minutes, other_times


@pytest.mark.parametrize("key", ["5.40pm", "4:50 a.m.", "9am", "11.30 pm"])
def test_other_times_are_of_the_same_half_of_the_day(key: str) -> None:
    found = other_times(key, 2, random.Random(2))
    assert len({*found, key}) == 4
    assert all(time.endswith(key.lstrip("0123456789.:")) for time in found)
    assert [minutes(t) for t in found] == sorted(m for t in found if (m := minutes(t)) is not None)
