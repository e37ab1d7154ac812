"""Items from files of other programs: sent, looked at, and only then taken into the item bank."""

from collections.abc import Sequence

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from questions.documents import clean
from questions.errors import FormatError
from questions.formats import registry
from questions.formats.reading import Reading
from quizapp.store import imports, preferences, session, uploads
from quizapp.store.carrying import Traveller
from quizapp.store.imports import Imported
from quizapp.store.uploads import Upload
from quizapp.views.access import mine
from quizapp.views.forms import ActionForm, accepted, confirm
from quizapp.views.import_forms import AcceptForm, ImportForm
from quizapp.views.services import found, learner, now, services, welcome
from quizapp.views.words import counted

bp = Blueprint("imports", __name__, url_prefix="/import")

SHOWN = 20
"""Questions of a file that are shown before it is imported, and problems that are not folded."""
LISTED = 1_000
"""Problems that are listed at all."""


@bp.get("/")
def index() -> ResponseReturnValue:
    """Choose a file."""
    return _page(ImportForm())


@bp.post("/")
def send() -> ResponseReturnValue:
    """Keep a file that can be read and show what is in it, or say beside the field why not."""
    form = ImportForm()
    upload_id = _kept(form)
    if upload_id is None:
        return _page(form), form.status
    return redirect(url_for("imports.preview", upload_id=upload_id), 303)


@bp.get("/<int:upload_id>")
def preview(upload_id: int) -> ResponseReturnValue:
    """What is in the file, and what of it cannot be imported; nothing has been so far."""
    upload = _found(upload_id)
    reading = services().readings.of(upload.data, upload.name)
    return _shown(upload, reading, AcceptForm.of(upload, reading))


@bp.post("/<int:upload_id>")
def accept(upload_id: int) -> ResponseReturnValue:
    """Import all that was shown, or nothing where the file has more and that may not be left out.

    The file is kept until everything is done, so that what breaks off can be done again.
    """
    upload = _found(upload_id)
    reading = services().readings.of(upload.data, upload.name)
    found(reading.found or None)
    form = AcceptForm.of(upload, reading)
    if not accepted(form):
        return _shown(upload, reading, form), form.status
    answer = _studied(reading) if form.study.data else _filed(reading)
    _forget(upload)
    return answer


@bp.post("/<int:upload_id>/cancel")
def cancel(upload_id: int) -> ResponseReturnValue:
    """Forget the file and choose another."""
    confirm(ActionForm())
    _forget(_found(upload_id))
    return redirect(url_for("imports.index"), 303)


def _shown(upload: Upload, reading: Reading, form: AcceptForm) -> str:
    return render_template(
        "imports/preview.html",
        upload=upload,
        label=registry.recognized(upload.data, upload.name).readable,
        reading=reading,
        shown=SHOWN,
        listed=LISTED,
        known=imports.known(session(), reading, mine().owner),
        form=form,
    )


def _studied(reading: Reading) -> ResponseReturnValue:
    who = welcome()
    traveller = Traveller(who, preferences.get(session(), who), now())
    number = imports.take_to_study(session(), reading, traveller, belonging=mine())
    said = "added" if number or not reading.schedules else "merged"
    return redirect(url_for("study.index", said=said, number=number), 303)


def _filed(reading: Reading) -> ResponseReturnValue:
    """The only quiz there is, or all of them."""
    done = imports.take(session(), reading, now=now(), belonging=mine())
    flash(_came(done, left_out=len(reading.problems)))
    if len(done) > 1:
        return redirect(url_for("quizzes.index"), 303)
    return redirect(url_for("quizzes.quiz", quiz_id=done[0].quiz_id), 303)


def _kept(form: ImportForm) -> int | None:
    if not form.validate_on_submit():
        return None
    data, name = form.file.data.read(), clean(form.file.data.filename)
    try:
        services().readings.of(data, name)
    except FormatError as error:
        form.refuse(f"“{name}” cannot be imported. {_sentence(error)}")
        return None
    return uploads.keep(session(), welcome(), name, data, now=now())


def _came(done: Sequence[Imported], *, left_out: int) -> str:
    """What an import has brought, what was there already, and what it could not bring."""
    new, there = sum(each.new for each in done), sum(each.there for each in done)
    reworded, waiting = sum(each.reworded for each in done), sum(each.waiting for each in done)
    parts = [f"{counted(new, 'question')} imported."] if new else []
    if there:
        parts.append(f"{counted(there, 'question')} had been in your bank and came no second time.")
    if reworded:
        has = "has" if reworded == 1 else "have"
        parts.append(f"{reworded} of them {has} the words of the file now.")
    if waiting:
        whose = f"{waiting} that you had edited or approved"
        parts.append(f"The new wording of {whose} waits in the bank beside yours.")
    if left_out:
        entries = counted(left_out, "entry", "entries")
        parts.append(f"{entries} of the file {'was' if left_out == 1 else 'were'} left out.")
    return " ".join(parts)


def _sentence(error: FormatError) -> str:
    place = "It" if error.place == "the file" else error.place
    return f"{place[:1].upper()}{place[1:]} {error.problem}."


def _forget(upload: Upload) -> None:
    services().readings.forget()
    uploads.forget(session(), upload.id)


def _found(upload_id: int) -> Upload:
    return found(uploads.get(session(), upload_id, learner(), now=now()))


def _page(form: ImportForm) -> str:
    return render_template("imports/index.html", form=form, formats=registry.READABLE)
