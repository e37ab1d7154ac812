"""Studying, with two hundred thousand cards and two million reviews of one learner."""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, insert, select, text
from sqlalchemy.orm import Session

from quizapp import create_app, optimizer, server, store
from quizapp.assessment.fitting import Fit
from quizapp.assessment.scheduling import USUAL
from quizapp.store import daily, fits, preferences
from quizapp.store.study_models import Card, Review
from tests.bench import filling
from tests.bench.measuring import Measure, worked

CARDS, EACH = 200_000, 11
NEW = 11
"""Every so many-th card is new; the others have two million reviews together."""
DECKS = 20
FEED = "bench"
LIMITS = {
    "/study/next": 20,
    "/study/next?deck=Deck+3": 20,
    "/study/next?article=3": 20,
    "/study/next?quiz=3": 20,
    "/": 50,
    "/study/": 50,
    "/study/cards/": 50,
    "/study/cards/?page=6000": 50,
    "/study/cards/?show=hard": 50,
    "/study/cards/?show=suspended": 50,
    "/study/cards/?deck=Deck+3": 50,
    "/study/cards/?article=3": 50,
    "/study/cards/7": 50,
    "/study/cards/7/again": 50,
    "/study/parameters/": 50,
    f"/study/calendar/{FEED}.ics": 50,
    "/study/numbers/": 50,
    "/study/pack": None,
}
"""Milliseconds of each page; those without a limit are asked for seldom."""
LEARNER = "0" * 32
NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)
ALIKE = {"stability": 30.0, "difficulty": 5.0, "step": None}
FIT = Fit((0.1, *USUAL.parameters[1:]), reviews=512, off=0.02, off_before=0.05)
_REVIEWS = """
INSERT INTO review (learner, card_id, uid, rating, reviewed_at, day, took, state, stability,
  difficulty, due, reviews, lapses)
WITH RECURSIVE number(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM number WHERE n < :each - 1),
review_of(id, learner, n, at) AS (
  SELECT id, learner, n, julianday(:now) - 30 * (:each - n) - id % 20
  FROM card, number WHERE state > 0
)
SELECT learner, id, id || '-' || n, 1 + (id + n) * 7 % 4, strftime('%Y-%m-%d %H:%M:%f000', at),
  date(at), 4000, CASE n WHEN 0 THEN 0 ELSE 2 END, 30.0, 5.0,
  strftime('%Y-%m-%d %H:%M:%f000', at), n, 0
FROM review_of ORDER BY id, n
"""
"""In the database itself, since two million rows take long otherwise."""
HIDDEN = re.compile(r'name="(csrf_token|seen|uid|shown)" (?:type="hidden" )?value="([^"]*)"')
ACTION = re.compile(r'action="(/study/cards/\d+/rate[^"]*)"')


def of_cards() -> Iterator[Measure]:
    """Milliseconds that the processor works for the next card, for a rating, and for the rest."""
    with filled() as client:
        for url, limit in LIMITS.items():
            spent = worked(partial(client.get, url), times=7 if limit else 3)
            yield Measure(f"GET {url}, 2,000,000 reviews", 1000 * spent, "ms", limit)
        yield Measure("POST a rating, 2,000,000 reviews", 1000 * rating(client), "ms", 50)
        yield from after_a_fit(client)


def after_a_fit(client: FlaskClient) -> Iterator[Measure]:
    """The same where each card is first reckoned anew; the fit itself where it is installed."""
    if optimizer.installed():
        spent = worked(partial(send, client, "/study/parameters/"), times=1)
        yield Measure("POST a fit, 2,000,000 reviews", 1000 * spent, "ms")
    fits.save(store.session(), LEARNER, FIT, now=NOW)
    for url in ("/study/next", "/study/pack"):
        limit, spent = LIMITS[url], worked(partial(client.get, url), times=3)
        yield Measure(f"GET {url}, after a fit", 1000 * spent, "ms", limit)
    yield Measure("POST a rating, after a fit", 1000 * rating(client), "ms", 50)


def send(client: FlaskClient, url: str) -> None:
    """Press the button of a page that asks nothing else."""
    client.post(url, data=dict(HIDDEN.findall(client.get(url).text)))


def rating(client: FlaskClient) -> float:
    """Seconds of rating a card, each time another one."""
    spent = []
    for _ in range(7):
        page = client.get("/study/next").text
        form, action = dict(HIDDEN.findall(page)), ACTION.findall(page)[0]
        send = partial(client.post, action, data={**form, "rating": 3})
        spent.append(worked(send, times=1))
    return min(spent)


@contextmanager
def filled() -> Iterator[FlaskClient]:
    """Somebody who has studied for years, on the day of `NOW`."""
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(instance=Path(folder), now=lambda: NOW)
        server.upgrade(app)
        with app.app_context():
            filling.fill(store.session(), 1_000, LEARNER, rng=Random(7))
            study(store.session(), rng=Random(7))
            preferences.set_feed(store.session(), LEARNER, FEED)
            yield studying(app)
            store.db.engine.dispose()


def studying(app: Flask) -> FlaskClient:
    """The guest whose cards these are."""
    client = app.test_client()
    with client.session_transaction() as cookie:
        cookie["guest"] = LEARNER
    return client


def study(session: Session, *, rng: Random) -> None:
    """Cards of every state in place of the few there are, and eleven reviews of each begun one."""
    session.execute(delete(Card))
    session.execute(insert(Card), [_card(n, rng) for n in range(1, CARDS + 1)])
    session.execute(text(_REVIEWS), {"now": NOW.isoformat(), "each": EACH})
    daily.recount(session, LEARNER, session.scalars(select(Review.day).distinct()))
    session.commit()


def _card(n: int, rng: Random) -> dict[str, Any]:
    """The first of them ask items, the others are written by hand."""
    state = 0 if n % NEW == 0 else 1 if n % 1000 == 1 else 2
    of_item = n <= filling.QUIZZES * filling.ITEMS
    return ALIKE | {
        "id": n,
        "learner": LEARNER,
        "kind": "question" if of_item else "plain",
        "item_id": n if of_item else None,
        "deck": "" if of_item else f"Deck {n % DECKS}",
        "front": None if of_item else f"Word {n}",
        "back": None if of_item else f"Palabra {n}",
        "state": state,
        "step": 0 if state == 1 else None,
        "due": NOW + timedelta(days=rng.randrange(-3, 300), minutes=n % 60),
        "reviewed_at": NOW - timedelta(days=30) if state else None,
        "reviews": EACH if state else 0,
        "lapses": n % 12,
        "suspended": n % 50 == 3,
        "created_at": NOW - timedelta(days=900),
    }
