"""Taking a quiz along in other formats."""

import re
import unicodedata

from flask import Blueprint, Response

from questions.formats import anki as format_anki
from quizapp.store import articles, quizzes, session
from quizapp.views.services import found

bp = Blueprint("export", __name__, url_prefix="/quizzes")


@bp.get("/<int:quiz_id>/export/anki")
def anki(quiz_id: int) -> Response:
    """Deck of a quiz; each note has the time of its own wording, so that Anki sees what changed."""
    quiz = found(quizzes.get(session(), quiz_id))
    article = found(articles.get(session(), quiz.article_id)).article
    tags = ("quizapp", slug(article.title))
    notes = [format_anki.Note(v.item, article, v.created_at, tags) for v in quiz.items]
    return _download(format_anki.package(quiz.title, notes), f"{slug(quiz.title)}.apkg")


def slug(title: str) -> str:
    """Plain letters, digits and hyphens: a name that every file system and mail program takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "quiz"


def _download(data: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, mimetype="application/octet-stream", headers=headers)
