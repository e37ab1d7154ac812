"""What sections of a learner's data are made of."""

from typing import Any

from sqlalchemy import Select
from sqlalchemy.orm import Session

Told = dict[str, Any]
"""Something in words: names as people would call them, values as JSON has them, or times."""


def listed(session: Session, query: Select[*tuple[Any, ...]]) -> list[Told]:
    """Rows of a query under the names that it gives to its columns."""
    return [dict(row) for row in session.execute(query).mappings()]


def first(session: Session, query: Select[*tuple[Any, ...]]) -> Told | None:
    """The only row there can be."""
    return next(iter(listed(session, query)), None)
