"""Who may see a quiz: everybody, or those to whom its owner gives the link."""

import secrets

from flask import Blueprint, flash, redirect, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.assembly import askable
from quizapp.assessment.permissions import Visibility, may_edit, may_show
from quizapp.store import quizzes, session
from quizapp.views import notices
from quizapp.views.access import allowed, follow
from quizapp.views.forms import ActionForm, VisibilityForm, confirm
from quizapp.views.quiz_forms import ClosingForm
from quizapp.views.quizzes import page as quiz_page
from quizapp.views.services import found, now

bp = Blueprint("sharing", __name__)

SHOWN = {
    Visibility.OPEN: "Everybody on this server can take this quiz now, and read its answers.",
    Visibility.LINK: "Now only those can take this quiz to whom you give its link or assign it.",
    Visibility.DRAFT: "This quiz is a draft now: nobody else can begin it.",
}
EMPTY = "A quiz without questions cannot be published. Choose some first."
CLOSED = "The quiz is closed. Whoever has begun it can still finish."
CLOSES = "Nobody can begin the quiz once that time has come."
ARCHIVED = (
    "“{}” is archived: it stands in no list any more. Results, cards and links stay, and its "
    "questions in the item bank."
)
BACK = "The quiz is in the lists again."
OPEN = "The quiz has no closing time any more."


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
    if may_show(visibility, questions=len(askable(quiz.items))):
        quizzes.show(session(), quiz, visibility)
        flash(SHOWN[visibility])
    else:
        flash(EMPTY)
    return redirect(_quiz(quiz_id, anchor="sharing"), 303)


@bp.post("/quizzes/<int:quiz_id>/closing")
def close(quiz_id: int) -> ResponseReturnValue:
    """Set the time from which on nobody begins the quiz."""
    allowed(may_edit, quizzes.get(session(), quiz_id))
    form = ClosingForm()
    if not (form.validate_on_submit() and form.is_to_come(now=now())):
        return quiz_page(quiz_id, closing=form), form.status
    quizzes.close(session(), quiz_id, form.closes_at)
    flash(CLOSES)
    return redirect(_quiz(quiz_id, anchor="sharing"), 303)


@bp.post("/quizzes/<int:quiz_id>/<any(close, reopen):step>")
def switch(quiz_id: int, step: str) -> ResponseReturnValue:
    """Close the quiz at once, or take away its closing time."""
    allowed(may_edit, quizzes.get(session(), quiz_id))
    confirm(ActionForm())
    quizzes.close(session(), quiz_id, now() if step == "close" else None)
    flash(CLOSED if step == "close" else OPEN)
    return redirect(_quiz(quiz_id, anchor="sharing"), 303)


@bp.post("/quizzes/<int:quiz_id>/<any(archive, unarchive):step>")
def archive(quiz_id: int, step: str) -> ResponseReturnValue:
    """Take the quiz out of all lists, or back into them."""
    quiz = allowed(may_edit, quizzes.get(session(), quiz_id))
    confirm(ActionForm())
    quizzes.archive(session(), quiz_id, archived=step == "archive")
    if step == "archive":
        undo = url_for(".archive", quiz_id=quiz_id, step="unarchive")
        notices.leave(ARCHIVED.format(quiz.title), undo=undo)
        return redirect(url_for("quizzes.index"), 303)
    flash(BACK)
    return redirect(_quiz(quiz_id), 303)


def _quiz(quiz_id: int, *, anchor: str | None = None) -> str:
    return url_for("quizzes.quiz", quiz_id=quiz_id, _anchor=anchor)
