import logging
from collections.abc import Callable
from io import BytesIO, StringIO

import pytest
from flask import Flask

from questions import Generated
from questions.documents import Document
from quizapp import samples, server, store
from quizapp.jobs import Generate
from quizapp.store import quizzes
from tests.questions.files import pdf
from tests.quizapp.factories import HARBOR, generate
from tests.quizapp.views.pages import add_article, post

SAMPLE = Document("A sample", HARBOR, "2021-05-13")


@pytest.fixture(autouse=True)
def _one_sample(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(samples, "samples", lambda: [SAMPLE])


def titles(app: Flask) -> list[str]:
    with app.app_context():
        return [card.title for card in quizzes.recent(store.session(), None, limit=9)]


def test_an_empty_database_is_filled_with_the_samples_once(app: Flask) -> None:
    server.seed(app)
    server.seed(app)
    assert titles(app) == ["A sample"]


def test_a_database_in_use_is_left_alone(app: Flask) -> None:
    add_article(app.test_client())
    server.seed(app)
    assert titles(app) == ["The harbor of Vellmouth reopens"]


def test_the_model_is_warm_before_the_first_article(make_app: Callable[[Generate], Flask]) -> None:
    read: list[str] = []

    def note(text: str, **_options: object) -> Generated:
        read.append(text)
        return generate(text)

    server.warm_up(make_app(note)).join(5)
    assert read == [HARBOR]


def test_serving_prepares_and_then_listens(monkeypatch: pytest.MonkeyPatch, app: Flask) -> None:
    served: list[dict[str, object]] = []
    monkeypatch.setattr(server, "create_app", lambda: app)
    monkeypatch.setattr("waitress.serve", lambda _app, **how: served.append(how))
    server.serve(port=8123)
    assert (served[0]["host"], served[0]["port"]) == ("127.0.0.1", 8123)
    assert titles(app) == ["A sample"]


def test_the_log_says_nothing_of_the_files_that_people_send(
    monkeypatch: pytest.MonkeyPatch, app: Flask
) -> None:
    log = StringIO()
    monkeypatch.setattr(logging.getLogger(), "handlers", [logging.StreamHandler(log)])
    for name in server.READERS:
        monkeypatch.setattr(logging.getLogger(name), "propagate", True)
    monkeypatch.setattr(server, "create_app", lambda: app)
    monkeypatch.setattr("waitress.serve", lambda _app, **_how: None)
    server.serve()
    damaged = BytesIO(pdf([HARBOR])[:200])
    response = post(app.test_client(), "/", file=(damaged, "a.pdf"))
    assert "no PDF file that can be read" in response.text
    assert log.getvalue() == ""
