"""A way back for whoever was logged out meanwhile, with what they had just chosen."""

from typing import Any

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.exceptions import HTTPException

from quizapp.views.errors import refused

TITLE = "You are not logged in"
NOTHING = "Nothing was stored. "
TEXT = (
    "This attempt is that of an account, or of another browser. If it is yours, log in and go on "
    "where you were. Where its time runs, it has not stopped."
)


def logged_out(error: HTTPException) -> ResponseReturnValue:
    """Lead a guest to the log-in, and back to what is not theirs as long as they are one."""
    if current_user.is_authenticated:
        return refused(error)
    text = TEXT if request.method == "GET" else NOTHING + TEXT
    page = render_template("errors/error.html", code=404, title=TITLE, text=text, back=_back())
    return page, 404


def _back() -> str:
    """The page itself or, of a form, the page that had it."""
    asked: dict[str, Any] = request.view_args or {}
    if request.method == "GET":
        return request.full_path.rstrip("?")
    if "position" in asked:
        return url_for("attempts.question", **asked, option=request.form.get("option", type=int))
    return url_for("attempts.attempt", **asked)
