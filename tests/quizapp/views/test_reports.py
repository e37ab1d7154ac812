import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from quizapp.store import models
from tests.quizapp.views.pages import answer, post, start

REPORT = "/questions/1/report"


def test_a_report_is_stored_and_thanked_for(
    session: Session, client: FlaskClient, attempt: str
) -> None:
    assert f'href="{attempt}{REPORT}"' in answer(client, attempt, 1).text
    response = post(client, attempt + REPORT, reason="two right", comment=" Both <b> are\nright ")
    assert response.location == f"{attempt}{REPORT}/thanks"
    assert "Thank you" in client.get(response.location).text
    row = session.scalars(select(models.Report)).one()
    assert (row.reason, row.comment) == ("two right", "Both <b> are right")


def test_a_report_tells_no_key(client: FlaskClient, attempt: str) -> None:
    pages = [client.get(attempt + REPORT).text, post(client, attempt + REPORT).text]
    for page in pages:
        assert "Report this question" in page
        assert "From the article" not in page
        assert "Right answer" not in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Choose what comes nearest."),
        ({"reason": "boring", "comment": "Kept."}, "Choose what comes nearest."),
        ({"reason": "other"}, "Say in a few words"),
        ({"reason": "other", "comment": " \n "}, "Say in a few words"),
        ({"reason": "unclear", "comment": "x" * 10_000}, "At most 1000 characters"),
    ],
)
def test_what_is_missing_is_said_and_the_rest_kept(
    session: Session, client: FlaskClient, attempt: str, fields: dict[str, str], said: str
) -> None:
    response = post(client, attempt + REPORT, **fields)
    assert (response.status_code, said in response.text) == (422, True)
    assert fields.get("comment", "").strip() in response.text
    assert session.scalars(select(models.Report)).all() == []


def test_a_stale_report_is_kept_for_another_click(client: FlaskClient, attempt: str) -> None:
    data = {"csrf_token": "stale", "reason": "unclear", "comment": "Which year?"}
    response = client.post(attempt + REPORT, data=data)
    assert response.status_code == 400
    assert "Nothing is lost" in response.text
    assert "Which year?" in response.text
    assert 'value="unclear"' in response.text


@pytest.mark.parametrize("path", [REPORT, f"{REPORT}/thanks", "/questions/99/report"])
def test_nobody_reports_in_another_attempt(app: Flask, attempt: str, path: str) -> None:
    stranger = app.test_client()
    start(stranger)
    assert stranger.get(attempt + path).status_code == 404
    if not path.endswith("thanks"):
        assert post(stranger, attempt + path, reason="unclear").status_code == 404
