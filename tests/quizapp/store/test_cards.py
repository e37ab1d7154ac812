from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from quizapp.assessment.faces import CardKind, Wording
from quizapp.assessment.queueing import Scope
from quizapp.assessment.scheduling import Rating
from quizapp.store import articles, cards
from quizapp.store.cards import Filter, Show
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START, make_generated
from tests.quizapp.store.studying import DAY, add, plans, rate


def test_an_item_becomes_one_card_however_often_it_is_added(session: Session, quiz: Quiz) -> None:
    versions = [version.id for version in quiz.items]
    added = cards.add_versions(session, "me", versions[:1], kind=CardKind.CLOZE, now=START)
    assert (added, add(session, quiz), add(session, quiz)) == (1, 3, 0)
    assert add(session, quiz, learner="you") == 4


def test_a_card_follows_the_wording_of_its_item_until_it_has_its_own(mine: Session) -> None:
    edited = replace(ITEMS[0], stem="When did the harbor open again?")
    articles.save(mine, make_generated(edited, *ITEMS[1:]), now=START + DAY)
    card = cards.get(mine, 1, learner="me")
    assert card is not None
    assert card.source is not None
    assert (card.source.item.stem, card.wording) == (edited.stem, None)
    cards.reword(mine, card, Wording("When?", "2021"), kind=CardKind.QUESTION, deck="", now=START)
    card = cards.get(mine, 1, learner="me")
    assert card is not None
    assert card.wording == Wording("When?", "2021")


def test_a_list_shows_what_is_asked_for(mine: Session) -> None:
    rate(mine, 3, Rating.EASY)
    card = cards.get(mine, 2, learner="me")
    assert card is not None
    cards.suspend(mine, card, suspended=True)

    def shown(show: Show) -> list[int]:
        return [c.id for c in cards.listed(mine, "me", only=Filter(show=show), limit=9)]

    assert shown(Show.ALL) == [4, 3, 2, 1]
    assert shown(Show.NEW) == [4, 2, 1]
    assert (shown(Show.SUSPENDED), shown(Show.HARD)) == ([2], [])


ITEMS_FIRST = "(learner=? AND item_id=?)"
NEWEST = "USING COVERING INDEX ix_card_learner_created_at_id_suspended_state"
OF_DECK = "USING COVERING INDEX ix_card_learner_deck_created_at_id_suspended_state"
WORST = "USING COVERING INDEX ix_card_learner_lapses_id_deck"
LISTS = [
    *((Scope(), show, NEWEST) for show in Show if show is not Show.HARD),
    *((Scope(deck="Spanish"), show, OF_DECK) for show in Show if show is not Show.HARD),
    (Scope(), Show.HARD, WORST),
    (Scope(deck="Spanish"), Show.HARD, WORST),
    *((Scope(article=1), show, ITEMS_FIRST) for show in Show),
    *((Scope(quiz=1), show, ITEMS_FIRST) for show in Show),
]


@pytest.mark.parametrize(("scope", "show", "index"), LISTS)
def test_a_page_of_cards_is_found_by_an_index(
    mine: Session, scope: Scope, show: Show, index: str
) -> None:
    only = Filter(scope, show)
    (steps,) = plans(mine, lambda: cards.listed(mine, "me", only=only, limit=9))
    searched = [step for step in steps if " card " in step and "PRIMARY" not in step]
    assert len(searched) == 1
    assert index in searched[0]
    sorts = [step for step in steps if step == "USE TEMP B-TREE FOR ORDER BY"]
    assert len(sorts) == (2 if scope.of_items else 1)
