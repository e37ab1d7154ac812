import pytest

from quizapp.assessment.trend import Point, points


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([], ()),
        ([1.0], (Point(0, 0),)),
        ([0.0, 0.5, 1.0], (Point(0, 10), Point(50, 5), Point(100, 0))),
    ],
)
def test_points(shares: list[float], expected: tuple[Point, ...]) -> None:
    assert points(shares, 100, 10) == expected
