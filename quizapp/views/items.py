"""One item of the bank: its wording, earlier ones, and what learners reported."""

from collections.abc import Sequence

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue

from questions import Article
from quizapp.assessment.bank import Entry, Status
from quizapp.assessment.editing import flaws, reworded, unseen
from quizapp.assessment.permissions import may_edit
from quizapp.assessment.sentences import longer
from quizapp.store import articles, bank, items, reports, session
from quizapp.views import notices
from quizapp.views.access import allowed
from quizapp.views.bank import back, judge
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.item_forms import ItemForm, VersionForm
from quizapp.views.picking import picker
from quizapp.views.services import found, now, welcome
from quizapp.views.words import counted

bp = Blueprint("items", __name__, url_prefix="/bank/items")

SAVED = "Saved. Attempts that have begun keep the earlier wording."
SAME = "Nothing had changed."
MEANWHILE = (
    "This item was changed in the meantime, perhaps in another window. Your wording stands below: "
    "save once more to put it in place of the other one."
)


@bp.get("/<int:item_id>")
def item(item_id: int) -> ResponseReturnValue:
    """The item with everything that is known of it, to be edited."""
    entry, article = _mine(item_id)
    form = ItemForm.of(entry.item, number=entry.number, back=_among_drafts(entry))
    return _page(entry, article, form, flaws(entry.item, article))


@bp.post("/<int:item_id>")
def save(item_id: int) -> ResponseReturnValue:
    """Store the wording as a new version, or show what is wrong or doubtful about it."""
    entry, article = _mine(item_id)
    form = ItemForm.of(entry.item, number=entry.number)
    if not form.validate_on_submit():
        return _page(entry, article, form), form.status
    wanted = reworded(entry.item, form.wording(article))
    doubts = flaws(wanted, article)
    if unseen(doubts, form.seen.data):
        return _page(entry, article, form, doubts), 422
    number = form.number.data or 0
    if not items.edit(session(), item_id, wanted, number=number, author=welcome(), now=now()):
        form.number.data = found(bank.get(session(), item_id)).number
        return _page(entry, article, form, doubts, meanwhile=MEANWHILE), 409
    if form.approve.data:
        judge([item_id], Status.APPROVED)
    else:
        notices.leave(SAVED if wanted != entry.item else SAME)
    return back(form.back.data or url_for(".item", item_id=item_id))


@bp.post("/<int:item_id>/check")
def check(item_id: int) -> ResponseReturnValue:
    """What is doubtful about a wording that is being written, as a part of the page."""
    entry, article = _mine(item_id)
    form = ItemForm.of(entry.item, number=entry.number)
    valid = form.validate()
    doubts = flaws(reworded(entry.item, form.wording(article)), article) if valid else ()
    return render_template("bank/warnings.html", warnings=doubts, alike=form.alike)


@bp.post("/<int:item_id>/evidence")
def evidence(item_id: int) -> ResponseReturnValue:
    """Pick what proves the answer; what was written so far comes along."""
    _, article = _mine(item_id)
    to = url_for(".picked", item_id=item_id)
    return picker(article, to=to, back=url_for(".item", item_id=item_id))


@bp.post("/<int:item_id>/picked")
def picked(item_id: int) -> ResponseReturnValue:
    """Go on writing, with other evidence."""
    entry, article = _mine(item_id)
    form = ItemForm.of(entry.item, number=entry.number)
    form.pick(request.form.get("passage", ""))
    return _page(entry, article, form)


@bp.post("/<int:item_id>/versions")
def take(item_id: int) -> ResponseReturnValue:
    """Put an earlier or a proposed wording in place of the current one, as a version of its own."""
    _mine(item_id)
    form = confirm(VersionForm())
    known = {version.number: version.item for version in items.versions(session(), item_id)}
    wanted, current = found(known.get(form.number.data)), form.current.data
    taken = items.edit(session(), item_id, wanted, number=current, author=welcome(), now=now())
    notices.leave(SAVED if taken else "The item was changed in the meantime; look at it again.")
    return back(url_for(".item", item_id=item_id))


@bp.post("/<int:item_id>/dismiss")
def dismiss(item_id: int) -> ResponseReturnValue:
    """Keep the wording as it is; the proposed one stays among the others."""
    _mine(item_id)
    confirm(ActionForm())
    items.dismiss(session(), item_id)
    notices.leave("Your wording stays. The other one is kept below.")
    return back(url_for(".item", item_id=item_id))


@bp.post("/<int:item_id>/reports/settle")
def settle(item_id: int) -> ResponseReturnValue:
    """What learners reported has been seen to."""
    _mine(item_id)
    confirm(ActionForm())
    done = reports.settle(session(), [item_id], now=now())
    undo = url_for(".reopen", item_id=item_id)
    notices.leave(f"{counted(done, 'report')} settled.", undo=undo)
    return back(url_for(".item", item_id=item_id))


@bp.post("/<int:item_id>/reports/reopen")
def reopen(item_id: int) -> ResponseReturnValue:
    """Look at the reports again."""
    _mine(item_id)
    confirm(ActionForm())
    done = reports.reopen(session(), item_id)
    notices.leave(f"{counted(done, 'report')} open again.")
    return back(url_for(".item", item_id=item_id))


def _mine(item_id: int) -> tuple[Entry, Article]:
    entry = allowed(may_edit, bank.get(session(), item_id))
    return entry, found(articles.get(session(), entry.article_id)).article


def _among_drafts(entry: Entry) -> str:
    """Where to go on once a draft is saved; nowhere else for other items."""
    if entry.status is not Status.DRAFT:
        return ""
    anchor, about = f"item-{entry.id}", entry.article_id
    return url_for("drafts.index", article_id=about, at=entry.id, _anchor=anchor)


def _page(
    entry: Entry,
    article: Article,
    form: ItemForm,
    doubts: Sequence[str] = (),
    *,
    meanwhile: str | None = None,
) -> str:
    passage = form.passage(article)
    return render_template(
        "bank/item.html",
        entry=entry,
        form=form,
        evidence=passage,
        longer=longer(article, passage),
        warnings=doubts,
        meanwhile=meanwhile,
        versions=items.versions(session(), entry.id),
        reports=reports.of_item(session(), entry.id),
        action=ActionForm(formdata=None),
        notice=notices.take(),
    )
