from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from questions.formats.schedules import LONGEST_INTERVAL, Memory, Review, Schedule
from quizapp.assessment import study_days
from quizapp.assessment.carrying import Carried, brought, ratings, taken
from quizapp.assessment.merging import Rated, merge
from quizapp.assessment.scheduling import USUAL, Card, Rating, State, review
from tests.quizapp.factories import START

UTC, KIRITIMATI = ZoneInfo("UTC"), ZoneInfo("Pacific/Kiritimati")
DAY = timedelta(days=1)
NOW = START + 900 * DAY
STUDIED = Schedule(
    State.REVIEW,
    (START + 20 * DAY).date(),
    interval=12,
    ease=2.3,
    reviews=9,
    lapses=1,
    reviewed_at=START + 8 * DAY,
)


def studied(*told: tuple[Rating, timedelta]) -> Carried:
    said = [Rated(f"{n}", rating, START + at) for n, (rating, at) in enumerate(told)]
    card, log = merge(Card(START), (), said)
    return Carried(card, log)


def bring(schedule: Schedule, zone: ZoneInfo = UTC) -> Carried:
    return brought(schedule, zone=zone, spacing=USUAL, now=NOW)


GOOD = studied(
    (Rating.GOOD, DAY), (Rating.GOOD, DAY + timedelta(minutes=10)), (Rating.HARD, 4 * DAY)
)


@pytest.mark.parametrize("zone", [UTC, KIRITIMATI])
def test_a_card_is_due_in_anki_on_its_study_day(zone: ZoneInfo) -> None:
    schedule = taken(GOOD, zone=zone, spacing=USUAL)
    assert schedule.due == study_days.day(GOOD.card.due, zone)
    assert (schedule.state, schedule.at, schedule.interval) == (State.REVIEW, None, 8)
    assert schedule.ease == pytest.approx(2.35)


def test_the_log_tells_intervals_as_anki_counts_them() -> None:
    log = taken(GOOD, zone=UTC, spacing=USUAL).log
    assert [(each.state, each.before, each.interval) for each in log] == [
        (State.NEW, 0, -600),
        (State.LEARNING, -600, 2),
        (State.REVIEW, 2, 8),
    ]
    assert log[-1].difficulty == GOOD.card.difficulty


ratings_of_days = st.lists(
    st.tuples(st.sampled_from(Rating), st.integers(1, 60 * 24 * 90)), min_size=1, max_size=9
)


@settings(max_examples=40)
@given(ratings_of_days)
def test_what_is_taken_comes_back(told: list[tuple[Rating, int]]) -> None:
    times = sorted({minutes for _, minutes in told})
    carried = studied(
        *((r, m * timedelta(minutes=1)) for (r, _), m in zip(told, times, strict=False))
    )
    back = bring(taken(carried, zone=UTC, spacing=USUAL))
    kept = study_days.begin(study_days.day(carried.card.due, UTC), UTC)
    due = kept if carried.card.state is State.REVIEW else carried.card.due
    assert back.card == replace(carried.card, due=due)
    assert [each.review.rating for each in back.log] == [e.review.rating for e in carried.log]
    states = [each.review.before.state for each in carried.log]
    assert [each.review.before.state for each in back.log] == states


def test_what_fsrs_knows_in_anki_is_kept() -> None:
    card = bring(replace(STUDIED, memory=Memory(30, 4))).card
    assert (card.state, card.stability, card.difficulty) == (State.REVIEW, 30, 4)
    assert (card.due, card.reviews, card.lapses) == (
        START.replace(hour=4, minute=0) + 20 * DAY,
        9,
        1,
    )


@pytest.mark.parametrize(("ease", "difficulty"), [(1.3, 10), (2.5, 5.9), (4.0, 1)])
def test_without_reviews_difficulty_comes_from_the_ease(ease: float, difficulty: float) -> None:
    card = bring(replace(STUDIED, ease=ease)).card
    assert card.stability == 12
    assert card.difficulty == pytest.approx(difficulty, abs=3)
    assert card.difficulty is not None
    assert 1 <= card.difficulty <= 10


def test_a_log_that_lacks_its_beginning_starts_in_the_middle() -> None:
    log = (Review(START, 3, State.REVIEW, 30, 12), Review(START + 30 * DAY, 1, State.REVIEW, 1, 30))
    carried = bring(replace(STUDIED, log=log))
    first, second = (each.review.before for each in carried.log)
    assert (first.state, first.stability, first.reviewed_at) == (State.REVIEW, 12, START - 12 * DAY)
    assert second.due == START + 30 * DAY
    assert carried.card.stability is not None


def test_a_suspended_new_card_stays_new_and_out_of_the_way() -> None:
    assert bring(Schedule(State.NEW, START.date(), suspended=True)) == Carried(
        Card(NOW), (), suspended=True
    )


def test_a_clock_that_went_back_in_anki_gives_a_log_in_order() -> None:
    log = (Review(START + DAY, 3, State.NEW, 3), Review(START, 3, State.REVIEW, 4, 3))
    times = [each.review.at for each in bring(replace(STUDIED, log=log)).log]
    assert times == sorted(times)


def test_a_clock_that_was_ahead_in_anki_does_not_keep_the_card_away() -> None:
    log = (Review(NOW + 900 * DAY, 3, State.NEW, 3),)
    late = replace(STUDIED, log=log, reviewed_at=NOW + 900 * DAY)
    card = bring(late).card
    assert card.reviewed_at == NOW
    rated, entry = review(card, Rating.GOOD, now=NOW + DAY)
    assert entry.at == NOW + DAY
    assert rated.due < NOW + 900 * DAY


times = st.integers(-9_000 * 24, 9_000 * 24).map(lambda hours: START + timedelta(hours=hours))
spans = st.integers(-86_400 * LONGEST_INTERVAL, LONGEST_INTERVAL)
memories = st.builds(Memory, st.floats(0.001, 1e6), st.floats(1, 10))
logged = st.builds(Review, times, st.integers(1, 4), st.sampled_from(State), spans, spans)


@settings(max_examples=60)
@given(
    st.builds(
        Schedule,
        st.sampled_from(State),
        st.dates(date(1910, 1, 1), date(2199, 1, 1)),
        st.none() | times,
        st.integers(0, LONGEST_INTERVAL),
        st.floats(1.3, 10),
        left=st.integers(0, 999),
        memory=st.none() | memories,
        reviewed_at=st.none() | times,
        log=st.lists(logged, max_size=4).map(tuple),
    )
)
def test_whatever_anki_had_the_card_can_be_studied(schedule: Schedule) -> None:
    carried = bring(schedule)
    for rating in Rating:
        rated, entry = review(carried.card, rating, now=NOW)
        assert entry.at == NOW
        assert rated.due > NOW
    for each in carried.log:
        review(each.review.before, Rating.GOOD, now=NOW)


def test_reviews_are_named_as_in_anki() -> None:
    log = (Review(START, 3, State.NEW, took=timedelta(seconds=4)),)
    assert ratings(replace(STUDIED, log=log), now=START) == (
        Rated("anki-1773480600000", Rating.GOOD, START, timedelta(seconds=4)),
    )
