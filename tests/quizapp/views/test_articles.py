"""The page of an article, and the sheet with its answers."""

import re

from flask.testing import FlaskClient
from sqlalchemy import update
from sqlalchemy.orm import Session

from quizapp.store import models
from quizapp.views.articles import LISTED
from tests.quizapp.factories import ITEMS
from tests.quizapp.views.pages import accept, add_article, start, upload


def test_each_mark_opens_its_item(client: FlaskClient) -> None:
    page = client.get(add_article(client).location).text
    proofs = {item.evidence.text for item in ITEMS}
    assert set(re.findall(r"<mark>(?:<span[^>]*></span>)*([^<]+)</mark>", page)) == proofs
    for number in range(1, len(ITEMS) + 1):
        assert f'href="#i{number}" aria-label="Question {number}"' in page
        assert f'<div id="i{number}">' in page
        assert f'id="e{number}"' in page
        assert f'href="#e{number}"' in page
        assert f'href="/articles/1/answers#a{number}"' in page
        assert f'<li id="a{number}">' in client.get("/articles/1/answers").text


def test_the_page_of_an_article_names_no_key(client: FlaskClient) -> None:
    page = client.get(add_article(client).location).text
    offered = re.findall(r'<ol class="offered">(.*?)</ol>', page)
    assert len(offered) == len(ITEMS)
    assert all(len(set(re.findall(r"<li[^>]*>", each))) == 1 for each in offered)
    assert not any(item.explanation in page for item in ITEMS)


def test_whoever_may_not_see_the_keys_sees_neither_marks_nor_options(
    session: Session, client: FlaskClient
) -> None:
    add_article(client)
    start(client)
    private = {"owner": "somebody else", "visibility": "link"}
    session.execute(update(models.Article).values(private))
    session.execute(update(models.Quiz).values(private))
    session.commit()
    page = client.get("/articles/1").text
    assert "340 ships" in page
    assert ITEMS[1].stem in page
    assert not re.search('<mark|href="#i|Nora Falk|/answers', page)


def test_the_page_of_a_large_import_lists_its_first_questions(client: FlaskClient) -> None:
    many = LISTED + 50
    text = "\n\n".join(
        f"How many ships came in month {n}? {{={n} ~x{n} ~y{n}}}" for n in range(many)
    )
    accept(client, upload(client, text).location)
    page = client.get("/articles/1").text
    assert f"{many} questions</a> found" in page
    assert page.count('<span class="stem">') == LISTED
    assert f"the first {LISTED} of {many} questions" in page
    assert page.count("month 199?") > 0
    assert "month 200?" not in page
    assert 'href="/bank/?article=1">All of them' in page
