import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from questions.formats.reading import Reading
from questions.media import Media, known
from quizapp.store import imports
from quizapp.views.media import shown
from tests.questions.formats.apkg.packages import PNG
from tests.quizapp.factories import START, make_generated, make_item
from tests.quizapp.views.pages import start


@pytest.fixture
def picture(session: Session) -> Media:
    found = known(PNG)
    assert found is not None
    item = make_item(
        f"Which town is <this>? {found.mark}",
        options=("Oslo", found.mark, "Lima"),
        key=0,
    )
    imports.take(session, Reading((make_generated(item),), media=(found,)), now=START)
    return found


def test_a_picture_is_shown_where_it_stands(client: FlaskClient, picture: Media) -> None:
    page = client.get(f"{start(client)}/questions/1").text
    assert page.count(f'src="/media/{picture.name}" alt="Picture"') == 2
    assert "Which town is &lt;this&gt;?" in page
    assert "[image" not in page
    assert f'src="/media/{picture.name}"' in client.get("/articles/1/answers").text


def test_a_picture_can_do_nothing(client: FlaskClient, picture: Media) -> None:
    response = client.get(f"/media/{picture.name}")
    assert response.data == PNG
    assert response.mimetype == "image/png"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in response.headers["Cache-Control"]


def test_a_picture_that_is_not_there(client: FlaskClient) -> None:
    assert client.get(f"/media/{32 * 'a'}.png").status_code == 404
    assert client.get("/media/passwd").status_code == 404


def test_a_sound_can_be_played(app: Flask) -> None:
    with app.test_request_context():
        mark = f"[sound: {32 * 'b'}.mp3]"
        assert f'<audio class="shown" src="/media/{32 * "b"}.mp3" controls' in shown(f"a {mark}")
