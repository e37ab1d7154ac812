"""Classes and their members."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from sqlalchemy import ColumnElement, Select, and_, func, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from quizapp.assessment import classes
from quizapp.assessment.gradebook import Member
from quizapp.assessment.permissions import Belonging, Visibility
from quizapp.store import class_models, models


@dataclass(frozen=True, slots=True)
class Class:
    """A class as one learner sees it, who has `joined_at` some time or is no member.

    `gone` members have deleted their account.
    """

    id: int
    name: str
    code: str
    teacher: str
    archived: bool
    joined_at: datetime | None
    belonging: Belonging
    members: int
    assignments: int
    gone: int

    @property
    def is_member(self) -> bool:
        """Whether the learner is in it."""
        return self.joined_at is not None


def add(session: Session, name: str, *, owner: str, rng: Random, now: datetime) -> int:
    """Id of a new class; its code is nobody else's."""
    row = class_models.Class(owner=owner, name=name, code=classes.code(rng), created_at=now)
    session.add(row)
    try:
        session.commit()
    except IntegrityError:
        session.rollback()
        return add(session, name, owner=owner, rng=rng, now=now)
    return row.id


def get(session: Session, class_id: int, learner: str | None) -> Class | None:
    """None where there is no such class, or its teacher has deleted the account."""
    row = session.execute(_classes(learner).where(class_models.Class.id == class_id)).one_or_none()
    return None if row is None else _class(*row)


def of(session: Session, learner: str) -> tuple[Class, ...]:
    """Classes that somebody teaches or is in, the newest first."""
    query = _classes(learner).where(
        (class_models.Class.owner == learner) | class_models.Membership.id.is_not(None)
    )
    return tuple(
        _class(*row)
        for row in session.execute(query.order_by(class_models.Class.created_at.desc()))
    )


def join(session: Session, code: str, learner: str, *, now: datetime) -> int | None:
    """Id of the class, or None where there is none to join; its teacher is no member.

    Whom the teacher has taken out of it does not come back this way.
    """
    row = session.scalar(
        select(class_models.Class).where(
            class_models.Class.code == code, class_models.Class.archived_at.is_(None)
        )
    )
    if row is None:
        return None
    if row.owner == learner or _enter(session, row.id, learner, now):
        return row.id
    return None


def members(session: Session, class_id: int) -> tuple[Member, ...]:
    """Everybody who is or was in a class, by name; without an account nobody is."""
    row, account = class_models.Membership, models.Account
    query = (
        select(row, account.name)
        .join(account, account.learner == row.learner)
        .where(row.class_id == class_id)
        .order_by(account.folded)
    )
    return tuple(
        Member(
            each.id, each.learner, name, each.joined_at, each.left_at is not None, each.dismissed
        )
        for each, name in session.execute(query)
    )


def leave(session: Session, class_id: int, learner: str, *, now: datetime) -> None:
    """Leave; the code leads back."""
    _change(session, _whose(class_id, learner), left_at=now)


def come_back(session: Session, class_id: int, learner: str, *, left_at: datetime) -> bool:
    """Undo leaving; False where that was not the last that happened to the membership."""
    row = class_models.Membership
    whose = _whose(class_id, learner) & (row.left_at == left_at) & ~row.dismissed
    return _change(session, whose, left_at=None)


def remove(session: Session, class_id: int, member_id: int, *, when: datetime | None) -> bool:
    """Take somebody out, or with None back in; False where the class has no such member.

    Whoever has left by themselves can be neither.
    """
    row = class_models.Membership
    here = row.left_at.is_(None) | row.dismissed
    whose = (row.class_id == class_id) & (row.id == member_id) & here
    return _change(session, whose, left_at=when, dismissed=when is not None)


def lose(session: Session, learner: str) -> None:
    """Remember of somebody who deletes the account that there was one more; nothing else is."""
    row, member = class_models.Class, class_models.Membership
    entered = select(member.class_id).where(member.learner == learner, member.left_at.is_(None))
    session.execute(update(row).where(row.id.in_(entered)).values(gone=row.gone + 1))


def archive(session: Session, class_id: int, *, when: datetime | None) -> None:
    """Put a class away, or with None take it out again."""
    row = class_models.Class
    session.execute(update(row).where(row.id == class_id).values(archived_at=when))
    session.commit()


def renew(session: Session, class_id: int, rng: Random) -> None:
    """Give it another code; nobody joins with the one before."""
    row = class_models.Class
    try:
        session.execute(update(row).where(row.id == class_id).values(code=classes.code(rng)))
        session.commit()
    except IntegrityError:
        session.rollback()
        renew(session, class_id, rng)


def _enter(session: Session, class_id: int, learner: str, now: datetime) -> bool:
    """Whether somebody is in the class now."""
    row = class_models.Membership
    session.add(row(class_id=class_id, learner=learner, joined_at=now))
    try:
        session.commit()
    except IntegrityError:
        session.rollback()
        return _change(session, _whose(class_id, learner) & ~row.dismissed, left_at=None)
    return True


def _whose(class_id: int, learner: str) -> ColumnElement[bool]:
    row = class_models.Membership
    return (row.class_id == class_id) & (row.learner == learner)


def _change(
    session: Session,
    whose: ColumnElement[bool],
    *,
    left_at: datetime | None,
    dismissed: bool = False,
) -> bool:
    row = class_models.Membership
    found = session.scalars(select(row).where(whose)).all()
    for each in found:
        each.left_at, each.dismissed = left_at, dismissed
    session.commit()
    return bool(found)


def _classes(learner: str | None) -> Select[class_models.Class, str, datetime | None, int, int]:
    row, mine, assigned = class_models.Class, class_models.Membership, class_models.Assignment
    everybody = class_models.Membership.__table__.alias()
    return (
        select(
            row,
            models.Account.name,
            mine.joined_at,
            select(func.count())
            .where(everybody.c.class_id == row.id, everybody.c.left_at.is_(None))
            .correlate(row)
            .scalar_subquery(),
            select(func.count())
            .where(assigned.class_id == row.id, assigned.removed_at.is_(None))
            .correlate(row)
            .scalar_subquery(),
        )
        .join(models.Account, models.Account.learner == row.owner)
        .outerjoin(
            mine, and_(mine.class_id == row.id, mine.learner == learner, mine.left_at.is_(None))
        )
    )


def _class(
    row: class_models.Class,
    teacher: str,
    joined_at: datetime | None,
    members: int,
    assignments: int,
) -> Class:
    return Class(
        id=row.id,
        name=row.name,
        code=row.code,
        teacher=teacher,
        archived=row.archived_at is not None,
        joined_at=joined_at,
        belonging=Belonging(row.owner, Visibility.LINK),
        members=members,
        assignments=assignments,
        gone=row.gone,
    )
