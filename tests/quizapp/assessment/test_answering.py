from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.answering import Answer, flag, is_complete, respond, settle
from quizapp.assessment.attempt import Attempt, Response, score
from quizapp.assessment.modes import Mode
from tests.quizapp.assessment.test_attempt import make_attempt
from tests.quizapp.factories import ITEMS, START

LATER = START + timedelta(minutes=2)
KEY = ITEMS[0].key
WRONG, OTHER = 0, 1


def after(mode: Mode, *answers: Answer) -> Response | None:
    """Response to the first of two questions."""
    attempt = make_attempt(None, None, mode=mode)
    for answer in answers:
        attempt = respond(attempt, 1, answer, now=LATER)
    return attempt.questions[0].response


@pytest.mark.parametrize(
    ("mode", "answers", "expected"),
    [
        (Mode.IMMEDIATE, [Answer(KEY)], Response(KEY, 1, LATER)),
        (Mode.IMMEDIATE, [Answer(WRONG), Answer(KEY)], Response(WRONG, 0, LATER)),
        (Mode.IMMEDIATE, [Answer(WRONG), Answer(KEY, turn=2)], Response(WRONG, 0, LATER)),
        (Mode.EXAM, [Answer(WRONG), Answer(KEY)], Response(KEY, 1, LATER)),
        (Mode.EXAM, [Answer(KEY), Answer(WRONG)], Response(WRONG, 0, LATER)),
        (Mode.PRACTICE, [Answer(KEY)], Response(KEY, 1, LATER)),
        (Mode.PRACTICE, [Answer(WRONG), Answer(WRONG)], Response(WRONG, 0, LATER)),
        (Mode.PRACTICE, [Answer(WRONG), Answer(KEY)], Response(WRONG, 0, LATER)),
        (Mode.PRACTICE, [Answer(WRONG), Answer(KEY, turn=2)], Response(KEY, 0.5, LATER, WRONG)),
        (Mode.PRACTICE, [Answer(WRONG), Answer(OTHER, turn=2)], Response(OTHER, 0, LATER, WRONG)),
        (Mode.PRACTICE, [Answer(WRONG), Answer(WRONG, turn=2)], Response(WRONG, 0, LATER, WRONG)),
        (
            Mode.PRACTICE,
            [Answer(WRONG), Answer(OTHER, turn=2), Answer(KEY, turn=2)],
            Response(OTHER, 0, LATER, WRONG),
        ),
        (Mode.PRACTICE, [Answer(KEY, turn=2)], None),
        (Mode.PRACTICE, [Answer(KEY, turn=0)], None),
        (Mode.IMMEDIATE, [Answer(KEY, turn=99)], None),
    ],
)
def test_what_counts(mode: Mode, answers: list[Answer], expected: Response | None) -> None:
    assert after(mode, *answers) == expected


@pytest.mark.parametrize("mode", Mode)
def test_nothing_counts_after_the_end_or_elsewhere(mode: Mode) -> None:
    over = replace(make_attempt(None, None, mode=mode), finished_at=LATER)
    assert respond(over, 1, Answer(KEY), now=LATER) == over
    running = make_attempt(None, mode=mode)
    assert respond(running, 2, Answer(KEY), now=LATER) == running


@pytest.mark.parametrize(
    ("mode", "answer", "finished"),
    [
        (Mode.IMMEDIATE, Answer(KEY), True),
        (Mode.IMMEDIATE, Answer(WRONG), True),
        (Mode.PRACTICE, Answer(KEY), True),
        (Mode.PRACTICE, Answer(WRONG), False),
        (Mode.EXAM, Answer(KEY), False),
    ],
)
def test_the_last_answer_finishes_all_but_an_exam(
    mode: Mode, answer: Answer, finished: bool
) -> None:
    done = respond(make_attempt(None, mode=mode), 1, answer, now=LATER)
    assert (done.finished_at == LATER) == finished == is_complete(done)
    assert settle(done) == done


def test_an_answer_in_between_does_not_finish_it() -> None:
    assert respond(make_attempt(None, None), 1, Answer(KEY), now=LATER).finished_at is None


def test_an_attempt_without_questions_is_never_complete() -> None:
    assert not is_complete(make_attempt())


def test_flags_belong_to_a_running_exam() -> None:
    exam = make_attempt(None, 1, mode=Mode.EXAM)
    flagged = flag(exam, 2, flagged=True)
    assert [question.flagged for question in flagged.questions] == [False, True]
    assert flag(flagged, 2, flagged=False) == exam
    assert flag(exam, 3, flagged=True) == exam
    over = replace(exam, finished_at=LATER)
    assert flag(over, 1, flagged=True) == over
    other = make_attempt(None)
    assert flag(other, 1, flagged=True) == other


answers = st.builds(Answer, st.integers(0, 3), st.integers(0, 3))


@given(st.sampled_from(Mode), st.lists(st.tuples(st.integers(0, 3), answers), max_size=12))
def test_an_answer_sent_twice_changes_nothing(mode: Mode, sent: list[tuple[int, Answer]]) -> None:
    attempt: Attempt = make_attempt(None, None, mode=mode)
    for position, answer in sent:
        attempt = respond(attempt, position, answer, now=LATER)
        again = respond(attempt, position, answer, now=LATER + timedelta(seconds=1))
        assert again == attempt
        assert 0 <= score(attempt).share <= 1
