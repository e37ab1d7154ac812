import pytest
from sqlalchemy.orm import Session

from quizapp.assessment.assembly import Plan
from quizapp.assessment.permissions import NOBODYS, made_by
from quizapp.store import accounts, articles, attempts, quizzes
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
    accounts.welcome(session, add(session), "guest")
    stored = articles.get(session, article_id)
    assert stored is not None
    own = quizzes.get(session, stored.quiz_id)
    assert own is not None
    assert stored.belonging.owner == own.belonging.owner == "nora"
    assert attempts.get(session, begun, learner="nora", now=START) is not None
    assert attempts.get(session, begun, learner="guest", now=START) is None
    assert quiz.belonging == NOBODYS


def test_an_article_both_have_stays_as_it_is(session: Session) -> None:
    account = add(session)
    guests = articles.save(session, make_generated(), now=START, belonging=GUEST)
    own = made_by(account.learner, has_account=True)
    theirs = articles.save(session, make_generated(), now=START, belonging=own)
    accounts.welcome(session, account, "guest")
    found = [articles.get(session, each) for each in (guests, theirs)]
    assert [each and each.belonging for each in found] == [GUEST, own]


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
