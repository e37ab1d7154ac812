"""Quizzes put together from the bank, by a rule or item by item, and what is in them."""

from collections.abc import Sequence

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from quizapp.assessment.bank import Shelf
from quizapp.assessment.composing import (
    Choosable,
    arranged,
    compose,
    place_of,
    put_in,
    shifted,
    without,
)
from quizapp.assessment.permissions import may_edit
from quizapp.store import bank, composing, quiz_items, quizzes, session
from quizapp.store.quizzes import Quiz
from quizapp.views import notices
from quizapp.views.access import allowed, mine
from quizapp.views.bank import NOTHING_SELECTED, back
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.item_forms import PickForm, number
from quizapp.views.quiz_forms import NEW_QUIZ, ArrangeForm, ChoiceForm, NewForm, RuleForm, TitleForm
from quizapp.views.services import found, learner, now, services, welcome
from quizapp.views.words import counted

bp = Blueprint("composing", __name__, url_prefix="/quizzes")

MADE = "The quiz is there, and empty yet. Choose its questions from the bank."


@bp.get("/new")
def new() -> ResponseReturnValue:
    """Name a quiz, and say by what rule it is filled."""
    return _new(NewForm.of(_shelves()))


@bp.post("/new")
def make() -> ResponseReturnValue:
    """Make the quiz and show what came into it, or say beside the field what is wrong."""
    form = NewForm.of(_shelves())
    if not form.validate_on_submit():
        return _new(form), form.status
    item_ids = [] if form.empty.data else _by_rule(form)
    if not (item_ids or form.empty.data):
        form.refuse()
        return _new(form), 422
    quiz_id = composing.add(session(), form.title.data, item_ids, owner=welcome(), now=now())
    notices.leave(MADE if form.empty.data else _came(len(item_ids), form.rule.size))
    return back(url_for(".edit", quiz_id=quiz_id))


@bp.post("/choose")
def choose() -> ResponseReturnValue:
    """Ask for which quiz the items are meant that were selected in the bank."""
    picked = confirm(PickForm())
    own = _own(picked.item_ids)
    if not own:
        notices.leave(NOTHING_SELECTED)
        return back(picked.back.data)
    form = ChoiceForm.of(composing.of(session(), welcome()), formdata=None)
    return _choice(form, own, picked.back.data)


@bp.post("/by-hand")
def collect() -> ResponseReturnValue:
    """Put what was selected into a new quiz or into one that is there."""
    form = ChoiceForm.of(composing.of(session(), welcome()))
    own = _own(form.item_ids)
    if not form.validate_on_submit():
        return _choice(form, own, form.back.data), form.status
    quiz_id = form.quiz.data
    if quiz_id == NEW_QUIZ:
        quiz_id = composing.add(session(), form.title.data, own, owner=welcome(), now=now())
        notices.leave(_came(len(own), len(own)))
    else:
        notices.leave(_added(quiz_items.append(session(), quiz_id, own), len(own)))
    return back(url_for(".edit", quiz_id=quiz_id))


@bp.get("/<int:quiz_id>/edit")
def edit(quiz_id: int) -> ResponseReturnValue:
    """Every item of the quiz with its place, and how the quiz is mixed."""
    return _page(_mine(quiz_id))


@bp.post("/<int:quiz_id>/name")
def rename(quiz_id: int) -> ResponseReturnValue:
    """Give the quiz another name."""
    quiz, form = _mine(quiz_id), TitleForm()
    if not form.validate_on_submit():
        return _page(quiz, title=form), form.status
    composing.rename(session(), quiz_id, form.title.data)
    notices.leave("The quiz has its new name.")
    return back(url_for(".edit", quiz_id=quiz_id))


@bp.post("/<int:quiz_id>/items")
def add(quiz_id: int) -> ResponseReturnValue:
    """Add what was selected in the bank, and go on choosing there."""
    _mine(quiz_id)
    form = confirm(PickForm())
    own = _own(form.item_ids)
    done = quiz_items.append(session(), quiz_id, own)
    notices.leave(_added(done, len(own)) if own else NOTHING_SELECTED)
    return back(form.back.data)


@bp.post("/<int:quiz_id>/items/by-rule")
def add_by_rule(quiz_id: int) -> ResponseReturnValue:
    """Add as many items as a rule says, mixed with those that are there."""
    quiz, form = _mine(quiz_id), RuleForm.of(_shelves())
    if not form.validate_on_submit():
        return _page(quiz, rule=form), form.status
    item_ids = _by_rule(form, beside=composing.chosen(session(), quiz_id))
    if not item_ids:
        form.refuse()
        return _page(quiz, rule=form), 422
    quiz_items.append(session(), quiz_id, item_ids)
    notices.leave(_came(len(item_ids), form.rule.size))
    return back(url_for(".edit", quiz_id=quiz_id))


@bp.post("/<int:quiz_id>/items/order")
def arrange(quiz_id: int) -> ResponseReturnValue:
    """Move items to the places typed, one up or down, or take one out."""
    quiz, form = _mine(quiz_id), confirm(ArrangeForm())
    if form.senseless:
        return _page(quiz, typed=form), 422
    there = quiz_items.of(session(), quiz_id)
    moved, out = number(form.up.data) or number(form.down.data), number(form.out.data)
    order = shifted(arranged(there, form.places), moved, 1 if form.down.data else -1)
    quiz_items.arrange(session(), quiz_id, without(order, {out}))
    if out in order:
        undo = url_for(".put_back", quiz_id=quiz_id, item_id=out, place=place_of(there, out))
        notices.leave("One question was taken out of the quiz. It is still in the bank.", undo=undo)
    elif not (moved or out):
        notices.leave("The order is saved.")
    anchor = f"item-{moved}" if moved in order else None
    return back(url_for(".edit", quiz_id=quiz_id, _anchor=anchor))


@bp.post("/<int:quiz_id>/items/<int:item_id>/<int:place>")
def put_back(quiz_id: int, item_id: int, place: int) -> ResponseReturnValue:
    """Put an item back that was taken out."""
    _mine(quiz_id)
    confirm(ActionForm())
    for own in _own([item_id]):
        there = quiz_items.of(session(), quiz_id)
        quiz_items.arrange(session(), quiz_id, put_in(there, own, place))
    return back(url_for(".edit", quiz_id=quiz_id, _anchor=f"item-{item_id}"))


def _mine(quiz_id: int) -> Quiz:
    """The quiz of an article is made of all its items: there is nothing to choose."""
    quiz = allowed(may_edit, quizzes.get(session(), quiz_id))
    return found(quiz if quiz.composed else None)


def _own(item_ids: Sequence[int]) -> list[int]:
    """Those of the items that are the asker's, in the order of their articles."""
    return [entry.id for entry in bank.some(session(), learner() or "", item_ids)]


def _shelves() -> Sequence[Shelf]:
    return bank.shelves(session(), learner() or "")


def _by_rule(form: RuleForm, beside: Sequence[Choosable] = ()) -> list[int]:
    """Ids of items that the rule gives."""
    pool = composing.pool(session(), welcome(), form.rule)
    chosen = compose(pool, form.rule.size, rng=services().rng, beside=beside)
    return [each.item_id for each in chosen]


def _came(came: int, wanted: int) -> str:
    """How many questions a quiz got, and that there were no more."""
    fewer = "" if came == wanted else f" No more of your bank fit; you had asked for {wanted}."
    return f"{counted(came, 'question')} added.{fewer}"


def _added(done: int, selected: int) -> str:
    """How many questions are new in a quiz, and how many had been in it."""
    known = selected - done
    return f"{counted(done, 'question')} added." + (f" {known} had been there." if known else "")


def _new(form: NewForm) -> str:
    return render_template("composing/new.html", form=form)


def _choice(form: ChoiceForm, item_ids: Sequence[int], target: str | None) -> str:
    return render_template("composing/choice.html", form=form, item_ids=item_ids, target=target)


def _page(
    quiz: Quiz,
    *,
    title: TitleForm | None = None,
    rule: RuleForm | None = None,
    typed: ArrangeForm | None = None,
) -> str:
    return render_template(
        "composing/edit.html",
        quiz=quiz,
        entries=bank.of_quiz(session(), quiz.id),
        title=title or TitleForm(formdata=None, title=quiz.title),
        rule=rule or RuleForm.of(_shelves(), formdata=None),
        typed=typed.typed if typed else {},
        senseless=typed.senseless if typed else {},
        action=ActionForm(formdata=None),
        published=mine().visibility,
        notice=notices.take(),
    )
