import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, start
from tests.quizapp.views.people import enter, member, teach


@pytest.fixture
def attempt(client: FlaskClient) -> str:
    """Address of an attempt at a quiz of four questions."""
    add_article(client)
    return start(client)


@pytest.fixture
def other(app: Flask) -> FlaskClient:
    """Somebody with an account and nothing else."""
    return member(app, "Other")


@pytest.fixture
def teacher(app: Flask) -> FlaskClient:
    """A teacher with a quiz of four questions."""
    teacher = member(app, "Ms Okafor")
    add_article(teacher)
    return teacher


@pytest.fixture
def code(teacher: FlaskClient) -> str:
    """Code of the teacher's class."""
    return teach(teacher)


@pytest.fixture
def ada(app: Flask, code: str) -> FlaskClient:
    """A member of the teacher's class."""
    ada = member(app, "Ada")
    assert enter(ada, code).location == "/classes/1"
    return ada
