import re
from datetime import date, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from icalendar import Calendar

from quizapp.views.services import NAME
from tests.quizapp.views.pages import add_article, post, send

ADDRESS = re.compile(r'value="http://localhost(/study/calendar/\w+\.ics)"')


@pytest.fixture
def studying(client: FlaskClient) -> FlaskClient:
    """A client with three new cards and one that is due in eight days."""
    add_article(client)
    post(client, "/study/cards/from-quiz/1")
    post(client, "/study/cards/1/rate", rating=4, seen=0, uid="a")
    return client


def address(client: FlaskClient) -> str:
    found = ADDRESS.search(send(client, "/study/calendar/", away=0).text)
    assert found is not None
    return found[1]


def entries(client: FlaskClient, url: str) -> dict[date, str]:
    calendar = Calendar.from_ical(client.get(url).data)
    return {e.decoded("dtstart"): str(e["summary"]) for e in calendar.walk("VEVENT")}


def test_the_calendar_tells_due_cards_to_who_knows_its_address(
    app: Flask, studying: FlaskClient
) -> None:
    stranger = app.test_client()
    url = address(studying)
    assert stranger.get(url).mimetype == "text/calendar"
    assert entries(stranger, url) == {
        date(2026, 3, 14): "3 cards are due",
        date(2026, 3, 22): "1 card is due",
    }


def test_an_entry_keeps_its_name_from_day_to_day(app: Flask, studying: FlaskClient) -> None:
    url = address(studying)
    names = [re.findall(r"UID:(2026-03-22\S+)", studying.get(url).text)]
    app.extensions[NAME].now.time += timedelta(days=1)
    names.append(re.findall(r"UID:(2026-03-22\S+)", studying.get(url).text))
    assert names[0] == names[1]
    assert len(names[0]) == 1


def test_a_new_address_ends_the_old_one(studying: FlaskClient) -> None:
    old = address(studying)
    new = address(studying)
    assert (studying.get(old).status_code, studying.get(new).status_code) == (404, 200)
    post(studying, "/study/calendar/", away=1)
    assert studying.get(new).status_code == 404
    assert "no such address" in studying.get("/study/calendar/").text


def test_settings_may_change_without_a_new_address(studying: FlaskClient) -> None:
    url = address(studying)
    wanted = {"retention": 90, "reviews_per_day": 9, "steps": "", "relearning": ""}
    post(studying, "/study/settings/", zone="UTC", kind="question", new_per_day=1, **wanted)
    assert date(2026, 3, 14) not in entries(studying, url)


def test_the_file_is_as_rfc_5545_has_it(studying: FlaskClient) -> None:
    data = studying.get(address(studying)).data
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert lines[-1] == b""
    calendar = Calendar.from_ical(data)
    assert [part.errors for part in calendar.walk()] == [[], [], []]
    assert {"PRODID", "VERSION"} <= calendar.keys()
    for entry in calendar.walk("VEVENT"):
        assert {"UID", "DTSTAMP", "DTSTART", "DTEND"} <= entry.keys()


def test_where_nothing_is_due_the_calendar_still_has_a_component(client: FlaskClient) -> None:
    calendar = Calendar.from_ical(client.get(address(client)).data)
    assert [part.name for part in calendar.walk()] == ["VCALENDAR", "VTIMEZONE", "STANDARD"]


def test_a_link_opens_the_calendar_program(studying: FlaskClient) -> None:
    url = address(studying)
    assert f'href="webcal://localhost{url}"' in studying.get("/study/calendar/").text


@pytest.mark.parametrize("secret", ["None", "guessed", "%00", "x" * 500])
def test_a_guess_leads_nowhere(studying: FlaskClient, secret: str) -> None:
    assert studying.get(f"/study/calendar/{secret}.ics").status_code == 404
