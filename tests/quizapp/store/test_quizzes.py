from datetime import timedelta

from sqlalchemy.orm import Session

from quizapp.assessment.attempt import retry
from quizapp.store import articles, attempts, quizzes
from quizapp.store.quizzes import Quiz
from tests.make import make_flashcard
from tests.quizapp.factories import ITEMS, START, chance, make_article, make_generated
from tests.quizapp.store.test_attempts import begin, choose


def test_unknown_quiz(session: Session) -> None:
    assert quizzes.get(session, 12345) is None


def test_the_newest_quiz_comes_first(session: Session, quiz: Quiz) -> None:
    other = make_article("Another text.", title="Another")
    later = START + timedelta(days=1)
    articles.save(session, make_generated(article=other), now=later)
    titles = [card.title for card in quizzes.recent(session, None, limit=9)]
    assert titles == ["Another", quiz.title]
    assert [card.title for card in quizzes.recent(session, None, limit=9, offset=1)] == titles[1:]


def test_flashcards_are_counted_apart(session: Session) -> None:
    flashcards = (make_flashcard(id="1"), make_flashcard(id="2"))
    articles.save(session, make_generated(*ITEMS, *flashcards), now=START)
    card = quizzes.recent(session, None, limit=1)[0]
    assert (card.size, card.flashcards) == (len(ITEMS), 2)


def test_best_is_of_finished_attempts_without_retries(session: Session, quiz: Quiz) -> None:
    half = choose(session, choose(session, begin(session, quiz), 1, 2), 2, 3)
    choose(session, begin(session, quiz), 1, 2)
    retried = attempts.get(
        session,
        attempts.start(session, retry(half, rng=chance(1)), learner="me", now=START),
        learner="me",
        now=START,
    )
    assert retried is not None
    choose(session, retried, 1, retried.questions[0].item.key)
    card = quizzes.recent(session, "me", limit=1)[0]
    assert (card.best, card.attempts, card.size) == (0.5, 1, 4)


def test_another_learner_has_no_best(session: Session, quiz: Quiz) -> None:
    choose(session, choose(session, begin(session, quiz), 1, 2), 2, 3)
    assert quizzes.recent(session, "somebody else", limit=1)[0].best is None
