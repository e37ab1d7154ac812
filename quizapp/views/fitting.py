"""Parameters of FSRS that are fitted to the learner's own reviews."""

from collections.abc import Iterator

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.fitting import CARDS, COUNTED, ENOUGH, History, histories, telling
from quizapp.assessment.scheduling import USUAL
from quizapp.store import fits, logs, session
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.services import learner, now, services
from quizapp.views.studying import desk

bp = Blueprint("fitting", __name__, url_prefix="/study/parameters")


@bp.get("/")
def index() -> ResponseReturnValue:
    """The parameters in use, and whether there is enough to fit them to."""
    return render_template(
        "fitting/index.html",
        own=fits.get(session(), learner()),
        usual=USUAL.parameters,
        telling=telling(_known(), most=COUNTED),
        most=COUNTED,
        enough=ENOUGH,
        installed=services().optimize is not None,
        said=request.args.get("said"),
        action=ActionForm(),
    )


@bp.post("/")
def fit() -> ResponseReturnValue:
    """Fit parameters to the log; those that foretell no better than the ones before are left."""
    confirm(ActionForm())
    here, optimize = desk(), services().optimize
    if optimize is None:
        return redirect(url_for(".index"), 303)  # which says what to install
    known = tuple(_known())
    if here.learner is None or telling(known) < ENOUGH:
        return _onward("few")
    spacing = here.preferences.spacing
    made = optimize(known, spacing.parameters, relearning=len(spacing.relearning))
    if made.is_better:
        fits.save(session(), here.learner, made, now=now())
    return _onward("fitted" if made.is_better else "same")


@bp.post("/usual")
def reset() -> ResponseReturnValue:
    """Go back to the usual parameters."""
    confirm(ActionForm())
    fits.forget(session(), learner())
    return _onward("usual")


def _known() -> Iterator[History]:
    return histories(logs.recent(session(), learner(), cards=CARDS))


def _onward(said: str) -> ResponseReturnValue:
    return redirect(url_for(".index", said=said), 303)
