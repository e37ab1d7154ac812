from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.merging import Entry, Rated, merge, placed
from quizapp.assessment.scheduling import Card, Rating
from tests.quizapp.factories import START

RATED = st.lists(
    st.builds(
        lambda number, rating, minutes: Rated(
            str(number), rating, START + timedelta(minutes=minutes)
        ),
        st.integers(0, 10**6),
        st.sampled_from(Rating),
        st.integers(0, 60 * 24 * 90),
    ),
    unique_by=lambda rated: rated.uid,
    max_size=12,
)


def merged(*batches: list[Rated]) -> tuple[Card, dict[str, Entry]]:
    """A card and its log, after batches have come one after the other."""
    card = Card(START)
    log: dict[str, Entry] = {}
    for batch in batches:
        card, entries = merge(card, tuple(log.values()), batch)
        log |= {entry.said.uid: entry for entry in entries}
    return card, log


@given(RATED, st.integers(0, 10**6))
def test_reviews_may_come_in_any_order_and_from_any_device(said: list[Rated], seed: int) -> None:
    shuffled = Random(seed).sample(said, len(said))
    half = len(said) // 2
    assert merged(shuffled[:half], shuffled[half:]) == merged(said)


@given(RATED)
def test_sending_again_changes_nothing(said: list[Rated]) -> None:
    once = merged(said)
    card, entries = merge(once[0], tuple(once[1].values()), said)
    assert (card, entries) == (once[0], ())


@given(RATED)
def test_no_review_is_lost_or_doubled(said: list[Rated]) -> None:
    card, log = merged(said[::2], said)
    assert set(log) == {rated.uid for rated in said}
    assert card.reviews == len(said)


def test_a_log_with_a_gap_goes_on_from_what_is_known() -> None:
    said = [Rated(str(n), Rating.GOOD, START + timedelta(days=n)) for n in range(4)]
    card, log = merged(said)
    late = Rated("late", Rating.AGAIN, START + timedelta(days=2, hours=1))
    with_gap, entries = merge(card, (log["3"],), [late])
    assert [entry.said.uid for entry in entries] == ["late", "3"]
    assert with_gap == merged([*said, late])[0]


NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("at", "sent", "expected"),
    [
        (NOW - HOUR, NOW, NOW - HOUR),
        (NOW + 9 * HOUR, NOW + 10 * HOUR, NOW - HOUR),  # the device's clock is ahead
        (NOW - 11 * HOUR, NOW - 10 * HOUR, NOW - HOUR),  # or behind
        (NOW + HOUR, NOW, NOW),  # it was set back meanwhile
        (NOW - 900 * HOUR, NOW, START),  # or forward, to before there was a card
    ],
)
def test_a_review_is_placed_by_the_clock_of_the_server(
    at: datetime, sent: datetime, expected: datetime
) -> None:
    (found,) = placed([Rated("a", Rating.GOOD, at)], sent=sent, now=NOW, since=START)
    assert found.at == expected


def test_reviews_that_a_wrong_clock_puts_on_one_time_keep_their_order() -> None:
    """The clock was in 1970 first, and set meanwhile; the names tell nothing of the order."""
    said = [Rated(uid, Rating.AGAIN, NOW - (900 - n) * HOUR) for n, uid in enumerate("zaq")]
    found = placed(reversed(said), sent=NOW, now=NOW, since=START)
    assert [each.uid for each in found] == ["z", "a", "q"]
    assert [each.at - START for each in found] == [timedelta(microseconds=n) for n in range(3)]
