"""How sure learners say they are."""

import re

import pytest
from flask.testing import FlaskClient

from tests.quizapp.views.pages import add_article, answer, choices, post, start


def test_how_sure_is_asked_kept_and_charted(client: FlaskClient) -> None:
    add_article(client)
    exam = start(client, mode="exam", confidence="y")
    key, _, _ = choices(client, exam, 1)
    post(client, f"{exam}/questions/1", option=key, confidence="sure")
    assert re.search(
        r'value="sure"[^>]*checked|checked[^>]*value="sure"',
        client.get(f"{exam}/questions/1").text,
    )
    _, wrong, _ = choices(client, exam, 2)
    post(client, f"{exam}/questions/2", option=wrong, confidence="think")
    post(client, f"{exam}/finish")
    page = client.get(f"{exam}/results").text
    assert "0.33 of 4" in page
    assert page.count("<svg") == 1
    assert "1 right, 100 %" in page
    assert page.count("you said “") == 2


@pytest.mark.parametrize(("said", "status"), [("certain", 422), ("", 303), (None, 303)])
def test_confidence_may_be_left_open_but_not_made_up(
    client: FlaskClient, said: str | None, status: int
) -> None:
    add_article(client)
    exam = start(client, mode="exam", confidence="y")
    fields = {} if said is None else {"confidence": said}
    response = post(client, f"{exam}/questions/1", option="0", **fields)
    assert response.status_code == status
    if status == 422:
        assert "Choose one of the three" in response.text
        assert 'value="0" checked' in response.text


def test_nobody_is_asked_how_sure_they_are_unless_they_wish(
    client: FlaskClient, attempt: str
) -> None:
    assert "How sure" not in client.get(f"{attempt}/questions/1").text
    answer(client, attempt, 1)
    post(client, f"{attempt}/finish")
    assert "How sure" not in client.get(f"{attempt}/results").text
