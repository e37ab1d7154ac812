"""Items of one's own: first the sentence that proves the answer, then the question."""

from collections.abc import Sequence

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.editing import flaws, unseen, written
from quizapp.assessment.permissions import may_edit
from quizapp.assessment.sentences import longer
from quizapp.store import articles, bank, items, quiz_items, session
from quizapp.store.articles import StoredArticle
from quizapp.views import notices
from quizapp.views.access import allowed
from quizapp.views.bank import back
from quizapp.views.item_forms import ItemForm
from quizapp.views.picking import picker
from quizapp.views.services import learner, now, welcome

bp = Blueprint("own_items", __name__, url_prefix="/bank")


@bp.get("/add")
def add() -> ResponseReturnValue:
    """Choose the article that the new item is about."""
    shelves = bank.shelves(session(), learner() or "")
    if len(shelves) == 1:
        return redirect(url_for(".evidence", article_id=shelves[0].article_id))
    return render_template("bank/add.html", shelves=shelves)


@bp.route("/articles/<int:article_id>/evidence", methods=["GET", "POST"])
def evidence(article_id: int) -> ResponseReturnValue:
    """Pick what proves the answer; what was written so far comes along."""
    stored = _mine(article_id)
    to = url_for(".picked", article_id=article_id)
    return picker(stored.article, to=to, back=url_for("bank.index", article=article_id))


@bp.post("/articles/<int:article_id>/picked")
def picked(article_id: int) -> ResponseReturnValue:
    """Write the item, with the evidence picked."""
    stored = _mine(article_id)
    form = ItemForm.new()
    form.pick(request.form.get("passage", ""))
    return _page(stored, form)


@bp.post("/articles/<int:article_id>/items")
def save(article_id: int) -> ResponseReturnValue:
    """Store the item, or show what is wrong or doubtful about it."""
    stored = _mine(article_id)
    form = ItemForm.new()
    if not form.validate_on_submit():
        return _page(stored, form), form.status
    item = written(stored.article, form.wording(stored.article))
    doubts = flaws(item, stored.article)
    if unseen(doubts, form.seen.data):
        return _page(stored, form, doubts), 422
    item_id = items.add(session(), article_id, item, author=welcome(), now=now())
    quiz_items.append(session(), stored.quiz_id, [item_id])
    notices.leave(f"Added to the bank and to the quiz of “{stored.article.title}”.")
    return back(url_for("items.item", item_id=item_id))


@bp.post("/articles/<int:article_id>/check")
def check(article_id: int) -> ResponseReturnValue:
    """What is doubtful about a wording that is being written, as a part of the page."""
    article, form = _mine(article_id).article, ItemForm.new()
    doubts = flaws(written(article, form.wording(article)), article) if form.validate() else ()
    return render_template("bank/warnings.html", warnings=doubts, alike=form.alike)


def _mine(article_id: int) -> StoredArticle:
    return allowed(may_edit, articles.get(session(), article_id))


def _page(stored: StoredArticle, form: ItemForm, doubts: Sequence[str] = ()) -> str:
    passage = form.passage(stored.article)
    return render_template(
        "bank/new.html",
        stored=stored,
        form=form,
        evidence=passage,
        longer=longer(stored.article, passage),
        warnings=doubts,
    )
