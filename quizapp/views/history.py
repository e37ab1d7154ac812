"""Earlier attempts and the trend of their scores."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from quizapp.assessment.trend import points
from quizapp.store import attempts, session
from quizapp.views.services import learner, now

bp = Blueprint("history", __name__, url_prefix="/history")

CHARTED = 30
WIDTH, HEIGHT = 640, 140


@bp.get("/")
def index() -> ResponseReturnValue:
    """Every attempt of this learner; retries of wrong answers stay out of the trend."""
    summaries = attempts.history(session(), learner(), now=now())
    scores = [s.score for s in summaries if s.score and not s.retry][:CHARTED]
    shares = [score.share for score in reversed(scores)]
    return render_template(
        "history/index.html",
        summaries=summaries,
        scores=scores,
        points=points(shares, WIDTH, HEIGHT),
        width=WIDTH,
        height=HEIGHT,
    )
