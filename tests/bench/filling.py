"""A database like that of a school after some years."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from quizapp.assessment.figures import fingerprint
from quizapp.store import Base, class_models, figures, models, study_models

QUIZZES, ITEMS, LEARNERS, ASKED = 200, 20, 500, 10
PUPILS, ASSIGNED = 40, 20
MINE, CARDS = 200, 2_000
"""Attempts and cards of the one learner whose pages are looked at."""
PUPIL = ("Pupil 0", "learner 0")
GRADED = MINE + 1
"""The attempt of this pupil at the second quiz."""
COMPOSED, UPLOAD = QUIZZES + 1, 1

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
LATER = NOW + timedelta(days=10)
"""When everything has happened."""
CLASS = {"id": 1, "name": "Tuesday", "code": "BCDFGH", "created_at": NOW}
OPTIONS, KEY = ["120", "230", "340", "450"], 2
TEXT = "The harbor reopened on 12 May 2021, and 340 ships called there in its first month. "


def fill(session: Session, responses: int, learner: str, *, rng: Random) -> None:
    """Quizzes that belong to `learner`, and attempts of many with so many responses in all."""
    _insert(session, models.Article, map(_article, range(1, QUIZZES + 1)), owner=learner)
    numbers = range(1, QUIZZES * ITEMS + 1)
    _insert(session, models.Item, map(_item, numbers), owner=learner)
    _insert(session, models.ItemVersion, map(_version, numbers))
    _insert(session, models.Quiz, map(_quiz, range(1, QUIZZES + 1)), owner=learner)
    _insert(session, models.Quiz, [_quiz(COMPOSED) | {"article_id": None}], owner=learner)
    _insert(session, models.QuizItem, [*map(_quiz_item, numbers), *map(_composed, range(ITEMS))])
    _insert(session, models.Upload, [_upload()], learner=learner)
    _insert(session, study_models.Card, map(_card, range(1, CARDS + 1)), learner=learner)
    attempts = [_attempt(n, learner, rng) for n in range(1, responses // ASKED + 1)]
    _insert(session, models.Attempt, attempts)
    asked = [(attempt, position) for attempt in attempts for position in range(1, ASKED + 1)]
    _insert(session, models.AttemptItem, (_asked(*each) for each in asked))
    answered = (each for each in asked if each[0]["finished_at"])
    _insert(session, models.Response, (_response(*each, rng) for each in answered))
    _insert(session, class_models.Class, [CLASS], owner=learner)
    _insert(session, models.Account, map(_account, range(PUPILS)))
    _insert(session, class_models.Membership, map(_membership, range(PUPILS)))
    _insert(session, class_models.Assignment, map(_assignment, range(1, ASSIGNED + 1)))
    session.commit()
    figures.complete(session)


def _insert(
    session: Session, table: type[Base], rows: Iterator[dict[str, Any]] | list[Any], **common: str
) -> None:
    session.execute(insert(table), [row | common for row in rows])


def _article(n: int) -> dict[str, Any]:
    return {
        "id": n,
        "digest": f"{n:064}",
        "title": f"The harbor of Vellmouth, part {n}",
        "text": TEXT * 100,
        "source": "",
        "published": None,
        "language": "en",
        "created_at": NOW + timedelta(minutes=n),
    }


def _quiz(n: int) -> dict[str, Any]:
    title, created_at = f"The harbor of Vellmouth, part {n}", NOW + timedelta(minutes=n)
    return {"id": n, "article_id": n, "title": title, "created_at": created_at}


def _item(n: int) -> dict[str, Any]:
    return {
        "id": n,
        "article_id": (n - 1) // ITEMS + 1,
        "uid": f"{n:016}",
        "number": 1,
        "status": "new",
        "edited": False,
        "proposed": None,
        "answer_type": "number",
        "difficulty": 0.4,
        "fingerprint": fingerprint(OPTIONS, KEY),
        "words": f"how many ships called at vellmouth in month {n}? 120 230 340 450",
        "updated_at": NOW,
    }


def _version(n: int) -> dict[str, Any]:
    start = len(TEXT) * (n % 100)
    return {
        "id": n,
        "item_id": n,
        "number": 1,
        "kind": "multiple_choice",
        "stem": f"How many ships called at Vellmouth in month {n}?",
        "options": OPTIONS,
        "key": KEY,
        "answer_type": "number",
        "evidence_start": start,
        "evidence_end": start + len(TEXT) - 1,
        "evidence_text": TEXT[:-1],
        "explanation": "",
        "difficulty": 0.4,
        "score": 0.9,
        "created_at": NOW,
    }


def _quiz_item(n: int) -> dict[str, Any]:
    return {"quiz_id": (n - 1) // ITEMS + 1, "item_id": n, "position": (n - 1) % ITEMS + 1}


def _composed(n: int) -> dict[str, Any]:
    """One item of each of the first quizzes."""
    return {"quiz_id": COMPOSED, "item_id": n * ITEMS + 1, "position": n + 1}


def _card(n: int) -> dict[str, Any]:
    """Every third is due, one a day; the others are new."""
    due, known = NOW + timedelta(days=n % 30), n % 3 == 0
    return {
        "id": n,
        "kind": "question",
        "item_id": n,
        "state": 2 if known else 0,
        "stability": 30.0 if known else None,
        "difficulty": 5.0 if known else None,
        "due": due,
        "reviewed_at": due - timedelta(days=30) if known else None,
        "reviews": 3 if known else 0,
        "created_at": NOW,
    }


def _upload() -> dict[str, Any]:
    asked = (f"How many ships called in month {n}? {{=340 ~120 ~230 ~450}}" for n in range(50))
    data = "\n\n".join(asked).encode()
    return {"id": UPLOAD, "name": "ships.gift", "data": data, "created_at": LATER}


def _attempt(n: int, learner: str, rng: Random) -> dict[str, Any]:
    """Every quiz has been taken by many; the first attempt is still running."""
    started_at = NOW + timedelta(minutes=n)
    return {
        "id": n,
        "quiz_id": n % QUIZZES + 1,
        "learner": learner if n <= MINE else f"learner {_who(n, rng)}",
        "retry": False,
        "mode": "exam" if n == 1 else "immediate",
        "size": ASKED,
        "marks": None if n == 1 else rng.randrange(ASKED + 1),
        "started_at": started_at,
        "deadline": None,
        "finished_at": None if n == 1 else started_at + timedelta(minutes=5),
    }


def _who(n: int, rng: Random) -> int:
    return 0 if n == GRADED else rng.randrange(LEARNERS)


def _asked(attempt: dict[str, Any], position: int) -> dict[str, Any]:
    version_id = (attempt["quiz_id"] - 1) * ITEMS + position
    key = {"attempt_id": attempt["id"], "position": position}
    return key | {"version_id": version_id, "option_order": [0, 1, 2, 3]}


def _response(attempt: dict[str, Any], position: int, rng: Random) -> dict[str, Any]:
    chosen = rng.randrange(4)
    key = {"attempt_id": attempt["id"], "position": position}
    given = {"chosen": chosen, "mark": float(chosen == 2), "answered_at": attempt["started_at"]}
    return key | given


def _account(n: int) -> dict[str, Any]:
    name, learner = f"Pupil {n}", f"learner {n}"
    return {
        "name": name,
        "folded": name.casefold(),
        "password": "",
        "learner": learner,
        "created_at": NOW,
    }


def _membership(n: int) -> dict[str, Any]:
    return {"class_id": 1, "learner": f"learner {n}", "joined_at": NOW}


def _assignment(n: int) -> dict[str, Any]:
    due_at = NOW + timedelta(days=n)
    return {"class_id": 1, "quiz_id": n, "size": ASKED, "due_at": due_at, "assigned_at": NOW}
