from dataclasses import astuple, replace

from quizapp.assessment.attempt import Response
from quizapp.assessment.modes import Mode
from quizapp.assessment.showing import feedback, prompt, review, stands
from tests.quizapp.assessment.test_attempt import make_attempt
from tests.quizapp.factories import START

OPEN = make_attempt(None, None)
FIRST = OPEN.questions[0]


def test_prompt_holds_neither_key_nor_evidence() -> None:
    shown = repr(astuple(prompt(OPEN, FIRST)))
    assert FIRST.item.evidence.text not in shown
    assert FIRST.item.explanation not in shown
    assert str(FIRST.item.options) not in shown


def test_options_come_in_the_frozen_order() -> None:
    turned = prompt(OPEN, replace(FIRST, option_order=(3, 1, 0, 2)))
    assert [(o.letter, o.index, o.text) for o in turned.options] == [
        ("A", 3, "2023"),
        ("B", 1, "2019"),
        ("C", 0, "2012"),
        ("D", 2, "2021"),
    ]


def test_nothing_is_shown_of_an_open_question() -> None:
    assert feedback(OPEN, FIRST) is None
    assert review(OPEN) == ()


def test_feedback_marks_choice_and_key() -> None:
    attempt = make_attempt(0, None)
    shown = feedback(attempt, replace(FIRST, response=Response(1, 0, START)))
    assert shown is not None
    assert [(o.text, o.chosen, o.right) for o in shown.options if o.chosen or o.right] == [
        ("2019", True, False),
        ("2021", False, True),
    ]
    assert (shown.right, shown.chosen, shown.answer) == (False, "2019", "2021")


def test_after_the_end_unanswered_questions_are_shown_too() -> None:
    over = replace(make_attempt(1, None), finished_at=START)
    assert [(each.position, each.chosen) for each in review(over)] == [(1, "2012"), (2, None)]


def test_an_explanation_that_only_quotes_is_left_out() -> None:
    item = replace(FIRST.item, explanation=f"The article says: “{FIRST.item.evidence.text}”")
    quoting = replace(FIRST, version=replace(FIRST.version, item=item))
    answered = feedback(OPEN, replace(quoting, response=Response(2, 1, START)))
    assert answered is not None
    assert answered.explanation == ""


def test_an_exam_shows_what_was_chosen_and_no_more() -> None:
    exam = make_attempt(0, None, mode=Mode.EXAM)
    assert [each.chosen for each in stands(exam)] == [0, None]
    assert review(exam) == ()
    assert len(review(replace(exam, finished_at=START))) == 2


def test_a_second_try_leaves_out_the_first() -> None:
    practice = make_attempt(0, None, mode=Mode.PRACTICE)
    shown = prompt(practice, practice.questions[0])
    assert (shown.turn, shown.chosen) == (2, None)
    assert [option.tried for option in shown.options] == [True, False, False, False]
    assert feedback(practice, practice.questions[0]) is None


def test_feedback_tells_both_tries() -> None:
    practice = make_attempt(0, None, mode=Mode.PRACTICE)
    second = replace(FIRST, response=Response(2, 0.5, START, first=0))
    shown = feedback(practice, second)
    assert shown is not None
    assert (shown.right, shown.second) == (True, True)
    assert [option.tried for option in shown.options] == [True, False, False, False]


def test_giving_up_is_no_second_try() -> None:
    practice = make_attempt(0, None, mode=Mode.PRACTICE)
    shown = feedback(practice, replace(FIRST, response=Response(0, 0, START, first=0)))
    assert shown is not None
    assert (shown.right, shown.second) == (False, False)
