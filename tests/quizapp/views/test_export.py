import pytest
from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from quizapp.decks import slug
from quizapp.store import models
from tests.quizapp.views.pages import add_article


def test_a_quiz_that_anki_would_refuse_is_no_fault_of_ours(
    session: Session, client: FlaskClient
) -> None:
    add_article(client)
    session.execute(update(models.Quiz).values(title="\u200b"))
    session.commit()
    response = client.get("/quizzes/1/export/anki")
    assert response.status_code == 409
    assert "This quiz cannot be exported" in response.text
    assert "the deck: has no name." in response.text


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Old street trees, new heat", "old-street-trees-new-heat"),
        ("São Paulo: 2,140 trees", "sao-paulo-2-140-trees"),
        ("../../etc/passwd", "etc-passwd"),
        ('a"\r\nSet-Cookie: x', "a-set-cookie-x"),
        ("日本", "quiz"),
        ("", "quiz"),
        ("a" * 59 + " b", "a" * 59),
    ],
)
def test_slug(title: str, expected: str) -> None:
    assert slug(title) == expected
