from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questions import Generated
from quizapp import store
from quizapp.assessment.assembly import Plan
from quizapp.store import Base, articles, attempts, models, quizzes
from tests.quizapp.factories import ITEMS, START, in_order, make_article, make_generated, make_item


def items_of(session: Session, article_id: int) -> list[str]:
    stored = articles.get(session, article_id)
    assert stored is not None
    quiz = quizzes.get(session, stored.quiz_id)
    assert quiz is not None
    return [version.item.stem for version in quiz.items]


def rows(session: Session, model: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_everything_comes_back_as_it_was(session: Session) -> None:
    article_id = articles.save(session, make_generated(), now=START)
    session.expire_all()
    stored = articles.get(session, article_id)
    assert stored is not None
    quiz = quizzes.get(session, stored.quiz_id)
    assert quiz is not None
    assert stored.article == make_article()
    assert tuple(version.item for version in quiz.items) == ITEMS
    assert {version.created_at for version in quiz.items} == {START}


def test_a_quiz_is_named_after_its_article_without_what_misleads(session: Session) -> None:
    article = make_article(title="Ha\u202erb\u2066or")
    stored = articles.get(
        session, articles.save(session, make_generated(article=article), now=START)
    )
    assert stored is not None
    quiz = quizzes.get(session, stored.quiz_id)
    assert quiz is not None
    assert (quiz.title, stored.article.title) == ("Harbor", "Ha\u202erb\u2066or")


def test_the_same_article_is_stored_once(session: Session) -> None:
    first = articles.save(session, make_generated(), now=START)
    assert articles.save(session, make_generated(), now=START) == first
    counts = [rows(session, m) for m in (models.Article, models.Quiz, models.ItemVersion)]
    assert counts == [1, 1, len(ITEMS)]


def test_the_same_article_from_several_windows_at_once_is_stored_once(app: Flask) -> None:
    def save(_window: int) -> int:
        with app.app_context():
            return articles.save(store.session(), make_generated(), now=START)

    with ThreadPoolExecutor(4) as windows:
        ids = set(windows.map(save, range(12)))
    with app.app_context():
        assert ids == {1}
        assert items_of(store.session(), 1) == [item.stem for item in ITEMS]


def test_new_items_are_appended_and_old_ones_stay(session: Session) -> None:
    article_id = articles.save(session, make_generated(*ITEMS[:2]), now=START)
    articles.save(session, make_generated(ITEMS[2], ITEMS[1]), now=START)
    assert items_of(session, article_id) == [item.stem for item in ITEMS[:3]]


def test_a_new_wording_is_a_new_version_and_attempts_keep_theirs(session: Session) -> None:
    article_id = articles.save(session, make_generated(ITEMS[0]), now=START)
    stored = articles.get(session, article_id)
    assert stored is not None
    quiz = quizzes.get(session, stored.quiz_id)
    assert quiz is not None
    attempt_id = attempts.start(
        session, Plan(quiz.id, in_order(quiz.items)), learner="g", now=START
    )
    reworded = replace(ITEMS[0], stem="In which year did the harbor reopen?")
    articles.save(session, make_generated(reworded), now=START)
    attempt = attempts.get(session, attempt_id, learner="g", now=START)
    assert attempt is not None
    assert items_of(session, article_id) == [reworded.stem]
    assert [question.item.stem for question in attempt.questions] == [ITEMS[0].stem]


def test_articles_do_not_share_items(session: Session) -> None:
    other = make_article("Another text.", title="Another")
    articles.save(session, make_generated(make_item()), now=START)
    second = articles.save(session, make_generated(make_item(), article=other), now=START)
    assert items_of(session, second) == [make_item().stem]


def test_unknown_article(session: Session) -> None:
    assert articles.get(session, 12345) is None


def test_an_article_without_items_has_no_quiz_until_some_come(session: Session) -> None:
    article_id = articles.save(session, Generated(make_article(), ()), now=START)
    assert quizzes.recent(session, None, limit=9) == ()
    assert articles.get(session, article_id) is None
    assert articles.is_empty(session)
    assert articles.save(session, make_generated(), now=START) == article_id
    assert len(items_of(session, article_id)) == len(ITEMS)


def test_a_database_is_empty_until_the_first_article(session: Session) -> None:
    assert articles.is_empty(session)
    articles.save(session, make_generated(), now=START)
    assert not articles.is_empty(session)


def test_several_articles_are_stored_all_or_none(session: Session) -> None:
    other = make_article("The pier reopened in 1999.")
    broken = replace(make_item(), explanation=None)  # type: ignore[arg-type]  # what no table takes
    with pytest.raises(IntegrityError):
        articles.save_all(
            session, [make_generated(), make_generated(broken, article=other)], now=START
        )
    session.rollback()
    assert rows(session, models.Article) == 0
