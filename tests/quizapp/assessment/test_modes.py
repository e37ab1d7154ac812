from datetime import timedelta

import pytest

from quizapp.assessment.modes import EXTRA, GRACE, MINUTES, is_late, is_up, limit
from tests.quizapp.factories import START


@pytest.mark.parametrize(
    ("minutes", "extra", "expected"),
    [
        (0, 0, None),
        (0, 100, None),
        (10, 0, timedelta(minutes=10)),
        (10, 25, timedelta(minutes=12, seconds=30)),
        (10, 100, timedelta(minutes=20)),
        (10, 900, timedelta(minutes=100)),
    ],
)
def test_extra_time_is_added(minutes: int, extra: int, expected: timedelta | None) -> None:
    assert limit(minutes, extra) == expected


def test_time_can_be_had_tenfold_and_without_end() -> None:
    assert 0 in MINUTES
    assert 900 in EXTRA


@pytest.mark.parametrize(
    ("after", "late"),
    [(-GRACE, False), (timedelta(), False), (GRACE, False), (GRACE * 1.1, True)],
)
def test_late_is_a_moment_after_the_deadline(after: timedelta, late: bool) -> None:
    assert is_late(START + after, START) == late


def test_the_time_is_up_at_the_deadline() -> None:
    assert is_up(START, START)
    assert not is_up(START, START + GRACE)
    assert not is_up(START, None)


def test_a_page_may_be_a_moment_ahead_with_the_time() -> None:
    moment = timedelta(milliseconds=1)
    assert is_up(START - GRACE, START, told=True)
    assert not is_up(START - GRACE - moment, START, told=True)
    assert not is_up(START, None, told=True)


def test_nothing_is_late_without_a_deadline() -> None:
    assert not is_late(START, None)
