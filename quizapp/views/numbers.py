"""What studying has brought, and what is to come."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta

from flask import Blueprint, Response, render_template
from flask.typing import ResponseReturnValue

from quizapp.assessment import study_days
from quizapp.assessment.study_numbers import LEECH, bars, heat, heat_begins, months, since
from quizapp.store import cards, daily, logs, session, study_numbers
from quizapp.store.cards import Filter, Show
from quizapp.views.services import learner
from quizapp.views.studying import Desk, desk, due_of, face

bp = Blueprint("numbers", __name__, url_prefix="/study/numbers")

AHEAD = 30
"""Days of the forecast, and of the retention that is compared with the one desired."""
HARDEST = 10


@bp.get("/")
def index() -> ResponseReturnValue:
    """Forecast, retention, map of days, cards by state, hardest cards."""
    here = desk()
    today = here.today.day
    days = daily.since(session(), here.learner, heat_begins(today))
    states, forecast = study_numbers.overview(session(), here.learner, _ends(here))
    hard = cards.listed(session(), here.learner, only=Filter(show=Show.HARD), limit=HARDEST)
    return render_template(
        "numbers/index.html",
        due=due_of(here),
        desired=here.preferences.spacing.retention,
        today=since(days, today),
        month=since(days, today - timedelta(days=AHEAD - 1)),
        months=months(days),
        weeks=heat(days, today),
        forecast=bars(forecast, today),
        states=states,
        hard=[(card, face(card)) for card in hard],
        leech=LEECH,
    )


@bp.get("/reviews.csv")
def download() -> ResponseReturnValue:
    """The log with the columns that the optimizer of FSRS reads."""
    headers = {"Content-Disposition": 'attachment; filename="reviews.csv"'}
    return Response("".join(_lines()), mimetype="text/csv", headers=headers)


def upcoming(here: Desk) -> tuple[int, ...]:
    """Cards due on each day from today on, today with all that was due before."""
    return study_numbers.forecast(session(), here.learner, _ends(here))


def _ends(here: Desk) -> list[datetime]:
    first, zone = here.today.day, here.preferences.zone
    return [study_days.end(first + timedelta(days=n), zone) for n in range(AHEAD)]


def _lines() -> Iterator[str]:
    yield "card_id,review_time,review_rating,review_state,review_duration\r\n"
    for each in logs.of_learner(session(), learner()):
        line, at = io.StringIO(), round(1000 * each.at.timestamp())
        csv.writer(line).writerow(
            [each.card_id, at, each.rating.value, each.state.value, each.took]
        )
        yield line.getvalue()
