"""What views need besides the request: items made, the time, chance, and who is asking."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import cast

from flask import abort, current_app, session

from quizapp.jobs import Generate

Clock = Callable[[], datetime]

NAME = "quizapp"
_GUEST = "guest"


@dataclass(frozen=True, slots=True)
class Services:
    """Given to the application once; tests give other functions."""

    generate: Generate
    now: Clock
    rng: Random


def services() -> Services:
    """Services of the application that answers this request."""
    return cast("Services", current_app.extensions[NAME])


def now() -> datetime:
    """Time at which this is asked, aware, in UTC."""
    return services().now()


def learner() -> str | None:
    """Who is asking, from the signed cookie; None for somebody who has not started a quiz yet."""
    return session.get(_GUEST)


def welcome() -> str:
    """Who is asking; a newcomer gets an id that the cookie keeps for a year."""
    session.permanent = True
    known: str = session.setdefault(_GUEST, secrets.token_hex(16))
    return known


def found[T](value: T | None) -> T:
    """Pass the value on, or answer 404."""
    return abort(404) if value is None else value
