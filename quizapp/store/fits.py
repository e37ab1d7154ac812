"""Parameters of FSRS that belong to one learner."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from quizapp.assessment.fitting import Fit
from quizapp.store import study_models


@dataclass(frozen=True, slots=True)
class StoredFit:
    """A fit, and when it was made."""

    fit: Fit
    at: datetime


def get(session: Session, learner: str | None) -> StoredFit | None:
    """None for who studies with the usual parameters."""
    row = session.get(study_models.Fit, learner) if learner else None
    if row is None:
        return None
    fit = Fit(tuple(row.parameters), row.reviews, row.off, row.off_before)
    return StoredFit(fit, row.fitted_at)


def save(session: Session, learner: str, fit: Fit, *, now: datetime) -> None:
    """Study with these parameters from now on."""
    row = study_models.Fit(
        learner=learner,
        parameters=list(fit.parameters),
        reviews=fit.reviews,
        off=fit.off,
        off_before=fit.off_before,
        fitted_at=now,
    )
    session.merge(row)
    session.commit()


def forget(session: Session, learner: str | None) -> None:
    """Go back to the usual parameters."""
    fit = study_models.Fit
    session.execute(delete(fit).where(fit.learner == learner))
    session.commit()
