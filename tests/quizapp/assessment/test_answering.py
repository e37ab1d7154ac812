from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.answering import Answer, end, flag, is_complete, respond, settle
from quizapp.assessment.attempt import Attempt, Response, certainties, score
from quizapp.assessment.certainty import Confidence
from quizapp.assessment.modes import GRACE, Mode, Terms
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
        (Mode.EXAM, [Answer(WRONG), Answer(KEY, turn=2)], Response(KEY, 1, LATER)),
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
    assert settle(done, now=LATER) == done


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


def timed(*marks: float | None) -> Attempt:
    """An exam that began at START and lasts two minutes."""
    return replace(make_attempt(*marks), terms=Terms(Mode.EXAM, LATER - START))


@pytest.mark.parametrize(
    ("now", "counts"),
    [
        (START, True),
        (LATER, True),
        (LATER + GRACE, True),
        (LATER + GRACE + timedelta(milliseconds=1), False),
        (LATER + timedelta(days=9), False),
        (START - timedelta(days=1), True),
    ],
)
def test_the_deadline_stands(now: datetime, counts: bool) -> None:
    exam = timed(None, 1)
    after = respond(exam, 1, Answer(KEY), now=now)
    assert (after.questions[0].response is not None) == counts
    assert after.finished_at == (None if counts else LATER)
    assert after.questions[1] == exam.questions[1]


@pytest.mark.parametrize("passed", [timedelta(), timedelta(seconds=30), timedelta(days=1)])
def test_an_exam_ends_no_later_than_its_deadline(passed: timedelta) -> None:
    ended = end(timed(None), now=START + passed)
    assert ended.finished_at == min(START + passed, LATER)
    assert end(ended, now=LATER + passed) == ended


@given(st.timedeltas(-timedelta(days=9), timedelta(days=9)))
def test_what_is_settled_stays_settled(passed: timedelta) -> None:
    settled = settle(timed(1, None), now=START + passed)
    assert settled.finished_at in {None, LATER}
    assert settle(settled, now=LATER + timedelta(days=9)).finished_at == LATER


ASKING = replace(make_attempt(None), terms=Terms(Mode.EXAM, confidence=True))


@pytest.mark.parametrize(
    ("attempt", "said", "expected"),
    [
        (ASKING, Confidence.SURE, Confidence.SURE),
        (ASKING, None, Confidence.GUESS),
        (make_attempt(None), Confidence.SURE, None),
    ],
)
def test_confidence_is_kept_where_it_is_asked_for(
    attempt: Attempt, said: Confidence | None, expected: Confidence | None
) -> None:
    response = respond(attempt, 1, Answer(KEY, confidence=said), now=LATER).questions[0].response
    assert response is not None
    assert response.confidence == expected


def test_confidence_alone_can_be_changed_in_an_exam() -> None:
    once = respond(ASKING, 1, Answer(KEY, confidence=Confidence.THINK), now=LATER)
    again = respond(once, 1, Answer(KEY, confidence=Confidence.SURE), now=LATER)
    assert again.questions[0].response == Response(KEY, 1, LATER, confidence=Confidence.SURE)


def test_a_second_try_keeps_the_confidence_of_the_first() -> None:
    practice = replace(make_attempt(None), terms=Terms(Mode.PRACTICE, confidence=True))
    first = respond(practice, 1, Answer(WRONG, confidence=Confidence.SURE), now=LATER)
    second = respond(first, 1, Answer(KEY, turn=2, confidence=Confidence.GUESS), now=LATER)
    assert certainties(second) == ((Confidence.SURE, False),)


answers = st.builds(Answer, st.integers(0, 3), st.integers(0, 3))


@given(st.sampled_from(Mode), st.lists(st.tuples(st.integers(0, 3), answers), max_size=12))
def test_an_answer_sent_twice_changes_nothing(mode: Mode, sent: list[tuple[int, Answer]]) -> None:
    attempt: Attempt = make_attempt(None, None, mode=mode)
    for position, answer in sent:
        attempt = respond(attempt, position, answer, now=LATER)
        again = respond(attempt, position, answer, now=LATER + timedelta(seconds=1))
        assert again == attempt
        assert 0 <= score(attempt).share <= 1
