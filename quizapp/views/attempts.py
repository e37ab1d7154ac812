"""Taking a quiz: question, feedback, results, and the evidence in its place."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.assembly import askable
from quizapp.assessment.assigning import binding
from quizapp.assessment.attempt import (
    Attempt,
    Question,
    at,
    certainties,
    duration,
    further,
    left_open,
    missed,
    next_open,
    positions,
    score,
)
from quizapp.assessment.attempt import (
    again as again_of,
)
from quizapp.assessment.attempt import (
    retry as retry_of,
)
from quizapp.assessment.certainty import calibration, total
from quizapp.assessment.conditions import meets
from quizapp.assessment.modes import is_up
from quizapp.assessment.passages import paragraphs
from quizapp.assessment.showing import Feedback, feedback, progress, prompt, review, stands
from quizapp.store import articles, attempts, cards, past, quizzes, session
from quizapp.views import access, duties
from quizapp.views.access import opened
from quizapp.views.answer_forms import AnswerForm, AsideForm, EndForm, FlagForm
from quizapp.views.articles import sitting
from quizapp.views.attempt_words import KEPT, TIME_UP, TWICE, ended, refusal
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.going import leads
from quizapp.views.logged_out import logged_out
from quizapp.views.services import found, learner, now, services, welcome

bp = Blueprint("attempts", __name__, url_prefix="/attempts")
bp.register_error_handler(404, logged_out)


@bp.before_app_request
def close_late() -> None:
    """Before a page is made, attempts whose time is up are finished, and count everywhere."""
    if request.blueprint not in {None, "health"}:
        attempts.close_late(session(), now=now())


@bp.get("/<int:attempt_id>")
def attempt(attempt_id: int) -> ResponseReturnValue:
    """Go on where the attempt stands."""
    mine = _mine(attempt_id)
    if mine.finished_at:
        return redirect(url_for(".results", attempt_id=attempt_id))
    return redirect(_open(mine, next_open(mine)))


@bp.get("/<int:attempt_id>/questions/<int:position>")
def question(attempt_id: int, position: int) -> ResponseReturnValue:
    """Ask, or show the feedback; say so where another answer had come first."""
    mine = _mine(attempt_id)
    asked = found(at(mine, position))
    twice = asked.response and "again" in request.args
    form = AnswerForm.of(prompt(mine, asked))
    kept = form.propose(request.args.get("option", type=int))
    return _show(mine, asked, form=form, notice=TWICE if twice else KEPT if kept else None)


@bp.post("/<int:attempt_id>/questions/<int:position>")
def answer(attempt_id: int, position: int) -> ResponseReturnValue:
    """Store the answer and go on to what it leads to; a second one changes only an exam."""
    mine = _mine(attempt_id)
    asked = found(at(mine, position))
    form = AnswerForm.of(prompt(mine, asked))
    if feedback(mine, asked) is None:
        if not form.validate_on_submit():
            return _show(mine, asked, form=form), form.status
        mine = attempts.answer(session(), mine, position, form.answer, now=now())
    return _answered(mine, found(at(mine, position)), form)


@bp.post("/<int:attempt_id>/questions/<int:position>/flag")
def flag(attempt_id: int, position: int) -> ResponseReturnValue:
    """Flag a question of an exam or take the flag away; what was chosen meanwhile is stored too."""
    mine = _mine(attempt_id)
    form = confirm(FlagForm.of(prompt(mine, found(at(mine, position)))))
    mine = _aside(mine, position, form)
    attempts.flag(session(), mine, position, flagged=form.flagged.data == "1")
    url = url_for(".question", attempt_id=attempt_id, position=position, flag="set")
    return _dropped(mine, position, form) or leads(url)


@bp.post("/<int:attempt_id>/questions/<int:position>/skip")
def skip(attempt_id: int, position: int) -> ResponseReturnValue:
    """Go on to what else is open; what was chosen in an exam meanwhile is stored."""
    mine = _mine(attempt_id)
    form = confirm(AsideForm.of(prompt(mine, found(at(mine, position)))))
    mine = _aside(mine, position, form)
    if mine.finished_at:
        return _dropped(mine, position, form) or leads(url_for(".results", attempt_id=attempt_id))
    return leads(_open(mine, next_open(mine, position), stored=position))


@bp.get("/<int:attempt_id>/overview")
def overview(attempt_id: int) -> ResponseReturnValue:
    """Every question of a running exam, with what was chosen, before it is ended."""
    mine = _mine(attempt_id)
    if mine.finished_at or not mine.is_exam:
        return redirect(url_for(".attempt", attempt_id=attempt_id))
    return render_template(
        "attempts/overview.html",
        attempt=mine,
        progress=progress(mine, 0, now=now()),
        prompts=stands(mine),
        next=next_open(mine),
        stored=_stored(mine),
        action=ActionForm(),
    )


@bp.post("/<int:attempt_id>/finish")
def finish(attempt_id: int) -> ResponseReturnValue:
    """End the attempt, unless a page has it that the time is up and it is not; see `is_up`."""
    mine = _mine(attempt_id)
    form = confirm(EndForm())
    if not form.over.data or is_up(now(), mine.deadline, told=True):
        attempts.finish(session(), mine, now=now())
    return leads(url_for(".results", attempt_id=attempt_id))


@bp.post("/<int:attempt_id>/retry")
def retry(attempt_id: int) -> ResponseReturnValue:
    """Ask what was missed once more; where nothing was, or nothing yet, go on as before."""
    mine = _mine(attempt_id)
    plan = retry_of(mine, rng=services().rng)
    confirm(ActionForm())
    if mine.finished_at is None or not plan.asked:
        return redirect(url_for(".attempt", attempt_id=attempt_id), 303)
    opened(mine)
    started = attempts.start(session(), plan, learner=welcome(), now=now())
    return redirect(url_for(".question", attempt_id=started, position=1), 303)


@bp.post("/<int:attempt_id>/again")
def again(attempt_id: int) -> ResponseReturnValue:
    """Take the quiz once more on the same terms, at once, unless a class wants others."""
    mine = _mine(attempt_id)
    confirm(ActionForm())
    laid = duties.of(mine.quiz_id)
    bound = binding(laid)
    if begun := duties.under_way(bound):
        return redirect(url_for(".attempt", attempt_id=begun), 303)
    long_enough = len(mine.questions) >= duties.required(bound)
    if access.is_kept(mine, laid) or not (
        long_enough and meets(mine.terms, duties.laid_down(bound))
    ):
        return redirect(url_for("quizzes.quiz", quiz_id=mine.quiz_id), 303)
    pool = askable(opened(found(quizzes.get(session(), mine.quiz_id))).items)
    plan = again_of(mine, found(pool or None), rng=services().rng)
    started = attempts.start(session(), plan, learner=welcome(), now=now())
    return redirect(url_for(".question", attempt_id=started, position=1), 303)


@bp.get("/<int:attempt_id>/results")
def results(attempt_id: int) -> ResponseReturnValue:
    """Score and review; an attempt that still runs goes on instead."""
    mine = _mine(attempt_id)
    if mine.finished_at is None:
        return redirect(_open(mine, next_open(mine)))
    kept = cards.of_versions(session(), learner(), [q.version.id for q in mine.questions])
    return render_template(
        "attempts/results.html",
        attempt=mine,
        score=score(mine),
        time_up=TIME_UP,
        missed=len(missed(mine)),
        left_open=len(left_open(mine)),
        duration=duration(mine),
        review=review(mine),
        certainty=total(certainties(mine)),
        levels=calibration(certainties(mine)),
        history=past.attempts(session(), learner(), quiz_id=mine.quiz_id, limit=10),
        cards=kept,
        skipped=sum(q.version.id not in kept for q in left_open(mine)),
        action=ActionForm(),
    )


@bp.get("/<int:attempt_id>/article")
def article(attempt_id: int) -> ResponseReturnValue:
    """Show the article of a question with all evidence in it that may be shown by now."""
    mine = _mine(attempt_id)
    if exam := access.exam_over(mine):
        return sitting(mine.title, exam)
    chapters = articles.chapters(session(), [each.version for each in mine.questions])
    asked = found(at(mine, request.args.get("question", 1, type=int)))
    chapter = next(each for each in chapters if asked.version in each.versions)
    places = positions(mine, chapter.versions)
    shown = {each.position: each for each in review(mine) if each.position in places}
    return render_template(
        "attempts/article.html",
        attempt=mine,
        article=chapter.article,
        others=[(positions(mine, c.versions)[0], c.article) for c in chapters if c != chapter],
        shown=shown,
        back=f"q{asked.position}" if mine.finished_at else None,
        paragraphs=paragraphs(chapter.article, {n: each.evidence for n, each in shown.items()}),
    )


def _mine(attempt_id: int) -> Attempt:
    return found(attempts.get(session(), attempt_id, learner=learner(), now=now()))


def _open(mine: Attempt, position: int | None, *, stored: int | None = None) -> str:
    """Address of a question, or of the overview of an exam where none is left."""
    if mine.is_exam and position is None:
        return url_for(".overview", attempt_id=mine.id, stored=stored)
    return url_for(".question", attempt_id=mine.id, position=found(position), stored=stored)


def _answered(mine: Attempt, asked: Question, form: AnswerForm) -> ResponseReturnValue:
    """Go on in an exam, else to the feedback; an answer that came too late is not there."""
    if mine.is_exam and mine.finished_at is None:
        if is_up(now(), mine.deadline, told=form.over.data):
            attempts.finish(session(), mine, now=now())
            return leads(url_for(".results", attempt_id=mine.id))
        return leads(_open(mine, further(mine, asked.position), stored=asked.position))
    stands = asked.response and asked.response.chosen == form.option.data
    if asked.response is None or (mine.is_exam and not stands):
        return _show(mine, asked, notice=refusal(mine)), 409
    again = None if stands else "yes"
    return leads(url_for(".question", attempt_id=mine.id, position=asked.position, again=again))


def _aside(mine: Attempt, position: int, form: AsideForm) -> Attempt:
    """Attempt with what was chosen in an exam before something else than the answer was sent."""
    if mine.is_exam and form.option.data is not None:
        return attempts.answer(session(), mine, position, form.answer, now=now())
    return mine


def _dropped(mine: Attempt, position: int, form: AsideForm) -> ResponseReturnValue | None:
    """Say that a choice came too late to be stored, where it did."""
    asked = found(at(mine, position))
    stands = asked.response and asked.response.chosen == form.option.data
    if form.option.data is None or stands or not (mine.is_exam and mine.finished_at):
        return None
    return _show(mine, asked, notice=refusal(mine)), 409


def _stored(mine: Attempt) -> int | None:
    """Position of the question whose answer has just been stored, if there is one."""
    asked = at(mine, request.args.get("stored", 0, type=int))
    return asked.position if asked and asked.response else None


def _show(
    mine: Attempt, asked: Question, *, form: AnswerForm | None = None, notice: str | None = None
) -> str:
    """Feedback as soon as it may be shown, the question until then."""
    shown = feedback(mine, asked)
    if shown:
        return _feedback(mine, asked, shown, notice)
    return _prompt(mine, asked, form or AnswerForm.of(prompt(mine, asked)), notice)


def _prompt(mine: Attempt, asked: Question, form: AnswerForm, notice: str | None) -> str:
    after = next_open(mine, asked.position)
    return render_template(
        "attempts/question.html",
        progress=progress(mine, asked.position, now=now()),
        prompt=prompt(mine, asked),
        prompts=stands(mine) if mine.is_exam else (),
        form=form,
        skip=after if after != asked.position else None,
        stored=_stored(mine),
        notice=notice,
        action=ActionForm(formdata=None),
    )


def _feedback(mine: Attempt, asked: Question, shown: Feedback, notice: str | None) -> str:
    return render_template(
        "attempts/feedback.html",
        progress=progress(mine, shown.position, now=now()),
        feedback=shown,
        next=None if mine.finished_at else next_open(mine, shown.position),
        notice=notice or ended(mine),
        is_card=bool(cards.of_versions(session(), learner(), [asked.version.id])),
        action=ActionForm(formdata=None),
    )
