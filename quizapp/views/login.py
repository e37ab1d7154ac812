"""Who is logged in, from the signed cookie."""

from dataclasses import dataclass
from hashlib import sha256

from flask import Flask, Response, redirect, request, session, url_for
from flask.sessions import SecureCookieSessionInterface, SessionMixin
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, login_user

from quizapp.store import accounts
from quizapp.store import session as database
from quizapp.store.accounts import Account
from quizapp.views.access import LINKS


@dataclass(frozen=True, slots=True)
class User(UserMixin):  # type: ignore[misc]  # Flask-Login has no types
    """An account as Flask-Login wants it."""

    account: Account

    @property
    def learner(self) -> str:
        """Who this is in everything that belongs to the account."""
        return self.account.learner

    def get_id(self) -> str:
        """Change with the password, so that a new one logs out all other devices."""
        return f"{self.learner}-{sha256(self.account.password.encode()).hexdigest()[:16]}"


class Sessions(SecureCookieSessionInterface):
    """The signed cookie; files that are the same for everybody do not vary with it."""

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Looking whether somebody is to be remembered makes no difference to a static file."""
        if request.endpoint != "static" or session.modified:
            super().save_session(app, session, response)


def register(app: Flask) -> None:
    """Let every request know who is logged in."""
    app.session_interface = Sessions()
    manager = LoginManager(app)
    manager.session_protection = None  # a phone changes its address on the way
    manager.user_loader(_known)
    manager.unauthorized_handler(_ask)


def log_in(account: Account, *, stay: bool) -> None:
    """Begin a session with nothing of the one before, which somebody else may have planted.

    Only the links somebody followed stay: they lead to quizzes, never to what is done there.
    """
    links = session.get(LINKS, [])
    session.clear()
    session[LINKS] = links
    session.permanent = stay
    login_user(User(account))


def _ask() -> ResponseReturnValue:
    """Go on where the guest wanted to be, once it is known who that is."""
    wanted = request.full_path.rstrip("?") if request.method == "GET" else None
    return redirect(url_for("accounts.log_in", next=wanted))


def _known(identifier: str) -> User | None:
    account = accounts.of(database(), identifier.partition("-")[0])
    user = User(account) if account else None
    return user if user and user.get_id() == identifier else None
