"""The tables."""

from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    String,
    UniqueConstraint,
    false,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base


class Account(Base):
    """A learner who comes back by name; `folded` is the same of names that look alike."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(64))
    folded: Mapped[str] = mapped_column(String(128), unique=True)
    password: Mapped[str]
    learner: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]


class Article(Base):
    """A text is stored once for each owner: `digest` is the SHA-256 of its text."""

    __tablename__ = "article"
    __table_args__ = (UniqueConstraint("owner", "digest"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    owner: Mapped[str] = mapped_column(String(64), server_default="")
    visibility: Mapped[str] = mapped_column(String(16), server_default="open")
    title: Mapped[str]
    text: Mapped[str]
    source: Mapped[str]
    published: Mapped[str | None]
    language: Mapped[str] = mapped_column(String(8))
    created_at: Mapped[datetime]


class Item(Base):
    """What stays of an item while its wording changes; `number` is that of its current version.

    `proposed` is the version that waits for an editor, if one does. The bank is searched by what
    other tables know as well: `owner` is that of the article; `answer_type`, `difficulty` and
    `words`, the stem and options in small letters, are those of the current version, and so is the
    `fingerprint` of its options and key, by which its statistics are found. `updated_at` is when
    the item changed for those who have exported it.
    """

    __tablename__ = "item"
    __table_args__ = (
        UniqueConstraint("article_id", "uid"),
        Index(None, "owner", "id"),
        Index(None, "owner", "status", "id"),
        Index(None, "owner", "difficulty", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int] = mapped_column(ForeignKey("article.id"))
    uid: Mapped[str] = mapped_column(String(64))
    owner: Mapped[str] = mapped_column(String(64))
    number: Mapped[int]
    status: Mapped[str] = mapped_column(String(16))
    edited: Mapped[bool]
    proposed: Mapped[int | None]
    answer_type: Mapped[str] = mapped_column(String(32))
    difficulty: Mapped[float]
    words: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(String(16), server_default="")
    updated_at: Mapped[datetime]


class ItemVersion(Base):
    """An item's wording; never changed, only followed by another version.

    `author` is the learner id of the editor who wrote it, and empty where it was generated. `cloze`
    has the parts of the item's cloze, which take longer to find than all else of an Anki note; the
    index has only the wordings of which they have not been found.
    """

    __tablename__ = "item_version"
    __table_args__ = (
        UniqueConstraint("item_id", "number"),
        Index(
            "ix_item_version_without_cloze",
            "id",
            sqlite_where=text("cloze IS NULL"),
            postgresql_where=text("cloze IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"))
    number: Mapped[int]
    kind: Mapped[str] = mapped_column(String(32))
    stem: Mapped[str]
    options: Mapped[list[str]] = mapped_column(JSON)
    key: Mapped[int]
    answer_type: Mapped[str] = mapped_column(String(32))
    evidence_start: Mapped[int]
    evidence_end: Mapped[int]
    evidence_text: Mapped[str]
    explanation: Mapped[str]
    difficulty: Mapped[float]
    score: Mapped[float]
    cloze: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime]
    author: Mapped[str] = mapped_column(String(64), server_default="")


class Decision(Base):
    """The status that an editor gave an item; what was decided at once shares its `batch`."""

    __tablename__ = "decision"

    batch: Mapped[str] = mapped_column(String(32), primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True, index=True)
    before: Mapped[str] = mapped_column(String(16))
    after: Mapped[str] = mapped_column(String(16))
    learner: Mapped[str] = mapped_column(String(64))
    decided_at: Mapped[datetime]


class Quiz(Base):
    """An ordered choice of items; `article_id` names the article whose own quiz it is.

    One that was put together from the bank has none. An `archived` one stands in no list.
    """

    __tablename__ = "quiz"

    id: Mapped[int] = mapped_column(primary_key=True)
    article_id: Mapped[int | None] = mapped_column(ForeignKey("article.id"), unique=True)
    owner: Mapped[str] = mapped_column(String(64), server_default="", index=True)
    visibility: Mapped[str] = mapped_column(String(16), server_default="open")
    link: Mapped[str | None] = mapped_column(String(32), unique=True, index=True)
    title: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(index=True)
    closes_at: Mapped[datetime | None]
    archived: Mapped[bool] = mapped_column(default=False, server_default=false())


class QuizItem(Base):
    """An item's place in a quiz."""

    __tablename__ = "quiz_item"
    __table_args__ = (UniqueConstraint("quiz_id", "position"),)

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True, index=True)
    position: Mapped[int]


class Removal(Base):
    """An article or a quiz that was deleted, with the `rows` that went along, until forgotten."""

    __tablename__ = "removal"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner: Mapped[str] = mapped_column(String(64), index=True)
    title: Mapped[str]
    rows: Mapped[dict[str, list[dict[str, Any]]]] = mapped_column(JSON)
    removed_at: Mapped[datetime] = mapped_column(index=True)


class Attempt(Base):
    """`marks` of `size` is the score, written when the attempt is finished.

    It is `whole` if the quiz had no more to ask when it began. One that was `discarded` stands in
    no list of its learner until it is finished.
    """

    __tablename__ = "attempt"
    __table_args__ = (
        Index(None, "learner", "quiz_id", "started_at"),
        Index(None, "finished_at", "deadline"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), index=True)
    learner: Mapped[str] = mapped_column(String(64))
    retry: Mapped[bool]
    mode: Mapped[str] = mapped_column(String(16), server_default="immediate")
    confidence: Mapped[bool] = mapped_column(server_default=false())
    order: Mapped[str] = mapped_column(String(16), server_default="shuffled")
    size: Mapped[int]
    whole: Mapped[bool] = mapped_column(default=False, server_default=false())
    marks: Mapped[float | None]
    started_at: Mapped[datetime]
    deadline: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    discarded: Mapped[bool] = mapped_column(default=False, server_default=false())


class AttemptItem(Base):
    """An item version and its order of options, frozen for one attempt."""

    __tablename__ = "attempt_item"

    attempt_id: Mapped[int] = mapped_column(ForeignKey("attempt.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("item_version.id"), index=True)
    option_order: Mapped[list[int]] = mapped_column(JSON)
    flagged: Mapped[bool] = mapped_column(server_default=false())


class Response(Base):
    """At most one per question asked: its primary key refuses a second.

    `first` is what was chosen before, where practice gave a second try.
    """

    __tablename__ = "response"
    __table_args__ = (
        ForeignKeyConstraint(
            ["attempt_id", "position"], ["attempt_item.attempt_id", "attempt_item.position"]
        ),
    )

    attempt_id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    chosen: Mapped[int]
    first: Mapped[int | None]
    mark: Mapped[float]
    confidence: Mapped[str | None] = mapped_column(String(16))
    answered_at: Mapped[datetime]


class Report(Base):
    """What a learner found wrong with a question of an attempt, until an editor settles it."""

    __tablename__ = "report"
    __table_args__ = (
        ForeignKeyConstraint(
            ["attempt_id", "position"], ["attempt_item.attempt_id", "attempt_item.position"]
        ),
    )

    attempt_id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(String(16))
    comment: Mapped[str]
    reported_at: Mapped[datetime]
    settled_at: Mapped[datetime | None] = mapped_column(index=True)


class Upload(Base):
    """A file to be imported, which waits for its confirmation."""

    __tablename__ = "upload"

    id: Mapped[int] = mapped_column(primary_key=True)
    learner: Mapped[str] = mapped_column(String(64), index=True)
    name: Mapped[str]
    data: Mapped[bytes]
    created_at: Mapped[datetime]


class Media(Base):
    """A picture or sound, kept once however many items show it."""

    __tablename__ = "media"

    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    data: Mapped[bytes]


class Contender(Base):
    """Who wants to be seen with their first attempt at a quiz, and under what name."""

    __tablename__ = "contender"
    __table_args__ = (UniqueConstraint("quiz_id", "folded"),)

    quiz_id: Mapped[int] = mapped_column(ForeignKey("quiz.id"), primary_key=True)
    learner: Mapped[str] = mapped_column(String(64), primary_key=True)
    pseudonym: Mapped[str] = mapped_column(String(30))
    folded: Mapped[str] = mapped_column(String(90))
    joined_at: Mapped[datetime]
