"""Pictures and sounds that items show."""

from collections.abc import Sequence
from itertools import batched

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from questions.media import Media
from quizapp.store import models
from quizapp.store.base import AT_ONCE


def save(session: Session, media: Sequence[Media]) -> None:
    """Keep what is not kept yet; the same content always has the same name."""
    try:
        _add(session, media)
    except IntegrityError:  # Somebody else has brought the same at the same time.
        session.rollback()
        _add(session, media)


def get(session: Session, name: str) -> bytes | None:
    """Content by name, or None."""
    return session.scalar(select(models.Media.data).where(models.Media.name == name))


def of_names(session: Session, names: Sequence[str]) -> dict[str, bytes]:
    """Contents by their names; what is not there is left out."""
    found: dict[str, bytes] = {}
    for some in batched(names, AT_ONCE):
        wanted = models.Media.name.in_(some)
        query = select(models.Media.name, models.Media.data).where(wanted)
        found |= dict(iter(session.execute(query)))
    return found


def _add(session: Session, media: Sequence[Media]) -> None:
    there = set(session.scalars(select(models.Media.name)))
    new = {each.name: each.data for each in media if each.name not in there}
    session.add_all(models.Media(name=name, data=data) for name, data in new.items())
    session.commit()
