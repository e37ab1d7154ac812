"""Deleting articles and quizzes, and bringing them back."""

from flask import Blueprint, redirect, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.permissions import may_edit
from quizapp.store import articles, quizzes, removals, session
from quizapp.store.removals import Restored
from quizapp.views import notices
from quizapp.views.access import allowed
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.services import found, learner, now, welcome

bp = Blueprint("removals", __name__)

IN_USE = (
    "Somebody else has taken “{}” or has cards of it, or a class is to take it, so it stays. "
    "Archived, it would stand in no list."
)
DELETED = "“{}” is deleted. For a day, you find it below what is archived and can bring it back."
BACK = "“{}” is back."
REPLACED = (
    "“{}” cannot come back now: the same text has been added again, or something that it needs has "
    "been deleted as well and has to come back first."
)


@bp.post("/articles/<int:article_id>/removal")
def remove_article(article_id: int) -> ResponseReturnValue:
    """Delete an article with its questions, and with one's own attempts at them and cards."""
    stored = allowed(may_edit, articles.get(session(), article_id))
    confirm(ActionForm())
    removed = removals.remove_article(session(), article_id, now=now())
    return _removed(removed, stored.article.title, stored.quiz_id)


@bp.post("/quizzes/<int:quiz_id>/removal")
def remove_quiz(quiz_id: int) -> ResponseReturnValue:
    """Delete a quiz that was put together; its items stay in the bank."""
    quiz = allowed(may_edit, quizzes.get(session(), quiz_id))
    found(quiz if quiz.composed else None)
    confirm(ActionForm())
    return _removed(removals.remove_quiz(session(), quiz_id, now=now()), quiz.title, quiz_id)


@bp.post("/removed/<int:removed_id>/restore")
def restore(removed_id: int) -> ResponseReturnValue:
    """Bring back what was deleted, as it was."""
    confirm(ActionForm())
    removed = found(removals.find(session(), removed_id, learner(), now=now()))
    restored = removals.restore(session(), removed, welcome())
    notices.leave((BACK if restored else REPLACED).format(removed.title))
    return redirect(_page(restored), 303)


def _removed(removed: int | None, title: str, quiz_id: int) -> ResponseReturnValue:
    """Say that it is gone, or why it is not, and what can be done about either."""
    if removed is None:
        instead = url_for("sharing.archive", quiz_id=quiz_id, step="archive")
        notices.leave(IN_USE.format(title), undo=instead, label="Archive it")
        return redirect(url_for("quizzes.quiz", quiz_id=quiz_id), 303)
    notices.leave(DELETED.format(title), undo=url_for(".restore", removed_id=removed))
    return redirect(url_for("quizzes.index"), 303)


def _page(restored: Restored | None) -> str:
    if restored is None:
        return url_for("quizzes.index", archived="")
    if restored.article_id:
        return url_for("articles.article", article_id=restored.article_id)
    return url_for("composing.edit", quiz_id=restored.quiz_id)
