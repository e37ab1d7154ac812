"""The tables of classes, of who is in them, and of the quizzes that they are to take."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint, false, true
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base


class Class(Base):
    """A teacher's class; whoever types its `code` becomes a member.

    Of those who were in it when they deleted their account, `gone` is all that is known.
    """

    __tablename__ = "class"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str]
    code: Mapped[str] = mapped_column(String(16), unique=True)
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]
    gone: Mapped[int] = mapped_column(default=0, server_default="0")


class Membership(Base):
    """Somebody in a class; who has left keeps the row, to come back as if nothing had been.

    Who was `dismissed` by the teacher comes back only if the teacher wants it.
    """

    __tablename__ = "membership"
    __table_args__ = (UniqueConstraint("class_id", "learner"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class.id"))
    learner: Mapped[str] = mapped_column(String(64), index=True)
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]
    dismissed: Mapped[bool] = mapped_column(default=False, server_default=false())


class Assignment(Base):
    """A quiz that a class is to take: attempts at `size` questions or more count.

    Where it is to take the `whole` quiz, that is how many it had when it was assigned.
    """

    __tablename__ = "assignment"
    __table_args__ = (UniqueConstraint("class_id", "quiz_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    class_id: Mapped[int] = mapped_column(ForeignKey("class.id"))
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    size: Mapped[int]
    whole: Mapped[bool] = mapped_column(default=False, server_default=false())
    due_at: Mapped[datetime | None]
    mode: Mapped[str | None] = mapped_column(String(16))
    minutes: Mapped[int] = mapped_column(server_default="0")
    extra: Mapped[bool] = mapped_column(server_default=true())
    attempts: Mapped[int] = mapped_column(server_default="0")
    assigned_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]
