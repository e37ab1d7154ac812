from datetime import date, timedelta

import pytest

from quizapp.assessment.study_numbers import (
    WEEKS,
    Bar,
    Reviewed,
    bars,
    heat,
    heat_begins,
    months,
    since,
)

TODAY = date(2026, 3, 14)  # a Saturday
DAYS = {
    date(2026, 2, 27): Reviewed(10, 8, 6),
    date(2026, 3, 1): Reviewed(4, 0, 0),
    date(2026, 3, 14): Reviewed(2, 2, 2),
}


@pytest.mark.parametrize(
    ("first", "expected", "retention"),
    [
        (date(2026, 2, 1), Reviewed(16, 10, 8), 0.8),
        (date(2026, 3, 1), Reviewed(6, 2, 2), 1.0),
        (date(2026, 3, 15), Reviewed(), None),
    ],
)
def test_retention_is_the_share_recalled_of_what_was_learned_before(
    first: date, expected: Reviewed, retention: float | None
) -> None:
    assert since(DAYS, first) == expected
    assert since(DAYS, first).retention == retention


def test_months_come_last_first() -> None:
    assert months(DAYS) == {
        date(2026, 3, 1): Reviewed(6, 2, 2),
        date(2026, 2, 1): Reviewed(10, 8, 6),
    }


@pytest.mark.parametrize("today", [TODAY + timedelta(days=n) for n in range(7)])
def test_the_map_of_days_has_whole_weeks_up_to_today(today: date) -> None:
    weeks = heat(DAYS, today)
    assert len(weeks) == WEEKS
    assert all(week[0].day.weekday() == 0 for week in weeks)
    assert [len(week) for week in weeks[:-1]] == [7] * (WEEKS - 1)
    assert (weeks[0][0].day, weeks[-1][-1].day) == (heat_begins(today), today)


def test_the_busiest_day_is_the_darkest_and_every_review_shows() -> None:
    levels = {cell.reviews: cell.level for week in heat(DAYS, TODAY) for cell in week}
    assert levels == {0: 0, 2: 1, 4: 2, 10: 4}


def test_bars_are_measured_by_the_highest() -> None:
    assert bars((2, 0, 4), TODAY) == (
        Bar(TODAY, 2, 0.5),
        Bar(TODAY + timedelta(days=1), 0, 0.0),
        Bar(TODAY + timedelta(days=2), 4, 1.0),
    )
    assert [bar.share for bar in bars((0, 0), TODAY)] == [0, 0]
