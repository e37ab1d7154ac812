"""Reviews as a device sends them once it is online again; what cannot be read is refused whole."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from quizapp.assessment.merging import Rated
from quizapp.assessment.scheduling import Rating
from quizapp.store.reviews import Batch, Brought
from quizapp.views.study_forms import LONGEST_LOOK, is_uid

MOST = 500
"""Reviews at once; a device with more sends them in turns."""
LAST = 4_102_444_800_000
"""The year 2100 in milliseconds: a clock that is further ahead is not believed at all."""


def batch(sent: object) -> Batch | None:
    """Reviews of a request, or None where it holds something else."""
    if not isinstance(sent, Mapping) or not isinstance(sent.get("reviews"), list):
        return None
    at, said = _time(sent.get("sent")), [_brought(each) for each in sent["reviews"]]
    brought = tuple(each for each in said if each)
    if at is None or len(brought) < len(said) or len(said) > MOST:
        return None
    return Batch(brought, at)


def _brought(sent: object) -> Brought | None:
    if not isinstance(sent, Mapping):
        return None
    card, rating = _whole(sent.get("card"), 10**18), _whole(sent.get("rating"), len(Rating))
    uid, at = sent.get("uid"), _time(sent.get("at"))
    if card is None or rating is None or at is None or not is_uid(uid):
        return None
    return Brought(card, Rated(str(uid), Rating(rating), at, _took(sent.get("took"))))


def _whole(value: object, most: int) -> int | None:
    number = _number(value, most)
    return number if isinstance(number, int) and number else None


def _number(value: object, most: int) -> int | float | None:
    """What is neither a number nor within reach is None, as are true and false."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value if 0 <= value <= most else None


def _time(value: object) -> datetime | None:
    """Milliseconds since 1970, as browsers count."""
    number = _number(value, LAST)
    return None if number is None else datetime.fromtimestamp(number / 1000, UTC)


def _took(value: object) -> timedelta | None:
    number = _number(value, LAST)
    return None if number is None else min(timedelta(milliseconds=number), LONGEST_LOOK)
