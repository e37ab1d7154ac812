from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from time import perf_counter

import pytest
from flask import Flask
from sqlalchemy import text
from sqlalchemy.orm import Session

from questions import AnswerType
from quizapp import store
from quizapp.assessment.bank import Band, Flag, Search, Shown, Sort, Status
from quizapp.assessment.composing import Rule
from quizapp.assessment.exporting import Selection
from quizapp.assessment.permissions import Belonging
from quizapp.assessment.reporting import Reason, Report
from quizapp.store import (
    articles,
    attempts,
    bank,
    composing,
    decisions,
    exports,
    items,
    quizzes,
    reports,
)
from tests.quizapp.factories import ITEMS, START, make_article, make_generated, make_item
from tests.quizapp.store.test_attempts import begin

EASY = replace(
    make_item("Where is the café Löwe?", options=("İzmir", "Vellmouth"), key=1),
    id="easy",
    difficulty=0.2,
    answer_type=AnswerType.PLACE,
)
HARD = replace(make_item("How long is 50 % of the quay_1?"), id="hard", difficulty=0.9)
MINE = Belonging("me")


@pytest.fixture
def owned(session: Session) -> Session:
    """Six items of two articles of mine, and one of somebody else."""
    other = make_article("Another text.", title="Another")
    articles.save(session, make_generated(), now=START, belonging=MINE)
    second = make_generated(EASY, HARD, article=other)
    articles.save(session, second, now=START, belonging=MINE)
    articles.save(session, make_generated(), now=START, belonging=Belonging("somebody else"))
    return session


def found(session: Session, **wanted: object) -> list[int]:
    search = Search(**wanted)  # type: ignore[arg-type]  # values of any kind
    ids = [entry.id for entry in bank.search(session, "me", search, limit=99)]
    assert bank.count(session, "me", search) == len(ids)
    return ids


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ({}, [6, 5, 4, 3, 2, 1]),
        ({"words": "NEW quay"}, [4, 3]),
        ({"words": "quay new"}, [4, 3]),
        ({"words": "tomas"}, [4, 2]),
        ({"words": "CAFÉ löwe"}, [5]),
        ({"words": "50 %"}, [6]),
        ({"words": "quay_"}, [6]),
        ({"words": "%"}, [6]),
        ({"words": "nowhere"}, []),
        ({"article_id": 2}, [6, 5]),
        ({"article_id": 3}, []),
        ({"answer_type": AnswerType.PERSON}, [4, 2]),
        ({"band": Band.HARD}, [6]),
        ({"band": Band.EASY, "words": "quay"}, [4, 3]),
        ({"shown": Shown.RETIRED}, []),
        ({"sort": Sort.HARDEST, "article_id": 2}, [6, 5]),
        ({"sort": Sort.EASIEST, "article_id": 2}, [5, 6]),
    ],
    ids=str,
)
def test_a_search_finds_what_was_asked_for(
    owned: Session, wanted: dict[str, object], expected: list[int]
) -> None:
    assert found(owned, **wanted) == expected


def test_whoever_has_no_id_owns_nothing(owned: Session) -> None:
    articles.save(owned, make_generated(EASY), now=START)
    quiz_id = composing.add(owned, "Sample", [], owner="", now=START)
    assert bank.search(owned, "", Search(), limit=9) == ()
    assert bank.count(owned, "", Search()) == 0
    assert bank.shelves(owned, "") == ()
    assert bank.some(owned, "", range(1, 9)) == ()
    assert composing.pool(owned, "", Rule()) == ()
    assert composing.of(owned, "") == ()
    assert composing.target(owned, "", quiz_id) is None
    assert exports.parts(owned, Selection(owner="")) == ()


def test_the_bank_is_searched_by_the_current_wording(owned: Session) -> None:
    reworded = replace(HARD, stem="Which berth is left?", difficulty=0.1)
    items.edit(owned, 6, reworded, number=1, author="me", now=START)
    assert found(owned, words="berth") == [6]
    assert found(owned, words="quay_1") == []
    assert found(owned, band=Band.HARD) == []


def test_statuses_and_flags(owned: Session) -> None:
    decisions.decide(owned, [1], Status.RETIRED, batch="a", learner="me", now=START)
    decisions.decide(owned, [2], Status.APPROVED, batch="b", learner="me", now=START)
    items.edit(owned, 3, replace(ITEMS[2], stem="How?"), number=1, author="me", now=START)
    articles.save(owned, make_generated(), now=START, belonging=MINE)
    assert found(owned) == [6, 5, 4, 3, 2]
    assert found(owned, shown=Shown.ALL) == [6, 5, 4, 3, 2, 1]
    assert found(owned, shown=Shown.RETIRED) == [1]
    assert found(owned, shown=Shown.APPROVED) == [2]
    assert found(owned, shown=Shown.NEW) == [6, 5, 4, 3]
    assert found(owned, flag=Flag.EDITED) == [3]
    articles.save(owned, make_generated(replace(ITEMS[1], stem="Who?")), now=START, belonging=MINE)
    assert found(owned, flag=Flag.PROPOSED) == [2]


def test_reports_flag_an_item_until_they_are_settled(owned: Session) -> None:
    quiz = quizzes.get(owned, 1)
    assert quiz is not None
    for when in (START, START + timedelta(hours=1)):
        attempt = begin(owned, quiz, now=when)
        reports.save(owned, attempt, 1, Report(Reason.UNCLEAR), now=START)
    assert attempts.get(owned, attempt.id, learner="me", now=START) is not None
    assert found(owned, flag=Flag.REPORTED) == [1]
    assert [entry.reports for entry in bank.some(owned, "me", [2, 1])] == [2, 0]
    assert [filed.report.reason for filed in reports.of_item(owned, 1)] == [Reason.UNCLEAR] * 2
    assert reports.settle(owned, [1, 2], now=START) == 2
    assert found(owned, flag=Flag.REPORTED) == []
    assert reports.reopen(owned, 1) == 2
    assert found(owned, flag=Flag.REPORTED) == [1]


def test_a_report_sent_again_is_open_again(owned: Session) -> None:
    quiz = quizzes.get(owned, 1)
    assert quiz is not None
    attempt = begin(owned, quiz)
    reports.save(owned, attempt, 1, Report(Reason.UNCLEAR), now=START)
    reports.settle(owned, [1], now=START)
    reports.save(owned, attempt, 1, Report(Reason.KEY_WRONG), now=START)
    assert found(owned, flag=Flag.REPORTED) == [1]


def test_pages(owned: Session) -> None:
    pages = [bank.search(owned, "me", Search(), limit=4, offset=n) for n in (0, 4, 8)]
    assert [[entry.id for entry in page] for page in pages] == [[6, 5, 4, 3], [2, 1], []]


def test_nobody_finds_the_items_of_others(owned: Session) -> None:
    assert [entry.id for entry in bank.some(owned, "me", [7, 1, 99])] == [1]
    assert bank.search(owned, "nobody", Search(), limit=9) == ()


def test_articles_with_their_number_of_items(owned: Session) -> None:
    assert [(s.title, s.items) for s in bank.shelves(owned, "me")] == [
        ("Another", 2),
        (make_article().title, 4),
    ]


MANY = 100_000
FILL = """
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
INSERT INTO item (article_id, uid, owner, number, status, edited, answer_type, difficulty, words,
                  updated_at)
SELECT 1, 'item ' || i, 'me', 1, 'new', 0, CASE i % 9 WHEN 0 THEN 'person' ELSE 'date' END,
       (i % 100) / 100.0, 'when did ship ' || i || ' call at the harbor? 2012 2019 2021 2023',
       '2026-03-14 09:30:00.000000' FROM n;
INSERT INTO item_version (item_id, number, kind, stem, options, "key", answer_type, evidence_start,
                          evidence_end, evidence_text, explanation, difficulty, score, created_at)
SELECT item.id, 1, kind, stem, options, "key", item.answer_type, evidence_start, evidence_end,
       evidence_text, explanation, item.difficulty, score, created_at
FROM item JOIN item_version v ON v.id = 1 WHERE item.uid LIKE 'item %'
"""


@pytest.fixture(scope="module")
def many(shared_app: Flask) -> Iterator[Session]:
    """A hundred thousand items of one owner."""
    with shared_app.app_context():
        session = store.session()
        articles.save(session, make_generated(), now=START, belonging=MINE)
        for statement in FILL.split(";"):
            session.execute(text(statement))
        session.commit()
        yield session


@pytest.mark.parametrize(
    ("wanted", "page"),
    [
        (Search(), 0),
        (Search(), MANY - 50),
        (Search(words="ship 77777"), 0),
        (Search(words="nowhere to be found"), 0),
        (Search(answer_type=AnswerType.PERSON, band=Band.HARD, sort=Sort.HARDEST), 100),
        (Search(article_id=1, sort=Sort.EASIEST), 0),
        (Search(shown=Shown.RETIRED), 0),
        (Search(flag=Flag.REPORTED), 0),
        (Search(flag=Flag.PROPOSED), 0),
    ],
    ids=str,
)
def test_a_hundred_thousand_items_keep_nobody_waiting(
    many: Session, wanted: Search, page: int
) -> None:
    start = perf_counter()
    bank.search(many, "me", wanted, limit=25, offset=page)
    bank.count(many, "me", wanted)
    took = perf_counter() - start
    print(f"{took * 1000:.0f} ms")  # noqa: T201 - shown with -s
    assert took < 1.5  # a tenth of that where nothing else runs
