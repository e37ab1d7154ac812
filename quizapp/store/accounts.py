"""Accounts, and what becomes theirs."""

from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.assessment import names
from quizapp.store import belongings, classes, daily, models, quizzes, twins
from quizapp.store.errors import NameTaken

LONGEST_FOLDED = 128


@dataclass(frozen=True, slots=True)
class Account:
    """`password` is a hash; `learner` names the account in everything that belongs to it."""

    name: str
    password: str
    learner: str
    created_at: datetime


def of(session: Session, learner: str) -> Account | None:
    """Account of a learner; guests have none."""
    return _account(session.scalar(select(models.Account).where(models.Account.learner == learner)))


def named(session: Session, name: str) -> Account | None:
    """Account by name, whatever its capitals; one that was there before another like it is itself.

    Names that only look alike were once told apart.
    """
    row, exact = models.Account, name.casefold()
    alike = session.scalars(select(row).where(row.folded.in_((_folded(name), exact))))
    return _account(min(alike, key=lambda each: each.folded != exact, default=None))


def add(session: Session, name: str, *, password: str, learner: str, now: datetime) -> Account:
    """Add an account, or raise NameTaken."""
    row = models.Account(
        name=name, folded=_folded(name), password=password, learner=learner, created_at=now
    )
    session.add(row)
    try:
        session.commit()
    except IntegrityError:
        session.rollback()
        raise NameTaken(name) from None
    return Account(name, password, learner, now)


def welcome(session: Session, account: Account, guest: str | None) -> int:
    """Hand over what somebody did as a guest; the guest's own id is worth nothing afterwards.

    Number of quizzes that were open to all and are now the account's alone, until it shares them.
    """
    if not guest:
        return 0
    twins.unite(session, guest, account.learner)
    kept = quizzes.withdraw(session, guest)
    studied = daily.days(session, guest)
    belongings.move(session, guest, account.learner)
    for who in (guest, account.learner):
        daily.recount(session, who, studied)
    session.commit()
    return kept


def change_password(session: Session, account: Account, password: str) -> Account:
    """Account with another hash of a password."""
    row = models.Account
    session.execute(update(row).where(row.learner == account.learner).values(password=password))
    session.commit()
    return replace(account, password=password)


def remove(session: Session, account: Account, *, nobody: str) -> None:
    """Delete the account with all that is its own alone."""
    classes.lose(session, account.learner)
    belongings.remove(session, account.learner, nobody=nobody)
    session.commit()


def _folded(name: str) -> str:
    return names.folded(name, LONGEST_FOLDED)


def _account(row: models.Account | None) -> Account | None:
    if row is None:
        return None
    return Account(row.name, row.password, row.learner, row.created_at)
