"""Quizzes: the list, the start, the export."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from questions.formats import registry
from quizapp.assessment.assembly import Plan, askable, assemble
from quizapp.assessment.assigning import binding, expected
from quizapp.assessment.attempt import timed
from quizapp.assessment.conditions import agreed
from quizapp.assessment.permissions import has_closed, may_take
from quizapp.assessment.queueing import Scope
from quizapp.assessment.standing import standing
from quizapp.store import attempts, bank, cards, past, quizzes, removals, session
from quizapp.store.quizzes import Quiz
from quizapp.views import access, duties, notices, paging
from quizapp.views.access import allowed, mine, opened
from quizapp.views.forms import ActionForm, StartForm, VisibilityForm, confirm
from quizapp.views.quiz_forms import ClosingForm
from quizapp.views.services import found, learner, now, services, welcome

bp = Blueprint("quizzes", __name__, url_prefix="/quizzes")

PAGE = 20
RECENT = 10
"""Attempts that the page of a quiz shows; the others are in the history."""


@bp.get("/")
def index() -> ResponseReturnValue:
    """All quizzes, the newest first, or what somebody has archived."""
    page, archived = paging.asked(PAGE), "archived" in request.args
    graded = duties.graded()
    shown = quizzes.recent(
        session(), learner(), limit=page.limit, offset=page.offset, archived=archived
    )
    return render_template(
        "quizzes/index.html",
        cards=page.shown(shown),
        exams=duties.exams(graded),
        begun=duties.going_on(graded) | timed(past.timed(session(), learner())),
        page=page.number,
        more=page.has_next(shown),
        archived=archived,
        removed=removals.of(session(), learner(), now=now()) if archived else (),
        notice=notices.take(),
        action=ActionForm(),
    )


@bp.get("/<int:quiz_id>")
def quiz(quiz_id: int) -> ResponseReturnValue:
    """Choose how many questions; earlier attempts below."""
    return page(quiz_id)


@bp.post("/<int:quiz_id>/attempts")
def start(quiz_id: int) -> ResponseReturnValue:
    """Begin an attempt and show its first question; a class may have laid down on what terms."""
    chosen = allowed(may_take, quizzes.get(session(), quiz_id))
    pool = found(askable(opened(chosen).items) or None)
    laid = duties.of(quiz_id)
    if access.is_kept(chosen, laid):
        return redirect(url_for(".quiz", quiz_id=quiz_id), 303)
    form = confirm(StartForm.of(len(pool), composed=chosen.composed, expected=expected(laid)))
    bound = binding(laid)
    if begun := duties.under_way(bound):
        return redirect(url_for("attempts.attempt", attempt_id=begun), 303)
    terms = agreed(form.choice, duties.laid_down(bound))
    size = max(form.size.data, duties.required(bound))
    asked = assemble(pool, size, rng=services().rng, order=terms.order)
    plan = Plan(quiz_id, asked, terms, whole=len(asked) == len(pool))
    attempt_id = attempts.start(session(), plan, learner=welcome(), now=now())
    return redirect(url_for("attempts.question", attempt_id=attempt_id, position=1), 303)


def page(quiz_id: int, *, closing: ClosingForm | None = None) -> str:
    """Page of a quiz; its owner may have typed a closing time that makes no sense."""
    chosen = allowed(may_take, quizzes.get(session(), quiz_id))
    history = past.attempts(session(), learner(), quiz_id=quiz_id, limit=None)
    laid, available = duties.of(quiz_id), len(askable(chosen.items))
    bound, wanted = binding(laid), expected(laid)
    return render_template(
        "quizzes/quiz.html",
        quiz=chosen,
        size=available,
        form=StartForm.of(available, composed=chosen.composed, expected=wanted, formdata=None),
        expected=wanted,
        formats=[each for each in registry.FORMATS if each.write],
        history=history[:RECENT],
        attempts=len(history),
        studied=cards.any_of(session(), learner(), Scope(quiz=quiz_id)),
        bound=bound,
        under_way=duties.under_way(bound),
        kept=access.is_kept(chosen, laid),
        standing=standing(history),
        sharing=VisibilityForm(visibility=chosen.belonging.visibility),
        closing=closing or ClosingForm(formdata=None),
        drafts=_drafts(chosen),
        published=mine().visibility if access.may_edit(chosen) else None,
        notice=notices.take(),
        has_closed=has_closed(chosen.closes_at, now()),
        now=now(),
    )


def _drafts(quiz: Quiz) -> int:
    """How many drafts could be approved, where there is nothing to ask without them."""
    if quiz.items or quiz.article_id is None or not access.may_edit(quiz):
        return 0
    return bank.waiting(session(), quiz.article_id)
