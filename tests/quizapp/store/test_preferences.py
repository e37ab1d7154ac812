from dataclasses import replace

from sqlalchemy.orm import Session

from quizapp.assessment.faces import CardKind
from quizapp.assessment.preferences import DEFAULT
from quizapp.store import preferences


def test_preferences_come_back_as_they_were_saved(session: Session) -> None:
    assert preferences.get(session, "me") == DEFAULT
    mine = replace(DEFAULT, new_per_day=0, kind=CardKind.CLOZE, collects=False)
    preferences.set_feed(session, "me", "secret")
    preferences.save(session, "me", mine)
    assert preferences.get(session, "me") == mine
    assert preferences.of_feed(session, "secret") == ("me", mine)
    preferences.set_feed(session, "me", "another")
    assert preferences.of_feed(session, "secret") is None
