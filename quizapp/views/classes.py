"""Classes: those one teaches or is in, joining and leaving."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_login import login_required

from quizapp.assessment.assembly import offered
from quizapp.assessment.classes import spaced
from quizapp.assessment.gradebook import Pick, grades
from quizapp.assessment.permissions import may_take
from quizapp.store import assignments, classes, session
from quizapp.store.classes import Class
from quizapp.views import limits, notices
from quizapp.views.access import attended, may_edit, may_reach
from quizapp.views.class_forms import ClassForm, JoinForm
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.limits import LIMITER
from quizapp.views.services import found, now, services, welcome
from quizapp.views.teaching import teacher_page
from quizapp.views.times import instant

bp = Blueprint("classes", __name__, url_prefix="/classes")
LEFT = "left"
"""In the cookie: the class that was left last, and when, so that only this can be undone."""

bp.add_app_template_filter(spaced, "spaced")
bp.add_app_template_filter(offered, "offered")


@bp.before_request
@login_required  # type: ignore[untyped-decorator]  # Flask-Login has no types
def _ask() -> None:
    """Without an account, nobody would know who is who."""


@bp.get("/")
def index() -> ResponseReturnValue:
    """Classes one teaches or is in; a code in the address is filled in already."""
    join = JoinForm(formdata=None, code=request.args.get("code", ""))
    return _page(join, ClassForm(formdata=None))


@bp.post("/")
def create() -> ResponseReturnValue:
    """Make a class and show it to its teacher."""
    form = ClassForm()
    if not form.validate_on_submit():
        return _page(JoinForm(formdata=None), form), form.status
    rng = services().rng
    class_id = classes.add(session(), form.name.data, owner=welcome(), rng=rng, now=now())
    return redirect(url_for(".show", class_id=class_id), 303)


@bp.post("/join")
@LIMITER.limit("500 per hour", deduct_when=limits.wrong)
@LIMITER.limit("20 per hour", key_func=welcome, deduct_when=limits.wrong)
def join() -> ResponseReturnValue:
    """Enter the class with this code; after some wrong ones, one has to wait.

    A school has one address for everybody in it: that may be wrong far more often.
    """
    form = JoinForm()
    valid = form.validate_on_submit()
    class_id = classes.join(session(), form.tidy, welcome(), now=now()) if valid else None
    if class_id is not None:
        return redirect(url_for(".show", class_id=class_id), 303)
    if valid:
        form.refuse()
    return _page(form, ClassForm(formdata=None)), form.status


@bp.get("/<int:class_id>")
def show(class_id: int) -> ResponseReturnValue:
    """To its teacher everything; to a member what there is to do, and their own results."""
    entered = attended(may_take, classes.get(session(), class_id, welcome()))
    if may_edit(entered):
        return teacher_page(entered)
    return _member_page(entered)


@bp.post("/<int:class_id>/leave")
def leave(class_id: int) -> ResponseReturnValue:
    """Leave a class; its code leads back."""
    entered = attended(may_take, classes.get(session(), class_id, welcome()))
    confirm(ActionForm())
    left_at = now()
    classes.leave(session(), class_id, welcome(), now=left_at)
    cookie[LEFT] = {"class": class_id, "at": left_at.isoformat()}
    told = f"You have left {entered.name}. Its code {spaced(entered.code)} leads back."
    notices.leave(told, undo=url_for(".come_back", class_id=class_id))
    return redirect(url_for(".index"), 303)


@bp.post("/<int:class_id>/return")
def come_back(class_id: int) -> ResponseReturnValue:
    """Undo leaving, whatever its code is by now; who was taken out by the teacher has not left."""
    confirm(ActionForm())
    left = cookie.get(LEFT, {})
    mine = found(left if left.get("class") == class_id else None)
    left_at = found(instant(mine["at"]))
    found(classes.come_back(session(), class_id, welcome(), left_at=left_at) or None)
    cookie.pop(LEFT)
    return redirect(url_for(".show", class_id=class_id), 303)


def _page(join: JoinForm, make: ClassForm) -> str:
    known = classes.of(session(), welcome())
    taught = [each for each in known if may_edit(each)]
    return render_template(
        "classes/index.html",
        taught=taught,
        joined=[each for each in known if each not in taught],
        join=join,
        make=make,
        notice=notices.take(),
    )


def _member_page(entered: Class) -> str:
    assigned = [a for a in assignments.of(session(), entered.id) if not a.removed]
    made = assignments.made_by(session(), entered.id, welcome())
    begun = {each.quiz_id for each in made}
    graded = grades(assigned, made, Pick.BEST, now=now(), joined_at=entered.joined_at)
    return render_template(
        "classes/member.html",
        entered=entered,
        grades=list(zip(assigned, graded, strict=True)),
        reached={
            each.id
            for each in assigned
            if may_reach(each, invited=not entered.archived or each.quiz_id in begun)
        },
        now=now(),
        action=ActionForm(),
    )
