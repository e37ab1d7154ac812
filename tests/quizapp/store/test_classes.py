from datetime import timedelta
from random import Random

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from quizapp.assessment.answering import Answer
from quizapp.assessment.assembly import Plan
from quizapp.assessment.assigning import Assignment, Begun
from quizapp.assessment.modes import USUAL, Mode, Terms
from quizapp.store import accounts, assignments, attempts, classes
from quizapp.store.assignments import Agreement
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import START, chance, in_order

HOUR = timedelta(hours=1)
LATER = START + HOUR


@pytest.fixture
def class_id(session: Session) -> int:
    """A class of Ms Okafor's; Ada and Bo have accounts."""
    for learner, name in (("teacher", "Ms Okafor"), ("ada", "Ada"), ("bo", "Bo")):
        accounts.add(session, name, password="", learner=learner, now=START)
    return classes.add(session, "Tuesday", owner="teacher", rng=chance(1), now=START)


def code(session: Session, class_id: int) -> str:
    found = classes.get(session, class_id, None)
    assert found is not None
    return found.code


def enter(session: Session, class_id: int, *learners: str) -> None:
    for learner in learners:
        assert classes.join(session, code(session, class_id), learner, now=START) == class_id


def take(
    session: Session,
    quiz: Quiz,
    learner: str = "ada",
    *,
    terms: Terms = USUAL,
    answers: int = 2,
    retry: bool = False,
) -> None:
    plan = Plan(quiz.id, in_order(quiz.items[:2]), terms, retry)
    attempt_id = attempts.start(session, plan, learner=learner, now=START)
    attempt = attempts.get(session, attempt_id, learner=learner, now=START)
    assert attempt is not None
    for position in range(1, answers + 1):
        attempts.answer(session, attempt, position, Answer(2), now=START)


def names(session: Session, class_id: int, *, removed: bool = False) -> list[str]:
    return [m.name for m in classes.members(session, class_id) if m.removed == removed]


def results(session: Session, class_id: int) -> list[tuple[str, float, int]]:
    found = assignments.results(session, class_id)
    return [(each.learner, each.score.marks, each.score.of) for each in found]


def test_codes_differ_even_if_the_dice_fall_alike(session: Session, class_id: int) -> None:
    other = classes.add(session, "Monday", owner="teacher", rng=chance(1), now=START)
    assert code(session, other) != code(session, class_id)


def test_a_code_leads_into_the_class_and_no_other_does(session: Session, class_id: int) -> None:
    assert classes.join(session, "XXXXXX", "ada", now=START) is None
    enter(session, class_id, "bo", "ada", "ada")
    assert names(session, class_id) == ["Ada", "Bo"]


def test_the_teacher_is_no_member(session: Session, class_id: int) -> None:
    enter(session, class_id, "teacher")
    assert names(session, class_id) == []


def test_a_class_is_as_its_viewer_sees_it(session: Session, class_id: int) -> None:
    enter(session, class_id, "ada")
    seen = classes.get(session, class_id, "ada")
    assert seen is not None
    assert (seen.teacher, seen.is_member, seen.members, seen.assignments) == (
        "Ms Okafor",
        True,
        1,
        0,
    )
    for learner in ("bo", "teacher", None):
        other = classes.get(session, class_id, learner)
        assert other is not None
        assert not other.is_member


def test_one_has_the_classes_one_teaches_or_is_in(session: Session, class_id: int) -> None:
    enter(session, class_id, "ada")
    assert [each.id for each in classes.of(session, "ada")] == [class_id]
    assert [each.id for each in classes.of(session, "teacher")] == [class_id]
    assert classes.of(session, "bo") == ()


def test_who_has_left_comes_back_with_the_code(session: Session, class_id: int) -> None:
    enter(session, class_id, "ada", "bo")
    classes.leave(session, class_id, "ada", now=LATER)
    assert names(session, class_id) == ["Bo"]
    assert classes.of(session, "ada") == ()
    enter(session, class_id, "ada")
    assert names(session, class_id) == ["Ada", "Bo"]


def test_removing_is_undone(session: Session, class_id: int) -> None:
    enter(session, class_id, "ada")
    [ada] = classes.members(session, class_id)
    assert classes.remove(session, class_id, ada.id, when=LATER)
    assert (names(session, class_id), names(session, class_id, removed=True)) == ([], ["Ada"])
    assert classes.remove(session, class_id, ada.id, when=None)
    assert names(session, class_id) == ["Ada"]


def test_nobody_is_removed_from_another_class(session: Session, class_id: int) -> None:
    enter(session, class_id, "ada")
    [ada] = classes.members(session, class_id)
    other = classes.add(session, "Monday", owner="bo", rng=Random(2), now=START)
    assert not classes.remove(session, other, ada.id, when=LATER)
    assert names(session, class_id) == ["Ada"]


def test_a_new_code_replaces_the_old_one(session: Session, class_id: int) -> None:
    old = code(session, class_id)
    classes.renew(session, class_id, Random(5))
    assert classes.join(session, old, "ada", now=START) is None
    enter(session, class_id, "ada")


def test_nobody_joins_an_archived_class_and_nothing_of_it_is_due(
    session: Session, class_id: int, quiz: Quiz
) -> None:
    enter(session, class_id, "ada")
    assignments.assign(session, class_id, Agreement(quiz.id, 2), now=START)
    classes.archive(session, class_id, when=LATER)
    assert classes.join(session, code(session, class_id), "bo", now=LATER) is None
    assert assignments.tasks(session, "ada") == ()
    assert not assignments.is_assigned(session, quiz.id, "ada")
    classes.archive(session, class_id, when=None)
    assert len(assignments.tasks(session, "ada")) == 1


def test_a_class_whose_teacher_is_gone_is_gone(session: Session) -> None:
    orphan = classes.add(session, "Orphan", owner="nobody", rng=chance(1), now=START)
    assert classes.get(session, orphan, "nobody") is None


def test_assigning_again_changes_what_is_agreed(
    session: Session, class_id: int, quiz: Quiz
) -> None:
    assignments.assign(session, class_id, Agreement(quiz.id, 4), now=START)
    assignments.assign(session, class_id, Agreement(quiz.id, 2, LATER), now=LATER)
    [assigned] = assignments.of(session, class_id)
    assert assigned == Assignment(assigned.id, class_id, quiz.id, quiz.title, 2, 4, START, LATER)


def test_what_was_removed_and_is_assigned_anew_begins_anew(
    session: Session, class_id: int, quiz: Quiz
) -> None:
    assignments.assign(session, class_id, Agreement(quiz.id, 4), now=START)
    [assigned] = assignments.of(session, class_id)
    assignments.remove(session, class_id, assigned.id, when=LATER)
    assignments.remove(session, class_id, assigned.id, when=None)
    assert [each.since for each in assignments.of(session, class_id)] == [START]
    assignments.remove(session, class_id, assigned.id, when=LATER)
    assignments.assign(session, class_id, Agreement(quiz.id, 4), now=LATER)
    assert [each.since for each in assignments.of(session, class_id)] == [LATER]


def test_taking_an_assignment_back_is_undone(session: Session, class_id: int, quiz: Quiz) -> None:
    enter(session, class_id, "ada")
    assignments.assign(session, class_id, Agreement(quiz.id, 4), now=START)
    [assigned] = assignments.of(session, class_id)
    assert assignments.remove(session, class_id, assigned.id, when=LATER)
    assert [each.removed for each in assignments.of(session, class_id)] == [True]
    assert assignments.tasks(session, "ada") == ()
    assert assignments.remove(session, class_id, assigned.id, when=None)
    assert [each.removed for each in assignments.of(session, class_id)] == [False]
    assert not assignments.remove(session, class_id + 1, assigned.id, when=LATER)


def test_a_class_leads_its_members_to_its_quizzes(
    session: Session, class_id: int, quiz: Quiz
) -> None:
    enter(session, class_id, "ada")
    assert not assignments.is_assigned(session, quiz.id, "ada")
    assignments.assign(session, class_id, Agreement(quiz.id, 4), now=START)
    assert assignments.is_assigned(session, quiz.id, "ada")
    assert not assignments.is_assigned(session, quiz.id, "bo")
    classes.leave(session, class_id, "ada", now=LATER)
    assert not assignments.is_assigned(session, quiz.id, "ada")


def test_results_are_of_members_at_assigned_quizzes(
    session: Session, class_id: int, quiz: Quiz
) -> None:
    enter(session, class_id, "ada")
    take(session, quiz)
    assert results(session, class_id) == []
    assignments.assign(session, class_id, Agreement(quiz.id, 2), now=START)
    take(session, quiz, "bo")
    take(session, quiz, retry=True)
    take(session, quiz, answers=1)
    assert results(session, class_id) == [("ada", 1, 2)]


def test_an_attempt_whose_time_is_up_has_a_result(
    session: Session, class_id: int, quiz: Quiz
) -> None:
    enter(session, class_id, "ada")
    assignments.assign(session, class_id, Agreement(quiz.id, 2), now=START)
    take(session, quiz, terms=Terms(Mode.EXAM, limit=HOUR / 2), answers=1)
    assert results(session, class_id) == []
    attempts.close_late(session, now=LATER)
    assert results(session, class_id) == [("ada", 1, 2)]


def test_a_member_sees_what_is_to_do_and_their_own_results(
    session: Session, class_id: int, quiz: Quiz
) -> None:
    enter(session, class_id, "ada", "bo")
    assignments.assign(session, class_id, Agreement(quiz.id, 2, LATER), now=START)
    take(session, quiz, "bo")
    [task] = assignments.tasks(session, "ada")
    assert (task.class_name, task.assignment.title, task.made) == ("Tuesday", quiz.title, ())
    take(session, quiz)
    [task] = assignments.tasks(session, "ada")
    assert [each.learner for each in task.made] == ["ada"]
    assert assignments.made_by(session, class_id, "ada") == task.made


def test_an_attempt_that_still_runs_is_known_but_is_no_result(
    session: Session, class_id: int, quiz: Quiz
) -> None:
    enter(session, class_id, "ada")
    assignments.assign(session, class_id, Agreement(quiz.id, 2), now=START)
    terms = Terms(Mode.EXAM, limit=HOUR / 2)
    take(session, quiz, terms=terms, answers=1)
    assert assignments.made(session, class_id) == (
        Begun(1, "ada", quiz.id, 2, START, terms, START + HOUR / 2),
    )
    assert results(session, class_id) == []


def test_when_somebody_joined_is_known(session: Session, class_id: int, quiz: Quiz) -> None:
    enter(session, class_id, "ada")
    assignments.assign(session, class_id, Agreement(quiz.id, 2), now=LATER)
    entered, [task] = classes.get(session, class_id, "ada"), assignments.tasks(session, "ada")
    assert entered is not None
    assert (entered.joined_at, task.joined_at) == (START, START)


def test_queries_do_not_grow_with_the_class(session: Session, class_id: int, quiz: Quiz) -> None:
    assignments.assign(session, class_id, Agreement(quiz.id, 2), now=START)
    counts = []
    for learner in ("ada", "bo"):
        enter(session, class_id, learner)
        take(session, quiz, learner)
        asked: list[str] = []
        count = lambda _c, _cur, sql, *_: asked.append(sql)  # noqa: E731, B023 - one per round
        event.listen(session.get_bind(), "before_cursor_execute", count)
        results(session, class_id)
        event.remove(session.get_bind(), "before_cursor_execute", count)
        counts.append(len(asked))
    assert counts == [1, 1]
