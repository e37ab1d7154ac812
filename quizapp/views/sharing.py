"""Who may see a quiz: everybody, or those to whom its owner gives the link."""

import secrets

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.permissions import Visibility, may_edit
from quizapp.store import quizzes, session
from quizapp.views.access import allowed, follow
from quizapp.views.forms import ActionForm, VisibilityForm, confirm
from quizapp.views.services import found

bp = Blueprint("sharing", __name__)

SHOWN = {
    Visibility.OPEN: "Everybody on this server can take this quiz now, and read its answers.",
    Visibility.LINK: "Now only those can take this quiz to whom you give its link.",
}


@bp.get("/s/<link>")
def open_(link: str) -> ResponseReturnValue:
    """Let whoever has the link in, now and when they come back."""
    quiz_id = found(quizzes.shared(session(), link))
    follow(link)
    return redirect(_quiz(quiz_id))


@bp.post("/quizzes/<int:quiz_id>/link")
def renew(quiz_id: int) -> ResponseReturnValue:
    """Make a link that nobody can guess; the one before leads nowhere from now on."""
    quiz = allowed(may_edit, quizzes.get(session(), quiz_id))
    confirm(ActionForm())
    quizzes.share(session(), quiz, secrets.token_urlsafe(16))
    return redirect(_quiz(quiz_id, anchor="sharing"), 303)


@bp.post("/quizzes/<int:quiz_id>/visibility")
def show(quiz_id: int) -> ResponseReturnValue:
    """Open the quiz to everybody, or close it."""
    quiz = allowed(may_edit, quizzes.get(session(), quiz_id))
    visibility = Visibility(confirm(VisibilityForm()).visibility.data)
    quizzes.show(session(), quiz, visibility)
    flash(SHOWN[visibility])
    return redirect(_quiz(quiz_id, anchor="sharing"), 303)


def _quiz(quiz_id: int, *, anchor: str | None = None) -> str:
    return url_for("quizzes.quiz", quiz_id=quiz_id, _anchor=anchor)
