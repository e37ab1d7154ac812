"""What all pages of cards need: who studies, how, and what can be read on a card."""

import re
from dataclasses import asdict, dataclass
from hashlib import sha256
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from flask import request

from questions.documents import clean
from quizapp.assessment.faces import Face, of_item, reworded
from quizapp.assessment.preferences import Preferences
from quizapp.assessment.queueing import Scope, Today
from quizapp.store import preferences, session, study_queue
from quizapp.store.card_rows import StoredCard
from quizapp.views.services import learner, now, services


@dataclass(frozen=True, slots=True)
class Desk:
    """Who studies, how, and on what day."""

    learner: str | None
    preferences: Preferences
    today: Today


def desk() -> Desk:
    """The desk of whoever is asking."""
    who = learner()
    wanted = preferences.get(session(), who)
    return Desk(who, wanted, Today.of(now(), wanted.zone))


def own_zone() -> ZoneInfo:
    """Where the days of whoever is asking begin."""
    return preferences.zone(session(), learner())


def due() -> int:
    """How many cards come up today; no question is asked about somebody who has none."""
    return due_of(desk()) if learner() else 0


def due_of(here: Desk) -> int:
    """How many cards come up today at a desk."""
    standing = study_queue.standing(session(), here.learner, here.preferences, today=here.today)
    return standing.left.total


def scope() -> Scope:
    """Which cards the address names; what is no number names none."""
    asked = request.args
    article, quiz = asked.get("article", type=_id), asked.get("quiz", type=_id)
    return Scope(article, quiz, asked.get("deck", type=clean))


def scope_args(scope: Scope) -> dict[str, Any]:
    """The same, for an address."""
    return {name: value for name, value in asdict(scope).items() if value is not None}


def face(stored: StoredCard) -> Face:
    """Both sides of a card; options come in another order after each review."""
    wording, source = stored.wording, stored.source
    if source is None:
        return Face(wording.front, wording.back) if wording else Face("", "")
    rng = Random(f"{stored.id}.{stored.card.reviews}")  # noqa: S311 - it keeps no secret
    shown = of_item(stored.kind, source.item, source.article, rng=rng)
    return reworded(shown, wording) if wording else shown


def device_name() -> str:
    """Who is asking, as devices know them: they keep reviews of several people apart by it."""
    return sha256((learner() or "").encode()).hexdigest()[:16]


def uid() -> str:
    """Name for a review, so that it is counted once, whichever way it arrives."""
    return f"{services().rng.getrandbits(128):032x}"


def _id(text: str) -> int:
    """A number that a database can hold."""
    if not re.fullmatch(r"\d{1,18}", text, re.ASCII):
        raise ValueError(text)
    return int(text)
