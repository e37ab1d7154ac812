"""Taking a quiz along: as an Anki deck, and in the formats of other programs."""

from flask import Blueprint, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.exporting import Selection
from quizapp.assessment.permissions import may_see_keys
from quizapp.store import quizzes, session
from quizapp.views import taking
from quizapp.views.access import allowed
from quizapp.views.taking import Taken

bp = Blueprint("export", __name__, url_prefix="/quizzes")


@bp.get("/<int:quiz_id>/anki")
def cards(quiz_id: int) -> ResponseReturnValue:
    """Choose which cards a deck has, and of which questions."""
    return taking.choice(_taken(quiz_id))


@bp.get("/<int:quiz_id>/export/anki")
def anki(quiz_id: int) -> ResponseReturnValue:
    """Deck of a quiz; each note has the time of its own change, so that Anki sees it."""
    return taking.deck(_taken(quiz_id))


@bp.get("/<int:quiz_id>/export/<name>")
def file(quiz_id: int, name: str) -> ResponseReturnValue:
    """Items of a quiz as other programs read them."""
    return taking.file(_taken(quiz_id), name)


def _taken(quiz_id: int) -> Taken:
    quiz = allowed(may_see_keys, quizzes.get(session(), quiz_id))
    return Taken(
        Selection(quizzes=(quiz.id,)),
        quiz.title,
        to=url_for(".anki", quiz_id=quiz.id),
        file=lambda name: url_for(".file", quiz_id=quiz.id, name=name),
        back=url_for("quizzes.quiz", quiz_id=quiz.id),
    )
