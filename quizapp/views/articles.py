"""An article, what was found in it, and its questions."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from questions.formats.collected import is_collected
from quizapp.assessment.attempt import timed
from quizapp.assessment.passages import paragraphs
from quizapp.assessment.permissions import may_see_keys, may_take
from quizapp.store import articles, past, quizzes, removals, session
from quizapp.store.articles import StoredArticle
from quizapp.store.removals import Along
from quizapp.views import access, notices
from quizapp.views.access import allowed
from quizapp.views.forms import ActionForm
from quizapp.views.services import found, learner

bp = Blueprint("articles", __name__, url_prefix="/articles")

LISTED = 200
"""Questions that the page of an article lists; an import may have brought thousands."""


@bp.get("/<int:article_id>")
def article(article_id: int) -> ResponseReturnValue:
    """Text and items without their keys: whoever made the quiz may want to take it.

    Where an item is proved tells much of its key, so that only those see it who may see the key.
    """
    stored = allowed(may_take, articles.get(session(), article_id))
    if exam := access.exam_over(stored):
        return sitting(stored.article.title, exam)
    versions = quizzes.items(session(), stored.quiz_id)
    listed = versions[:LISTED]
    numbered = enumerate(listed, 1) if access.may_see_keys(stored) else ()
    marked = {number: each.item.evidence for number, each in numbered}
    collected = is_collected(stored.article, [each.item for each in versions])
    return render_template(
        "articles/article.html",
        stored=stored,
        items=[each.item for each in versions],
        listed=[each.item for each in listed],
        collected=collected,
        stems=access.may_see_stems(stored),
        begun=timed(past.timed(session(), learner())).get(stored.quiz_id),
        paragraphs=paragraphs(stored.article, marked)[: LISTED if collected else None],
        along=_along(stored),
        notice=notices.take(),
        action=ActionForm(),
    )


@bp.get("/<int:article_id>/answers")
def answers(article_id: int) -> ResponseReturnValue:
    """Question sheet and, on a page of its own when printed, the answer key."""
    stored = allowed(may_see_keys, articles.get(session(), article_id))
    quiz = found(quizzes.get(session(), stored.quiz_id))
    return render_template("articles/answers.html", stored=stored, quiz=quiz)


def sitting(title: str, exam: int) -> ResponseReturnValue:
    """Say instead of an article why it cannot be read now."""
    return render_template("articles/sitting.html", title=title, exam=exam), 403


def _along(stored: StoredArticle) -> Along | None:
    """What its owner would lose besides the article by deleting it."""
    if not access.may_edit(stored):
        return None
    return removals.along(session(), stored.id, stored.belonging.owner)
