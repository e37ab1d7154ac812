import pytest
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, start


@pytest.fixture
def attempt(client: FlaskClient) -> str:
    """Address of an attempt at a quiz of four questions."""
    add_article(client)
    return start(client)
