"""Accounts: sign up, log in, log out."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from quizapp import passwords
from quizapp.store import accounts, session
from quizapp.store.accounts import Account
from quizapp.store.errors import NameTaken
from quizapp.views import limits
from quizapp.views.account_forms import LogInForm, SignUpForm
from quizapp.views.forms import ActionForm, confirm
from quizapp.views.limits import LIMITER
from quizapp.views.login import log_in as begin
from quizapp.views.returning import local
from quizapp.views.services import guest, new_learner, now, services
from quizapp.views.words import counted

bp = Blueprint("accounts", __name__, url_prefix="/account")

WRONG = "Name and password do not fit together."
KEPT = "Until you share them, only you can see what you made in this browser: {}."
TAKEN = "Somebody has this name already. If that is you, log in instead."


@bp.get("/sign-up")
def sign_up() -> ResponseReturnValue:
    """Ask for a name and a password."""
    return _page("sign_up", SignUpForm())


@bp.post("/sign-up")
@LIMITER.limit("60 per hour", deduct_when=limits.made)
def create() -> ResponseReturnValue:
    """Make the account, with what was done as a guest, or say beside the field what is wrong."""
    form = SignUpForm()
    account = _created(form) if form.validate_on_submit() else None
    if account is None:
        return _page("sign_up", form), form.status
    return _welcomed(account, f"Welcome, {account.name}.", stay=form.stay.data)


@bp.get("/log-in")
def log_in() -> ResponseReturnValue:
    """Ask for name and password."""
    return _page("log_in", LogInForm())


@bp.post("/log-in")
@LIMITER.limit("10 per 15 minutes", key_func=limits.name_and_address, deduct_when=limits.wrong)
@LIMITER.limit(
    "3 per hour",
    key_func=limits.name_and_address,
    deduct_when=limits.wrong,
    exempt_when=limits.is_calm,
)
@LIMITER.limit("100 per hour", key_func=limits.typed_name, deduct_when=limits.wrong)
def check() -> ResponseReturnValue:
    """Let in whoever knows the password; who does not learns nothing, not even by the time.

    A school has one address for everybody in it: who guesses there never shuts the others out, but
    leaves few guesses for each name.
    """
    form = LogInForm()
    account = _known(form) if form.validate_on_submit() else None
    if account is None:
        limits.note_wrong()
        return _page("log_in", form), form.status
    limits.forgive()
    return _welcomed(account, f"Welcome back, {account.name}.", stay=form.stay.data)


@bp.errorhandler(429)
def wait(_error: HTTPException) -> ResponseReturnValue:
    """Show the form again, with the name that was typed and how long to wait."""
    name, form = _asked()
    form.refuse(limits.wait())
    return _page(name, form), 429


@bp.post("/log-out")
def log_out() -> ResponseReturnValue:
    """Forget in this browser who was here."""
    confirm(ActionForm())
    cookie.clear()
    flash("You are logged out.")
    return redirect(url_for("home.index"), 303)


def _asked() -> tuple[str, SignUpForm | LogInForm]:
    signs_up = request.endpoint == f"{bp.name}.{create.__name__}"
    return ("sign_up", SignUpForm()) if signs_up else ("log_in", LogInForm())


def _created(form: SignUpForm) -> Account | None:
    password, learner = services().hasher.hash(form.password.data), new_learner()
    try:
        return accounts.add(
            session(), form.name.data, password=password, learner=learner, now=now()
        )
    except NameTaken:
        form.refuse(TAKEN)
        return None


def _known(form: LogInForm) -> Account | None:
    account = accounts.named(session(), form.name.data)
    known = account.password if account else None
    if passwords.fits(services().hasher, form.password.data, known):
        return account
    form.refuse(WRONG)
    return None


def _welcomed(account: Account, greeting: str, *, stay: bool) -> ResponseReturnValue:
    kept = accounts.welcome(session(), account, guest())
    begin(account, stay=stay)
    flash(f"{greeting} {KEPT.format(counted(kept, 'quiz', 'quizzes'))}" if kept else greeting)
    return redirect(local(request.args.get("next")) or url_for("home.index"), 303)


def _page(name: str, form: SignUpForm | LogInForm) -> str:
    further = local(request.args.get("next"))
    return render_template(f"accounts/{name}.html", form=form, next=further)
