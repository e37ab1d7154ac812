"""Studying: the next card, its answer, the rating, and what else may be done with it."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.queueing import Refusal, is_due
from quizapp.assessment.scheduling import outcomes
from quizapp.store import cards, memories, piles, reviews, session, study_queue
from quizapp.store.card_rows import StoredCard
from quizapp.store.reviews import Brought
from quizapp.store.study_queue import Standing
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.services import found, learner, now
from quizapp.views.study_forms import RateForm, SetAsideForm, UndoForm
from quizapp.views.studying import Desk, desk, face, scope, scope_args, uid

bp = Blueprint("study", __name__, url_prefix="/study")

PILES = 50


@bp.get("/")
def index() -> ResponseReturnValue:
    """What is due today, and of what."""
    here = desk()
    return render_template(
        "study/index.html",
        standing=_standing(here),
        piles=piles.largest(session(), here.learner, due_before=here.today.end, limit=PILES),
        said=request.args.get("said"),
        number=request.args.get("number", 0, type=int),
        zone=here.preferences.zone.key,
        action=ActionForm(),
    )


@bp.get("/next")
def next_card() -> ResponseReturnValue:
    """Ask the next card of the queue, or say that nothing is left for today."""
    here = desk()
    standing = _standing(here)
    card = study_queue.next_card(
        session(), here.learner, standing.allowed, today=here.today, scope=scope()
    )
    return _card(here, card, standing) if card else _nothing_left(here, standing)


@bp.get("/cards/<int:card_id>/again")
def one_card(card_id: int) -> ResponseReturnValue:
    """Ask a card once more whose rating was taken back."""
    here, card = desk(), _mine(card_id)
    return _card(here, card, _standing(here))


@bp.post("/cards/<int:card_id>/rate")
def rate(card_id: int) -> ResponseReturnValue:
    """Rate a card and go on; a rating that changes nothing is told of on the next page."""
    _mine(card_id)
    form, here = confirm(RateForm()), desk()
    brought = Brought(card_id, form.said(here.today.now))
    refused = reviews.rate(
        session(), here.learner, brought, seen=form.seen.data, preferences=here.preferences
    )
    found(None if refused is Refusal.UNKNOWN else brought)
    return _onward(said=refused.name.lower() if refused else None)


@bp.post("/undo")
def undo() -> ResponseReturnValue:
    """Take the last rating back and ask its card again."""
    form = confirm(UndoForm())
    card_id = reviews.undo(session(), learner(), form.review.data)
    if card_id is None:
        return _onward(said="gone")
    return redirect(url_for(".one_card", card_id=card_id, **scope_args(scope())), 303)


@bp.post("/cards/<int:card_id>/bury")
def bury(card_id: int) -> ResponseReturnValue:
    """Put a card off until tomorrow, or take it back."""
    card, here = _mine(card_id), desk()
    form = confirm(SetAsideForm())
    away = form.away.data == "1"
    cards.bury(session(), card, until=here.today.end if away else None)
    return _onward(said="buried" if away else None, card=card_id if away else None)


@bp.post("/cards/<int:card_id>/suspend")
def suspend(card_id: int) -> ResponseReturnValue:
    """Take a card out of the queue, or put it back."""
    card = _mine(card_id)
    form = confirm(SetAsideForm())
    away = form.away.data == "1"
    cards.suspend(session(), card, suspended=away)
    return _onward(said="suspended" if away else None, card=card_id if away else None)


def _mine(card_id: int) -> StoredCard:
    return found(cards.get(session(), card_id, learner=learner()))


def _standing(here: Desk) -> Standing:
    return study_queue.standing(
        session(), here.learner, here.preferences, today=here.today, scope=scope()
    )


def _onward(said: str | None, card: int | None = None) -> ResponseReturnValue:
    url = url_for(".next_card", said=said, card=card, **scope_args(scope()))
    return redirect(url, 303)


def _card(here: Desk, card: StoredCard, standing: Standing) -> str:
    spacing = here.preferences.spacing
    (card,) = memories.recalled(session(), [card], spacing)
    return render_template(
        "study/card.html",
        card=card,
        face=face(card),
        due=is_due(card.card, here.today) and not card.suspended,
        outcomes=outcomes(card.card, now=here.today.now, spacing=spacing),
        left=standing.left,
        shown=now().timestamp(),
        uid=uid(),
        **_around(standing),
    )


def _nothing_left(here: Desk, standing: Standing) -> str:
    return render_template(
        "study/done.html",
        standing=standing,
        soonest=study_queue.soonest(session(), here.learner, today=here.today, scope=scope()),
        today=here.today,
        **_around(standing),
    )


def _around(standing: Standing) -> dict[str, object]:
    return {
        "scope": scope_args(scope()),
        "latest": standing.latest,
        "said": request.args.get("said"),
        "aside": request.args.get("card", type=int),
        "action": ActionForm(formdata=None),
    }
