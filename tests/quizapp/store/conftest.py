from collections.abc import Iterator

import pytest
from sqlalchemy.orm import Session

from quizapp.store import articles, quizzes
from quizapp.store.quizzes import Quiz
from tests.quizapp.days import counted, logged
from tests.quizapp.factories import START, make_generated
from tests.quizapp.store.studying import add


@pytest.fixture
def quiz(session: Session) -> Iterator[Quiz]:
    """Whatever is done with its cards, the counts of days are those of the log."""
    stored = articles.get(session, articles.save(session, make_generated(), now=START))
    assert stored is not None
    quiz = quizzes.get(session, stored.quiz_id)
    assert quiz is not None
    yield quiz
    session.rollback()
    assert counted(session) == logged(session)


@pytest.fixture
def mine(session: Session, quiz: Quiz) -> Session:
    """With a card for every item of the quiz."""
    add(session, quiz)
    return session
