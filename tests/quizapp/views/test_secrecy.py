"""No response before an answer depends on the key, whatever address is asked for."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from questions import Generated, Item
from quizapp.assessment.modes import Mode
from quizapp.jobs import Generate
from tests.quizapp.factories import HARBOR, ITEMS, make_generated
from tests.quizapp.views.pages import PAGES as ALL_PAGES
from tests.quizapp.views.pages import TOKEN, add_article, options, post, send
from tests.quizapp.views.people import assign, enter, member, teach
from tests.quizapp.views.test_hostile import addresses

LOT = re.compile(r'"(?:token|who)":"[^"]+"|data-who=\S+|\b[0-9a-f]{32}\b|[\w-]{43}')
"""Tokens, ids of learners and what is made of them, and the secret address of a calendar."""
PAGES = ("", "/article", "/overview", "/results", "/questions/1/report")


def with_another_key(item: Item) -> Item:
    start = HARBOR.index("The lighthouse")
    return replace(
        item,
        key=(item.key + 1) % len(item.options),
        evidence=replace(item.evidence, start=start, end=start + 14, text=HARBOR[start:][:14]),
        explanation="Something else.",
    )


def make(items: tuple[Item, ...]) -> Generate:
    def generate(_text: str, /, **_options: object) -> Generated:
        return make_generated(*items)

    return generate


def shown(response: TestResponse) -> tuple[int, str | None, str]:
    return response.status_code, response.location, TOKEN.sub("", response.text)


def look(client: FlaskClient, attempt: str) -> Iterator[TestResponse]:
    """Every page of an attempt, and every question of it."""
    for path in PAGES:
        yield client.get(attempt + path)
    for position in range(1, len(ITEMS) + 1):
        yield client.get(f"{attempt}/questions/{position}")


def taken(client: FlaskClient, mode: Mode) -> Iterator[tuple[int, str | None, str]]:
    """Everything that is seen up to the first answer, or to the end of an exam."""
    add_article(client)
    response = post(client, "/quizzes/1/attempts", mode=mode, minutes="120", confidence="y")
    yield shown(response)
    attempt = response.location.partition("/questions/")[0]
    yield from map(shown, look(client, attempt))
    if mode is not Mode.EXAM:
        return
    for position in range(1, len(ITEMS) + 1):
        url = f"{attempt}/questions/{position}"
        chosen = next(iter(options(client.get(url).text).values()))
        yield shown(post(client, url, option=chosen))
        yield shown(post(client, f"{url}/flag", option=chosen, flagged="1"))
        yield shown(post(client, url, option="99"))
        yield from map(shown, look(client, attempt))


@pytest.mark.parametrize("mode", Mode)
def test_before_an_answer_all_keys_look_the_same(
    make_app: Callable[[Generate], Flask], mode: Mode
) -> None:
    one = make_app(make(ITEMS)).test_client()
    other = make_app(make(tuple(map(with_another_key, ITEMS)))).test_client()
    assert list(taken(one, mode)) == list(taken(other, mode))


def member_of_a_class(app: Flask) -> FlaskClient:
    """Somebody whose class is to take a quiz."""
    teacher, ada = member(app, "Ms Okafor"), member(app, "Ada")
    add_article(teacher)
    enter(ada, teach(teacher))
    assign(teacher)
    return ada


def every_page(app: Flask, client: FlaskClient) -> Iterator[tuple[str, int, str | None, str]]:
    """What is answered at every address there is; what is drawn by lot differs anyhow."""
    for url in sorted({*addresses(app, "GET"), *ALL_PAGES}):
        with client.get(url) as response:
            text = LOT.sub("", TOKEN.sub("", response.get_data(as_text=True)))
            yield url, response.status_code, response.location, text


def looked_around(app: Flask, mode: Mode) -> Iterator[tuple[str, int, str | None, str]]:
    """All that a member of a class sees before the first answer, or before the end of an exam."""
    ada = member_of_a_class(app)
    response = post(ada, "/quizzes/1/attempts", mode=mode, minutes="120", confidence="y")
    attempt = response.location.partition("/questions/")[0]
    yield from every_page(app, ada)
    if mode is Mode.EXAM:
        for position in range(1, len(ITEMS) + 1):
            url = f"{attempt}/questions/{position}"
            post(ada, url, option=next(iter(options(ada.get(url).text).values())))
        yield from every_page(app, ada)


@pytest.mark.parametrize("mode", Mode)
def test_before_an_answer_no_address_tells_a_member_of_a_class_the_key(
    make_app: Callable[[Generate], Flask], mode: Mode
) -> None:
    one, other = make_app(make(ITEMS)), make_app(make(tuple(map(with_another_key, ITEMS))))
    seen = list(looked_around(one, mode))
    assert "/attempts/1/questions/1" in {url for url, *_ in seen}
    assert seen == list(looked_around(other, mode))


@pytest.mark.parametrize("mode", Mode)
def test_what_one_answer_shows_tells_nothing_of_the_open_questions(
    client: FlaskClient, mode: Mode
) -> None:
    add_article(client)
    response = post(client, "/quizzes/1/attempts", mode=mode, minutes="120", confidence="y")
    attempt = response.location.partition("/questions/")[0]
    seen = {item.stem for item in ITEMS}
    for position in range(1, len(ITEMS) + 1):
        url = f"{attempt}/questions/{position}"
        page = client.get(url).text
        for turn in (1, 2):
            offered = re.findall(r'type="radio"[^>]* value="(\d+)"(?! disabled)', page)
            page = send(client, url, option=offered[-1], turn=turn).text if offered else page
        if "From the article" in page:
            seen -= {item.stem for item in ITEMS if item.stem in page}
        for each in look(client, attempt):
            assert not gives_away(each.text, seen), each.request.path
    assert (seen == set()) == (mode is not Mode.EXAM)


def gives_away(page: str, open_stems: set[str]) -> bool:
    """Whether something only feedback says is said of a question still open."""
    told = {item.evidence.text for item in ITEMS if item.stem not in open_stems}
    open_items = [item for item in ITEMS if item.stem in open_stems]
    proofs = {item.evidence.text for item in open_items} - told
    quoted = any(f"<blockquote>{proof}" in page or f"<mark>{proof}" in page for proof in proofs)
    asks = any(f"{item.stem}</h1>" in page for item in open_items)
    return quoted or (asks and ("Right answer" in page or "From the article" in page))
