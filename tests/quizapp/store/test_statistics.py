from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from quizapp.assessment.answering import Answer
from quizapp.assessment.assembly import Plan
from quizapp.assessment.attempt import Attempt
from quizapp.assessment.bank import Status
from quizapp.assessment.modes import USUAL, Mode, Terms
from quizapp.assessment.outcomes import Counted, Outcome, Sheet
from quizapp.store import articles, attempts, decisions, quizzes, statistics
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START, in_order, make_generated

HOUR = timedelta(hours=1)
LATER = START + 5 * HOUR
KEYS = [item.key for item in ITEMS]


def begin(
    session: Session,
    quiz: Quiz,
    learner: str = "me",
    *,
    terms: Terms = USUAL,
    hours: int = 0,
    retry: bool = False,
) -> Attempt:
    plan = Plan(quiz.id, in_order(quiz.items[:2]), terms, retry)
    started = START + hours * HOUR
    attempt_id = attempts.start(session, plan, learner=learner, now=started)
    attempt = attempts.get(session, attempt_id, learner=learner, now=started)
    assert attempt is not None
    return attempt


def take(
    session: Session,
    quiz: Quiz,
    learner: str = "me",
    *,
    chosen: tuple[int, ...] = (2, 0),
    hours: int = 0,
    retry: bool = False,
) -> None:
    """Answer ten seconds after the start, then twenty after that, and so on."""
    attempt = begin(session, quiz, learner, hours=hours, retry=retry)
    now = attempt.started_at
    for position, choice in enumerate(chosen, 1):
        now += timedelta(seconds=10 * position)
        attempts.answer(session, attempt, position, Answer(choice), now=now)


def read(session: Session, quiz: Quiz, counted: Counted = Counted.FIRST) -> tuple[Sheet, ...]:
    return statistics.sheets(session, quiz.id, counted)


def choices(sheets: tuple[Sheet, ...]) -> list[list[int | None]]:
    return [[each.chosen for each in sheet] for sheet in sheets]


def test_an_attempt_is_read_with_marks_choices_and_times(session: Session, quiz: Quiz) -> None:
    take(session, quiz, chosen=(2, 3))
    first, second, *_ = (version.id for version in quiz.items)
    assert read(session, quiz) == ((Outcome(first, 1.0, 2, 10.0), Outcome(second, 0.0, 3, 20.0)),)


def test_no_attempts_give_no_sheets(session: Session, quiz: Quiz) -> None:
    assert read(session, quiz) == ()


@pytest.mark.parametrize(
    ("counted", "expected"), [(Counted.FIRST, [[0, 0], [1, 1]]), (Counted.LAST, [[1, 1], [2, 2]])]
)
def test_one_attempt_of_each_learner_counts(
    session: Session, quiz: Quiz, counted: Counted, expected: list[list[int]]
) -> None:
    take(session, quiz, chosen=(0, 0))
    take(session, quiz, "you", chosen=(1, 1))
    take(session, quiz, chosen=(2, 2), hours=1)
    assert sorted(choices(read(session, quiz, counted))) == expected


def test_retries_and_running_attempts_do_not_count(session: Session, quiz: Quiz) -> None:
    take(session, quiz, "retries", retry=True)
    take(session, quiz, "runs", chosen=(2,))
    assert read(session, quiz) == ()


def test_what_was_ended_without_any_answer_counts_as_in_moodle(
    session: Session, quiz: Quiz
) -> None:
    attempts.finish(session, begin(session, quiz), now=LATER)
    ((one, two),) = read(session, quiz)
    assert (one.mark, one.chosen, one.seconds) == (0.0, None, None)
    assert (two.mark, two.chosen, two.seconds) == (0.0, None, None)
    take(session, quiz, hours=6)
    assert choices(read(session, quiz)) == [[None, None]]
    assert choices(read(session, quiz, Counted.LAST)) == [[2, 0]]


def test_the_first_finished_attempt_is_the_first(session: Session, quiz: Quiz) -> None:
    take(session, quiz, chosen=(0,))
    take(session, quiz, chosen=(1, 1), hours=1)
    assert choices(read(session, quiz)) == [[1, 1]]


def test_an_attempt_whose_time_ran_out_counts_although_nobody_came_back(
    session: Session, quiz: Quiz
) -> None:
    exam = begin(session, quiz, terms=Terms(Mode.EXAM, limit=HOUR))
    attempts.answer(session, exam, 1, Answer(2), now=START + timedelta(minutes=1))
    assert read(session, quiz) == ()
    attempts.close_late(session, now=LATER)
    assert choices(read(session, quiz)) == [[2, None]]
    assert [each.mark for each in read(session, quiz)[0]] == [1.0, 0.0]


def test_of_two_tries_the_first_counts(session: Session, quiz: Quiz) -> None:
    practice = begin(session, quiz, terms=Terms(Mode.PRACTICE))
    for turn, choice in ((1, 0), (2, 2)):
        attempts.answer(session, practice, 1, Answer(choice, turn), now=START)
    attempts.finish(session, practice, now=LATER)
    assert (read(session, quiz)[0][0].mark, read(session, quiz)[0][0].chosen) == (0.0, 0)


def test_a_corrected_stem_keeps_its_data_and_another_key_does_not(
    session: Session, quiz: Quiz
) -> None:
    take(session, quiz)
    corrected = replace(ITEMS[0], stem="When was it that the harbor of Vellmouth reopened?")
    rekeyed = replace(ITEMS[1], key=1)
    articles.save(session, make_generated(corrected, rekeyed, *ITEMS[2:]), now=LATER)
    now = quizzes.get(session, quiz.id)
    assert now is not None
    assert now.items[0] != quiz.items[0]
    assert [each.version for each in read(session, now)[0]] == [now.items[0].id, quiz.items[1].id]


def test_other_quizzes_are_left_alone(session: Session, quiz: Quiz) -> None:
    take(session, quiz)
    assert statistics.sheets(session, quiz.id + 1, Counted.FIRST) == ()


def test_queries_do_not_grow_with_the_attempts(session: Session, quiz: Quiz) -> None:
    counts = []
    for number in range(3):
        take(session, quiz, f"learner {number}")
        asked: list[str] = []
        count = lambda _c, _cur, sql, *_: asked.append(sql)  # noqa: E731, B023 - one per round
        event.listen(session.get_bind(), "before_cursor_execute", count)
        assert len(read(session, quiz)) == number + 1
        event.remove(session.get_bind(), "before_cursor_execute", count)
        counts.append(len(asked))
    assert counts == [2, 2, 2]


def test_a_wording_that_is_only_proposed_takes_no_data_from_the_current_one(
    session: Session, quiz: Quiz
) -> None:
    decisions.decide(session, [1], Status.APPROVED, batch="b", learner="me", now=START)
    take(session, quiz)
    proposed = replace(ITEMS[0], stem="When was it that the harbor of Vellmouth reopened?")
    articles.save(session, make_generated(proposed, *ITEMS[1:]), now=LATER)
    now = quizzes.get(session, quiz.id)
    assert now is not None
    assert now.items[0].item == ITEMS[0]
    assert read(session, now)[0][0].version == now.items[0].id
