import pytest

from quizapp.assessment.marking import Score, mark, rounded
from tests.quizapp.factories import make_item


@pytest.mark.parametrize(("chosen", "expected"), [(0, 0), (1, 0), (2, 1), (3, 0)])
def test_only_the_key_earns_the_mark(chosen: int, expected: float) -> None:
    assert mark(make_item(key=2), chosen) == expected


@pytest.mark.parametrize(("chosen", "expected"), [(0, 0), (2, 0.5)])
def test_the_second_try_wins_half_the_mark(chosen: int, expected: float) -> None:
    assert mark(make_item(key=2), chosen, tries=2) == expected


@pytest.mark.parametrize(
    ("marks", "of", "percent"),
    [
        (0, 3, 0),
        (1, 3, 33),
        (2, 3, 67),
        (3, 3, 100),
        (199, 200, 99),
        (1.5, 8, 19),
        (3, 8, 38),
        (1, 6, 17),
        (29, 50, 58),
        (1.5, 100, 2),
    ],
)
def test_only_a_perfect_score_is_a_hundred_percent(marks: float, of: int, percent: int) -> None:
    assert Score(marks, of).percent == percent


@pytest.mark.parametrize(
    ("number", "digits", "expected"),
    [
        (62.5, 0, 63),
        (61.5, 0, 62),
        (62.49, 0, 62),
        (100 * 0.285, 0, 29),  # in binary digits a little less than 28.5
        (1.005, 2, 1.01),
        (0.25, 1, 0.3),
        (-0.001, 2, 0),
        (-2 / 3, 2, -0.67),
    ],
)
def test_halves_are_rounded_up(number: float, digits: int, expected: float) -> None:
    assert str(rounded(number, digits)) == str(float(expected))
