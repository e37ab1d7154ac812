from sqlalchemy.orm import Session

from questions.media import known
from quizapp.store import media
from tests.questions.formats.apkg.packages import PNG


def test_the_same_picture_is_kept_once(session: Session) -> None:
    picture, sound = known(PNG), known(b"ID3 sound")
    assert picture is not None
    assert sound is not None
    media.save(session, [picture])
    media.save(session, [picture, sound, sound])
    assert media.get(session, picture.name) == PNG
    found = media.of_names(session, [picture.name, "unknown", sound.name])
    assert found == {picture.name: PNG, sound.name: b"ID3 sound"}
    assert media.get(session, "unknown") is None
