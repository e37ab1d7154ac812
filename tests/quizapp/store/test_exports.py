from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from quizapp.assessment.answering import Answer
from quizapp.assessment.assembly import Plan
from quizapp.assessment.attempt import Attempt, missed
from quizapp.assessment.bank import Search, Shown, Status
from quizapp.assessment.exporting import Extent, Selection
from quizapp.assessment.modes import Mode, Terms
from quizapp.assessment.permissions import Belonging
from quizapp.store import articles, attempts, decisions, exports, quizzes
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START, in_order, make_article, make_generated
from tests.quizapp.store.test_attempts import begin, choose
from tests.quizapp.store.test_bank import EASY, HARD

ALL = Search(shown=Shown.ALL)


@pytest.fixture
def owned(session: Session) -> Session:
    """Six items of two articles of mine; the first is retired, the second approved."""
    mine, other = Belonging("me"), make_article("Another text.", title="Another")
    articles.save(session, make_generated(), now=START, belonging=mine)
    articles.save(session, make_generated(EASY, HARD, article=other), now=START, belonging=mine)
    later = START + timedelta(days=1)
    decisions.decide(session, [1], Status.RETIRED, batch="a", learner="me", now=later)
    decisions.decide(session, [2], Status.APPROVED, batch="b", learner="me", now=later)
    return session


def found(session: Session, **wanted: object) -> dict[str, list[str]]:
    parts = exports.parts(session, Selection(**wanted))  # type: ignore[arg-type]  # of any kind
    return {part.title: [kept.item.stem for kept in part.items] for part in parts}


STEMS = [item.stem for item in ITEMS]
HARBOR, ANOTHER = "The harbor of Vellmouth reopens", "Another"


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, {HARBOR: STEMS, ANOTHER: [EASY.stem, HARD.stem]}),
        ({"quizzes": (2,)}, {ANOTHER: [EASY.stem, HARD.stem]}),
        ({"quizzes": ()}, {}),
        ({"owner": "me", "items": (6, 3, 99)}, {HARBOR: [STEMS[2]], ANOTHER: [HARD.stem]}),
        ({"owner": "somebody else", "items": (6, 3)}, {}),
        (
            {"owner": "me", "search": Search(words="quay")},
            {HARBOR: STEMS[2:], ANOTHER: [HARD.stem]},
        ),
        ({"owner": "me", "search": Search(article_id=1)}, {HARBOR: STEMS[1:]}),
        ({"owner": "me", "search": Search(article_id=1, shown=Shown.ALL)}, {HARBOR: STEMS}),
        ({"missed_by": "me"}, {}),
    ],
    ids=str,
)
def test_what_is_wanted_comes_article_by_article(
    owned: Session, wanted: dict[str, object], expected: dict[str, list[str]]
) -> None:
    assert found(owned, **wanted) == expected


def test_items_come_with_their_status_and_the_time_of_their_change(owned: Session) -> None:
    first, second, third, _ = exports.parts(owned, Selection(quizzes=(1,)))[0].items
    statuses = [each.status for each in (first, second, third)]
    assert statuses == [Status.RETIRED, Status.APPROVED, Status.NEW]
    assert first.updated_at == second.updated_at == START + timedelta(days=1)
    assert third.updated_at == START


def test_the_extent_is_known_without_the_items(owned: Session) -> None:
    assert exports.extents(owned, Selection()) == (Extent(HARBOR, 3, 1), Extent(ANOTHER, 2, 0))
    assert exports.extents(owned, Selection(items=(1,))) == (Extent(HARBOR, 0, 1),)
    assert exports.extents(owned, Selection(items=())) == ()


def test_only_what_was_missed_the_last_time(session: Session, quiz: Quiz) -> None:
    """The first two questions; only of attempts that are over, and only those of the learner."""

    def stems(learner: str = "me") -> list[str]:
        return found(session, quizzes=(quiz.id,), missed_by=learner).get(quiz.title, [])

    running = choose(session, begin(session, quiz), 1, 0)
    assert stems() == []
    choose(session, running, 2, 1)
    attempts.finish(session, running, now=START + timedelta(minutes=5))
    assert stems() == STEMS[:2]
    assert stems("somebody else") == []
    again = begin(session, quizzes.get(session, quiz.id) or quiz)
    choose(session, choose(session, again, 1, 2), 2, 1)
    attempts.finish(session, again, now=START + timedelta(minutes=9))
    assert stems() == [STEMS[1]]
    decisions.decide(session, [2], Status.RETIRED, batch="a", learner="me", now=START)
    assert stems() == []


def test_what_was_missed_is_what_the_results_say(session: Session, quiz: Quiz) -> None:
    """Right at once, at the second try, not at all, and left open; then open after all."""
    plan = Plan(quiz.id, in_order(quiz.items), Terms(Mode.PRACTICE))
    wanted = Selection(quizzes=(quiz.id,), missed_by="me")

    def asked(number: int, *answers: tuple[int, Answer]) -> Attempt:
        now = START + timedelta(hours=number)
        begun = attempts.start(session, plan, learner="me", now=now)
        attempt = attempts.get(session, begun, learner="me", now=now)
        assert attempt
        for position, given in answers:
            attempt = attempts.answer(session, attempt, position, given, now=now)
        attempts.finish(session, attempt, now=now)
        return attempt

    right = [Answer(item.key) for item in ITEMS]
    wrong = [Answer((item.key + 1) % 4) for item in ITEMS]
    then = [replace(each, turn=2) for each in right]
    attempt = asked(1, (1, right[0]), (2, wrong[1]), (2, then[1]), (3, wrong[2]))
    marks = [each.response and each.response.mark for each in attempt.questions]
    assert marks == [1, 0.5, 0, None]
    (part,) = exports.parts(session, wanted)
    assert part.asked == tuple(each.item for each in missed(attempt)) == ITEMS[1:]
    assert exports.asked(session, [wanted]) == (3,)
    asked(2)
    assert exports.asked(session, [wanted]) == (4,)
    asked(3, *enumerate(right, 1))
    assert exports.asked(session, [wanted]) == (0,)
