"""A check for those who watch over the server."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from quizapp.store import is_up, session

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Answer 503 while the database cannot be asked."""
    up = is_up(session())
    return {"status": "ok" if up else "no database"}, 200 if up else 503


@bp.get("/favicon.ico")
def favicon() -> ResponseReturnValue:
    """Browsers ask for this name whatever the page says."""
    return redirect(url_for("static", filename="favicon.svg"), 301)
