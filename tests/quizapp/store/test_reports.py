from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.assessment.reporting import Reason, Report
from quizapp.store import models, reports
from quizapp.store.quizzes import Quiz
from tests.quizapp.factories import START
from tests.quizapp.store.test_attempts import LATER, begin


def test_a_later_report_replaces_the_earlier_one(session: Session, quiz: Quiz) -> None:
    attempt = begin(session, quiz)
    reports.save(session, attempt, 1, Report(Reason.UNCLEAR), now=START)
    reports.save(session, attempt, 1, Report(Reason.OTHER, "Two years fit."), now=LATER)
    reports.save(session, attempt, 2, Report(Reason.LANGUAGE), now=LATER)
    stored = session.scalars(select(models.Report).order_by(models.Report.position)).all()
    assert [(row.position, row.reason, row.comment) for row in stored] == [
        (1, "other", "Two years fit."),
        (2, "language", ""),
    ]
    assert stored[0].reported_at == LATER


def test_whoever_has_no_id_opens_no_report_again(session: Session, quiz: Quiz) -> None:
    reports.save(session, begin(session, quiz), 1, Report(Reason.UNCLEAR), now=START)
    item_ids = session.scalars(select(models.Item.id).where(models.Item.owner == "")).all()
    assert reports.settle(session, item_ids, now=LATER) == 1
    assert reports.reopen_all(session, "", LATER) == 0
