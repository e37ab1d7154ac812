from dataclasses import replace
from datetime import timedelta

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.assessment.answering import Answer
from quizapp.assessment.bank import Entry, Finding, Search
from quizapp.assessment.concerns import Concern
from quizapp.assessment.modes import Mode, Terms
from quizapp.assessment.permissions import Belonging
from quizapp.store import articles, attempts, bank, figures, items, quizzes
from quizapp.store.figure_models import Figure
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START, make_generated
from tests.quizapp.store.test_statistics import HOUR, LATER, begin, take


def entry(session: Session, item_id: int = 1) -> Entry:
    session.expire_all()
    found = bank.get(session, item_id)
    assert found is not None
    return found


def asked(session: Session) -> list[int]:
    return [kept.asked if (kept := entry(session, n).figures) else 0 for n in range(1, 5)]


def found(session: Session, finding: Finding | Concern) -> set[int]:
    entries = bank.search(session, "me", Search(finding=finding), limit=9)
    assert bank.count(session, "me", Search(finding=finding)) == len(entries)
    return {each.id for each in entries}


def test_the_first_attempt_that_somebody_finishes_is_counted(session: Session, quiz: Quiz) -> None:
    begin(session, quiz)
    assert asked(session) == [0, 0, 0, 0]
    take(session, quiz)
    take(session, quiz, chosen=(0, 1), hours=1)
    take(session, quiz, chosen=(0, 1), hours=2, retry=True)
    assert asked(session) == [1, 1, 0, 0]
    take(session, quiz, "you", chosen=(0, 1))
    figures_ = entry(session).figures
    assert figures_ is not None
    assert (figures_.asked, figures_.facility) == (2, 0.5)


def test_an_attempt_that_was_never_answered_is_counted_as_one_of_zero(
    session: Session, quiz: Quiz
) -> None:
    attempts.finish(session, begin(session, quiz), now=LATER)
    take(session, quiz, hours=6)
    figures_ = entry(session).figures
    assert figures_ is not None
    assert (figures_.asked, figures_.facility) == (1, 0.0)


def test_another_key_begins_anew_and_a_typo_does_not(session: Session, quiz: Quiz) -> None:
    take(session, quiz)
    item = replace(ITEMS[0], stem="When did the harbour reopen?")
    items.edit(session, 1, item, number=1, author="me", now=LATER)
    assert asked(session) == [1, 1, 0, 0]
    items.edit(session, 1, replace(item, key=1), number=2, author="me", now=LATER)
    assert asked(session) == [0, 1, 0, 0]
    items.edit(session, 1, item, number=3, author="me", now=LATER)
    assert asked(session) == [1, 1, 0, 0]


def test_items_are_found_by_what_answers_tell(session: Session) -> None:
    articles.save(session, make_generated(), now=START, belonging=Belonging("me"))
    quiz = quizzes.get(session, 1)
    assert quiz is not None
    for n in range(9):
        take(session, quiz, str(n), chosen=(2, 1 if n % 2 else 0))
    assert found(session, Finding.UNTRIED) == {3, 4}
    assert found(session, Finding.FEW) == {1, 2}
    take(session, quiz, "tenth", chosen=(2, 1))
    assert found(session, Finding.FEW) == set()
    assert found(session, Concern.EASY) == {1}
    assert found(session, Concern.IDLE) == {2}
    assert found(session, Finding.DOUBTFUL) == {1, 2}
    assert found(session, Finding.GOOD) == found(session, Concern.HARD) == set()


def test_answers_of_before_are_counted_once(session: Session, quiz: Quiz) -> None:
    for learner, chosen in (("a", (2, 0)), ("b", (2, 1)), ("c", (0, 0))):
        take(session, quiz, learner, chosen=chosen)
        take(session, quiz, learner, chosen=(1, 1), hours=1)
    before = [(row.item_id, row.sums) for row in session.scalars(select(Figure))]
    session.execute(delete(Figure))
    for _ in range(2):
        figures.complete(session)
        session.expire_all()
        assert [(row.item_id, row.sums) for row in session.scalars(select(Figure))] == before


def test_what_is_still_to_be_closed_is_counted_when_it_is(session: Session, quiz: Quiz) -> None:
    exam = begin(session, quiz, "exam", terms=Terms(Mode.EXAM, limit=HOUR))
    attempts.answer(session, exam, 1, Answer(2), now=START + timedelta(minutes=1))
    take(session, quiz)
    session.execute(delete(Figure))
    figures.complete(session)
    assert asked(session) == [1, 1, 0, 0]
    attempts.get(session, exam.id, learner="exam", now=LATER)
    assert asked(session) == [2, 2, 0, 0]


def test_of_before_too_the_attempt_that_ended_first_is_counted(
    session: Session, quiz: Quiz
) -> None:
    slow = begin(session, quiz)
    take(session, quiz, chosen=(0, 1), hours=1)
    for position, key in enumerate((2, 0), 1):
        attempts.answer(session, slow, position, Answer(key), now=LATER)
    before = entry(session).figures
    session.execute(delete(Figure))
    figures.complete(session)
    assert entry(session).figures == before
    assert before is not None
    assert before.facility == 0.0
