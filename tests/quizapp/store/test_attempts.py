from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.assessment.assembly import Plan
from quizapp.assessment.attempt import Attempt
from quizapp.assessment.marking import Score
from quizapp.store import attempts, models
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import START

LATER = START + timedelta(minutes=1)


def begin(session: Session, quiz: Quiz, *, guest: str = "me") -> Attempt:
    plan = Plan(quiz.id, quiz.items[:2])
    attempt = attempts.get(
        session, attempts.start(session, plan, guest=guest, now=START), guest=guest
    )
    assert attempt is not None
    return attempt


def choose(session: Session, attempt: Attempt, position: int, chosen: int) -> Attempt:
    question = attempt.questions[position - 1]
    return attempts.answer(session, attempt, question, chosen, now=LATER)


def test_an_attempt_comes_back_as_it_was_begun(session: Session, quiz: Quiz) -> None:
    attempt = begin(session, quiz)
    assert [question.version for question in attempt.questions] == list(quiz.items[:2])
    assert (attempt.title, attempt.started_at, attempt.finished_at) == (quiz.title, START, None)


def test_an_attempt_is_there_for_its_guest_only(session: Session, quiz: Quiz) -> None:
    attempt = begin(session, quiz)
    assert attempts.get(session, attempt.id, guest="somebody else") is None
    assert attempts.get(session, attempt.id, guest=None) is None


def test_what_answer_returns_is_what_is_stored(session: Session, quiz: Quiz) -> None:
    answered = choose(session, begin(session, quiz), 1, 2)
    session.expire_all()
    assert attempts.get(session, answered.id, guest="me") == answered


def test_the_first_of_two_answers_from_two_tabs_stands(session: Session, quiz: Quiz) -> None:
    seen_by_both = begin(session, quiz)
    choose(session, seen_by_both, 1, 2)
    second = choose(session, seen_by_both, 1, 0)
    assert second.questions[0].response is not None
    assert second.questions[0].response.chosen == 2
    assert session.scalar(select(func.count()).select_from(models.Response)) == 1


def test_the_last_answer_closes_the_attempt_with_its_score(session: Session, quiz: Quiz) -> None:
    choose(session, choose(session, begin(session, quiz), 1, 2), 2, 3)
    summary = attempts.history(session, "me")[0]
    assert (summary.score, summary.finished_at) == (Score(1, 2), LATER)


def test_finishing_early_counts_open_questions_as_wrong(session: Session, quiz: Quiz) -> None:
    attempt = choose(session, begin(session, quiz), 1, 2)
    attempts.finish(session, attempt, now=LATER)
    attempts.finish(session, attempt, now=LATER + timedelta(hours=1))
    summary = attempts.history(session, "me")[0]
    assert (summary.score, summary.finished_at) == (Score(1, 2), LATER)


def test_history_leaves_out_what_was_never_answered(session: Session, quiz: Quiz) -> None:
    begin(session, quiz)
    assert attempts.history(session, "me") == ()


def test_history_is_ones_own_and_can_be_of_one_quiz(session: Session, quiz: Quiz) -> None:
    choose(session, begin(session, quiz), 1, 2)
    assert len(attempts.history(session, "me", quiz_id=quiz.id)) == 1
    assert attempts.history(session, "me", quiz_id=quiz.id + 1) == ()
    assert attempts.history(session, "somebody else") == ()
    assert attempts.history(session, None) == ()
