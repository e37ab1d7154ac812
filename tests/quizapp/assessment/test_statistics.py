"""The expected values were worked out on paper; the steps stand beside them."""

from dataclasses import replace
from math import isclose, sqrt
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.assembly import ItemVersion
from quizapp.assessment.outcomes import Outcome, Sheet
from quizapp.assessment.statistics import (
    ItemStatistics,
    Reliability,
    alpha,
    discrimination,
    efficiency,
    of_items,
    of_quiz,
    reliability,
    shares,
    spread,
)
from tests.quizapp.factories import START, make_item

ITEM = make_item()  # four options, the third is the key


def version(number: int) -> ItemVersion:
    return ItemVersion(number, replace(ITEM, id=str(number)), START)


def sheet(*marks: float, first: int = 1) -> Sheet:
    """Marks for the versions 1, 2, 3 …; who is wrong chooses the first option."""
    return [Outcome(n, mark, 2 if mark else 0, 10.0) for n, mark in enumerate(marks, first)]


def measured(*sheets: Sheet, number: int = 1) -> ItemStatistics:
    return of_items([version(number)], sheets)[0]


# Five people, three items. Totals 3, 2, 2, 1, 0; mean 8/5.
# Item 1: marks 1 1 1 1 0, mean 4/5. Rest: 2 1 1 0 0, mean 4/5.
#   Σ(m-m̄)(r-r̄) = Σmr - n·m̄·r̄ = 4 - 16/5 = 4/5
#   Σ(m-m̄)² = 4 - 16/5 = 4/5,  Σ(r-r̄)² = 6 - 16/5 = 14/5
#   discrimination = 100·(4/5)/√(4/5·14/5) = 100·√(4/14) = 53.4522…
#   sorted: m 0 1 1 1 1, r 0 0 1 1 2: Σmr = 4, the same: efficiency 100
# Item 2: marks 1 1 0 0 0, mean 2/5. Rest: 2 1 2 1 0, mean 6/5.
#   Σmr - n·m̄·r̄ = 3 - 12/5 = 3/5,  Σ(m-m̄)² = 2 - 4/5 = 6/5,  Σ(r-r̄)² = 10 - 36/5 = 14/5
#   discrimination = 100·(3/5)/√(6/5·14/5) = 100·3/√84 = 32.7326…
#   sorted: m 0 0 0 1 1, r 0 1 1 2 2: Σmr = 4, 4 - 12/5 = 8/5: efficiency 100·3/8 = 37.5
# Item 3: marks 1 0 1 0 0; by the same steps as item 2 (rest 2 2 1 1 0): the same values.
# α: Σ(m-m̄)² of the items 4/5, 6/5, 6/5, together 16/5; of the totals 18 - 64/5 = 26/5
#   α = 3/2·(1 - 16/26) = 15/26 = 0.576923…
#   deviation of the totals √(26/5/4) = √1.3; of shares √1.3/3; error = √1.3/3·√(11/26) = 0.2472…
CLASSROOM = (sheet(1, 1, 1), sheet(1, 1, 0), sheet(1, 0, 1), sheet(1, 0, 0), sheet(0, 0, 0))


@pytest.mark.parametrize(
    ("number", "facility", "expected", "efficient"),
    [
        (1, 0.8, 100 * sqrt(4 / 14), 100),
        (2, 0.4, 300 / sqrt(84), 37.5),
        (3, 0.4, 300 / sqrt(84), 37.5),
    ],
)
def test_items_of_a_classroom(
    number: int, facility: float, expected: float, efficient: float
) -> None:
    item = measured(*CLASSROOM, number=number)
    assert item.n == 5
    assert item.facility == pytest.approx(facility)
    assert item.discrimination == pytest.approx(expected)
    assert item.efficiency == pytest.approx(efficient)


def test_quiz_of_a_classroom() -> None:
    quiz = of_quiz(CLASSROOM)
    assert (quiz.n, quiz.seconds) == (5, 30)
    assert quiz.mean == pytest.approx(8 / 15)
    assert quiz.middle == pytest.approx(2 / 3)
    assert quiz.deviation == pytest.approx(sqrt(1.3) / 3)
    assert quiz.reliability.alpha == pytest.approx(15 / 26)
    assert quiz.reliability.error == pytest.approx(sqrt(1.3) / 3 * sqrt(11 / 26))


def test_the_worse_do_better_at_an_item_with_the_wrong_key() -> None:
    """Marks 0 0 1 1, rest 1 1 0 0: both ways as far apart as can be."""
    upside_down = [sheet(0, 1), sheet(0, 1), sheet(1, 0), sheet(1, 0)]
    assert measured(*upside_down).discrimination == pytest.approx(-100)
    assert measured(*upside_down).efficiency == pytest.approx(-100)


def test_the_rest_is_a_share_where_attempts_ask_differently_many() -> None:
    """Marks 1 1 0 for item 1; rest 2/2, 1/2, 0/1, so 1, 0.5, 0 and not 2, 1, 0 of anything.

    Σmr - n·m̄·r̄ = 1.5 - 1 = 1/2, Σ(m-m̄)² = 2 - 4/3 = 2/3, Σ(r-r̄)² = 1.25 - 0.75 = 1/2:
    100·(1/2)/√(1/3) = 50·√3.
    """
    sheets = [sheet(1, 1, 1), sheet(1, 1, 0), sheet(0, 0)]
    assert measured(*sheets).discrimination == pytest.approx(50 * sqrt(3))


def test_only_attempts_that_asked_an_item_say_something_of_it() -> None:
    sheets = [*CLASSROOM, sheet(0, 0, first=7)]
    assert measured(*sheets) == measured(*CLASSROOM)


@pytest.mark.parametrize(
    "sheets",
    [
        [],
        [sheet(1, 1)],  # one person
        [sheet(1, 1), sheet(1, 0)],  # everybody right
        [sheet(1, 1), sheet(0, 1)],  # the rest is all the same
        [sheet(1), sheet(0)],  # there is no rest
    ],
)
def test_without_a_variance_there_is_nothing_to_compare(sheets: list[Sheet]) -> None:
    item = measured(*sheets)
    assert (item.discrimination, item.efficiency) == (None, None)


def test_nothing_is_known_of_an_item_that_was_never_asked() -> None:
    item = measured()
    assert (item.n, item.facility, item.seconds) == (0, None, None)
    assert [(option.chosen, option.share) for option in item.options] == [(0, 0.0)] * 4


def test_a_question_left_open_counts_as_wrong_and_as_no_choice() -> None:
    item = measured(sheet(1, 1), [Outcome(1, 0.0), Outcome(2, 0.0)])
    assert (item.facility, item.left_open) == (0.5, 1)
    assert [option.chosen for option in item.options] == [0, 0, 1, 0]


def test_options_are_counted_and_a_distractor_works_from_five_percent_on() -> None:
    choices = [2] * 15 + [0] * 4 + [1]
    item = measured(*([Outcome(1, float(chosen == 2), chosen)] for chosen in choices))
    assert [option.chosen for option in item.options] == [4, 1, 15, 0]
    assert [option.share for option in item.options] == [0.2, 0.05, 0.75, 0.0]
    assert [option.works for option in item.options] == [True, True, True, False]
    assert [option.is_key for option in item.options] == [False, False, True, False]


def test_the_median_time_forgives_a_pause() -> None:
    sheets = [[Outcome(1, 1.0, 2, seconds)] for seconds in (8.0, 10.0, 3600.0)]
    assert measured(*sheets).seconds == 10


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([], None),
        ([[1, 0]], None),
        ([[1], [0]], None),  # one question agrees with nothing
        ([[1, 0], [0, 1]], None),  # equal totals
        ([[1, 1], [0, 0]], 1.0),  # item variances 1/2, 1/2, total 2: 2·(1 - 1/2)
        # Items 1 1 1 0 and 1 0 0 0, Σ² 3/4 each; totals 2 1 1 0, Σ² 2: 2·(1 - 3/4)
        ([[1, 1], [1, 0], [1, 0], [0, 0]], 0.5),
        # Items 1 1 0 0 and 0 1 1 1, Σ² 1 and 3/4; totals 1 2 1 1, Σ² 3/4: 2·(1 - 7/3)
        ([[1, 0], [1, 1], [0, 1], [0, 1]], -8 / 3),
    ],
)
def test_alpha(rows: list[list[float]], expected: float | None) -> None:
    assert alpha(rows) == (None if expected is None else pytest.approx(expected))


def test_alpha_is_of_the_length_that_most_attempts_have() -> None:
    odd_ones = [sheet(1), sheet(1, 0), sheet(0, 0, 1, 1)]
    assert reliability([*CLASSROOM, *odd_ones]) == reliability(CLASSROOM)
    assert reliability(CLASSROOM).n == 5
    assert reliability([]) == Reliability(0, 0, None, None)


def test_alpha_is_by_item_however_the_questions_were_shuffled() -> None:
    rng = Random(3)
    shuffled = [rng.sample(list(each), 3) for each in CLASSROOM]
    assert reliability(shuffled).alpha == pytest.approx(15 / 26)


def test_alpha_is_by_position_where_attempts_ask_different_items() -> None:
    """As Moodle has it for random questions: the marks are those of the table above."""
    different = [
        [replace(each, version=10 * n + each.version) for each in asked]
        for n, asked in enumerate(CLASSROOM)
    ]
    assert reliability(different) == reliability(CLASSROOM)


@pytest.mark.parametrize(
    ("scores", "tenths"),
    [
        ([], ""),
        ([0.0, 0.05, 1.0, 0.95], "0 0 9 9"),
        ([0.1, 0.3, 0.7, 29 / 50], "1 3 7 5"),
    ],
)
def test_spread_puts_each_score_into_its_tenth(scores: list[float], tenths: str) -> None:
    expected = [tenths.split().count(str(tenth)) for tenth in range(10)]
    assert list(spread(scores)) == expected


MARKS = st.sampled_from([0.0, 0.5, 1.0])


@st.composite
def classes(draw: st.DrawFn) -> list[Sheet]:
    """Attempts that ask any of six items, in any order."""
    asked = st.lists(st.integers(1, 6), min_size=1, unique=True)
    return [
        [Outcome(n, draw(MARKS), draw(st.integers(0, 3)), draw(st.floats(0, 1e4))) for n in each]
        for each in draw(st.lists(asked, max_size=12))
    ]


@given(classes())
def test_all_values_stay_in_their_bounds(sheets: list[Sheet]) -> None:
    for item in of_items([version(n) for n in range(1, 7)], sheets):
        assert item.facility is None or 0 <= item.facility <= 1
        assert (item.facility is None) == (item.n == 0)
        assert item.discrimination is None or -100 <= item.discrimination <= 100
        assert item.efficiency is None or item.efficiency <= 100
        assert (item.discrimination is None) == (item.efficiency is None)
        assert sum(option.chosen for option in item.options) + item.left_open == item.n
    quiz = of_quiz(sheets)
    assert sum(spread(shares(sheets))) == quiz.n == len(sheets)
    assert quiz.reliability.alpha is None or quiz.reliability.alpha <= 1
    assert quiz.reliability.error is None or quiz.reliability.error >= 0


@given(classes(), st.randoms(use_true_random=False))
def test_neither_the_order_of_people_nor_of_questions_matters(
    sheets: list[Sheet], rng: Random
) -> None:
    versions = [version(n) for n in range(1, 7)]
    mixed = [rng.sample(list(each), len(each)) for each in rng.sample(sheets, len(sheets))]
    for before, after in zip(of_items(versions, sheets), of_items(versions, mixed), strict=True):
        assert (before.n, before.options) == (after.n, after.options)
        assert before.facility == pytest.approx(after.facility)
        assert before.discrimination == pytest.approx(after.discrimination, abs=1e-6)
        assert before.efficiency == pytest.approx(after.efficiency, abs=1e-6)


ROWS = st.lists(st.tuples(MARKS, st.floats(0, 1)), max_size=20)


@given(ROWS, st.floats(0.5, 100), st.floats(-5, 5))
def test_another_scale_of_the_rest_changes_nothing(
    rows: list[tuple[float, float]], factor: float, shift: float
) -> None:
    marks, rests = [mark for mark, _ in rows], [round(rest, 3) for _, rest in rows]
    scaled = [factor * rest + shift for rest in rests]
    assert discrimination(marks, scaled) == pytest.approx(discrimination(marks, rests), abs=1e-4)
    assert efficiency(marks, scaled) == pytest.approx(efficiency(marks, rests), abs=1e-4)


@given(ROWS)
def test_efficiency_has_the_sign_of_the_discrimination_and_is_further_from_zero(
    rows: list[tuple[float, float]],
) -> None:
    marks, rests = [mark for mark, _ in rows], [round(rest, 3) for _, rest in rows]
    linear, possible = discrimination(marks, rests), efficiency(marks, rests)
    if linear is None or possible is None or isclose(linear, 0, abs_tol=1e-6):
        return
    assert linear * possible > 0
    assert abs(possible) >= abs(linear) - 1e-6
