from sqlalchemy.orm import Session

from quizapp.assessment.bank import Search
from quizapp.assessment.permissions import Belonging
from quizapp.store import articles, bank, belongings, items
from tests.quizapp.factories import ITEMS, START, make_article, make_generated, make_item

GUEST, ACCOUNT = Belonging("guest"), Belonging("account")


def found(session: Session, owner: str) -> list[int]:
    session.expire_all()
    return [entry.article_id for entry in bank.search(session, owner, Search(), limit=9)]


def test_items_move_with_their_article_and_only_with_it(session: Session) -> None:
    other = make_article("Another text.", title="Another")
    both = make_generated(*ITEMS[:1])
    articles.save(session, both, now=START, belonging=ACCOUNT)
    articles.save(session, both, now=START, belonging=GUEST)
    new = make_generated(make_item(), article=other)
    articles.save(session, new, now=START, belonging=GUEST)
    belongings.move(session, "guest", "account")
    session.commit()
    assert found(session, "account") == [3, 1]
    assert found(session, "guest") == [2]


def test_an_editor_who_logs_in_is_still_the_author(session: Session) -> None:
    articles.save(session, make_generated(), now=START, belonging=GUEST)
    items.edit(session, 1, ITEMS[1], number=1, author="guest", now=START)
    belongings.move(session, "guest", "account")
    session.commit()
    session.expire_all()
    assert items.versions(session, 1)[0].author == "account"
