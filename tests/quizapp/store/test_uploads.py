from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quizapp.store import models, uploads
from quizapp.store.uploads import KEPT, Upload
from tests.quizapp.factories import START


def count(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(models.Upload)) or 0


def test_a_file_is_for_the_learner_who_sent_it(session: Session) -> None:
    upload_id = uploads.keep(session, "ann", "a.gift", b"\0\xff", now=START)
    expected = Upload(upload_id, "a.gift", b"\0\xff")
    assert uploads.get(session, upload_id, "ann", now=START) == expected
    for other in ("bob", None):
        assert uploads.get(session, upload_id, other, now=START) is None


def test_the_next_file_takes_the_place_of_the_one_before(session: Session) -> None:
    first = uploads.keep(session, "ann", "a", b"a", now=START)
    uploads.keep(session, "bob", "b", b"b", now=START)
    second = uploads.keep(session, "ann", "c", b"c", now=START)
    assert count(session) == 2
    assert uploads.get(session, second, "ann", now=START) is not None
    assert first == second or uploads.get(session, first, "ann", now=START) is None


def test_what_nobody_came_back_for_is_forgotten(session: Session) -> None:
    upload_id = uploads.keep(session, "ann", "a", b"a", now=START)
    late = START + KEPT + timedelta(seconds=1)
    assert uploads.get(session, upload_id, "ann", now=late) is None
    uploads.keep(session, "bob", "b", b"b", now=late)
    assert count(session) == 1


def test_what_is_done_is_forgotten(session: Session) -> None:
    upload_id = uploads.keep(session, "ann", "a", b"a", now=START)
    uploads.forget(session, upload_id)
    assert count(session) == 0
