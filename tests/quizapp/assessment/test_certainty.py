import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.certainty import (
    RULES,
    Confidence,
    Leaning,
    Said,
    calibration,
    leaning,
    mark,
    total,
)

GUESS, THINK, SURE = Confidence


def said(confidence: Confidence, right: int, wrong: int) -> list[Said]:
    return [(confidence, True)] * right + [(confidence, False)] * wrong


@pytest.mark.parametrize(
    ("confidence", "right", "expected"),
    [
        (GUESS, True, 1 / 3),
        (GUESS, False, 0),
        (THINK, True, 2 / 3),
        (THINK, False, -2 / 3),
        (SURE, True, 1),
        (SURE, False, -2),
    ],
)
def test_marks(confidence: Confidence, right: bool, expected: float) -> None:
    assert mark(confidence, right=right) == expected


@given(st.floats(0, 1))
def test_it_pays_to_say_what_is_so(chance: float) -> None:
    earned = {
        each: chance * mark(each, right=True) + (1 - chance) * mark(each, right=False)
        for each in Confidence
    }
    best = max(earned.values())
    for each, rule in RULES.items():
        if rule.pays_from <= chance <= rule.pays_to:
            assert earned[each] == pytest.approx(best)


def test_calibration_counts_each_level() -> None:
    levels = calibration([*said(SURE, 3, 1), *said(GUESS, 0, 2)])
    assert [(each.confidence, each.answers, each.right, each.share) for each in levels] == [
        (GUESS, 2, 0, 0.0),
        (THINK, 0, 0, 0.0),
        (SURE, 4, 3, 0.75),
    ]


@given(st.lists(st.tuples(st.sampled_from(Confidence), st.booleans())))
def test_no_answer_is_lost_and_no_total_is_beyond_the_marks(answers: list[Said]) -> None:
    levels = calibration(answers)
    assert sum(level.answers for level in levels) == len(answers)
    assert all(0 <= level.share <= 1 for level in levels)
    assert -2 * len(answers) <= total(answers) <= len(answers)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], Leaning.UNKNOWN),
        (said(SURE, 0, 2), Leaning.UNKNOWN),
        (said(SURE, 2, 2), Leaning.TOO_SURE),
        (said(SURE, 5, 0), Leaning.FITS),
        (said(THINK, 1, 3), Leaning.TOO_SURE),
        (said(THINK, 3, 1), Leaning.FITS),
        (said(THINK, 4, 0), Leaning.TOO_SHY),
        (said(GUESS, 3, 1), Leaning.TOO_SHY),
        (said(GUESS, 1, 3), Leaning.FITS),
        (said(GUESS, 3, 0) + said(SURE, 0, 3), Leaning.TOO_SURE),
    ],
)
def test_leaning(answers: list[Said], expected: Leaning) -> None:
    assert leaning(calibration(answers)) is expected
