from collections.abc import Iterator
from datetime import timedelta

from fsrs.scheduler import Scheduler
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.fitting import Answer, Logged, histories, telling, usable
from quizapp.assessment.scheduling import USUAL, Rating, State
from tests.quizapp.factories import START


def logged(
    card: int, hours: int, *, rating: Rating = Rating.GOOD, state: State = State.REVIEW
) -> Logged:
    return Logged(card, rating, START + timedelta(hours=hours), state, None)


def test_days_are_full_ones_since_the_rating_before() -> None:
    log = [logged(1, 0, state=State.NEW), logged(1, 23), logged(1, 71, rating=Rating.AGAIN)]
    assert list(histories(log)) == [
        (Answer(Rating.GOOD, 0), Answer(Rating.GOOD, 0), Answer(Rating.AGAIN, 2))
    ]
    assert telling(histories(log)) == 1


def test_no_more_reviews_are_counted_than_asked_for() -> None:
    def log() -> Iterator[Logged]:
        yield logged(1, 0, state=State.NEW)
        yield from (logged(1, 24 * day) for day in range(1, 4))
        yield logged(2, 0)
        raise AssertionError

    assert telling(histories(log()), most=3) == 3


def test_cards_whose_beginning_is_not_in_the_log_tell_nothing() -> None:
    log = [logged(1, 0), logged(1, 99), logged(2, 0, state=State.NEW), logged(2, 99)]
    assert list(histories(log)) == [(Answer(Rating.GOOD, 0), Answer(Rating.GOOD, 4))]


def test_a_clock_that_jumped_back_gives_no_negative_days() -> None:
    assert next(histories([logged(1, 99, state=State.NEW), logged(1, 0)]))[1].days == 0


def test_the_usual_parameters_are_usable_as_they_are() -> None:
    assert usable(USUAL.parameters) == USUAL.parameters


@given(st.lists(st.floats(-1000, 1000), min_size=21, max_size=21))
def test_the_scheduler_takes_whatever_is_usable(parameters: list[float]) -> None:
    assert Scheduler(usable(parameters)).parameters == usable(parameters)
