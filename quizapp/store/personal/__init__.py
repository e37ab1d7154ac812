"""Everything that is stored of a learner, to be taken along: docs/data.md says what is where."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from quizapp.store.personal import bank, learning, studying


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the file, and the tables of which it tells."""

    name: str
    tables: tuple[str, ...]
    read: Callable[[Session, str], object]


SECTIONS = (
    Section("settings", ("preference", "fit", "goal"), studying.settings),
    Section("articles", ("article",), bank.articles),
    Section("items", ("item", "item_version"), bank.items),
    Section("decisions", ("decision",), bank.decisions),
    Section("quizzes", ("quiz", "quiz_item"), bank.quizzes),
    Section("attempts", ("attempt", "attempt_item", "response"), learning.attempts),
    Section("reports", ("report",), learning.reports),
    Section("leaderboards", ("contender",), learning.leaderboards),
    Section("classes", ("class", "membership", "assignment"), learning.classes),
    Section("cards", ("card",), studying.cards),
    Section("reviews", ("review",), studying.reviews),
    Section("study_days", ("daily",), studying.days),
    Section("imports", ("upload",), bank.imports),
    Section("deleted", ("removal",), bank.deleted),
)


def everything(session: Session, learner: str) -> dict[str, object]:
    """All sections, those that have nothing among them."""
    return {section.name: section.read(session, learner) for section in SECTIONS}
