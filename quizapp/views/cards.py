"""The cards of a learner: made from questions, written by hand, looked through, edited."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.attempt import at
from quizapp.assessment.faces import CardKind, Wording
from quizapp.assessment.permissions import may_see_keys
from quizapp.assessment.showing import feedback
from quizapp.store import attempts, cards, handwritten, memories, preferences, quizzes, session
from quizapp.store.card_rows import StoredCard
from quizapp.store.cards import Filter, Show
from quizapp.views import paging
from quizapp.views.access import allowed
from quizapp.views.downloads import binary
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.services import found, learner, now, welcome
from quizapp.views.study_forms import WordingForm
from quizapp.views.studying import desk, face, scope, scope_args

bp = Blueprint("cards", __name__, url_prefix="/study/cards")

PAGE = 30


@bp.get("/")
def index() -> ResponseReturnValue:
    """All cards, the newest first."""
    page = paging.asked(PAGE)
    show = request.args.get("show", Show.ALL, type=Show)
    listed = cards.listed(
        session(), learner(), only=Filter(scope(), show), limit=page.limit, offset=page.offset
    )
    return render_template(
        "cards/index.html",
        cards=[(card, face(card)) for card in page.shown(listed)],
        more=page.has_next(listed),
        page=page.number,
        show=show,
        scope=scope_args(scope()),
        takeable=handwritten.has_any(session(), learner()),
        today=desk().today,
        action=ActionForm(),
    )


@bp.get("/anki")
def anki() -> ResponseReturnValue:
    """Deck of the cards that were written by hand."""
    deck = handwritten.deck(session(), learner(), scheduled="schedule" in request.args)
    return binary(deck, "cards.apkg") if deck else redirect(url_for(".index"))


@bp.get("/new")
def blank() -> ResponseReturnValue:
    """Write a card."""
    return _page(WordingForm(deck=request.args.get("deck", "")))


@bp.post("/new")
def write() -> ResponseReturnValue:
    """Store a card that asks no item."""
    form = WordingForm()
    if not form.validate_on_submit():
        return _page(form), form.status
    cards.write(session(), welcome(), form.wording, deck=form.deck.data, now=now())
    return redirect(url_for("study.index", said="added", number=1), 303)


@bp.get("/<int:card_id>")
def card(card_id: int) -> ResponseReturnValue:
    """Read and change a card."""
    (mine,) = memories.recalled(session(), [_mine(card_id)], desk().preferences.spacing)
    shown = face(mine)
    return _page(
        WordingForm(front=shown.front, back=shown.back, deck=mine.deck, kind=mine.kind), mine
    )


@bp.post("/<int:card_id>")
def edit(card_id: int) -> ResponseReturnValue:
    """Change how a card asks; where neither side was changed, it follows its item as before."""
    mine, form = _mine(card_id), WordingForm()
    if not form.validate_on_submit():
        return _page(form, mine), form.status
    kind = CardKind(form.kind.data) if mine.source else CardKind.PLAIN
    shown = face(mine)
    original = form.original.data
    same = mine.wording is None and form.wording == Wording(shown.front, shown.back)
    wording = None if same or (original and mine.source) else form.wording
    cards.reword(session(), mine, wording, kind=kind, deck=form.deck.data, now=now())
    return redirect(url_for(".card", card_id=card_id, said="saved", **scope_args(scope())), 303)


@bp.post("/from-quiz/<int:quiz_id>")
def add_quiz(quiz_id: int) -> ResponseReturnValue:
    """Make cards of all questions of a quiz."""
    allowed(may_see_keys, quizzes.get(session(), quiz_id))
    confirm(ActionForm())
    who = welcome()
    kind = preferences.get(session(), who).kind
    number = cards.add_quiz(session(), who, quiz_id, kind=kind, now=now())
    return redirect(url_for("study.index", said="added", number=number), 303)


@bp.post("/from-attempt/<int:attempt_id>/<int:position>")
def add_question(attempt_id: int, position: int) -> ResponseReturnValue:
    """Make a card of one question whose answer has been shown."""
    mine = found(attempts.get(session(), attempt_id, learner=learner(), now=now()))
    confirm(ActionForm())
    question = found(at(mine, position))
    found(feedback(mine, question))
    kind = preferences.get(session(), mine.learner).kind
    cards.add_versions(session(), mine.learner, (question.version.id,), kind=kind, now=now())
    url = url_for("attempts.question", attempt_id=attempt_id, position=position)
    return redirect(url, 303)


def _mine(card_id: int) -> StoredCard:
    return found(cards.get(session(), card_id, learner=learner()))


def _page(form: WordingForm, mine: StoredCard | None = None) -> str:
    said = request.args.get("said")
    return render_template(
        "cards/card.html",
        form=form,
        card=mine,
        said=said,
        scope=scope_args(scope()),
        action=ActionForm(formdata=None),
    )
