"""The drafts of an article, to be approved, edited or discarded one after the other."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.permissions import may_edit
from quizapp.store import articles, bank, session
from quizapp.views import notices, paging
from quizapp.views.access import allowed
from quizapp.views.forms import ActionForm

bp = Blueprint("drafts", __name__, url_prefix="/bank/drafts")

PAGE = 25


@bp.get("/<int:article_id>")
def index(article_id: int) -> ResponseReturnValue:
    """A page of drafts with their keys and evidence; what was just done is said where one goes on.

    A page that has become empty leads back to the first.
    """
    stored = allowed(may_edit, articles.get(session(), article_id))
    page = paging.asked(PAGE)
    entries = bank.drafts(session(), article_id, limit=page.limit, offset=page.offset)
    if page.number > 1 and not entries:
        return redirect(url_for(".index", article_id=article_id))
    return render_template(
        "bank/drafts.html",
        stored=stored,
        entries=page.shown(entries),
        total=bank.waiting(session(), article_id),
        page=page.number,
        more=page.has_next(entries),
        at=request.args.get("at", type=int),
        action=ActionForm(formdata=None),
        notice=notices.take(),
    )
