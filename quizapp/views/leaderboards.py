"""The leaderboard of a quiz, for those who want to be on it."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.leaderboard import shown
from quizapp.assessment.permissions import may_take
from quizapp.store import leaderboards, past, quizzes, session
from quizapp.store.errors import NameTaken
from quizapp.store.quizzes import Quiz
from quizapp.views import notices
from quizapp.views.access import allowed
from quizapp.views.forms import ActionForm, PseudonymForm, confirm
from quizapp.views.services import learner, now, welcome

bp = Blueprint("leaderboards", __name__, url_prefix="/quizzes/<int:quiz_id>/leaderboard")

TAKEN = "Somebody else has this name here."


@bp.get("/")
def index(quiz_id: int) -> ResponseReturnValue:
    """First attempts of those who joined."""
    quiz = allowed(may_take, quizzes.get(session(), quiz_id))
    name = leaderboards.pseudonym(session(), quiz_id, learner())
    return _page(quiz, PseudonymForm(pseudonym=name), name)


@bp.post("/")
def join(quiz_id: int) -> ResponseReturnValue:
    """Be seen under a name, or hear beside the field why not under this one."""
    quiz = allowed(may_take, quizzes.get(session(), quiz_id))
    form = PseudonymForm()
    if not form.validate_on_submit() or not _joined(quiz, form):
        name = leaderboards.pseudonym(session(), quiz_id, learner())
        return _page(quiz, form, name), form.status
    return redirect(url_for(".index", quiz_id=quiz_id), 303)


@bp.post("/leave")
def leave(quiz_id: int) -> ResponseReturnValue:
    """Be seen no longer."""
    allowed(may_take, quizzes.get(session(), quiz_id))
    confirm(ActionForm())
    if name := leaderboards.pseudonym(session(), quiz_id, learner()):
        leaderboards.leave(session(), quiz_id, learner())
        undo = url_for(".join", quiz_id=quiz_id)
        notices.leave(
            "You are no longer on this leaderboard.", undo=undo, fields={"pseudonym": name}
        )
    return redirect(url_for(".index", quiz_id=quiz_id), 303)


def _joined(quiz: Quiz, form: PseudonymForm) -> bool:
    try:
        leaderboards.join(session(), quiz.id, welcome(), form.pseudonym.data, now=now())
    except NameTaken:
        form.refuse(TAKEN)
        return False
    return True


def _begun(quiz: Quiz) -> int | None:
    """Id of the first attempt, the only one that counts here, while it goes on."""
    first = past.first(session(), learner(), quiz.id)
    return first.id if first and first.finished_at is None else None


def _page(quiz: Quiz, form: PseudonymForm, joined: str | None) -> str:
    entries = shown(leaderboards.entries(session(), quiz.id, learner()))
    waits = joined and not any(each.mine for each in entries)
    return render_template(
        "leaderboards/index.html",
        quiz=quiz,
        entries=entries,
        joined=joined,
        begun=_begun(quiz) if waits else None,
        form=form,
        notice=notices.take(),
    )
