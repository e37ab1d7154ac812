"""What views need besides the request: items made, the time, chance, and who is asking."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import cast

from argon2 import PasswordHasher
from flask import abort, current_app, session
from flask_login import current_user

from questions.documents import Document
from quizapp.assessment.fitting import Optimize
from quizapp.jobs import Generate
from quizapp.readings import Readings

Clock = Callable[[], datetime]
ReadLink = Callable[[str], Document]

NAME = "quizapp"
_GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Services:
    """Given to the application once; tests give other functions.

    `optimize` is None where the optimizer of FSRS is not installed.
    """

    generate: Generate
    readings: Readings
    read_link: ReadLink
    now: Clock
    rng: Random
    hasher: PasswordHasher
    optimize: Optimize | None


def services() -> Services:
    """Services of the application that answers this request."""
    return cast("Services", current_app.extensions[NAME])


def now() -> datetime:
    """Time at which this is asked, aware, in UTC."""
    return services().now()


def learner() -> str | None:
    """Who is asking; None for a guest who has neither started a quiz nor added an article yet."""
    return current_user.learner if current_user.is_authenticated else guest()


def guest() -> str | None:
    """Who is asking without an account, from the signed cookie."""
    return session.get(_GUEST)


def welcome() -> str:
    """Who is asking; a new guest gets an id that the cookie keeps for a year."""
    if current_user.is_authenticated:
        return cast("str", current_user.learner)
    session.permanent = True
    known: str = session.setdefault(_GUEST, new_learner())
    return known


def new_learner() -> str:
    """Id that nobody has, and nobody guesses."""
    return secrets.token_hex(16)


def found[T](value: T | None) -> T:
    """Pass the value on, or answer 404."""
    return abort(404) if value is None else value
