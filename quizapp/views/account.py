"""One's own account: its password, its data, its end."""

import json
from datetime import date

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask import session as cookie
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_required
from werkzeug.exceptions import HTTPException

from quizapp import passwords
from quizapp.store import accounts, personal, session
from quizapp.store.accounts import Account
from quizapp.views import limits
from quizapp.views.account_forms import PasswordForm, RemovalForm
from quizapp.views.forms import ActionForm
from quizapp.views.limits import LIMITER
from quizapp.views.login import log_in
from quizapp.views.services import new_learner, services

bp = Blueprint("account", __name__, url_prefix="/account")

WRONG = "This is not your password."


@bp.before_request
@login_required  # type: ignore[untyped-decorator]  # Flask-Login has no types
def _members_only() -> None:
    """Send guests to the log-in."""


@bp.get("/")
def index() -> ResponseReturnValue:
    """Who is logged in, and what can be done with the account."""
    return _page()


@bp.get("/data")
def data() -> ResponseReturnValue:
    """Everything that is stored of this account, as a file."""
    account = _account()
    found = {
        "schema": "quizapp.account/2",
        "account": {"name": account.name, "created_at": account.created_at},
        **personal.everything(session(), account.learner),
    }
    text = json.dumps(found, ensure_ascii=False, indent=1, default=_plain)
    headers = {"Content-Disposition": 'attachment; filename="quizapp-data.json"'}
    return Response(text, mimetype="application/json", headers=headers)


@bp.post("/password")
@LIMITER.limit("10 per 15 minutes", key_func=limits.learner, deduct_when=limits.wrong)
def change_password() -> ResponseReturnValue:
    """Change the password, and so log out every other device."""
    form = PasswordForm()
    if not form.validate_on_submit() or not _knows(form, form.present.data):
        return _page(password=form), form.status
    hashed = services().hasher.hash(form.password.data)
    changed = accounts.change_password(session(), _account(), hashed)
    log_in(changed, stay=cookie.permanent)
    flash("Your password is changed. On other devices you are logged out.")
    return redirect(url_for(".index"), 303)


@bp.post("/removal")
@LIMITER.limit("10 per 15 minutes", key_func=limits.learner, deduct_when=limits.wrong)
def remove() -> ResponseReturnValue:
    """Delete the account and what is its own alone."""
    form = RemovalForm()
    if not form.validate_on_submit() or not _knows(form, form.confirmation.data):
        return _page(removal=form), form.status
    accounts.remove(session(), _account(), nobody=new_learner())
    cookie.clear()
    flash("Your account is deleted.")
    return redirect(url_for("home.index"), 303)


@bp.errorhandler(429)
def wait(_error: HTTPException) -> ResponseReturnValue:
    """Say beside the password how long to wait, after too many wrong ones."""
    if request.endpoint == f"{bp.name}.{remove.__name__}":
        removal = RemovalForm()
        removal.refuse(limits.wait())
        return _page(removal=removal), 429
    password = PasswordForm()
    password.refuse(limits.wait())
    return _page(password=password), 429


def _plain(value: object) -> str:
    """Days and times, for which JSON has no words."""
    return value.isoformat() if isinstance(value, date) else str(value)


def _account() -> Account:
    account: Account = current_user.account
    return account


def _knows(form: PasswordForm | RemovalForm, password: str) -> bool:
    if passwords.fits(services().hasher, password, _account().password):
        return True
    form.refuse(WRONG)
    return False


def _page(*, password: PasswordForm | None = None, removal: RemovalForm | None = None) -> str:
    return render_template(
        "account/index.html",
        account=_account(),
        password=password or PasswordForm(formdata=None),
        removal=removal or RemovalForm(formdata=None),
        action=ActionForm(formdata=None),
    )
