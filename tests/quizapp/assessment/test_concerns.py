import pytest

from quizapp.assessment.concerns import Concern, concerns
from quizapp.assessment.statistics import ItemStatistics, OptionStatistics


def item(
    picks: tuple[int, ...], *, discrimination: float | None = 40.0, left_open: int = 0
) -> ItemStatistics:
    """An item whose first option is the key."""
    n = sum(picks) + left_open
    options = tuple(
        OptionStatistics(chosen, chosen / n, is_key=not place) for place, chosen in enumerate(picks)
    )
    return ItemStatistics(n, picks[0] / n, discrimination, discrimination, options, left_open, 10.0)


@pytest.mark.parametrize(
    ("measured", "expected"),
    [
        (item((10, 4, 3, 3)), []),
        (item((4, 0, 0, 5)), []),  # nine answers are too few
        (item((4, 0, 1, 5)), [Concern.OUTDONE, Concern.IDLE]),
        (item((10, 4, 3, 3), discrimination=-0.1), [Concern.NEGATIVE]),
        (item((10, 4, 3, 3), discrimination=0), [Concern.WEAK]),
        (item((10, 4, 3, 3), discrimination=19.9), [Concern.WEAK]),
        (item((10, 4, 3, 3), discrimination=20), []),
        (item((10, 4, 3, 3), discrimination=None), []),
        (item((6, 5, 4, 4), left_open=1), []),
        (item((5, 5, 5, 5)), [Concern.HARD]),
        (item((18, 1, 1, 0)), [Concern.IDLE]),
        (item((19, 1, 0, 0)), [Concern.EASY]),  # who is left to choose the others?
        (item((5, 1, 6, 8), discrimination=-9), [Concern.OUTDONE, Concern.NEGATIVE, Concern.HARD]),
    ],
)
def test_concerns(measured: ItemStatistics, expected: list[Concern]) -> None:
    assert list(concerns(measured)) == expected
