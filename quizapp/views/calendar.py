"""A calendar of due cards, for programs that know its secret address."""

from datetime import timedelta

from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from icalendar import Calendar, Event, Timezone

from quizapp.assessment.queueing import Today
from quizapp.store import preferences, session
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.numbers import upcoming
from quizapp.views.services import found, learner, now, services, welcome
from quizapp.views.study_forms import SetAsideForm
from quizapp.views.studying import Desk, due_of
from quizapp.views.words import counted

bp = Blueprint("calendar", __name__, url_prefix="/study/calendar")

KIND = "text/calendar; charset=utf-8"


@bp.get("/")
def index() -> ResponseReturnValue:
    """Show the address, where there is one."""
    secret = preferences.feed(session(), learner())
    return render_template(
        "calendar/index.html", secret=secret, host=request.host, action=ActionForm()
    )


@bp.post("/")
def renew() -> ResponseReturnValue:
    """Make a new address, or none; the one before leads nowhere from now on."""
    away = confirm(SetAsideForm()).away.data == "1"
    secret = None if away else f"{services().rng.getrandbits(160):040x}"
    preferences.set_feed(session(), welcome(), secret)
    return redirect(url_for(".index"), 303)


@bp.get("/<secret>.ics")
def feed(secret: str) -> ResponseReturnValue:
    """Entries for the days on which cards are due, as RFC 5545 has them."""
    learner, wanted = found(preferences.of_feed(session(), secret))
    here = Desk(learner, wanted, Today.of(now(), wanted.zone))
    headers = {"Cache-Control": "private, no-cache"}
    return Response(_calendar(here, secret).to_ical(), content_type=KIND, headers=headers)


def _calendar(here: Desk, secret: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//quizapp//study//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Cards due")
    calendar.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    limit = here.preferences.reviews_per_day
    numbers = (due_of(here), *(min(number, limit) for number in upcoming(here)[1:]))
    for after, number in enumerate(numbers):
        if number:
            calendar.add_component(_entry(here, after, number, secret))
    if not calendar.subcomponents:  # a file without any is not valid
        calendar.add_component(Timezone.from_tzid("UTC"))
    return calendar


def _entry(here: Desk, after: int, number: int, secret: str) -> Event:
    day, entry = here.today.day + timedelta(days=after), Event()
    entry.add("uid", f"{day.isoformat()}-{secret[:8]}@quizapp")
    entry.add("dtstamp", here.today.now)
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("summary", f"{counted(number, 'card is', 'cards are')} due")
    entry.add("url", url_for("study.index", _external=True))
    entry.add("transp", "TRANSPARENT")
    return entry
