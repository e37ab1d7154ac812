"""How often something may be tried."""

from math import ceil
from time import time

from flask import Response, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from limits import parse

from quizapp.assessment import names
from quizapp.store.accounts import LONGEST_FOLDED
from quizapp.views import services
from quizapp.views.words import counted

LIMITER = Limiter(get_remote_address, headers_enabled=True)
MANY = parse("100 per hour")
"""So many wrong passwords at one address are no slips of the hand."""


def wrong(response: Response) -> bool:
    """Only what failed counts."""
    return response.status_code == 422


def made(response: Response) -> bool:
    """Only what succeeded counts."""
    return response.status_code == 303


def minutes_left() -> int:
    """How long to wait after too many tries, as `Retry-After` says it in seconds."""
    met = LIMITER.current_limit
    return max(1, ceil((met.reset_at - time()) / 60)) if met else 1


def wait() -> str:
    """What is said of too many tries."""
    return f"There were too many tries. Wait {counted(minutes_left(), 'minute')} and go on."


def typed_name() -> str:
    """Name for which a password is tried, whether there is such an account or not.

    Where none was typed, that is told from a limit without anything to count by.
    """
    typed = names.plain(request.form.get("name", "")[:200])
    return f"name {names.folded(typed, LONGEST_FOLDED)}"


def note_wrong() -> None:
    """Count a wrong password at an address, be it of whatever name."""
    LIMITER.limiter.hit(MANY, get_remote_address())


def is_calm() -> bool:
    """Whether so few passwords were wrong at an address that they may be slips of the hand."""
    return LIMITER.limiter.test(MANY, get_remote_address())


def forgive() -> None:
    """Forget how often a password was wrong here for a name, once it is right."""
    for met in LIMITER.current_limits:
        if name_and_address() in met.request_args:
            LIMITER.limiter.clear(met.limit, *met.request_args)


def learner() -> str:
    """Whose password is tried by somebody who is logged in."""
    return str(services.learner())


def name_and_address() -> str:
    """The same, by one device or network: others may go on logging in under that name."""
    return f"{get_remote_address()} {typed_name()}"
