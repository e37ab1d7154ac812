from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.assessment.conditions import COUNTED, FREE, Choice, Conditions, agreed, meets
from quizapp.assessment.modes import EXTRA, MINUTES, USUAL, Mode, Order, Terms

MINUTE = timedelta(minutes=1)
EXAM = Conditions(Mode.EXAM)
TIMED = Conditions(Mode.EXAM, minutes=20)
STRICT = Conditions(Mode.EXAM, minutes=20, extra=False)


@pytest.mark.parametrize(
    ("choice", "conditions", "expected"),
    [
        (Choice(), FREE, USUAL),
        (Choice(minutes=10), FREE, USUAL),  # only an exam is timed
        (Choice(Mode.EXAM, 10, 50), FREE, Terms(Mode.EXAM, 15 * MINUTE)),
        (Choice(Mode.PRACTICE), EXAM, Terms(Mode.EXAM)),
        (Choice(minutes=10), EXAM, Terms(Mode.EXAM, 10 * MINUTE)),
        (Choice(Mode.PRACTICE), TIMED, Terms(Mode.EXAM, 20 * MINUTE)),
        (Choice(Mode.EXAM, 120, 900), TIMED, Terms(Mode.EXAM, 200 * MINUTE)),
        (Choice(Mode.EXAM, 120, 900), STRICT, Terms(Mode.EXAM, 20 * MINUTE)),
        (Choice(Mode.EXAM), Conditions(Mode.PRACTICE), Terms(Mode.PRACTICE)),
        (
            Choice(confidence=True, order=Order.QUIZ),
            EXAM,
            Terms(Mode.EXAM, confidence=True, order=Order.QUIZ),
        ),
    ],
)
def test_what_is_laid_down_holds_whatever_was_chosen(
    choice: Choice, conditions: Conditions, expected: Terms
) -> None:
    assert agreed(choice, conditions) == expected


@pytest.mark.parametrize(
    ("terms", "conditions", "expected"),
    [
        (USUAL, FREE, True),
        (USUAL, EXAM, False),
        (Terms(Mode.EXAM), EXAM, True),
        (Terms(Mode.EXAM), TIMED, False),
        (Terms(Mode.EXAM, 20 * MINUTE), TIMED, True),
        (Terms(Mode.EXAM, 200 * MINUTE), TIMED, True),
        (Terms(Mode.EXAM, 201 * MINUTE), TIMED, False),
        (Terms(Mode.EXAM, 25 * MINUTE), STRICT, False),
        (Terms(Mode.EXAM, 20 * MINUTE), STRICT, True),
    ],
)
def test_an_attempt_counts_on_these_terms_only(
    terms: Terms, conditions: Conditions, expected: bool
) -> None:
    assert meets(terms, conditions) is expected


@given(
    st.builds(
        Choice,
        st.sampled_from(Mode),
        st.sampled_from(MINUTES),
        st.sampled_from(EXTRA),
        st.booleans(),
        st.sampled_from(Order),
    ),
    st.sampled_from([None, *Mode]),
    st.sampled_from(MINUTES),
    st.booleans(),
    st.sampled_from(COUNTED),
)
def test_whatever_is_chosen_the_attempt_counts(
    choice: Choice, mode: Mode | None, minutes: int, extra: bool, attempts: int
) -> None:
    conditions = Conditions(mode, minutes if mode is Mode.EXAM else 0, extra, attempts)
    assert meets(agreed(choice, conditions), conditions)
