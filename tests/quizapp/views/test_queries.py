"""How pages ask the database: seldom, and by an index."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, event

from quizapp import store
from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import PAGES, add_article, post, start, take, use
from tests.quizapp.views.people import assign, enter, member

Query = tuple[str, Any]

TABLES = "attempt|attempt_item|response|item|item_version|quiz_item|card|review"
GROWING = re.compile(rf"^SCAN ({TABLES})(_\d+)?\b")
"""Tables read from one end to the other that grow with every attempt, article or rating."""


MOST = 5
"""Four that a page may need, and before them the one that looks for exams whose time is up."""
MORE = {"/study/numbers/": 6}
"""One query for each of its tables."""


@pytest.fixture(scope="module")
def used(shared_app: Flask) -> FlaskClient:
    return use(shared_app.test_client())


@contextmanager
def noted(app: Flask) -> Iterator[list[Query]]:
    """Every statement with its values."""
    made: list[Query] = []

    def note(_c: object, _cursor: object, statement: str, values: object, *_rest: object) -> None:
        made.append((statement, values))

    with app.app_context():
        engine: Engine = store.db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield made
    finally:
        event.remove(engine, "before_cursor_execute", note)


def queries(app: Flask, client: FlaskClient, url: str) -> list[Query]:
    with noted(app) as made:
        assert client.get(url).status_code in {200, 404, 422}
    return made


def plan(app: Flask, query: Query) -> list[str]:
    """Steps that SQLite takes."""
    statement, values = query
    with app.app_context(), store.db.engine.connect() as connection:
        rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        return [str(row[3]) for row in rows]


@pytest.mark.parametrize("url", PAGES)
def test_a_page_asks_the_database_no_more_often_than_it_needs(
    shared_app: Flask, used: FlaskClient, url: str
) -> None:
    assert len(queries(shared_app, used, url)) <= MORE.get(url, MOST)


@pytest.mark.parametrize("url", PAGES)
def test_a_page_reads_no_growing_table_from_one_end_to_the_other(
    shared_app: Flask, used: FlaskClient, url: str
) -> None:
    steps = [s for query in queries(shared_app, used, url) for s in plan(shared_app, query)]
    assert [step for step in steps if GROWING.match(step)] == []


def test_an_answer_reads_no_growing_table_from_one_end_to_the_other(
    app: Flask, client: FlaskClient
) -> None:
    add_article(client)
    attempt = start(client)
    with noted(app) as made:
        post(client, f"{attempt}/questions/1", option="0")
    steps = [step for query in made for step in plan(app, query)]
    assert any("USING" in step for step in steps)
    assert [step for step in steps if GROWING.match(step)] == []


def test_more_quizzes_and_attempts_need_no_more_queries(app: Flask, client: FlaskClient) -> None:
    urls = ("/", "/quizzes/", "/history/", "/quizzes/1")
    add_article(client)
    take(client, start(client))
    before = [len(queries(app, client, url)) for url in urls]
    take(client, start(client))
    take(client, start(client))
    post(client, "/", text=ITEMS[0].evidence.text)
    assert [len(queries(app, client, url)) for url in urls] == before


def test_more_members_and_assignments_need_no_more_queries(
    app: Flask, teacher: FlaskClient, ada: FlaskClient, code: str
) -> None:
    asked = {
        teacher: ("/", "/bank/", "/classes/", "/classes/1", "/classes/1/gradebook"),
        ada: ("/", "/quizzes/", "/quizzes/1", "/classes/1", "/history/"),
    }

    def numbers() -> list[int]:
        return [len(queries(app, who, url)) for who, urls in asked.items() for url in urls]

    assign(teacher)
    take(ada, start(ada))
    before = numbers()
    bo = member(app, "Bo")
    enter(bo, code)
    post(teacher, "/", text=ITEMS[0].evidence.text)
    assign(teacher, quiz=2)
    take(bo, start(bo))
    take(ada, start(ada))
    take(ada, start(ada, 2), 1)
    assert numbers() == before
    assert max(before) <= 10
