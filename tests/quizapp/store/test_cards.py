from dataclasses import replace

from sqlalchemy.orm import Session

from quizapp.assessment.faces import CardKind, Wording
from quizapp.assessment.scheduling import Rating
from quizapp.store import articles, cards
from quizapp.store.cards import Filter, Show
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START, make_generated
from tests.quizapp.store.studying import DAY, add, rate


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
    cards.reword(mine, card, Wording("When?", "2021"), kind=CardKind.QUESTION, deck="")
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
