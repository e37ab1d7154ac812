"""Files that were sent to be imported, until somebody says that they may be."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from quizapp.store import models

KEPT = timedelta(hours=2)
"""How long a file waits for its confirmation."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it was sent."""

    id: int
    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """The same for the same content under the same name, and for nothing else."""
        return sha256(f"{self.name}\0".encode() + self.data).hexdigest()


def keep(session: Session, learner: str, name: str, data: bytes, *, now: datetime) -> int:
    """Store a file in place of the learner's earlier one, and forget what nobody came back for."""
    old = (models.Upload.learner == learner) | (models.Upload.created_at < now - KEPT)
    session.execute(delete(models.Upload).where(old))
    row = models.Upload(learner=learner, name=name, data=data, created_at=now)
    session.add(row)
    session.flush()
    session.commit()
    return row.id


def get(session: Session, upload_id: int, learner: str | None, *, now: datetime) -> Upload | None:
    """The learner's own file, as long as it is kept."""
    row = session.scalar(
        select(models.Upload).where(
            models.Upload.id == upload_id,
            models.Upload.learner == learner,
            models.Upload.created_at >= now - KEPT,
        )
    )
    return None if row is None else Upload(row.id, row.name, row.data)


def forget(session: Session, upload_id: int) -> None:
    """Remove a file that has been imported, or is not going to be."""
    session.execute(delete(models.Upload).where(models.Upload.id == upload_id))
    session.commit()
