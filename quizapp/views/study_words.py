"""Words for cards: how long they stay away, where they stand, what became of a rating."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from questions.formats import schedules
from quizapp.assessment.queueing import Today
from quizapp.assessment.scheduling import Card, State
from quizapp.views import words

_SPANS = (("min", 60), ("h", 3600), ("d", 86_400), ("mo", 86_400 * 30.44), ("y", 86_400 * 365.25))

FAR = 60
"""Days from which on a date says more than their number."""


def interval(span: timedelta) -> str:
    """How long a card stays away, as short as on a button: `10 min`, `4 d`, `1.6 mo`."""
    seconds = span.total_seconds()
    if seconds < 60:
        return "< 1 min"
    unit, size = next((u, s) for u, s in reversed(_SPANS) if seconds >= s)
    number = round(seconds / size, 1 if unit in ("mo", "y") else 0)
    return f"{number:g} {unit}"


SAID = {
    "twice": "You had rated that card before; the first rating counts.",
    "not_due": "That card was not due any more, so this rating was not counted.",
    "suspended": "That card is suspended: it stays out until you take it back.",
    "gone": "That rating cannot be taken back any more: its card has been rated since.",
    "buried": "That card comes back tomorrow.",
    "saved": "Saved.",
    "fitted": "Done: from now on your cards come back by your own parameters.",
    "same": "No better parameters than those you have were found, so nothing has changed.",
    "few": "There are not enough reviews yet.",
    "usual": "From now on your cards come back by the usual parameters.",
}
STATES = {
    State.NEW: "new",
    State.LEARNING: "being learned",
    State.REVIEW: "learned",
    State.RELEARNING: "being relearned",
}


def day(when: date) -> str:
    """Day of a week: `Sat 14 March`."""
    return f"{when:%a} {when.day} {when:%B}"


def awaited(card: Card, today: Today) -> str:
    """When a card comes up again, no more precisely than matters."""
    if card.state is State.NEW:
        return "new"
    if card.due < today.end:
        soon = card.state is not State.REVIEW and card.due > today.now
        return f"due in {interval(card.due - today.now)}" if soon else "due today"
    due = today.day_of(card.due)
    days = (due - today.day).days
    if days == 1:
        return "due tomorrow"
    return f"due in {days} days" if days < FAR else f"due {words.day(due)}"


FILTERS: dict[str, Callable[..., Any]] = {
    "awaited": awaited,
    "day": day,
    "day_and_year": words.day,
    "interval": interval,
    "reviews": schedules.counted,
    "said": SAID.get,
    "state": STATES.__getitem__,
}
