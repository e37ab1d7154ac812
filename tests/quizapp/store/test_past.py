from sqlalchemy.orm import Session

from quizapp.assessment.marking import Score
from quizapp.store import attempts, past
from quizapp.store.quizzes import Quiz
from tests.quizapp.store.test_attempts import LATER, TIMED, begin, choose


def test_what_was_opened_and_left_at_once_is_no_attempt_yet(session: Session, quiz: Quiz) -> None:
    attempts.finish(session, begin(session, quiz), now=LATER)
    begin(session, quiz, terms=TIMED)
    begin(session, quiz)
    running, ended = past.attempts(session, "me")
    assert (running.score, running.answered) == (None, 0)
    assert (ended.score, ended.answered) == (Score(0, 2), 0)


def test_attempts_are_ones_own_and_can_be_of_one_quiz(session: Session, quiz: Quiz) -> None:
    choose(session, begin(session, quiz), 1, 2)
    assert len(past.attempts(session, "me", quiz_id=quiz.id)) == 1
    assert past.attempts(session, "me", quiz_id=quiz.id + 1) == ()
    assert past.attempts(session, "somebody else") == ()
    assert past.attempts(session, None) == ()
