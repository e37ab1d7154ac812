import re
from dataclasses import replace
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from sqlalchemy.orm import Session

from questions import ItemKind
from quizapp.assessment.bank import Finding
from quizapp.assessment.concerns import Concern
from quizapp.assessment.permissions import Belonging
from quizapp.store import articles, models, rows
from tests.quizapp.factories import HARBOR, ITEMS, START, make_article, make_generated
from tests.quizapp.views.pages import add_article, answer, post, send, start
from tests.quizapp.views.test_queries import MOST, queries

KEY = re.compile(r'class="stem" href="/bank/items/(\d+)"')


@pytest.fixture
def client(client: FlaskClient) -> FlaskClient:
    """Of a guest with an article of four items."""
    add_article(client)
    return client


def shown(page: str) -> list[int]:
    return [int(number) for number in KEY.findall(page)]


def decide(client: FlaskClient, status: str, *items: int, back: str = "") -> str:
    return send(client, "/bank/decide", status=status, item=list(items), back=back).text


def statuses(session: Session) -> list[str]:
    return list(session.scalars(select(models.Item.status).order_by(models.Item.id)))


def test_an_empty_bank_leads_to_the_first_article(app: Flask) -> None:
    page = app.test_client().get("/bank/").text
    assert "Add an article" in page
    assert "<table" not in page


@pytest.mark.parametrize("query", ["", "?words=quay", "?article=1", "?shown=all", "?edit=1"])
def test_samples_are_in_nobodys_bank(session: Session, app: Flask, query: str) -> None:
    articles.save(session, make_generated(), now=START)
    visitor = app.test_client()
    for page in (visitor.get(f"/bank/{query}").text, visitor.get("/bank/add").text):
        assert 'class="button" href="/">Add an article</a>' in page
        assert "/bank/items/" not in page
        assert "The harbor of Vellmouth reopens" not in page
    assert "you have none yet" in visitor.get("/quizzes/new").text


@pytest.mark.parametrize("query", ["", "?item=1", "?words=quay"])
def test_samples_are_not_exported_from_nobodys_bank(
    session: Session, app: Flask, query: str
) -> None:
    articles.save(session, make_generated(), now=START)
    visitor = app.test_client()
    for name in ("", "anki", "gift"):
        page = visitor.get(f"/bank/export/{name}{query}").text
        assert "There are no questions in this selection" in page
        assert not [item.stem for item in ITEMS if item.stem in page]


def test_nobody_decides_about_samples(session: Session, app: Flask) -> None:
    articles.save(session, make_generated(), now=START)
    visitor = app.test_client()
    assert "No item was selected" in decide(visitor, "retired", 1, 2)
    assert statuses(session) == ["new"] * 4


def test_an_item_is_shown_with_its_own_distractors(session: Session, client: FlaskClient) -> None:
    card = replace(ITEMS[0], id="card", kind=ItemKind.FLASHCARD, options=("P",), key=0)
    keyed = [replace(ITEMS[0], id=f"{key}", options=tuple("PQRS"), key=key) for key in (2, 0, 3, 1)]
    generated = make_generated(*keyed, card, article=make_article("Another text.", title="Another"))
    mine = Belonging(session.scalars(select(models.Article.owner)).one())
    article_id = articles.save(session, generated, now=START, belonging=mine)
    page = client.get(f"/bank/?article={article_id}").text
    listed = re.findall(r'<details class="options-of">(.*?)</details>', page, re.DOTALL)
    keys = [re.findall(r"Answer: </span>(\w)<", each) for each in listed]
    distractors = ["".join(re.findall(r'"distractor">(\w)<', each)) for each in listed]
    assert keys == [["P"], ["Q"], ["S"], ["P"], ["R"]]
    assert distractors == ["", "PRS", "PQR", "QRS", "PQS"]
    assert ["No other options" in each for each in listed] == [True, *[False] * 4]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", [4, 3, 2, 1]),
        ("?words=quay", [4, 3]),
        ("?type=person", [4, 2]),
        ("?type=person&words=mayor", [2]),
        ("?article=1", [4, 3, 2, 1]),
        ("?shown=retired", []),
        ("?flag=reported", []),
        ("?difficulty=hard", []),
        ("?answers=untried", [4, 3, 2, 1]),
        ("?answers=hard", []),
        ("?answers=nonsense", [4, 3, 2, 1]),
        ("?page=2", []),
        ("?page=-1&type=nonsense&difficulty=&article=x&sort=up&shown=&flag=%00", [4, 3, 2, 1]),
        ("?article=99", [4, 3, 2, 1]),
        ("?words=%25", []),
        (f"?page={10**30}", []),
    ],
)
def test_filters_come_from_the_address(
    client: FlaskClient, query: str, expected: list[int]
) -> None:
    response = client.get(f"/bank/{query}")
    assert (response.status_code, shown(response.text)) == (200, expected)


def test_a_search_is_kept_in_the_form_and_in_every_link(client: FlaskClient) -> None:
    page = client.get("/bank/?words=%3Cb%3Equay&type=person&shown=all").text
    assert 'value="&lt;b&gt;quay"' in page
    assert '<option selected value="person">' in page
    page = client.get("/bank/?words=quay&shown=all").text
    assert "/bank/?words=quay&amp;shown=all&amp;edit=3&amp;page=1#item-3" in page


def test_every_finding_and_concern_can_be_searched_for(client: FlaskClient) -> None:
    page = client.get("/bank/?answers=outdone").text
    choices = re.search(r'<select [^>]*name="answers">(.*?)</select>', page, re.DOTALL)
    assert choices is not None
    offered = re.findall(r'value="(\w+)"', choices[1])
    assert offered == [*Finding, *Concern]
    assert '<option selected value="outdone">Check the key</option>' in choices[1]


def test_the_bank_of_somebody_else_is_not_shown(client: FlaskClient, app: Flask) -> None:
    other = app.test_client()
    add_article(other, ITEMS[0].evidence.text)
    assert shown(other.get("/bank/").text) == [5]
    assert shown(client.get("/bank/").text) == [4, 3, 2, 1]


def test_items_are_retired_together_and_brought_back(session: Session, client: FlaskClient) -> None:
    decide(client, "approved", 2)
    page = decide(client, "retired", 1, 2)
    assert "2 items retired." in page
    assert shown(page) == [4, 3]
    undo = re.search(r'action="(/bank/decisions/\w+/undo)"', page)
    assert undo is not None
    assert "2 items as before." in send(client, undo[1]).text
    assert statuses(session) == ["new", "approved", "new", "new"]
    assert "as before" not in client.get("/bank/").text


def test_retired_items_are_asked_no_more(client: FlaskClient) -> None:
    decide(client, "retired", 1, 2, 3)
    attempt = start(client)
    assert ITEMS[3].stem in client.get(f"{attempt}/questions/1").text
    assert client.get(f"{attempt}/questions/2").status_code == 404
    decide(client, "retired", 4)
    assert post(client, "/quizzes/1/attempts").status_code == 404
    assert client.get("/quizzes/1").status_code == 200
    assert client.get("/articles/1").status_code == 200


def test_nobody_decides_about_the_items_of_others(client: FlaskClient, app: Flask) -> None:
    stranger = app.test_client()
    assert "No item was selected" in decide(stranger, "retired", 1, 2)
    assert shown(client.get("/bank/").text) == [4, 3, 2, 1]
    undo = re.search(r'action="(/bank/decisions/\w+/undo)"', decide(client, "retired", 1))
    assert undo is not None
    send(stranger, undo[1])
    assert shown(client.get("/bank/").text) == [4, 3, 2]


@pytest.mark.parametrize("item", [[], ["x"], ["-1"], [str(10**30)], ["99"], ["1²"]])
def test_a_forged_selection_changes_nothing(
    session: Session, client: FlaskClient, item: list[str]
) -> None:
    assert "No item was selected" in send(client, "/bank/decide", status="retired", item=item).text
    assert statuses(session) == ["new"] * 4


def test_a_forged_status_is_refused(session: Session, client: FlaskClient) -> None:
    assert post(client, "/bank/decide", status="gone", item=["1"]).status_code == 422
    assert statuses(session) == ["new"] * 4


def test_a_stale_decision_is_kept_for_another_click(client: FlaskClient) -> None:
    response = client.post("/bank/decide", data={"status": "retired", "item": ["1", "2"]})
    assert response.status_code == 400
    assert response.text.count('name="item"') == 2


@pytest.mark.parametrize(
    ("back", "location"),
    [
        ("/bank/?words=quay", "/bank/?words=quay"),
        ("https://example.org/", "/bank/"),
        ("//example.org/", "/bank/"),
        ("/bank/\r\nX: y", "/bank/"),
    ],
)
def test_one_goes_back_to_the_search_and_nowhere_else(
    client: FlaskClient, back: str, location: str
) -> None:
    assert (
        post(client, "/bank/decide", status="approved", item=["1"], back=back).location == location
    )


def test_a_reported_item_is_flagged_until_it_is_settled(client: FlaskClient) -> None:
    attempt = start(client)
    answer(client, attempt, 1)
    send(client, f"{attempt}/questions/1/report", reason="unclear")
    page = client.get("/bank/?flag=reported").text
    assert len(shown(page)) == 1
    assert "1 report" in page
    assert "1 report settled." in send(client, "/bank/decide", settle="1", item=shown(page)).text
    assert shown(client.get("/bank/?flag=reported").text) == []
    settled = send(client, "/bank/decide", settle="1", item=["1"])
    assert "Undo" not in settled.text


def test_reports_that_were_settled_at_once_are_opened_again(
    client: FlaskClient, app: Flask
) -> None:
    attempt = start(client)
    for position in (1, 2):
        answer(client, attempt, position)
        send(client, f"{attempt}/questions/{position}/report", reason="unclear")
    reported = shown(client.get("/bank/?flag=reported").text)
    page = send(client, "/bank/decide", settle="1", item=reported, back="/bank/?words=quay").text
    undo = re.search(r'action="(/bank/reports/reopen[^"]*)"', page)
    assert undo is not None
    url = unescape(undo[1])
    assert "0 reports open again." in send(app.test_client(), url).text
    assert "2 reports open again." in send(client, url).text
    assert shown(client.get("/bank/?flag=reported").text) == reported
    for at in ("", "x", "2026-03-14", "9999-12-31T23:59:59-23:00"):
        assert post(client, f"/bank/reports/reopen?at={at}").status_code == 404


def test_one_item_is_edited_in_its_place(client: FlaskClient) -> None:
    page = client.get("/bank/?words=quay&edit=3").text
    assert page.count("<textarea") == 2
    assert 'value="/bank/?words=quay#item-3"' in page
    assert 'class="stem" href="/bank/items/3"' not in page
    assert "<textarea" not in client.get("/bank/?edit=99").text
    assert "<textarea" not in client.get("/bank/?edit=x").text


def test_the_list_is_cut_into_pages(client: FlaskClient, session: Session) -> None:
    many = [replace(ITEMS[0], id=f"item {n}", stem=f"When did ship {n} call?") for n in range(60)]
    owner = session.scalars(select(models.Article)).one()
    articles.save(
        session,
        make_generated(*many),
        now=START,
        belonging=rows.belonging(owner, None),
    )
    assert [len(shown(client.get(f"/bank/?page={n}").text)) for n in (1, 2, 3, 4)] == [
        25,
        25,
        14,
        0,
    ]
    page = client.get("/bank/?page=2").text
    assert "64 items, 26–50 shown" in page
    assert 'rel="prev" href="/bank/?page=1"' in page
    assert 'rel="next" href="/bank/?page=3"' in page


def test_more_items_need_no_more_queries(app: Flask, client: FlaskClient, session: Session) -> None:
    urls = ("/bank/", "/bank/?edit=2&words=mayor", "/bank/?words=quay&type=person", "/bank/items/1")
    before = [len(queries(app, client, url)) for url in urls]
    many = [replace(ITEMS[0], id=f"item {n}", stem=f"When did ship {n} call?") for n in range(30)]
    owner = session.scalars(select(models.Article)).one()
    articles.save(session, make_generated(*many), now=START, belonging=rows.belonging(owner, None))
    assert [len(queries(app, client, url)) for url in urls] == before
    assert max(before) <= MOST


def test_the_article_is_named_once_where_all_items_are_of_one(client: FlaskClient) -> None:
    add_article(client)
    add_article(client, f"Another title\n{HARBOR}")
    page = client.get("/bank/?article=2").text
    assert 'from <a href="/articles/2">Another title</a>' in page
    assert '<p class="meta">Another title</p>' not in page
    assert '<p class="meta">Another title</p>' in client.get("/bank/").text


@pytest.mark.parametrize(
    ("status", "hint"),
    [("approved", "You have found it good"), ("retired", "Quizzes do not ask it any more")],
)
def test_what_a_status_means_stands_beside_it(client: FlaskClient, status: str, hint: str) -> None:
    add_article(client)
    assert "Nobody has judged it yet; quizzes ask it." in client.get("/bank/items/1").text
    post(client, "/bank/decide", item=1, status=status)
    assert hint in client.get("/bank/items/1").text
