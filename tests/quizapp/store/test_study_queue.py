from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from quizapp.assessment.faces import Wording
from quizapp.assessment.preferences import DEFAULT
from quizapp.assessment.queueing import Refusal, Scope, Tally, Today
from quizapp.assessment.scheduling import Rating
from quizapp.store import cards, study_queue
from quizapp.store.cards import Filter
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START
from tests.quizapp.store.studying import DAY, MINUTE, TODAY, first, first_id, plans, rate


def test_cards_come_in_the_order_of_the_quiz(mine: Session) -> None:
    card = first(mine)
    assert card is not None
    assert card.source is not None
    assert (card.source.item, card.source.article.title) == (
        ITEMS[0],
        "The harbor of Vellmouth reopens",
    )
    assert rate(mine, card.id, Rating.EASY) is None
    following = first(mine)
    assert following is not None
    assert following.source is not None
    assert following.source.item == ITEMS[1]


def test_what_is_being_learned_comes_before_what_is_new(mine: Session) -> None:
    rate(mine, 1, Rating.AGAIN, at=timedelta())
    assert first_id(mine, today=Today.of(START + MINUTE / 2, DEFAULT.zone)) == 2
    assert first_id(mine, today=Today.of(START + MINUTE, DEFAULT.zone)) == 1


def test_what_is_being_learned_comes_early_where_nothing_else_is_left(mine: Session) -> None:
    for card_id in (1, 2, 3):
        rate(mine, card_id, Rating.EASY)
    rate(mine, 4, Rating.GOOD)
    assert first_id(mine) == 4


def test_limits_of_the_day_count_what_was_done(mine: Session) -> None:
    few = replace(DEFAULT, new_per_day=2)
    rate(mine, 1, Rating.EASY)
    standing = study_queue.standing(mine, "me", few, today=TODAY)
    assert (standing.left, standing.done) == (Tally(new=1), Tally(new=1))
    rate(mine, 2, Rating.EASY)
    allowed = study_queue.standing(mine, "me", few, today=TODAY).allowed
    assert study_queue.next_card(mine, "me", allowed, today=TODAY) is None
    tomorrow = Today.of(START + DAY, DEFAULT.zone)
    allowed = study_queue.standing(mine, "me", few, today=tomorrow).allowed
    assert study_queue.next_card(mine, "me", allowed, today=tomorrow) is not None


def test_cards_of_an_article_a_quiz_or_a_deck_come_alone(mine: Session, quiz: Quiz) -> None:
    written = cards.write(mine, "me", Wording("ser", "to be"), deck="Spanish", now=START)
    assert first_id(mine, scope=Scope(deck="Spanish")) == written
    assert first_id(mine, scope=Scope(article=quiz.article_id)) == 1
    assert first_id(mine, scope=Scope(quiz=quiz.id)) == 1
    assert first(mine, scope=Scope(quiz=quiz.id + 1)) is None
    only = Filter(Scope(quiz=quiz.id))
    assert len(cards.listed(mine, "me", only=only, limit=10)) == 4


def test_a_suspended_card_stays_out_and_a_buried_one_until_its_time(mine: Session) -> None:
    one, two = (cards.get(mine, card_id, learner="me") for card_id in (1, 2))
    assert one is not None
    assert two is not None
    cards.suspend(mine, one, suspended=True)
    cards.bury(mine, two, until=TODAY.end)
    assert first_id(mine) == 3
    assert rate(mine, 1, Rating.GOOD) is Refusal.SUSPENDED
    assert first_id(mine, today=Today.of(TODAY.end, DEFAULT.zone)) == 2
    cards.suspend(mine, one, suspended=False)
    assert first_id(mine) == 1


SCOPES = [
    (Scope(), "ix_card_learner_suspended_state_due"),
    (Scope(deck="Spanish"), "ix_card_learner_deck_suspended_state_due"),
    (Scope(article=1), "(learner=? AND item_id=?)"),
    (Scope(quiz=1), "(learner=? AND item_id=?)"),
]


@pytest.mark.parametrize(("scope", "index"), SCOPES)
def test_the_next_card_is_found_by_an_index(mine: Session, scope: Scope, index: str) -> None:
    found = plans(mine, lambda: first(mine, scope=scope))
    assert len(found) == 2
    for steps in found:
        assert not [step for step in steps if step in {"SCAN card", "SCAN review"}]
        searched = [
            step for step in steps if step.startswith("SEARCH card") and "PRIMARY" not in step
        ]
        assert len(searched) >= 3
        assert all(index in step for step in searched)
