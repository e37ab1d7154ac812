import pytest

from tests.evaluate import Group, frequency, longest, measures, overlap, right, sampled
from tests.make import make_item


@pytest.mark.parametrize(
    ("scores", "key", "chance"),
    [([1.0, 2.0, 0.0, 0.0], 1, 1.0), ([1.0, 1.0, 0.0, 0.0], 0, 0.5), ([0.0, 1.0], 0, 0.0)],
)
def test_a_tie_is_guessed(scores: list[float], key: int, chance: float) -> None:
    assert right(scores, key) == chance


def test_solvers_look_at_one_cue() -> None:
    item = make_item(stem="What rose in Lund?", options=("Prices", "The rents of Lund", "x", "y"))
    assert longest(item, "").index(max(longest(item, ""))) == 1
    assert overlap(item, "") == [0, 1, 0, 0]
    assert frequency(item, "Prices, prices and x rose.") == [2, 0, 1, 0]


def test_the_samples_have_clean_items() -> None:
    found = dict(measures(Group("samples", tuple(sampled()), {})))
    assert float(found["items for 1,000 words"]) >= 8
    assert found["items with a flaw"] == "0"
    assert found["articles without items"] == "0"
