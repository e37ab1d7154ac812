"""What stands in an item bank, and what of it is looked for."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from questions import AnswerType, Item
from questions.formats import writing
from quizapp.assessment.concerns import Concern
from quizapp.assessment.figures import Figures
from quizapp.assessment.permissions import Belonging


class Status(StrEnum):
    """What an editor decided about an item.

    A draft waits to be approved; what is discarded has been a draft, and never anything else.
    """

    NEW = "new"
    APPROVED = "approved"
    RETIRED = "retired"
    DRAFT = "draft"
    DISCARDED = "discarded"


ASKED = (Status.NEW, Status.APPROVED)
"""What quizzes ask, wherever they do."""
TOLD = (*ASKED, Status.RETIRED)
"""What decks tell of: whoever has an item has to learn that it is asked no more."""
HELD_BACK = (Status.DRAFT, Status.DISCARDED)
"""What only the bank of its owner knows: it stands in no quiz, and never has been asked."""


class Shown(StrEnum):
    """Which items a search shows by their status."""

    IN_USE = "in use"
    NEW = "new"
    APPROVED = "approved"
    RETIRED = "retired"
    ALL = "all"
    DRAFT = "draft"
    DISCARDED = "discarded"

    @property
    def statuses(self) -> tuple[Status, ...]:
        """Statuses of the items shown."""
        match self:
            case Shown.ALL:
                return TOLD
            case Shown.IN_USE:
                return ASKED
            case _:
                return (Status(self.value),)


class Flag(StrEnum):
    """What may call for an editor."""

    REPORTED = "reported"
    PROPOSED = "proposed"
    EDITED = "edited"


class Band(StrEnum):
    """A part of the range of difficulty: what files call the level of an item."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"

    @property
    def bounds(self) -> tuple[float, float]:
        """Difficulties from the first up to, but without, the second."""
        return writing.LEVELS[self]

    @property
    def usual(self) -> float:
        """Difficulty of an item of which no more is known."""
        return writing.USUAL[self]


class Finding(StrEnum):
    """What learners' answers tell of an item, apart from the single concerns of statistics."""

    UNTRIED = "untried"
    FEW = "few"
    GOOD = "good"
    DOUBTFUL = "doubtful"


class Sort(StrEnum):
    """In which order a search shows what it found."""

    NEWEST = "newest"
    EASIEST = "easiest"
    HARDEST = "hardest"


@dataclass(frozen=True, slots=True)
class Search:
    """Every word of `words` stands in the stem or the options; what is None is not asked for."""

    words: str = ""
    article_id: int | None = None
    answer_type: AnswerType | None = None
    band: Band | None = None
    flag: Flag | None = None
    finding: Finding | Concern | None = None
    shown: Shown = Shown.IN_USE
    sort: Sort = Sort.NEWEST


@dataclass(frozen=True, slots=True)
class Entry:
    """An item as it stands in the bank: `number` is that of its wording.

    `title`, `belonging` and `quiz_id` are those of its article, and `archived` says whether that
    quiz is. `proposed` is the number of another wording that waits, `reports` counts those not yet
    settled, `figures` are there once somebody has answered it.
    """

    id: int
    article_id: int
    quiz_id: int
    title: str
    belonging: Belonging
    item: Item
    number: int
    status: Status
    edited: bool
    proposed: int | None
    reports: int
    updated_at: datetime
    figures: Figures | None = None
    archived: bool = False

    @property
    def distractors(self) -> tuple[str, ...]:
        """Options besides the key, of which a flashcard has none."""
        key = self.item.key
        return self.item.options[:key] + self.item.options[key + 1 :]


@dataclass(frozen=True, slots=True)
class Version:
    """A wording that an item has or had; `author` is empty where it was generated."""

    number: int
    item: Item
    author: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Shelf:
    """An article with items in the bank, and how many there are; its drafts are counted apart."""

    article_id: int
    title: str
    items: int
    drafts: int = 0


def band(difficulty: float) -> Band:
    """Band in which a difficulty of 0..1 lies."""
    return next(each for each in Band if difficulty < each.bounds[1])


def before(status: Status) -> tuple[Status, ...]:
    """Statuses of the items that can get this one.

    What is held back can be approved; nothing that has been asked is held back again.
    """
    kin = HELD_BACK if status in HELD_BACK else TOLD
    known = (*TOLD, *HELD_BACK) if status is Status.APPROVED else kin
    return tuple(each for each in known if each is not status)


def keeps_wording(status: Status, *, edited: bool) -> bool:
    """Whether an editor has had a hand in it, so that a newly generated wording is only proposed.

    Who approves, retires or discards an item has judged it by its wording.
    """
    return edited or status not in (Status.NEW, Status.DRAFT)


def same_wording(one: Item, other: Item) -> bool:
    """Whether two items differ in nothing but what a program estimates."""
    return replace(one, difficulty=other.difficulty, score=other.score) == other
