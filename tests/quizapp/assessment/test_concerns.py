import pytest

from quizapp.assessment.concerns import Concern, Strength, concerns, strength
from quizapp.assessment.statistics import Analysis, OptionStatistics


def item(
    picks: tuple[int, ...], *, discrimination: float | None = 40.0, left_open: int = 0
) -> Analysis:
    """An item whose first option is the key."""
    n = sum(picks) + left_open
    options = tuple(
        OptionStatistics(chosen, chosen / n, is_key=not place) for place, chosen in enumerate(picks)
    )
    return Analysis(n, picks[0] / n, discrimination, options)


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        (item((10, 4, 3, 3)), []),
        (item((4, 0, 0, 5)), []),  # nine answers are too few
        (item((4, 0, 1, 5)), [Concern.OUTDONE]),
        (item((4, 0, 0, 6)), [Concern.OUTDONE, Concern.IDLE]),
        (item((10, 4, 3, 3), discrimination=-0.1), [Concern.NEGATIVE]),
        (item((10, 4, 3, 3), discrimination=0), [Concern.WEAK]),
        (item((10, 4, 3, 3), discrimination=19.9), [Concern.WEAK]),
        (item((10, 4, 3, 3), discrimination=20), []),
        (item((10, 4, 3, 3), discrimination=None), []),
        (item((6, 5, 4, 4), left_open=1), []),
        (item((5, 5, 5, 5)), [Concern.HARD]),
        (item((18, 1, 1, 0)), []),  # each distractor that is chosen is chosen by 5 %
        (item((18, 2, 0, 0)), [Concern.IDLE]),
        (
            item((19, 1, 0, 0), discrimination=3),
            [Concern.EASY],
        ),  # who is left?
        (item((5, 1, 6, 8), discrimination=-9), [Concern.OUTDONE, Concern.NEGATIVE, Concern.HARD]),
    ],
)
def test_concerns(measured: Analysis, expected: list[Concern]) -> None:
    assert list(concerns(measured)) == expected


@pytest.mark.parametrize(
    ("alpha", "expected"),
    [
        (None, Strength.UNKNOWN),
        (-2.0, Strength.POOR),
        (0.63, Strength.POOR),
        (0.64, Strength.FAIR),
        (0.74, Strength.FAIR),
        (0.75, Strength.GOOD),
        (1.0, Strength.GOOD),
    ],
)
def test_strength(alpha: float | None, expected: Strength) -> None:
    assert strength(alpha) is expected
