"""Earlier attempts, the trend of their scores, and what they say of what is known."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from questions import AnswerType
from quizapp.assessment.conditions import meets
from quizapp.assessment.permissions import may_take
from quizapp.assessment.topics import practice, tallied, weakest
from quizapp.assessment.trend import points
from quizapp.store import attempts, goals, past, quizzes, session, topics
from quizapp.views import duties, notices, paging
from quizapp.views.access import allowed, opened
from quizapp.views.forms import ActionForm, BackForm, TopicForm, confirm
from quizapp.views.item_forms import number
from quizapp.views.returning import local
from quizapp.views.services import found, learner, now, services, welcome

bp = Blueprint("history", __name__, url_prefix="/history")

DISCARDED = "Your attempt at “{}” is discarded."
FIRST = "Your class is to take this quiz first. After that, you can practise it."
CHARTED = 30
RECENT, PAGE = 10, 50
WIDTH, HEIGHT = 640, 140


@bp.get("/")
def index() -> ResponseReturnValue:
    """The last attempts of this learner; retries of wrong answers stay out of the trend."""
    summaries = past.attempts(session(), learner())
    charted = [s for s in summaries if s.score and not s.retry][:CHARTED]
    known = topics.of_articles(session(), learner())
    return render_template(
        "history/index.html",
        summaries=summaries[:RECENT],
        more=len(summaries) > RECENT,
        charted=charted,
        points=points([s.score.share for s in reversed(charted) if s.score], WIDTH, HEIGHT),
        width=WIDTH,
        height=HEIGHT,
        weakest=weakest(topics.of_quizzes(session(), learner())),
        by_type=tallied(known, lambda each: each.answer_type),
        by_source=tallied(known, lambda each: each.source),
        notice=notices.take(),
        streak=goals.kept(session(), learner(), now=now()),
        action=ActionForm(),
    )


@bp.get("/attempts/")
def every() -> ResponseReturnValue:
    """Every attempt of this learner, or every one at a quiz, the newest first."""
    page, quiz_id = paging.asked(PAGE), request.args.get("quiz", type=number)
    summaries = past.attempts(
        session(), learner(), quiz_id=quiz_id, limit=page.limit, offset=page.offset
    )
    return render_template(
        "history/attempts.html",
        summaries=page.shown(summaries),
        more=page.has_next(summaries),
        page=page.number,
        quiz_id=quiz_id,
        notice=notices.take(),
        action=ActionForm(),
    )


@bp.post("/attempts/<int:attempt_id>/discard")
def discard(attempt_id: int) -> ResponseReturnValue:
    """Take an attempt that would stay unfinished for ever out of one's lists."""
    mine = found(attempts.get(session(), attempt_id, learner=learner(), now=now()))
    form = confirm(BackForm())
    if mine.may_be_discarded:
        attempts.discard(session(), mine)
        undo = url_for(".keep", attempt_id=attempt_id)
        notices.leave(DISCARDED.format(mine.title), undo=undo, fields={"back": form.back.data})
    return redirect(local(form.back.data) or url_for(".index"), 303)


@bp.post("/attempts/<int:attempt_id>/keep")
def keep(attempt_id: int) -> ResponseReturnValue:
    """Take back that an attempt was discarded."""
    mine = found(attempts.get(session(), attempt_id, learner=learner(), now=now()))
    form = confirm(BackForm())
    attempts.discard(session(), mine, discarded=False)
    return redirect(local(form.back.data) or url_for(".index"), 303)


@bp.post("/practice/<int:quiz_id>")
def practise(quiz_id: int) -> ResponseReturnValue:
    """Ask what a quiz has on one topic; not before a class has taken it as it is to."""
    quiz = allowed(may_take, quizzes.get(session(), quiz_id))
    kind = AnswerType(confirm(TopicForm()).answer_type.data)
    plan = practice(quiz_id, opened(quiz).items, kind, rng=services().rng)
    found(plan.asked or None)
    if not meets(plan.terms, duties.laid_down(duties.bound(quiz_id))):
        flash(FIRST)
        return redirect(url_for("quizzes.quiz", quiz_id=quiz_id), 303)
    attempt_id = attempts.start(session(), plan, learner=welcome(), now=now())
    return redirect(url_for("attempts.question", attempt_id=attempt_id, position=1), 303)
