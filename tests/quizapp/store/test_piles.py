from datetime import timedelta

from sqlalchemy.orm import Session

from quizapp.assessment.faces import CardKind, Wording
from quizapp.assessment.queueing import Scope
from quizapp.assessment.scheduling import Rating
from quizapp.store import cards, piles
from quizapp.store.piles import Pile
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import START
from tests.quizapp.store.studying import DAY, TODAY, add, plans, rate

HARBOR = "The harbor of Vellmouth reopens"


def write(session: Session, deck: str, *, learner: str = "me") -> int:
    return cards.write(session, learner, Wording("ser", "to be"), deck=deck, now=START)


def found(session: Session, *, after: timedelta = timedelta(), limit: int = 9) -> tuple[Pile, ...]:
    return piles.largest(session, "me", due_before=TODAY.end + after, limit=limit)


def test_articles_and_decks_come_by_how_much_waits(mine: Session, quiz: Quiz) -> None:
    for deck in ("Spanish", "", "French", "Spanish"):
        write(mine, deck)
    write(mine, "Spanish", learner="you")
    expected = [
        Pile(HARBOR, Scope(article=quiz.article_id), 4, 4),
        Pile("Spanish", Scope(deck="Spanish"), 2, 2),
        Pile("", Scope(deck=""), 1, 1),
        Pile("French", Scope(deck="French"), 1, 1),
    ]
    assert list(found(mine)) == expected
    assert list(found(mine, limit=2)) == expected[:2]


def test_what_is_suspended_or_not_due_counts_but_does_not_wait(mine: Session) -> None:
    early, aside, new = (write(mine, "Spanish") for _ in range(3))
    rate(mine, early, Rating.EASY)
    card = cards.get(mine, aside, learner="me")
    assert card is not None
    cards.suspend(mine, card, suspended=True)
    rate(mine, 1, Rating.EASY)
    assert [(pile.cards, pile.due) for pile in found(mine)] == [(4, 3), (3, 1)]
    assert [(pile.cards, pile.due) for pile in found(mine, after=99 * DAY)] == [(4, 4), (3, 2)]
    assert cards.get(mine, new, learner="me") is not None


def test_a_card_of_an_item_stays_with_its_article_in_whatever_deck(mine: Session) -> None:
    card = cards.get(mine, 1, learner="me")
    assert card is not None
    cards.reword(mine, card, None, kind=CardKind.QUESTION, deck="Ports", now=START)
    assert [(pile.title, pile.cards) for pile in found(mine)] == [(HARBOR, 3), (HARBOR, 1)]


def test_there_is_none_for_who_has_no_cards(session: Session, quiz: Quiz) -> None:
    add(session, quiz, learner="you")
    assert found(session) == ()


def test_piles_are_counted_by_an_index_alone(mine: Session) -> None:
    steps = [step for plan in plans(mine, lambda: found(mine)) for step in plan]
    searched = [step for step in steps if step.startswith("SEARCH card")]
    assert len(searched) == 6
    index = "USING COVERING INDEX ix_card_learner_item_id_deck_suspended_state_due"
    assert all(index in step for step in searched)
