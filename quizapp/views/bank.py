"""The item bank: searching it, and deciding about many items at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.bank import Entry, Search, Status
from quizapp.assessment.editing import flaws
from quizapp.store import articles, bank, composing, decisions, reports, session
from quizapp.store.composing import Target
from quizapp.views import notices, paging
from quizapp.views.bank_words import DECIDED
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.item_forms import ItemForm, PickForm, SearchForm, number
from quizapp.views.paging import Page
from quizapp.views.returning import local
from quizapp.views.services import found, learner, now, services, welcome
from quizapp.views.times import instant
from quizapp.views.words import counted

bp = Blueprint("bank", __name__, url_prefix="/bank")

PAGE = 25
NOTHING_SELECTED = "No item was selected. Tick the boxes of those that are meant."
UNCHANGED = (
    "Nothing was changed. Drafts can be approved or discarded; other items cannot be drafts."
)
KEPT = "Nothing was undone: the status has changed since, or the question has been asked."


@dataclass(frozen=True, slots=True)
class Editing:
    """An item that is edited in its place, with what is doubtful about it."""

    entry: Entry
    form: ItemForm
    warnings: tuple[str, ...]


@bp.get("/")
def index() -> ResponseReturnValue:
    """A page of what is searched for; one item of it can be edited in its place."""
    owner = learner() or ""
    shelves = bank.shelves(session(), owner)
    form = SearchForm.of(request.args, shelves)
    page = paging.asked(PAGE)
    entries = _entries(owner, form.wanted, page)
    return render_template(
        "bank/index.html",
        form=form,
        shelves=shelves,
        entries=entries,
        total=bank.count(session(), owner, form.wanted),
        page=page.number,
        size=page.size,
        here=_here(page=page.number),
        export=_here(to="bank_export.cards"),
        address=_here,
        editing=_editing(entries),
        into=_into(owner),
        action=ActionForm(formdata=None),
        notice=notices.take(),
    )


@bp.post("/decide")
def decide() -> ResponseReturnValue:
    """Give the items that are selected another status; those of others are left alone."""
    form = confirm(PickForm())
    own = _own(form)
    if own and form.status.data:
        judge(own, Status(form.status.data))
    elif own and form.settle.data:
        _settle(own)
    else:
        notices.leave(NOTHING_SELECTED)
    return back(form.back.data)


@bp.post("/reports/reopen")
def reopen() -> ResponseReturnValue:
    """Look again at reports that were settled at once."""
    form, settled_at = confirm(PickForm()), found(instant(request.args.get("at", "")))
    done = reports.reopen_all(session(), learner() or "", settled_at)
    notices.leave(f"{counted(done, 'report')} open again.")
    return back(form.back.data)


@bp.post("/decisions/<batch>/undo")
def undo(batch: str) -> ResponseReturnValue:
    """Give items the status that they had before."""
    form = confirm(PickForm())
    done = decisions.undo(session(), batch, learner=welcome(), now=now())
    notices.leave(f"{counted(done, 'item')} as before." if done else KEPT)
    return back(form.back.data)


def back(target: str | None) -> ResponseReturnValue:
    """Go back to where in the bank somebody came from."""
    return redirect(local(target) or url_for("bank.index"), 303)


def judge(item_ids: Sequence[int], status: Status) -> None:
    """Give items of the asker's a status, and say how that is undone."""
    batch = f"{services().rng.getrandbits(128):032x}"
    done = decisions.decide(session(), item_ids, status, batch=batch, learner=welcome(), now=now())
    told = DECIDED[status].format(counted(done, "item")) if done else UNCHANGED
    notices.leave(told, undo=url_for("bank.undo", batch=batch) if done else "")


def _own(form: PickForm) -> list[int]:
    return [entry.id for entry in bank.some(session(), learner() or "", form.item_ids)]


def _settle(item_ids: Sequence[int]) -> None:
    when = now()
    done = reports.settle(session(), item_ids, now=when)
    undo = url_for(".reopen", at=when.isoformat()) if done else ""
    notices.leave(f"{counted(done, 'report')} settled.", undo=undo)


def _entries(owner: str, wanted: Search, page: Page) -> tuple[Entry, ...]:
    return bank.search(session(), owner, wanted, limit=page.size, offset=page.offset)


def _into(owner: str) -> Target | None:
    """Quiz for which items are being chosen."""
    quiz_id = number(request.args.get("into"))
    return composing.target(session(), owner, quiz_id) if quiz_id else None


def _here(to: str = "bank.index", **changes: int) -> str:
    """Address of the search as it is, with some of it changed, or of what is done with it."""
    kept = {name: value for name, value in request.args.items() if value and name != "edit"}
    query = urlencode(kept | changes)
    return f"{url_for(to)}?{query}" if query else url_for(to)


def _editing(entries: Sequence[Entry]) -> Editing | None:
    """The item of this page that is edited in its place."""
    wanted = request.args.get("edit", type=int)
    entry = next((each for each in entries if each.id == wanted), None)
    if entry is None:
        return None
    article = found(articles.get(session(), entry.article_id)).article
    back = f"{_here()}#item-{entry.id}"
    form = ItemForm.of(entry.item, number=entry.number, back=back)
    return Editing(entry, form, flaws(entry.item, article))
