"""Taking along what was selected in the item bank, or everything that a search of it finds."""

from urllib.parse import urlencode

from flask import Blueprint, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import MultiDict

from quizapp.assessment.exporting import Selection, with_retired
from quizapp.store import bank, session
from quizapp.views import notices, taking
from quizapp.views.bank import NOTHING_SELECTED, back
from quizapp.views.forms import confirm
from quizapp.views.item_forms import PickForm, SearchForm, ids
from quizapp.views.services import learner
from quizapp.views.taking import Taken

bp = Blueprint("bank_export", __name__, url_prefix="/bank/export")

TITLE = "Item bank"
ITEM = "item"


@bp.post("/")
def pick() -> ResponseReturnValue:
    """Go on with the items that are selected."""
    form = confirm(PickForm())
    if not form.item_ids:
        notices.leave(NOTHING_SELECTED)
        return back(form.back.data)
    return redirect(url_for(".cards", item=form.item_ids), 303)


@bp.get("/")
def cards() -> ResponseReturnValue:
    """Choose what the selection is taken along as."""
    return taking.choice(_taken())


@bp.get("/anki")
def anki() -> ResponseReturnValue:
    """Deck for each of the articles."""
    return taking.deck(_taken())


@bp.get("/<name>")
def file(name: str) -> ResponseReturnValue:
    """Items as other programs read them."""
    return taking.file(_taken(), name)


def _taken() -> Taken:
    sent = request.args
    fields = tuple((n, v) for n, v in sent.items(multi=True) if v and n not in ("cards", taking.OF))
    query = urlencode(fields)
    back = urlencode([(n, v) for n, v in fields if n != ITEM])
    return Taken(
        _selected(sent),
        TITLE,
        to=url_for(".anki"),
        file=lambda name: f"{url_for('.file', name=name)}?{query}",
        back=f"{url_for('bank.index')}?{back}",
        fields=fields,
    )


def _selected(sent: MultiDict[str, str]) -> Selection:
    """Items that are named, or all that the search finds; retired ones come along to Anki."""
    owner = learner() or ""
    if ITEM in sent:
        return Selection(owner=owner, items=ids(sent.getlist(ITEM)))
    search = SearchForm.of(sent, bank.shelves(session(), owner)).wanted
    return Selection(owner=owner, search=with_retired(search))
