import pytest

from questions import AnswerType, Generated
from tests.evaluate import Group, distinct, homogeneous, line, measures, sampled, similar
from tests.make import make_article, make_item
from tests.solvers import (
    frequency,
    longest,
    middle,
    nearest,
    odd,
    overlap,
    right,
    roundest,
    shortest,
    unlikely,
)


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
    assert right(shortest(item, ""), 2) == 0.5


@pytest.mark.parametrize(
    ("options", "key", "solved"),
    [
        (("Ann Hill", "Bo Lind", "the mayor", "Cy Berg"), 2, 1.0),
        (("12", "13", "14 km", "15"), 2, 1.0),
        (("12", "13", "14", "15"), 2, 0.25),
    ],
)
def test_the_odd_one_out_is_seen(options: tuple[str, ...], key: int, solved: float) -> None:
    item = make_item(options=options)
    assert right(odd(item, ""), key) == solved
    assert homogeneous(item) is (solved < 1)


def test_numbers_are_guessed_by_their_place_and_roundness() -> None:
    item = make_item(options=("100", "171", "180", "900"), answer_type=AnswerType.NUMBER)
    assert middle(item, "") == [-1.5, -0.5, -0.5, -1.5]
    assert roundest(item, "") == [2, 0, 1, 2]
    assert right(nearest(item, "") or [], 1) == 0.5
    assert middle(make_item(answer_type=AnswerType.PERSON), "") is None


@pytest.mark.parametrize(
    ("places", "low", "high"),
    [([0, 1, 2, 3] * 10, 0.99, 1.0), ([2] * 40, 0.0, 0.0001), ([0] * 15 + [1, 2, 3] * 9, 0.2, 0.6)],
)
def test_uneven_places_are_unlikely(places: list[int], low: float, high: float) -> None:
    assert low <= unlikely(places) <= high


def test_repeated_stems_and_keys_are_counted() -> None:
    made = [Generated(make_article(), (make_item(), make_item(id="b")))]
    assert similar(made) == 1.0
    assert distinct(made) == 0.5


def test_what_is_not_as_it_should_be_is_marked() -> None:
    assert line("similar stems", ["0.01", "0.20"]).endswith("←")
    assert not line("keys asked for once", ["0.95", "1.00"]).endswith("←")
    assert not line("items", ["12"]).endswith("←")


def test_the_samples_have_clean_items() -> None:
    found = dict(measures(Group("samples", tuple(sampled()), {})))
    assert float(found["items for 1,000 words"]) >= 8
    assert found["items with a flaw"] == "0"
    assert found["articles without items"] == "0"
