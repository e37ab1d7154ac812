"""What the benchmark says of all pages is said of each that there is."""

from collections.abc import Iterator
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from tests.bench import filling
from tests.bench.responses import LOADED, PUPILS, TEACHER, WEIGHT, filled, pages, signed_in, weight

LEADING_ELSEWHERE = {"attempts.attempt", "cards.anki", "sharing.open_"}
"""They show nothing themselves, where they lead is measured."""
FILES = {
    "bank_export.file",
    "calendar.feed",
    "export.file",
    "health.favicon",
    "media.file",
    "static",
}
ENOUGH = 10 * (filling.GRADED + filling.QUIZZES)
"""So many responses that each quiz has some, and each attempt that is looked at is there."""


@pytest.fixture(scope="module")
def app() -> Iterator[Flask]:
    with filled(ENOUGH) as app:
        yield app


@pytest.fixture(scope="module")
def people(app: Flask) -> Iterator[list[tuple[FlaskClient, list[str]]]]:
    with signed_in(app, "Ida", TEACHER) as teacher, signed_in(app, *filling.PUPIL) as pupil:
        yield [(teacher, pages(app)), (pupil, list(PUPILS))]


def test_every_page_is_measured_and_light(
    app: Flask, people: list[tuple[FlaskClient, list[str]]]
) -> None:
    shown, heavy = set(), []
    for client, urls in people:
        for url in urls:
            response = client.get(url)
            if response.status_code != 200:
                continue
            shown.add(app.url_map.bind("").match(url.partition("?")[0])[0])
            if response.mimetype == "text/html" and weight(client, url) > 1000 * WEIGHT:
                heavy.append(url)
    every = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert every - shown == LEADING_ELSEWHERE | FILES
    assert heavy == []


def test_what_is_weighed_is_compressed(app: Flask) -> None:
    client = app.test_client()
    links = {"/", *map(unescape, LOADED.findall(client.get("/").text))}
    plain = 0
    for link in links:
        with client.get(link) as response:
            plain += len(response.data)
    assert weight(client, "/") < 0.5 * plain
