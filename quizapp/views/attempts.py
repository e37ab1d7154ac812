"""Taking a quiz: question, feedback, results, and the evidence in its place."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.attempt import (
    Attempt,
    Question,
    at,
    duration,
    missed,
    next_open,
    score,
)
from quizapp.assessment.attempt import (
    retry as retry_of,
)
from quizapp.assessment.passages import paragraphs
from quizapp.assessment.showing import Feedback, Prompt, feedback, progress, prompt, review
from quizapp.store import articles, attempts, session
from quizapp.views.forms import ActionForm, AnswerForm, confirm
from quizapp.views.services import found, guest, now, welcome

bp = Blueprint("attempts", __name__, url_prefix="/attempts")

TWICE = "You had answered this question before; the first answer counts."
OVER = "This attempt had ended before this answer arrived, so it was not counted."


@bp.get("/<int:attempt_id>")
def attempt(attempt_id: int) -> ResponseReturnValue:
    """Go on where the attempt stands."""
    mine = _mine(attempt_id)
    position = next_open(mine)
    if mine.finished_at or position is None:
        return redirect(url_for(".results", attempt_id=attempt_id))
    return redirect(url_for(".question", attempt_id=attempt_id, position=position))


@bp.get("/<int:attempt_id>/questions/<int:position>")
def question(attempt_id: int, position: int) -> ResponseReturnValue:
    """Ask, or show the feedback once more."""
    mine = _mine(attempt_id)
    asked = found(at(mine, position))
    return _show(mine, asked)


@bp.post("/<int:attempt_id>/questions/<int:position>")
def answer(attempt_id: int, position: int) -> ResponseReturnValue:
    """Store the first answer and show the feedback; a second one changes nothing."""
    mine = _mine(attempt_id)
    asked = found(at(mine, position))
    form = AnswerForm.of(prompt(asked))
    if asked.response is None and mine.finished_at is None:
        if not form.validate_on_submit():
            return _show(mine, asked, form=form), form.status
        mine = attempts.answer(session(), mine, asked, form.option.data, now=now())
        asked = found(at(mine, position))
    return _answered(mine, asked, form.option.data)


@bp.post("/<int:attempt_id>/finish")
def finish(attempt_id: int) -> ResponseReturnValue:
    """End the attempt; what is open counts as wrong."""
    mine = _mine(attempt_id)
    confirm(ActionForm())
    attempts.finish(session(), mine, now=now())
    return redirect(url_for(".results", attempt_id=attempt_id), 303)


@bp.post("/<int:attempt_id>/retry")
def retry(attempt_id: int) -> ResponseReturnValue:
    """Ask what was missed once more; where nothing was, or nothing yet, go on as before."""
    mine = _mine(attempt_id)
    plan = retry_of(mine)
    confirm(ActionForm())
    if mine.finished_at is None or not plan.items:
        return redirect(url_for(".attempt", attempt_id=attempt_id), 303)
    started = attempts.start(session(), plan, guest=welcome(), now=now())
    return redirect(url_for(".question", attempt_id=started, position=1), 303)


@bp.get("/<int:attempt_id>/results")
def results(attempt_id: int) -> ResponseReturnValue:
    """Score and review; an attempt that still runs goes on instead."""
    mine = _mine(attempt_id)
    if mine.finished_at is None:
        position = found(next_open(mine))
        return redirect(url_for(".question", attempt_id=attempt_id, position=position))
    return render_template(
        "attempts/results.html",
        attempt=mine,
        score=score(mine),
        missed=len(missed(mine)),
        duration=duration(mine),
        review=review(mine),
        history=attempts.history(session(), guest(), quiz_id=mine.quiz_id, limit=10),
        action=ActionForm(),
    )


@bp.get("/<int:attempt_id>/article")
def article(attempt_id: int) -> ResponseReturnValue:
    """Show the article with the evidence of every question that may be shown by now."""
    mine = _mine(attempt_id)
    stored = found(articles.get(session(), mine.article_id))
    shown = review(mine)
    marks = {each.position: each.evidence for each in shown}
    return render_template(
        "attempts/article.html",
        attempt=mine,
        stored=stored,
        shown={each.position: each for each in shown},
        paragraphs=paragraphs(stored.article, marks),
    )


def _mine(attempt_id: int) -> Attempt:
    return found(attempts.get(session(), attempt_id, guest=guest()))


def _answered(mine: Attempt, asked: Question, chosen: int) -> ResponseReturnValue:
    """Feedback, and a word where what was chosen is not what counts."""
    if asked.response is None:
        return _show(mine, asked, notice=OVER), 409
    return _show(mine, asked, notice=None if chosen == asked.response.chosen else TWICE)


def _show(
    mine: Attempt, asked: Question, *, form: AnswerForm | None = None, notice: str | None = None
) -> str:
    """Feedback as soon as it may be shown, the question until then."""
    shown = feedback(mine, asked)
    if shown:
        return _feedback(mine, shown, notice)
    return _prompt(mine, prompt(asked), form or AnswerForm.of(prompt(asked)))


def _prompt(mine: Attempt, shown: Prompt, form: AnswerForm) -> str:
    after = next_open(mine, shown.position)
    return render_template(
        "attempts/question.html",
        progress=progress(mine, shown.position),
        prompt=shown,
        form=form,
        skip=after if after != shown.position else None,
        action=ActionForm(formdata=None),
    )


def _feedback(mine: Attempt, shown: Feedback, notice: str | None) -> str:
    return render_template(
        "attempts/feedback.html",
        progress=progress(mine, shown.position),
        feedback=shown,
        next=None if mine.finished_at else next_open(mine, shown.position),
        notice=notice,
    )
