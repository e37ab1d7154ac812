"""What the teacher of a class does: assign quizzes, look after its members, read the gradebook."""

from collections.abc import Iterable, Iterator, Sequence

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import login_required

from quizapp import decks
from quizapp.assessment import permissions
from quizapp.assessment.assigning import Assignment
from quizapp.assessment.attempt import duration
from quizapp.assessment.gradebook import Grade, Member, Pick, Row, State, gradebook
from quizapp.assessment.marking import rounded
from quizapp.assessment.permissions import may_edit
from quizapp.assessment.showing import review
from quizapp.store import assignments, attempts, classes, exposure, quizzes, session
from quizapp.store.assignments import Agreement
from quizapp.store.classes import Class
from quizapp.store.exposure import OpenQuiz
from quizapp.tables import Cell
from quizapp.views import words
from quizapp.views.access import allowed, attended, may_see_keys
from quizapp.views.class_forms import ALL, AssignForm
from quizapp.views.downloads import table
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.services import found, now, services, welcome

bp = Blueprint("teaching", __name__, url_prefix="/classes/<int:class_id>")

PICKS = {Pick.BEST: "Best attempt", Pick.FIRST: "First", Pick.LAST: "Last"}
STATES = {
    State.DONE: "",
    State.LATE: "late",
    State.RUNNING: "in progress",
    State.OPEN: "not yet",
    State.MISSING: "missing",
    State.EXCUSED: "due before joining",
    State.EMPTY: "nothing to answer",
}


@bp.before_request
@login_required  # type: ignore[untyped-decorator]  # Flask-Login has no types
def _ask() -> None:
    """Without an account, nobody teaches."""


@bp.post("/assignments")
def assign(class_id: int) -> ResponseReturnValue:
    """Assign a quiz, or change how; where its answers can be read, ask first what is to be done."""
    taught = _taught(class_id)
    choices = {each.id: each for each in quizzes.assignable(session(), welcome())}
    form = AssignForm.of(list(choices.values()))
    if not (form.validate_on_submit() and form.can_be_done(_assigned(class_id), now=now())):
        return teacher_page(taught, form), form.status
    telling = exposure.telling(session(), form.quiz.data)
    if telling and not form.answers.data:
        return teacher_page(taught, form, telling), form.status
    if form.hides:
        exposure.hide(session(), form.quiz.data, welcome())
    size = form.size.data or choices[form.quiz.data].size
    whole = form.size.data == ALL
    agreed = Agreement(form.quiz.data, size, form.due_at, form.conditions, whole)
    assignments.assign(session(), class_id, agreed, now=now())
    return _back(class_id, anchor="assigned")


@bp.post("/assignments/<int:assignment_id>/<any(remove, restore):action>")
def change_assignment(class_id: int, assignment_id: int, action: str) -> ResponseReturnValue:
    """Take an assignment back, or assign it again."""
    _taught(class_id)
    confirm(ActionForm())
    when = now() if action == "remove" else None
    found(assignments.remove(session(), class_id, assignment_id, when=when) or None)
    return _back(class_id, undo=f"assignment-{assignment_id}" if when else None)


@bp.post("/members/<int:member_id>/<any(remove, restore):action>")
def change_member(class_id: int, member_id: int, action: str) -> ResponseReturnValue:
    """Take somebody out of the class, or back in."""
    _taught(class_id)
    confirm(ActionForm())
    when = now() if action == "remove" else None
    found(classes.remove(session(), class_id, member_id, when=when) or None)
    return _back(class_id, undo=f"member-{member_id}" if when else None)


@bp.post("/<any(archive, reopen):step>")
def archive(class_id: int, step: str) -> ResponseReturnValue:
    """Put the class away, with all that is in it, or take it out again."""
    _taught(class_id)
    confirm(ActionForm())
    classes.archive(session(), class_id, when=now() if step == "archive" else None)
    return _back(class_id)


@bp.post("/code")
def renew(class_id: int) -> ResponseReturnValue:
    """Make another code; nobody can join with the one before."""
    _taught(class_id)
    confirm(ActionForm())
    classes.renew(session(), class_id, services().rng)
    flash("This class has a new code. The one before leads nowhere now; members stay.")
    return _back(class_id)


@bp.get("/gradebook")
def grades(class_id: int) -> ResponseReturnValue:
    """Everybody's results, one column for each assigned quiz."""
    taught, assigned, pick = _taught(class_id), _assigned(class_id), _pick()
    return render_template(
        "teaching/gradebook.html",
        taught=taught,
        assigned=assigned,
        rows=_rows(class_id, assigned, pick),
        pick=pick,
        picks=PICKS,
        states=STATES,
        readable=[may_see_keys(each) for each in assigned],
    )


@bp.get("/attempts/<int:attempt_id>")
def attempt(class_id: int, attempt_id: int) -> ResponseReturnValue:
    """What a member has answered in an attempt of the gradebook."""
    taught = _taught(class_id)
    results = assignments.results(session(), class_id)
    made = found(next((each for each in results if each.attempt_id == attempt_id), None))
    allowed(permissions.may_see_keys, quizzes.get(session(), made.quiz_id))
    members = classes.members(session(), class_id)
    taken = attempts.get(session(), attempt_id, learner=made.learner, now=now())
    return render_template(
        "teaching/attempt.html",
        taught=taught,
        name=next(each.name for each in members if each.learner == made.learner),
        attempt=found(taken),
        result=made,
        duration=duration(found(taken)),
        review=review(found(taken)),
    )


@bp.get("/gradebook.csv")
def download(class_id: int) -> Response:
    """The same for a spreadsheet, scores in percent."""
    taught, assigned, pick = _taught(class_id), _assigned(class_id), _pick()
    cells = _cells(assigned, _rows(class_id, assigned, pick))
    return table(cells, f"{decks.slug(taught.name)}-{pick}-attempts.csv")


def teacher_page(
    taught: Class, form: AssignForm | None = None, telling: Sequence[OpenQuiz] = ()
) -> str:
    """Page of a class for its teacher; `telling` gives away what is about to be assigned."""
    choices = quizzes.assignable(session(), welcome())
    assigned = assignments.of(session(), taught.id)
    return render_template(
        "teaching/class.html",
        taught=taught,
        members=classes.members(session(), taught.id),
        assigned=assigned,
        form=form or AssignForm.of(choices, [each for each in assigned if not each.removed]),
        telling=telling,
        own=[each for each in telling if each.owner == taught.belonging.owner],
        undo=request.args.get("undo", ""),
        undoable=_undoable,
        now=now(),
        action=ActionForm(formdata=None),
    )


def _undoable(
    members: Iterable[Member], assigned: Iterable[Assignment]
) -> Iterator[tuple[str, Member | Assignment, str]]:
    """Kind, thing and name of what was removed."""
    yield from (("member", each, each.name) for each in members)
    yield from (("assignment", each, each.title) for each in assigned)


def _taught(class_id: int) -> Class:
    return attended(may_edit, classes.get(session(), class_id, welcome()))


def _assigned(class_id: int) -> Sequence[Assignment]:
    return [each for each in assignments.of(session(), class_id) if not each.removed]


def _pick() -> Pick:
    """What is not offered counts as not said."""
    wanted = request.args.get("attempts")
    return Pick(wanted) if wanted in set(Pick) else Pick.BEST


def _rows(class_id: int, assigned: Sequence[Assignment], pick: Pick) -> Sequence[Row]:
    present = [each for each in classes.members(session(), class_id) if not each.removed]
    made = assignments.made(session(), class_id)
    return gradebook(present, assigned, made, pick, now=now())


def _cells(assigned: Sequence[Assignment], rows: Sequence[Row]) -> Iterator[Sequence[Cell]]:
    titles = (cell for each in assigned for cell in _columns(each.title))
    yield ["Name", *titles, "Mean (%)"]
    for row in rows:
        cells = (cell for each in row.grades for cell in _of(each))
        yield [row.member.name, *cells, _percent(row.mean)]


def _columns(title: str) -> tuple[str, str, str]:
    return f"{title} (%)", f"{title}: mode", f"{title}: state"


def _of(graded: Grade) -> tuple[Cell, Cell, Cell]:
    mode = graded.result.terms.mode.value if graded.result else ""
    more = words.extended(graded.extended) if graded.extended else ""
    return _score(graded), mode, ", ".join(filter(None, (STATES[graded.state], more)))


def _score(graded: Grade) -> float | None:
    return _percent(graded.result.score.share) if graded.result else None


def _percent(share: float | None) -> float | None:
    return None if share is None else rounded(100 * share, 1)


def _back(
    class_id: int, *, undo: str | None = None, anchor: str | None = None
) -> ResponseReturnValue:
    return redirect(url_for("classes.show", class_id=class_id, undo=undo, _anchor=anchor), 303)
