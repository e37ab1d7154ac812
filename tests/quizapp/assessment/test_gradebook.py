from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.assigning import Assignment, Begun, Result, binding, expected, is_examined
from quizapp.assessment.conditions import FREE, Conditions
from quizapp.assessment.gradebook import (
    Grade,
    Member,
    Pick,
    State,
    grade,
    gradebook,
)
from quizapp.assessment.marking import Score
from quizapp.assessment.modes import USUAL, Mode, Terms
from tests.quizapp.factories import START

HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
DUE = START + 10 * HOUR
IN_TIME, TOO_LATE = START + HOUR, START + 11 * HOUR
NOW = START + 20 * HOUR


def assigned(*, due_at: datetime | None = DUE, asked: int = 4, available: int = 9) -> Assignment:
    return Assignment(1, 1, 1, "Harbor", asked, available, START, due_at)


def made(
    marks: float, of: int = 4, *, at: datetime = IN_TIME, learner: str = "me", quiz_id: int = 1
) -> Result:
    return Result(int((at - START) / HOUR), learner, quiz_id, Score(marks, of), START, at)


WORSE_FIRST = [made(3, at=TOO_LATE), made(1), made(2, at=START + 2 * HOUR)]


@pytest.mark.parametrize(("pick", "marks"), [(Pick.BEST, 3), (Pick.FIRST, 1), (Pick.LAST, 3)])
def test_the_attempt_that_is_wanted_is_picked(pick: Pick, marks: float) -> None:
    result = grade(assigned(), WORSE_FIRST, pick, now=NOW).result
    assert result is not None
    assert result.score.marks == marks


@pytest.mark.parametrize(
    ("results", "due_at", "now", "expected"),
    [
        ([], DUE, DUE, State.OPEN),
        ([], DUE, NOW, State.MISSING),
        ([], None, NOW, State.OPEN),
        ([made(1)], DUE, NOW, State.DONE),
        ([made(1, at=DUE)], DUE, NOW, State.DONE),
        ([made(1, at=TOO_LATE)], DUE, NOW, State.LATE),
        ([made(1, at=TOO_LATE)], None, NOW, State.DONE),
        ([made(4), made(4, at=TOO_LATE)], DUE, NOW, State.DONE),  # trying again costs nothing
        ([made(1), made(4, at=TOO_LATE)], DUE, NOW, State.LATE),
        ([made(3, 3)], DUE, NOW, State.MISSING),  # too short
    ],
)
def test_states(
    results: list[Result], due_at: datetime | None, now: datetime, expected: State
) -> None:
    assert grade(assigned(due_at=due_at), results, Pick.BEST, now=now).state is expected


def test_where_there_is_nothing_to_answer_nothing_is_missing() -> None:
    emptied = replace(assigned(available=0), closes_at=NOW)
    graded = grade(emptied, [], Pick.BEST, now=NOW)
    assert graded.state is State.EMPTY
    [row] = gradebook([Member(1, "me", "Me", START)], [emptied], [], Pick.BEST, now=NOW)
    assert row.mean is None
    assert grade(emptied, [made(3)], Pick.BEST, now=NOW).state is State.DONE


@pytest.mark.parametrize(
    ("closes_at", "withdrawn", "expected", "is_open"),
    [
        (None, False, State.OPEN, True),
        (DUE, False, State.OPEN, True),
        (START, False, State.MISSING, False),
        (None, True, State.OPEN, False),
    ],
)
def test_what_cannot_be_begun_any_more_is_missing(
    closes_at: datetime | None, withdrawn: bool, expected: State, is_open: bool
) -> None:
    quiz = replace(assigned(due_at=None), closes_at=closes_at, withdrawn=withdrawn)
    assert grade(quiz, [], Pick.BEST, now=START).state is expected
    assert quiz.is_open(START) is is_open


def test_a_quiz_that_has_shrunk_asks_for_no_more_than_it_has() -> None:
    shrunk = assigned(asked=4, available=3)
    assert grade(shrunk, [made(2, 3)], Pick.BEST, now=NOW).state is State.DONE


def begun(
    size: int = 4,
    *,
    terms: Terms = USUAL,
    learner: str = "me",
    deadline: datetime | None = None,
    attempt_id: int = 9,
) -> Begun:
    return Begun(attempt_id, learner, 1, size, START, terms, deadline)


EXAM = Conditions(Mode.EXAM)
TIMED = Terms(Mode.EXAM, HOUR)


@pytest.mark.parametrize(
    ("results", "running", "now", "expected"),
    [
        ([], [begun()], DUE, State.RUNNING),
        ([made(1)], [begun()], DUE, State.DONE),  # the one that is done is what counts
        ([], [begun(3)], DUE, State.OPEN),  # too short to count once it is done
        ([], [begun()], NOW, State.MISSING),  # left lying
        ([], [begun(deadline=NOW, terms=TIMED)], NOW, State.RUNNING),  # ends by itself
        ([], [begun(deadline=IN_TIME, terms=TIMED)], NOW, State.MISSING),
    ],
)
def test_what_has_begun_is_in_progress_as_long_as_it_may_still_count(
    results: list[Result], running: list[Begun], now: datetime, expected: State
) -> None:
    assert grade(assigned(), [*results, *running], Pick.BEST, now=now).state is expected


def test_what_was_begun_before_it_was_assigned_neither_counts_nor_uses_up_what_does() -> None:
    first = replace(assigned(), since=IN_TIME, conditions=Conditions(attempts=1))
    before: list[Result | Begun] = [made(4), begun()]
    graded = grade(first, before, Pick.BEST, now=DUE)
    assert (graded.state, graded.result, graded.begun) == (State.OPEN, None, None)
    assert binding([(first, before)]) == first
    assert expected([(first, before)]) == 4
    since = replace(made(1, at=TOO_LATE), started_at=IN_TIME)
    assert grade(first, [*before, since], Pick.BEST, now=NOW).result == since


RUNNING_OUT = begun(terms=TIMED, deadline=NOW, attempt_id=8)


@pytest.mark.parametrize(
    ("results", "running", "expected"),
    [
        ([], [begun(), begun(attempt_id=10)], begun(attempt_id=10)),
        ([], [begun(3)], None),  # too short to count
        ([made(1)], [begun()], None),
        ([made(1)], [RUNNING_OUT], RUNNING_OUT),
    ],
)
def test_what_is_under_way_is_gone_on_with_before_there_is_a_result_or_time_runs(
    results: list[Result], running: list[Begun], expected: Begun | None
) -> None:
    graded = grade(assigned(), [*results, *running], Pick.BEST, now=IN_TIME)
    assert graded.under_way == expected


def test_who_has_taken_the_whole_quiz_has_whatever_it_comes_to_ask() -> None:
    grown = replace(assigned(asked=4, available=9), whole=True)
    whole, part = replace(made(1), whole=True), made(2, 5)
    assert grown.required == 9
    assert grade(grown, [whole, part], Pick.BEST, now=NOW).result == whole
    assert grade(grown, [part], Pick.BEST, now=NOW).result is None
    assert expected([(grown, [part])]) == 9
    assert grade(replace(grown, whole=False), [part], Pick.BEST, now=NOW).result == part
    assert replace(grown, available=3).required == 3


@pytest.mark.parametrize(
    ("minutes", "due_at", "ends"),
    [
        (60, START + HOUR, None),
        (61, START + HOUR, START + HOUR + MINUTE),
        (60, None, None),
        (0, START + MINUTE, None),
        (60, START - MINUTE, None),  # late anyway
    ],
)
def test_an_exam_that_begins_too_late_outlasts_the_time_that_there_is(
    minutes: int, due_at: datetime | None, ends: datetime | None
) -> None:
    exam = replace(assigned(due_at=due_at), conditions=Conditions(Mode.EXAM, minutes))
    assert exam.outlasts(START) == ends


@pytest.mark.parametrize(
    ("conditions", "results", "examined"),
    [
        (FREE, [], False),
        (Conditions(Mode.PRACTICE), [], False),
        (EXAM, [], True),
        (EXAM, [replace(made(1), terms=Terms(Mode.EXAM))], True),  # the next may count as well
        (replace(EXAM, attempts=1), [], True),
        (replace(EXAM, attempts=1), [made(1)], True),
        (replace(EXAM, attempts=1), [replace(made(1), terms=Terms(Mode.EXAM))], False),
    ],
)
def test_an_exam_is_before_somebody_until_no_more_attempts_count(
    conditions: Conditions, results: list[Result], examined: bool
) -> None:
    assert is_examined([(replace(assigned(), conditions=conditions), results)]) is examined


def test_what_has_begun_on_other_terms_is_not_in_progress() -> None:
    exam = replace(assigned(), conditions=EXAM)
    assert grade(exam, [begun()], Pick.BEST, now=START).state is State.OPEN
    running = begun(terms=Terms(Mode.EXAM))
    assert grade(exam, [running], Pick.BEST, now=START).state is State.RUNNING


@pytest.mark.parametrize(
    ("minutes", "taken", "extended"),
    [(20, 20, None), (20, 30, 30), (0, 30, None)],
)
def test_a_limit_that_is_longer_than_the_one_laid_down_is_told(
    minutes: int, taken: int, extended: int | None
) -> None:
    laid = replace(assigned(), conditions=Conditions(Mode.EXAM, minutes))
    result = replace(made(1), terms=Terms(Mode.EXAM, MINUTE * taken))
    graded = grade(laid, [result], Pick.BEST, now=NOW)
    assert graded.extended == (extended and MINUTE * extended)


@pytest.mark.parametrize(
    ("joined_at", "results", "expected"),
    [
        (DUE, [], State.MISSING),
        (TOO_LATE, [], State.EXCUSED),
        (TOO_LATE, [made(1, at=NOW)], State.DONE),  # not late: nothing was due then
        (DUE, [made(1, at=NOW)], State.LATE),
    ],
)
def test_nobody_is_behind_with_what_was_due_before_they_joined(
    joined_at: datetime, results: list[Result], expected: State
) -> None:
    found = grade(assigned(), results, Pick.BEST, now=NOW, joined_at=joined_at)
    assert found.state is expected


def test_nobody_is_behind_with_what_had_closed_before_they_joined() -> None:
    closed = replace(assigned(due_at=None), closes_at=DUE)
    found = grade(closed, [], Pick.BEST, now=NOW, joined_at=TOO_LATE)
    assert found.state is State.EXCUSED
    assert grade(closed, [], Pick.BEST, now=NOW, joined_at=START).state is State.MISSING


ONCE = Conditions(Mode.EXAM, attempts=1)


def sat(marks: float, hours: int = 1) -> Result:
    return replace(made(marks, at=START + hours * HOUR), terms=Terms(Mode.EXAM))


@pytest.mark.parametrize(
    ("conditions", "results", "marks"),
    [
        (EXAM, [made(4)], None),
        (EXAM, [made(4), sat(1)], 1),
        (EXAM, [sat(1), sat(2, 2)], 2),
        (ONCE, [sat(4, 2), sat(1), made(4)], 1),
        (Conditions(attempts=1), [made(2, at=START + 2 * HOUR), made(1)], 1),
    ],
)
def test_only_what_meets_the_conditions_counts(
    conditions: Conditions, results: list[Result], marks: float | None
) -> None:
    result = grade(replace(assigned(), conditions=conditions), results, Pick.BEST, now=NOW).result
    assert (result and result.score.marks) == marks


def duties(*laid: tuple[Conditions, list[Result]]) -> list[tuple[Assignment, list[Result]]]:
    return [
        (replace(assigned(), id=number, conditions=conditions), results)
        for number, (conditions, results) in enumerate(laid, 1)
    ]


@pytest.mark.parametrize(
    ("laid", "bound"),
    [
        ([], None),
        ([(FREE, [])], None),
        ([(FREE, []), (EXAM, [])], 2),
        ([(EXAM, [sat(1)])], 1),
        ([(ONCE, [made(1)])], 1),
        ([(ONCE, [sat(1)])], None),  # what counts is done
        ([(EXAM, [sat(1)]), (Conditions(Mode.PRACTICE), [sat(1)])], 2),
    ],
)
def test_the_next_attempt_is_bound_by_what_is_still_to_be_done(
    laid: list[tuple[Conditions, list[Result]]], bound: int | None
) -> None:
    found = binding(duties(*laid))
    assert (found and found.id) == bound


@pytest.mark.parametrize(
    ("sizes", "results", "questions"),
    [
        ([], [], 0),
        ([4], [], 4),
        ([2, 4, 3], [], 4),
        ([4], [made(1)], 0),
        ([2, 4], [made(1, of=2)], 4),
    ],
)
def test_the_next_attempt_is_to_count_wherever_nothing_is_done_yet(
    sizes: list[int], results: list[Result], questions: int
) -> None:
    laid = [(replace(assigned(), asked=size, available=4), results) for size in sizes]
    assert expected(laid) == questions


def test_the_gradebook_has_a_row_for_each_member_and_a_grade_for_each_assignment() -> None:
    me, you = Member(1, "me", "Ada", START), Member(2, "you", "Bo", START)
    both = [assigned(), Assignment(2, 1, 2, "Quay", 4, 4, START)]
    results = [made(2), made(4, quiz_id=2, learner="you"), made(4, learner="nobody here")]
    mine, yours = gradebook([me, you], both, results, Pick.BEST, now=NOW)
    assert (mine.member, yours.member) == (me, you)
    assert mine.grades == (Grade(State.DONE, results[0]), Grade(State.OPEN))
    assert yours.grades == (Grade(State.MISSING), Grade(State.DONE, results[1]))
    assert (mine.mean, yours.mean) == (0.5, 0.5)


def test_the_mean_is_of_what_is_done_and_of_what_is_missing() -> None:
    """What is done counts, be it due or not; what may still come and what is excused do not."""
    early, late = Member(1, "me", "Ada", START), Member(2, "you", "Bo", TOO_LATE)
    quizzes = [
        assigned(),
        Assignment(2, 1, 2, "Quay", 4, 4, START),
        Assignment(3, 1, 3, "Pier", 4, 4, START, NOW + HOUR),
    ]
    done = [made(4, quiz_id=3), made(2, quiz_id=3, learner="you")]
    running = [replace(begun(), quiz_id=2), begun(learner="you")]
    mine, yours = gradebook([early, late], quizzes, [*done, *running], Pick.BEST, now=NOW)
    states = [each.state for each in mine.grades], [each.state for each in yours.grades]
    assert states == (
        [State.MISSING, State.RUNNING, State.DONE],
        [State.EXCUSED, State.OPEN, State.DONE],
    )
    assert (mine.mean, yours.mean) == (0.5, 0.5)


def test_without_anything_due_there_is_no_mean() -> None:
    [row] = gradebook([Member(1, "me", "Ada", START)], [assigned()], [], Pick.BEST, now=START)
    assert row.mean is None


RESULTS = st.lists(
    st.builds(
        lambda marks, hours: made(marks, at=START + hours * HOUR),
        st.integers(0, 4),
        st.integers(0, 19),
    ),
    min_size=1,
)


@given(RESULTS)
def test_the_best_is_the_best_in_whatever_order(results: list[Result]) -> None:
    best = grade(assigned(), results, Pick.BEST, now=NOW).result
    again = grade(assigned(), results[::-1], Pick.BEST, now=NOW).result
    assert best is not None
    assert best == again
    assert all(best.score.share >= each.score.share for each in results)
