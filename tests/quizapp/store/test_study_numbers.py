from datetime import timedelta

from sqlalchemy.orm import Session

from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.scheduling import Rating, State
from quizapp.assessment.study_days import end
from quizapp.assessment.study_numbers import Reviewed
from quizapp.store import cards, study_numbers
from tests.quizapp.store.studying import DAY, MINUTE, TODAY, plans, rate


def test_states_count_suspended_cards_apart(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    rate(mine, 2, Rating.AGAIN)
    card = cards.get(mine, 3, learner="me")
    assert card is not None
    cards.suspend(mine, card, suspended=True)
    states = study_numbers.states(mine, "me")
    counted = {State.NEW: 1, State.LEARNING: 1, State.REVIEW: 1, State.RELEARNING: 0}
    assert (states.by_state, states.suspended, states.total) == (counted, 1, 4)


def test_the_forecast_counts_what_was_started_by_the_day_it_is_due(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    rate(mine, 2, Rating.AGAIN)
    ends = [end(TODAY.day + timedelta(days=n), DEFAULT.zone) for n in range(10)]
    assert study_numbers.forecast(mine, "me", ends) == (1, 0, 0, 0, 0, 0, 0, 0, 1, 0)
    assert study_numbers.forecast(mine, "you", ends) == (0,) * 10


def test_days_tell_reviews_of_learned_cards_from_the_first_ones(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    rate(mine, 2, Rating.EASY)
    rate(mine, 1, Rating.AGAIN, at=8 * DAY + MINUTE, seen=1)
    rate(mine, 2, Rating.HARD, at=8 * DAY + MINUTE, seen=1)
    assert study_numbers.days(mine, "me", TODAY.day) == {
        TODAY.day: Reviewed(2, 0, 0),
        TODAY.day + timedelta(days=8): Reviewed(2, 2, 1),
    }
    assert study_numbers.days(mine, "me", TODAY.day + timedelta(days=9)) == {}


def test_numbers_are_read_from_indexes_alone(mine: Session) -> None:
    def all_of_them() -> None:
        study_numbers.states(mine, "me")
        study_numbers.forecast(mine, "me", [TODAY.end])
        study_numbers.days(mine, "me", TODAY.day)

    first_steps = [steps[0] for steps in plans(mine, all_of_them)]
    assert [step.partition(" USING ")[0] for step in first_steps] == [
        "SEARCH card",
        "SEARCH card",
        "SEARCH review",
    ]
    assert all("COVERING INDEX" in step for step in first_steps)
