"""What is taken along to other programs: items as they stand, article by article."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from questions import Article, Generated, Item
from questions.cards import Cloze
from quizapp.assessment.bank import ASKED, Search, Shown, Status
from quizapp.assessment.faces import Wording


@dataclass(frozen=True, slots=True)
class Selection:
    """Which items are wanted; what is None is not asked for.

    `quizzes` and `items` are ids. `owner` is whose bank `items` and `search` are looked for in.
    `missed_by` is a learner, of whom only what they missed the last time is wanted, `studied_by`
    one of whom only what they study with cards is.
    """

    quizzes: tuple[int, ...] | None = None
    owner: str | None = None
    items: tuple[int, ...] | None = None
    search: Search | None = None
    missed_by: str | None = None
    studied_by: str | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """An item as it stands; `updated_at` is when it changed for those who have it already.

    Its `cloze` comes along where it has been found before.
    """

    item: Item
    status: Status
    updated_at: datetime
    cloze: Cloze | None = None


@dataclass(frozen=True, slots=True)
class Handwritten:
    """A card that asks no item, in a deck of its learner's; `uid` stays when it is reworded."""

    uid: str
    wording: Wording
    deck: str
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """The wanted items of one article, under the title of its quiz."""

    title: str
    article: Article
    items: tuple[Kept, ...]

    @property
    def asked(self) -> tuple[Item, ...]:
        """Items that quizzes ask: who does not know retired ones need not get them."""
        return tuple(kept.item for kept in self.items if kept.status in ASKED)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much of a quiz is wanted; `retired` are items that come along but are no more asked."""

    title: str
    asked: int
    retired: int


def with_retired(search: Search) -> Search:
    """Anki keeps what a deck no longer has, so what is retired must come once more to say so."""
    return replace(search, shown=Shown.ALL) if search.shown is Shown.IN_USE else search


def generated(parts: Sequence[Part]) -> list[Generated]:
    """Articles with the items that are asked, for programs to which an empty one says nothing."""
    return [Generated(part.article, part.asked) for part in parts if part.asked]
