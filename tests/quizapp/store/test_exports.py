from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from quizapp.assessment.bank import Search, Shown, Status
from quizapp.assessment.exporting import Extent, Selection
from quizapp.assessment.permissions import Belonging
from quizapp.store import articles, attempts, decisions, exports, quizzes
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import ITEMS, START, make_article, make_generated
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


def test_only_what_was_wrong_the_last_time(session: Session, quiz: Quiz) -> None:
    """The first two questions; only of attempts that are over, and only those of the learner."""

    def missed(learner: str = "me") -> list[str]:
        return found(session, quizzes=(quiz.id,), missed_by=learner).get(quiz.title, [])

    running = choose(session, begin(session, quiz), 1, 0)
    assert missed() == []
    choose(session, running, 2, 1)
    attempts.finish(session, running, now=START + timedelta(minutes=5))
    assert missed() == STEMS[:2]
    assert missed("somebody else") == []
    again = begin(session, quizzes.get(session, quiz.id) or quiz)
    choose(session, choose(session, again, 1, 2), 2, 1)
    attempts.finish(session, again, now=START + timedelta(minutes=9))
    assert missed() == [STEMS[1]]
    decisions.decide(session, [2], Status.RETIRED, batch="a", learner="me", now=START)
    assert missed() == []
