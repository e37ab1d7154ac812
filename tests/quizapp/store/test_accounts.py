from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.assessment.answering import Answer
from quizapp.assessment.assembly import Plan
from quizapp.assessment.permissions import NOBODYS, Visibility, made_by
from quizapp.store import Base, accounts, articles, attempts, models, quizzes
from quizapp.store.accounts import Account
from quizapp.store.errors import NameTaken
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import START, in_order, make_generated

GUEST = made_by("guest", has_account=False)


def add(session: Session, name: str = "Nora", *, learner: str = "nora") -> Account:
    return accounts.add(session, name, password="hash", learner=learner, now=START)  # noqa: S106 - no password


def test_an_account_is_found_by_name_and_by_learner(session: Session) -> None:
    account = add(session)
    assert accounts.of(session, "nora") == account
    assert accounts.named(session, "nORA") == account
    assert accounts.named(session, "Nor") is None
    assert accounts.of(session, "guest") is None


@pytest.mark.parametrize(("first", "second"), [("Nora", "nora"), ("Straße", "STRASSE")])
def test_a_name_is_given_once_whatever_its_capitals(
    session: Session, first: str, second: str
) -> None:
    add(session, first)
    with pytest.raises(NameTaken, match=second):
        add(session, second, learner="somebody else")


def test_what_was_done_as_a_guest_becomes_the_accounts(session: Session, quiz: Quiz) -> None:
    article_id = articles.save(session, make_generated(), now=START, belonging=GUEST)
    begun = attempts.start(session, Plan(quiz.id, in_order(quiz.items)), learner="guest", now=START)
    assert accounts.welcome(session, add(session), "guest") == 1
    stored = articles.get(session, article_id)
    assert stored is not None
    own = quizzes.get(session, stored.quiz_id)
    assert own is not None
    assert stored.belonging == own.belonging == made_by("nora", has_account=True)
    assert attempts.get(session, begun, learner="nora", now=START) is not None
    assert attempts.get(session, begun, learner="guest", now=START) is None
    assert quiz.belonging == NOBODYS


def test_an_article_both_have_stays_and_is_nobodys_to_see(session: Session) -> None:
    account = add(session)
    guests = articles.save(session, make_generated(), now=START, belonging=GUEST)
    own = made_by(account.learner, has_account=True)
    theirs = articles.save(session, make_generated(), now=START, belonging=own)
    accounts.welcome(session, account, "guest")
    found = [articles.get(session, each) for each in (guests, theirs)]
    assert [each and each.belonging for each in found] == [
        replace(GUEST, visibility=Visibility.LINK),
        own,
    ]


def test_a_text_is_stored_once_for_each_owner(session: Session) -> None:
    owners = [NOBODYS, GUEST, made_by("nora", has_account=True)]
    ids = [articles.save(session, make_generated(), now=START, belonging=o) for o in owners * 2]
    assert ids[:3] == ids[3:]
    assert len(set(ids)) == 3


def test_a_list_has_what_is_open_and_ones_own(session: Session) -> None:
    for belonging in (NOBODYS, GUEST, made_by("nora", has_account=True)):
        articles.save(session, make_generated(), now=START, belonging=belonging)
    seen = {who: len(quizzes.recent(session, who, limit=9)) for who in (None, "guest", "nora")}
    assert seen == {None: 2, "guest": 2, "nora": 3}


def test_what_nobody_else_used_goes_with_the_account(session: Session, quiz: Quiz) -> None:
    account = add(session)
    own = made_by(account.learner, has_account=True)
    article_id = articles.save(session, make_generated(), now=START, belonging=own)
    stored = articles.get(session, article_id)
    assert stored is not None
    for quiz_id in (stored.quiz_id, quiz.id):
        take(session, quiz_id, account.learner)
    accounts.remove(session, account, nobody="nobody")
    assert accounts.named(session, "Nora") is None
    assert articles.get(session, article_id) is None
    assert quizzes.get(session, quiz.id) is not None
    assert count(session, models.Attempt) == count(session, models.Response) == 0
    assert count(session, models.Article) == 1


def test_what_others_have_taken_stays_for_them(session: Session) -> None:
    account = add(session)
    own = made_by(account.learner, has_account=True)
    article_id = articles.save(session, make_generated(), now=START, belonging=own)
    stored = articles.get(session, article_id)
    assert stored is not None
    begun = {who: take(session, stored.quiz_id, who) for who in (account.learner, "somebody")}
    accounts.remove(session, account, nobody="nobody")
    left = articles.get(session, article_id)
    assert left is not None
    assert left.belonging == replace(own, owner="nobody")
    assert attempts.get(session, begun["somebody"], learner="somebody", now=START) is not None
    assert count(session, models.Attempt) == 1


def test_other_accounts_stay_as_they_are(session: Session, quiz: Quiz) -> None:
    first, second = add(session), add(session, "Ida", learner="ida")
    begun = take(session, quiz.id, "ida")
    accounts.remove(session, first, nobody="nobody")
    assert accounts.named(session, "Ida") == second
    assert attempts.get(session, begun, learner="ida", now=START) is not None


def take(session: Session, quiz_id: int, learner: str) -> int:
    """Answer the first question of a quiz."""
    quiz = quizzes.get(session, quiz_id)
    assert quiz is not None
    plan = Plan(quiz.id, in_order(quiz.items))
    begun = attempts.start(session, plan, learner=learner, now=START)
    attempt = attempts.get(session, begun, learner=learner, now=START)
    assert attempt is not None
    attempts.answer(session, attempt, 1, Answer(0), now=START)
    return begun


def count(session: Session, table: type[Base]) -> int:
    return session.scalar(select(func.count()).select_from(table)) or 0
