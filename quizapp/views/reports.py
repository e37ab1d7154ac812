"""Saying what is wrong with a question."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.attempt import Attempt, Question, at
from quizapp.assessment.reporting import LONGEST
from quizapp.store import attempts, reports, session
from quizapp.views.forms import ReportForm
from quizapp.views.services import found, learner, now

bp = Blueprint("reports", __name__, url_prefix="/attempts/<int:attempt_id>/questions")


@bp.get("/<int:position>/report")
def form(attempt_id: int, position: int) -> ResponseReturnValue:
    """Ask what is wrong; nothing here tells what is right."""
    mine, asked = _asked(attempt_id, position)
    return _page(mine, asked, ReportForm())


@bp.post("/<int:position>/report")
def send(attempt_id: int, position: int) -> ResponseReturnValue:
    """Store the report, or say beside the field what is missing."""
    mine, asked = _asked(attempt_id, position)
    sent = ReportForm()
    if not sent.validate_on_submit():
        return _page(mine, asked, sent), sent.status
    reports.save(session(), mine, position, sent.report, now=now())
    return redirect(url_for(".thanks", attempt_id=attempt_id, position=position), 303)


@bp.get("/<int:position>/report/thanks")
def thanks(attempt_id: int, position: int) -> ResponseReturnValue:
    """Say thank you and lead back."""
    mine, asked = _asked(attempt_id, position)
    return render_template("reports/thanks.html", attempt=mine, question=asked)


def _asked(attempt_id: int, position: int) -> tuple[Attempt, Question]:
    mine = found(attempts.get(session(), attempt_id, learner=learner(), now=now()))
    return mine, found(at(mine, position))


def _page(mine: Attempt, asked: Question, form: ReportForm) -> str:
    return render_template(
        "reports/form.html", attempt=mine, question=asked, form=form, longest=LONGEST
    )
