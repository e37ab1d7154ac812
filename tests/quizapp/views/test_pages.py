import gzip
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from quizapp import config
from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import PAGES, RADIO, add_article, answer, start, use

BEFORE = [page for page in PAGES if not re.search("/answers$|/attempts/[2-9]|^/bank/", page)]


@pytest.fixture(scope="module")
def used(shared_app: Flask) -> FlaskClient:
    """A client with an attempt and an exam begun, and two attempts finished."""
    return use(shared_app.test_client())


@pytest.mark.parametrize("url", PAGES)
def test_nothing_inline_and_nothing_from_elsewhere(used: FlaskClient, url: str) -> None:
    page = used.get(url).text
    assert not re.search(r"<style|<script(?! src=)|\sstyle=|\son\w+=|javascript:", page)
    assert not re.search(r'(?:src|href|action)="(?:https?:)?//', page)


@pytest.mark.parametrize("url", PAGES)
def test_a_page_with_all_it_loads_is_light(used: FlaskClient, url: str) -> None:
    page = used.get(url)
    names = re.findall(r'(?:src|href)="/static/([^"?]+)', page.text)
    assert {"style.css", "app.js", "favicon.svg"} <= set(names)
    files = [(config.STATIC / name).read_bytes() for name in names]
    assert sum(len(gzip.compress(part)) for part in (page.data, *files)) < 60_000


@pytest.mark.parametrize(
    ("url", "section", "how"),
    [
        ("/study/", "/study/", "page"),
        ("/study/cards/new", "/study/", "true"),
        ("/quizzes/1", "/quizzes/", "true"),
        ("/articles/1", "/quizzes/", "true"),
        ("/bank/items/1", "/bank/", "true"),
        ("/history/goal/", "/history/", "true"),
        ("/account/sign-up", "/account/log-in", "true"),
    ],
)
def test_a_page_says_in_which_section_it_is(
    used: FlaskClient, url: str, section: str, how: str
) -> None:
    top = used.get(url).text.partition("</header>")[0]
    assert re.findall(r'href="([^"?]+)[^"]*" aria-current="(\w+)"', top) == [(section, how)]


@pytest.mark.parametrize("url", PAGES)
def test_a_page_has_one_heading_of_its_own_and_a_title(used: FlaskClient, url: str) -> None:
    page = used.get(url).text
    assert page.count("<h1") == 1
    title = re.search(r"<title>(.+?) · quizapp</title>", page)
    assert title is not None


@pytest.mark.parametrize("url", PAGES)
def test_ids_are_unique(used: FlaskClient, url: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', used.get(url).text)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("url", BEFORE)
def test_no_page_before_the_answer_gives_away_a_key(client: FlaskClient, url: str) -> None:
    add_article(client)
    start(client)
    page = client.get(url).text
    shown_text = "/articles/1" in url or url.endswith("/article")
    for item in ITEMS:
        assert item.explanation not in page
        assert shown_text or item.evidence.text not in page
        assert f"{item.evidence.start}" not in re.findall(r'data-[^=]+="(\d+)"', page)
    assert not re.search(r"correct|data-key|is-right|class=\"[^\"]*right", page)
    assert url == "/articles/1" or "<mark" not in page


def test_the_options_of_a_question_differ_in_nothing_but_their_text(
    client: FlaskClient, attempt: str
) -> None:
    page = client.get(f"{attempt}/questions/1").text
    blocks = re.findall(r'<div class="option">.*?</div>', page, re.S)
    plain = {re.sub(r"\d+|>[A-D]<|>[^<]+</label>", "", block) for block in blocks}
    assert len(RADIO.findall(page)) == len(blocks) == 4
    assert len(plain) == 1


def test_the_answer_to_one_question_tells_nothing_of_the_next(
    client: FlaskClient, attempt: str
) -> None:
    page = answer(client, attempt, 1).text
    others = [item for item in ITEMS if item.stem not in page]
    assert len(others) == 3
    assert not any(item.stem in page or item.explanation in page for item in others)


def test_help_has_a_table_of_contents(client: FlaskClient) -> None:
    page = client.get("/about/").text
    contents = re.findall(r'<a href="#(\w+)">([^<]+)</a>', page)
    assert contents == re.findall(r'<h2 id="(\w+)">([^<]+)</h2>', page)
    assert len(contents) > 10
