from datetime import timedelta

import pytest

from quizapp.assessment.outcomes import first_try, paces
from tests.quizapp.factories import START


@pytest.mark.parametrize(
    ("answered_at", "expected"),
    [
        ([], []),
        ([None, None], [None, None]),
        ([4, 10, 11], [4, 6, 1]),
        ([10, 4, None], [6, 4, None]),  # asked first, answered second
        ([5, 5], [5, 5]),
    ],
)
def test_an_answer_takes_the_time_since_the_one_before(
    answered_at: list[int | None], expected: list[float | None]
) -> None:
    times = [None if s is None else START + timedelta(seconds=s) for s in answered_at]
    assert paces(START, times) == expected


@pytest.mark.parametrize(
    ("mark", "chosen", "first", "expected"),
    [
        (1.0, 2, None, (1.0, 2)),
        (0.0, 1, None, (0.0, 1)),
        (0.5, 2, 1, (0.0, 1)),
        (0.0, 3, 0, (0.0, 0)),
        (None, None, None, (0.0, None)),  # left open
    ],
)
def test_of_two_tries_the_first_counts(
    mark: float | None, chosen: int | None, first: int | None, expected: tuple[float, int | None]
) -> None:
    assert first_try(mark, chosen, first) == expected
