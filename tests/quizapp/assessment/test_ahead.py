from datetime import timedelta

from quizapp.assessment.ahead import branches
from quizapp.assessment.scheduling import USUAL, Card, Rating, review
from tests.quizapp.factories import START

END = START + timedelta(hours=10)


def test_a_branch_tells_what_the_scheduler_will_say() -> None:
    first = branches(Card(START), now=START, end=END, spacing=USUAL)
    card = Card(START)
    ahead = first
    for rating in (Rating.AGAIN, Rating.GOOD):
        card, entry = review(card, rating, now=card.due)
        assert ahead[rating].away == card.due - entry.at
        ahead = ahead[rating].then


def test_only_what_is_back_today_branches_again() -> None:
    first = branches(Card(START), now=START, end=END, spacing=USUAL)
    assert set(first[Rating.AGAIN].then) == set(Rating)
    assert first[Rating.EASY].then == {}
    assert all(branch.then == {} for branch in first[Rating.AGAIN].then.values())
