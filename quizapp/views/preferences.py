"""How somebody wants to study."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.store import preferences, session
from quizapp.views.services import learner, welcome
from quizapp.views.study_forms import PreferencesForm

bp = Blueprint("preferences", __name__, url_prefix="/study/settings")


@bp.get("/")
def index() -> ResponseReturnValue:
    """Show what is set."""
    first = not preferences.has_any(session(), learner())
    return _page(PreferencesForm.of(preferences.get(session(), learner())), first=first)


@bp.post("/")
def save() -> ResponseReturnValue:
    """Store what was sent, or say beside the field what is wrong."""
    form = PreferencesForm()
    if not form.validate_on_submit():
        return _page(form), form.status
    preferences.save(session(), welcome(), form.preferences)
    return redirect(url_for(".index", said="saved"), 303)


def _page(form: PreferencesForm, *, first: bool = False) -> str:
    """At the first time, the zone of the device is proposed."""
    said = request.args.get("said")
    return render_template("preferences/index.html", form=form, said=said, first=first)
