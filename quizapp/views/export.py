"""Taking a quiz along in other formats."""

from flask import Blueprint, Response

from questions import Generated
from questions.formats import anki as format_anki
from questions.formats import registry
from quizapp import decks
from quizapp.assessment.permissions import may_see_keys
from quizapp.store import articles, quizzes, session
from quizapp.views.access import allowed
from quizapp.views.services import found

bp = Blueprint("export", __name__, url_prefix="/quizzes")


@bp.get("/<int:quiz_id>/export/anki")
def anki(quiz_id: int) -> Response:
    """Deck of a quiz; each note has the time of its own change, so that Anki sees it."""
    quiz = allowed(may_see_keys, quizzes.get(session(), quiz_id))
    article = found(articles.get(session(), quiz.article_id)).article
    notes = decks.notes(article, quiz.items, quizzes.retired(session(), quiz_id))
    return _download(format_anki.package(quiz.title, notes), f"{decks.slug(quiz.title)}.apkg")


@bp.get("/<int:quiz_id>/export/<name>")
def file(quiz_id: int, name: str) -> Response:
    """Items of a quiz as other programs read them."""
    kind, write = found(registry.BY_NAME.get(name)), found(registry.WRITERS.get(name))
    quiz = allowed(may_see_keys, quizzes.get(session(), quiz_id))
    article = found(articles.get(session(), quiz.article_id)).article
    data = write([Generated(article, tuple(version.item for version in quiz.items))])
    return _download(data, f"{decks.slug(quiz.title)}{kind.ending}")


def _download(data: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, mimetype="application/octet-stream", headers=headers)
