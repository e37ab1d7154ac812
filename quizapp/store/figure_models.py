"""The table of what came of items."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from quizapp.store.base import Base


class Figure(Base):
    """What came of an item with the options and the key of this fingerprint.

    The other columns follow from `sums`, and are there to be searched. In `concerns`, each word
    stands between spaces.
    """

    __tablename__ = "figure"

    item_id: Mapped[int] = mapped_column(ForeignKey("item.id"), primary_key=True)
    fingerprint: Mapped[str] = mapped_column(String(16), primary_key=True)
    asked: Mapped[int]
    facility: Mapped[float]
    discrimination: Mapped[float | None]
    concerns: Mapped[str]
    sums: Mapped[dict[str, Any]] = mapped_column(JSON)
