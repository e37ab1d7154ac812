"""Who may do what with an article or a quiz; it is decided nowhere else."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Visibility(StrEnum):
    """Open to everybody on this server, answers and all, or only to those with the share link.

    A draft is its owner's alone until it is published.
    """

    OPEN = "open"
    LINK = "link"
    DRAFT = "draft"


@dataclass(frozen=True, slots=True)
class Belonging:
    """`owner` is a learner, or "" where it belongs to nobody and nobody can change it.

    `link` is what nobody guesses in the address by which the quiz is shared, where it has one.
    """

    owner: str = ""
    visibility: Visibility = Visibility.OPEN
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Asker:
    """Who wants to do something; `invited` says that a link or a class has led them to it.

    `assigned` says that a class of theirs is to answer something of it, `examined` that they are to
    do that in an exam which is still before them, `sitting` that such an exam runs.
    """

    learner: str | None
    invited: bool = False
    assigned: bool = False
    examined: bool = False
    sitting: bool = False


Rule = Callable[[Asker, Belonging], bool]

NOBODYS = Belonging()


def made_by(learner: str, *, has_account: bool) -> Belonging:
    """What guests make is open, as a browser that is lost must not take it along."""
    return Belonging(learner, Visibility.LINK if has_account else Visibility.OPEN)


def is_owner(asker: Asker, belonging: Belonging) -> bool:
    """Whether it is the asker's own."""
    return bool(belonging.owner) and belonging.owner == asker.learner


def may_see_keys(asker: Asker, belonging: Belonging) -> bool:
    """Answers, in whatever form: sheets, exports, item bank, statistics.

    Open ones are hidden from those who are to give them, as long as they are.
    """
    readable = belonging.visibility is Visibility.OPEN and not asker.assigned
    return readable or is_owner(asker, belonging)


def may_take(asker: Asker, belonging: Belonging) -> bool:
    """Take the quiz, know of the article; whoever may not do this may not know that it exists."""
    is_open = belonging.visibility is Visibility.OPEN
    return is_open or asker.invited or is_owner(asker, belonging)


def may_see_stems(asker: Asker, belonging: Belonging) -> bool:
    """Read what is asked, without the answers, elsewhere than in an attempt."""
    before_all = not (asker.examined or asker.sitting)
    return may_take(asker, belonging) and (before_all or is_owner(asker, belonging))


def may_read(asker: Asker, belonging: Belonging) -> bool:
    """Read the article: not while a class has one answer from memory what it tells."""
    return may_take(asker, belonging) and (not asker.sitting or is_owner(asker, belonging))


def has_closed(closes_at: datetime | None, now: datetime) -> bool:
    """Whether the time is there from which on nobody begins a quiz."""
    return closes_at is not None and now >= closes_at


def may_begin(
    asker: Asker, belonging: Belonging, *, closes_at: datetime | None, now: datetime
) -> bool:
    """Begin an attempt; what had begun before may go on. Its owner may always try it out."""
    published = belonging.visibility is not Visibility.DRAFT
    is_open = published and not has_closed(closes_at, now)
    return is_owner(asker, belonging) or (is_open and may_take(asker, belonging))


def may_show(visibility: Visibility, *, questions: int) -> bool:
    """A quiz without questions can only be a draft."""
    return visibility is Visibility.DRAFT or questions > 0


def may_edit(asker: Asker, belonging: Belonging) -> bool:
    """Change it, share it, remove it."""
    return is_owner(asker, belonging)
