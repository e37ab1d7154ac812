from datetime import timedelta

from sqlalchemy.orm import Session

from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.scheduling import Rating, State
from quizapp.assessment.study_days import end
from quizapp.store import cards, daily, study_numbers
from tests.quizapp.store.studying import DAY, TODAY, plans, rate


def test_states_count_suspended_cards_apart(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    rate(mine, 2, Rating.AGAIN)
    card = cards.get(mine, 3, learner="me")
    assert card is not None
    cards.suspend(mine, card, suspended=True)
    states, _ = study_numbers.overview(mine, "me", [TODAY.end])
    counted = {State.NEW: 1, State.LEARNING: 1, State.REVIEW: 1, State.RELEARNING: 0}
    assert (states.by_state, states.suspended, states.total) == (counted, 1, 4)


def test_the_forecast_counts_what_was_started_by_the_day_it_is_due(mine: Session) -> None:
    rate(mine, 1, Rating.EASY)
    rate(mine, 2, Rating.AGAIN)
    ends = [end(TODAY.day + timedelta(days=n), DEFAULT.zone) for n in range(10)]
    assert study_numbers.forecast(mine, "me", ends) == (1, 0, 0, 0, 0, 0, 0, 0, 1, 0)
    assert study_numbers.overview(mine, "me", ends)[1] == study_numbers.forecast(mine, "me", ends)
    assert study_numbers.forecast(mine, "you", ends) == (0,) * 10


def test_numbers_are_read_from_indexes(mine: Session) -> None:
    def all_of_them() -> None:
        study_numbers.overview(mine, "me", [TODAY.end, TODAY.end + DAY])
        daily.since(mine, "me", TODAY.day)

    of_cards, days = plans(mine, all_of_them)
    counted = [step for step in of_cards if "card" in step]
    assert len(counted) == len(State) + 1 + 2
    assert all("SEARCH card USING COVERING INDEX ix_card_learner_suspended" in c for c in counted)
    assert days[0].startswith("SEARCH daily USING INDEX")
