from dataclasses import replace

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from questions import cards
from questions.formats.notetypes import NoteKind
from quizapp.assessment.exporting import Kept, Selection
from quizapp.store import articles, clozes, exports, items, models
from tests.quizapp.factories import ITEMS, START, make_generated


def kept(session: Session) -> tuple[Kept, ...]:
    session.expire_all()
    return exports.parts(session, Selection())[0].items


def forget(session: Session) -> None:
    """As in a database from before clozes were kept."""
    session.execute(update(models.ItemVersion).values(cloze=None))
    session.commit()


def without(session: Session) -> int:
    """How many wordings wait for `complete`."""
    query = select(func.count()).where(models.ItemVersion.cloze.is_(None))
    return session.scalars(query).one()


def deck(session: Session) -> bytes:
    return exports.deck(session, exports.parts(session, Selection()), (NoteKind.CLOZE,))


def test_every_wording_keeps_what_is_hidden_in_it(session: Session) -> None:
    made = make_generated()
    articles.save(session, made, now=START)
    assert [each.cloze for each in kept(session)] == [cards.cloze(i, made.article) for i in ITEMS]
    edited = replace(ITEMS[0], stem="In which year did Vellmouth have a harbor again?")
    assert items.edit(session, 1, edited, number=1, author="me", now=START)
    assert kept(session)[0].cloze == cards.cloze(edited, made.article)
    anew = replace(ITEMS[1], stem="Who governs Vellmouth as its mayor?")
    articles.save(session, make_generated(anew), now=START)
    assert kept(session)[1].cloze == cards.cloze(anew, made.article)


def test_what_was_not_kept_is_found_and_the_deck_is_the_same(session: Session) -> None:
    articles.save(session, make_generated(), now=START)
    before, known = deck(session), kept(session)
    forget(session)
    assert [each.cloze for each in kept(session)] == [None] * len(ITEMS)
    assert without(session) == len(ITEMS)
    assert deck(session) == before
    clozes.complete(session)
    assert without(session) == 0
    assert kept(session) == known
    assert deck(session) == before
