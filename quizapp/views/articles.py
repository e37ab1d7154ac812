"""An article, what was found in it, and its questions."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quizapp.assessment.passages import paragraphs
from quizapp.assessment.permissions import may_see_keys, may_take
from quizapp.store import articles, quizzes, session
from quizapp.views.access import allowed
from quizapp.views.forms import ActionForm
from quizapp.views.services import found

bp = Blueprint("articles", __name__, url_prefix="/articles")


@bp.get("/<int:article_id>")
def article(article_id: int) -> ResponseReturnValue:
    """Text and stems, but neither keys nor evidence: whoever made the quiz may want to take it."""
    stored = allowed(may_take, articles.get(session(), article_id))
    quiz = found(quizzes.get(session(), stored.quiz_id))
    return render_template(
        "articles/article.html",
        stored=stored,
        quiz=quiz,
        paragraphs=paragraphs(stored.article),
        action=ActionForm(),
    )


@bp.get("/<int:article_id>/answers")
def answers(article_id: int) -> ResponseReturnValue:
    """Question sheet and, on a page of its own when printed, the answer key."""
    stored = allowed(may_see_keys, articles.get(session(), article_id))
    quiz = found(quizzes.get(session(), stored.quiz_id))
    return render_template("articles/answers.html", stored=stored, quiz=quiz)
