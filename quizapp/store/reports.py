"""Reports of questions that something is wrong with."""

from datetime import datetime

from sqlalchemy.orm import Session

from quizapp.assessment.attempt import Attempt
from quizapp.assessment.reporting import Report
from quizapp.store import models


def save(
    session: Session, attempt: Attempt, position: int, report: Report, *, now: datetime
) -> None:
    """Store what is wrong with a question as an attempt asked it; a later report replaces it."""
    row = models.Report(
        attempt_id=attempt.id,
        position=position,
        reason=report.reason.value,
        comment=report.comment,
        reported_at=now,
    )
    session.merge(row)
    session.commit()
