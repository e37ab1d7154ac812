"""Studying without a connection: what a device takes along, and what it brings back."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, Response, abort, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import generate_csrf, validate_csrf
from wtforms.validators import ValidationError

from quizapp.assessment.ahead import Branch, branches
from quizapp.assessment.scheduling import Rating
from quizapp.store import memories, reviews, session, study_queue
from quizapp.store.card_rows import StoredCard
from quizapp.store.reviews import Batch
from quizapp.views.bringing import batch
from quizapp.views.media import worded
from quizapp.views.services import now
from quizapp.views.study_words import interval
from quizapp.views.studying import Desk, desk, device_name, face

bp = Blueprint("offline", __name__, url_prefix="/study")

ALONG = 200
"""Cards that a device takes along."""


@bp.get("/sw.js")
def worker() -> ResponseReturnValue:
    """The service worker; it stands here because it sees to the addresses below its own."""
    return _file("offline/sw.js", "text/javascript")


@bp.get("/manifest.webmanifest")
def manifest() -> ResponseReturnValue:
    """What a phone needs to install the pages as an app."""
    return _file("offline/manifest.webmanifest", "application/manifest+json")


@bp.get("/offline")
def shell() -> ResponseReturnValue:
    """The page that studies what was taken along; it holds nothing of anybody."""
    return render_template("offline/shell.html")


@bp.get("/pack")
def pack() -> ResponseReturnValue:
    """Cards of today, with what each rating brings."""
    here = desk()
    standing = study_queue.standing(session(), here.learner, here.preferences, today=here.today)
    upcoming = study_queue.upcoming(
        session(), here.learner, standing.allowed, today=here.today, limit=ALONG
    )
    cards = memories.recalled(session(), upcoming, here.preferences.spacing)
    return jsonify(
        who=device_name(),
        token=generate_csrf(),
        left=_milliseconds(here.today.end - here.today.now),
        cards=[_taken_along(here, card) for card in cards],
    )


@bp.post("/sync")
def sync() -> ResponseReturnValue:
    """Store what was rated elsewhere; a review that is sent again changes nothing."""
    try:
        validate_csrf(request.headers.get("X-CSRFToken") or request.form.get("csrf_token"))
    except ValidationError:
        abort(400)
    here, brought = desk(), _batch()
    if brought is None:
        abort(422)
    stored = reviews.sync(
        session(), here.learner or "", brought, now=now(), preferences=here.preferences
    )
    refused = {each.said.uid for each in brought.brought} - stored
    return jsonify(stored=sorted(stored), refused=sorted(refused))


def _batch() -> Batch | None:
    try:
        return batch(request.get_json(silent=True))
    except RecursionError:  # brackets within brackets, more than any device sends
        return None


def _file(template: str, kind: str) -> Response:
    headers = {"Cache-Control": "no-cache"}
    return Response(render_template(template), mimetype=kind, headers=headers)


def _taken_along(here: Desk, stored: StoredCard) -> dict[str, Any]:
    shown, spacing = face(stored), here.preferences.spacing
    after = branches(stored.card, now=here.today.now, end=here.today.end, spacing=spacing)
    return {
        "card": stored.id,
        "title": stored.source.article.title if stored.source else stored.deck,
        "front": worded(shown.front),
        "back": worded(shown.back),
        "options": [worded(option) for option in shown.options],
        "evidence": worded(shown.evidence),
        "ratings": _told(after),
    }


def _told(after: dict[Rating, Branch]) -> dict[str, Any]:
    return {
        str(rating.value): {
            "away": _milliseconds(branch.away),
            "text": interval(branch.away),
            "ratings": _told(branch.then),
        }
        for rating, branch in after.items()
    }


def _milliseconds(span: timedelta) -> int:
    """Spans, not times: the clock of a device may be wrong."""
    return round(span / timedelta(milliseconds=1))
