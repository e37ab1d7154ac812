"""A daily goal, for those who want one."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.store import goals, session
from quizapp.views import notices
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.goal_forms import GoalForm
from quizapp.views.services import learner, welcome

bp = Blueprint("goals", __name__, url_prefix="/history/goal")


@bp.get("/")
def form() -> ResponseReturnValue:
    """Ask how many answers a day there should be."""
    return _page(GoalForm.of(goals.get(session(), learner())))


@bp.post("/")
def save() -> ResponseReturnValue:
    """Set the goal, or say beside the field what is wrong."""
    sent = GoalForm()
    if not sent.validate_on_submit():
        return _page(sent), sent.status
    goals.save(session(), welcome(), sent.goal)
    return redirect(url_for("history.index"), 303)


@bp.post("/off")
def remove() -> ResponseReturnValue:
    """Want no goal any more."""
    confirm(ActionForm())
    if before := goals.get(session(), learner()):
        goals.remove(session(), learner())
        fields = {"answers": before.answers, "zone": before.zone}
        notices.leave("You have no daily goal any more.", undo=url_for(".save"), fields=fields)
    return redirect(url_for("history.index"), 303)


def _page(form: GoalForm) -> str:
    present = goals.get(session(), learner())
    return render_template("goals/form.html", form=form, present=present)
