"""The values that pass between the stages and leave the package."""

from dataclasses import dataclass
from enum import StrEnum


class AnswerType(StrEnum):
    """What kind of thing the key is."""

    PERSON = "person"
    PLACE = "place"
    ORGANIZATION = "organization"
    GROUP = "group"
    NUMBER = "number"
    QUANTITY = "quantity"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    DURATION = "duration"
    ORDINAL = "ordinal"
    EVENT = "event"
    WORK = "work"
    THING = "thing"
    QUOTE = "quote"
    REASON = "reason"

    @property
    def in_sequence(self) -> bool:
        """Whether such keys stand in an order of their own, as numbers, sums and dates do."""
        return self in _IN_SEQUENCE


_IN_SEQUENCE = frozenset((
    AnswerType.NUMBER, AnswerType.QUANTITY, AnswerType.MONEY, AnswerType.PERCENT,
    AnswerType.DATE, AnswerType.DURATION, AnswerType.ORDINAL,
))  # fmt: skip


class ItemKind(StrEnum):
    """How an item is answered."""

    MULTIPLE_CHOICE = "multiple_choice"
    FLASHCARD = "flashcard"


@dataclass(frozen=True, slots=True)
class Article:
    """An article as it was read; all offsets index `text`. `id` is the SHA-256 of `text`."""

    id: str
    title: str
    text: str
    source: str = ""
    published: str | None = None
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Evidence:
    """The passage that proves the key: `article.text[start:end] == text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """A question with one right option: `options[key]`; a flashcard has its answer and no other.

    `id` comes from article, evidence and key, not from the wording, so that an edited stem keeps
    its history. `difficulty` (0 easy … 1 hard) is an estimate; `score` (0 … 1) ranks items.
    """

    id: str
    stem: str
    options: tuple[str, ...]
    key: int
    answer_type: AnswerType
    evidence: Evidence
    explanation: str
    difficulty: float
    score: float
    kind: ItemKind = ItemKind.MULTIPLE_CHOICE


@dataclass(frozen=True, slots=True)
class Dropped:
    """A candidate that was not made into an item, and why."""

    candidate: str
    reason: str


@dataclass(frozen=True, slots=True)
class Generated:
    """An article, its items from best to worst, and what was dropped on the way.

    `drafts`, the best first, are among what was dropped: an editor might print them with a small
    change. None of them clashes with an item or with another draft.
    """

    article: Article
    items: tuple[Item, ...]
    dropped: tuple[Dropped, ...] = ()
    drafts: tuple[Item, ...] = ()
