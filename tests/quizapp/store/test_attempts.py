from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from quizapp import store
from quizapp.assessment.answering import Answer
from quizapp.assessment.assembly import Plan
from quizapp.assessment.attempt import MOMENT, Attempt, Response
from quizapp.assessment.certainty import Confidence
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import GRACE, USUAL, Mode, Terms
from quizapp.store import attempts, cards, models, past
from quizapp.store.cards import Filter
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import START, in_order
from tests.quizapp.store.studying import plans

LATER = START + timedelta(minutes=1)


def begin(
    session: Session,
    quiz: Quiz,
    *,
    learner: str = "me",
    terms: Terms = USUAL,
    now: datetime = START,
) -> Attempt:
    plan = Plan(quiz.id, in_order(quiz.items[:2]), terms)
    begun = attempts.start(session, plan, learner=learner, now=now)
    attempt = attempts.get(session, begun, learner=learner, now=now)
    assert attempt is not None
    return attempt


def choose(session: Session, attempt: Attempt, position: int, chosen: int) -> Attempt:
    return attempts.answer(session, attempt, position, Answer(chosen), now=LATER)


def test_an_attempt_comes_back_as_it_was_begun(session: Session, quiz: Quiz) -> None:
    attempt = begin(session, quiz)
    assert [question.version for question in attempt.questions] == list(quiz.items[:2])
    assert (attempt.title, attempt.started_at, attempt.finished_at) == (quiz.title, START, None)


def test_an_attempt_is_there_for_its_learner_only(session: Session, quiz: Quiz) -> None:
    attempt = begin(session, quiz)
    assert attempts.get(session, attempt.id, learner="somebody else", now=LATER) is None
    assert attempts.get(session, attempt.id, learner=None, now=LATER) is None


def test_what_answer_returns_is_what_is_stored(session: Session, quiz: Quiz) -> None:
    answered = choose(session, begin(session, quiz), 1, 2)
    session.expire_all()
    assert attempts.get(session, answered.id, learner="me", now=LATER) == answered


def test_the_first_of_two_answers_from_two_tabs_stands(session: Session, quiz: Quiz) -> None:
    seen_by_both = begin(session, quiz)
    choose(session, seen_by_both, 1, 2)
    second = choose(session, seen_by_both, 1, 0)
    assert second.questions[0].response is not None
    assert second.questions[0].response.chosen == 2
    assert session.scalar(select(func.count()).select_from(models.Response)) == 1


def test_the_last_answer_closes_the_attempt_with_its_score(session: Session, quiz: Quiz) -> None:
    choose(session, choose(session, begin(session, quiz), 1, 2), 2, 3)
    summary = past.attempts(session, "me")[0]
    assert (summary.score, summary.finished_at) == (Score(1, 2), LATER)


def test_the_last_answers_from_two_tabs_close_the_attempt(session: Session, quiz: Quiz) -> None:
    seen_by_both = begin(session, quiz)
    choose(session, seen_by_both, 1, 2)
    assert choose(session, seen_by_both, 2, 0).finished_at == LATER
    assert past.attempts(session, "me")[0].score == Score(2, 2)


def test_starts_that_come_at_once_begin_one_attempt(app: Flask, quiz: Quiz) -> None:
    together = Barrier(4)

    def send(_tab: int) -> int:
        with app.app_context():
            together.wait(10)
            plan = Plan(quiz.id, in_order(quiz.items))
            return attempts.start(store.session(), plan, learner="me", now=START)

    with ThreadPoolExecutor(4) as tabs:
        assert len(set(tabs.map(send, range(4)))) == 1
    with app.app_context():
        assert store.session().scalar(select(func.count()).select_from(models.Attempt)) == 1


def test_a_start_sent_twice_goes_on_with_what_has_just_begun(session: Session, quiz: Quiz) -> None:
    begun = begin(session, quiz)
    assert begin(session, quiz, now=START + MOMENT).id == begun.id
    assert begin(session, quiz, learner="somebody else").id != begun.id
    assert begin(session, quiz, now=START + 2 * MOMENT).id != begun.id


def test_answers_that_come_at_once_close_the_attempt(app: Flask, quiz: Quiz) -> None:
    with app.app_context():
        plan = Plan(quiz.id, in_order(quiz.items))
        attempt_id = attempts.start(store.session(), plan, learner="me", now=START)
    together = Barrier(len(quiz.items))

    def send(position: int) -> None:
        with app.app_context():
            attempt = attempts.get(store.session(), attempt_id, learner="me", now=LATER)
            assert attempt is not None
            together.wait(10)
            choose(store.session(), attempt, position, 0)

    with ThreadPoolExecutor(len(quiz.items)) as tabs:
        list(tabs.map(send, range(1, len(quiz.items) + 1)))
    with app.app_context():
        assert past.attempts(store.session(), "me")[0].score == Score(1, len(quiz.items))


def test_reading_closes_what_was_left_running_with_every_question_answered(
    session: Session, quiz: Quiz
) -> None:
    done = choose(session, choose(session, begin(session, quiz), 1, 2), 2, 3)
    session.execute(update(models.Attempt).values(finished_at=None, marks=None))
    session.commit()
    assert attempts.get(session, done.id, learner="me", now=LATER) == done
    assert past.attempts(session, "me")[0].score == Score(1, 2)


def test_finishing_early_counts_open_questions_as_wrong(session: Session, quiz: Quiz) -> None:
    attempt = choose(session, begin(session, quiz), 1, 2)
    attempts.finish(session, attempt, now=LATER)
    attempts.finish(session, attempt, now=LATER + timedelta(hours=1))
    summary = past.attempts(session, "me")[0]
    assert (summary.score, summary.finished_at) == (Score(1, 2), LATER)


def test_the_end_counts_answers_that_came_just_before(session: Session, quiz: Quiz) -> None:
    seen_before = begin(session, quiz)
    choose(session, seen_before, 1, 2)
    attempts.finish(session, seen_before, now=LATER)
    assert past.attempts(session, "me")[0].score == Score(1, 2)


def test_an_answer_that_comes_after_the_end_is_not_stored(session: Session, quiz: Quiz) -> None:
    seen_before = begin(session, quiz)
    choose(session, seen_before, 1, 2)
    attempts.finish(session, seen_before, now=LATER)
    late = choose(session, seen_before, 2, 0)
    assert (late.finished_at, late.questions[1].response) == (LATER, None)
    assert session.scalar(select(func.count()).select_from(models.Response)) == 1
    assert past.attempts(session, "me")[0].score == Score(1, 2)


def test_an_exam_takes_the_last_of_two_answers(session: Session, quiz: Quiz) -> None:
    exam = begin(session, quiz, terms=Terms(Mode.EXAM))
    choose(session, exam, 1, 0)
    changed = choose(session, exam, 1, 2)
    session.expire_all()
    assert attempts.get(session, exam.id, learner="me", now=LATER) == changed
    assert session.scalar(select(func.count()).select_from(models.Response)) == 1
    assert choose(session, exam, 2, 0).finished_at is None
    attempts.finish(session, exam, now=LATER)
    assert past.attempts(session, "me")[0].score == Score(2, 2)


def test_a_second_try_keeps_the_first(session: Session, quiz: Quiz) -> None:
    practice = begin(session, quiz, terms=Terms(Mode.PRACTICE))
    choose(session, practice, 1, 0)
    second = attempts.answer(session, practice, 1, Answer(2, turn=2), now=LATER)
    session.expire_all()
    assert attempts.get(session, practice.id, learner="me", now=LATER) == second
    assert second.questions[0].response == Response(2, 0.5, LATER, first=0)


def test_a_flag_is_stored_and_taken_away(session: Session, quiz: Quiz) -> None:
    exam = begin(session, quiz, terms=Terms(Mode.EXAM))
    for flagged in (True, False):
        attempts.flag(session, exam, 2, flagged=flagged)
        session.expire_all()
        stored = attempts.get(session, exam.id, learner="me", now=LATER)
        assert stored is not None
        assert [question.flagged for question in stored.questions] == [False, flagged]


TIMED = Terms(Mode.EXAM, limit=timedelta(minutes=5), confidence=True)
DEADLINE = START + timedelta(minutes=5)


def test_terms_are_kept(session: Session, quiz: Quiz) -> None:
    exam = begin(session, quiz, terms=TIMED)
    session.expire_all()
    stored = attempts.get(session, exam.id, learner="me", now=LATER)
    assert stored == exam
    assert (exam.terms, exam.deadline) == (TIMED, DEADLINE)


def test_confidence_is_stored_with_the_answer(session: Session, quiz: Quiz) -> None:
    exam = begin(session, quiz, terms=TIMED)
    sure = Answer(0, confidence=Confidence.SURE)
    attempts.answer(session, exam, 1, sure, now=LATER)
    stored = attempts.get(session, exam.id, learner="me", now=LATER)
    assert stored is not None
    assert stored.questions[0].response == Response(0, 0, LATER, confidence=Confidence.SURE)


@pytest.mark.parametrize(
    ("after", "counts"), [(timedelta(), True), (GRACE, True), (2 * GRACE, False)]
)
def test_an_answer_after_the_deadline_is_not_stored(
    session: Session, quiz: Quiz, after: timedelta, counts: bool
) -> None:
    exam = choose(session, begin(session, quiz, terms=TIMED), 1, 2)
    late = attempts.answer(session, exam, 2, Answer(0), now=DEADLINE + after)
    assert (late.questions[1].response is not None) == counts
    assert late.finished_at == (None if counts else DEADLINE)
    change = attempts.answer(session, exam, 1, Answer(0), now=DEADLINE + 3 * GRACE)
    assert change.questions[0].response == exam.questions[0].response


def test_reading_closes_an_exam_whose_time_is_up(session: Session, quiz: Quiz) -> None:
    exam = choose(session, begin(session, quiz, terms=TIMED), 1, 2)
    much_later = DEADLINE + timedelta(days=1)
    stored = attempts.get(session, exam.id, learner="me", now=much_later)
    assert stored is not None
    assert stored.finished_at == DEADLINE
    assert session.get_one(models.Attempt, exam.id).marks == 1


def test_what_is_late_is_closed_whoever_it_belongs_to(session: Session, quiz: Quiz) -> None:
    choose(session, begin(session, quiz, terms=TIMED), 1, 2)
    begin(session, quiz, learner="somebody else", terms=TIMED)
    begin(session, quiz)
    attempts.close_late(session, now=DEADLINE + GRACE)
    assert [past.attempts(session, "me")[0].finished_at] == [None]
    attempts.close_late(session, now=DEADLINE + timedelta(days=1))
    ended = session.execute(select(models.Attempt.finished_at, models.Attempt.marks)).all()
    assert sorted(ended, key=str) == sorted([(DEADLINE, 1), (DEADLINE, 0), (None, None)], key=str)


def test_what_is_late_is_found_by_an_index(session: Session) -> None:
    [[step]] = plans(session, lambda: attempts.close_late(session, now=LATER))
    assert "USING INDEX ix_attempt_finished_at_deadline" in step


def test_ending_late_ends_at_the_deadline(session: Session, quiz: Quiz) -> None:
    exam = choose(session, begin(session, quiz, terms=TIMED), 1, 2)
    attempts.finish(session, exam, now=DEADLINE + timedelta(days=1))
    assert past.attempts(session, "me")[0].finished_at == DEADLINE


def test_the_wrong_answers_of_an_exam_become_cards_whoever_ends_it(
    session: Session, quiz: Quiz
) -> None:
    """Nobody comes back to it: a command that reads the bank closes what is late, too."""
    exam = begin(session, quiz, terms=Terms(Mode.EXAM, timedelta(minutes=5)))
    choose(session, exam, 1, 0)
    assert cards.listed(session, "me", only=Filter(), limit=9) == ()
    attempts.close_late(session, now=START + timedelta(hours=1))
    (card,) = cards.listed(session, "me", only=Filter(), limit=9)
    assert card.source is not None
    assert card.source.item.id == quiz.items[0].item.id


def test_a_wrong_answer_becomes_a_card_as_it_is_stored(session: Session, quiz: Quiz) -> None:
    choose(session, begin(session, quiz), 1, 0)
    assert len(cards.listed(session, "me", only=Filter(), limit=9)) == 1


def test_two_attempts_that_bring_the_same_card_at_once_keep_both_answers(
    app: Flask, session: Session, quiz: Quiz
) -> None:
    begun = [begin(session, quiz, now=START + each * 2 * MOMENT) for each in range(2)]
    barrier = Barrier(2)

    def work(attempt: Attempt) -> Attempt:
        with app.app_context():
            barrier.wait()
            return choose(store.session(), attempt, 1, 0)

    with ThreadPoolExecutor(2) as pool:
        stored = list(pool.map(work, begun))
    assert all(each.questions[0].response for each in stored)
    assert len(cards.listed(session, "me", only=Filter(), limit=9)) == 1
