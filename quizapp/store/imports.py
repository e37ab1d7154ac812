"""What was read from a file, taken into the item bank."""

from datetime import datetime

from sqlalchemy.orm import Session

from questions.formats.reading import Reading
from quizapp.assessment.permissions import NOBODYS, Belonging
from quizapp.store import articles, media


def take(
    session: Session, reading: Reading, *, now: datetime, belonging: Belonging = NOBODYS
) -> list[int]:
    """Ids of the articles, all of them stored or none.

    Pictures are stored before what shows them: alone they are seen by nobody.
    """
    media.save(session, reading.media)
    return articles.save_all(session, reading.found, now=now, belonging=belonging)
