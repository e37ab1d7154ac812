"""Drafts are looked over by whom they belong to, and seen by nobody else."""

import re
from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from quizapp import store
from quizapp.assessment.bank import HELD_BACK, Status
from quizapp.jobs import Generate
from quizapp.store import models
from tests.quizapp.factories import HARBOR, ITEMS, generate_drafts
from tests.quizapp.views.pages import PAGES, add_article, post, send, start, take, undo
from tests.quizapp.views.people import assign, enter, member, teach
from tests.quizapp.views.test_hostile import addresses
from tests.quizapp.views.test_queries import GROWING, MOST, plan, queries

PRINTED, DRAFTS = ITEMS[:2], ITEMS[2:]
REVIEW = "/bank/drafts/1"
STEMS = [item.stem for item in DRAFTS]


@pytest.fixture
def app(make_app: Callable[[Generate], Flask]) -> Flask:
    """Articles give two items and two drafts; those without the mayor's name give drafts alone."""
    return make_app(generate_drafts)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A teacher who has added the article."""
    client = member(app, "Ms Okafor")
    add_article(client)
    return client


def decide(client: FlaskClient, status: str, *items: int, back: str = REVIEW) -> str:
    return send(client, "/bank/decide", status=status, item=list(items), back=back).text


def statuses(app: Flask) -> list[str]:
    with app.app_context():
        found = store.session().scalars(select(models.Item.status).order_by(models.Item.id))
        return list(found)


def listed(page: str) -> list[str]:
    return re.findall(r'<h2 class="stem"[^>]*>(.*?)</h2>', page)


def test_the_page_of_an_article_leads_its_owner_to_the_drafts(client: FlaskClient) -> None:
    page = client.get("/articles/1").text
    assert "2 more drafts may need a small change" in page
    assert f'href="{REVIEW}"' in page
    assert "2 questions</a> found" in page
    assert "2 questions and 2 drafts go too" in page


def test_a_draft_is_shown_with_its_options_key_and_evidence(client: FlaskClient) -> None:
    page = client.get(REVIEW).text
    assert listed(page) == STEMS
    for item in DRAFTS:
        assert f'<strong class="key">{item.options[item.key]} ' in page
        assert all(option in page for option in item.options)
        assert f"<blockquote>{item.evidence.text}</blockquote>" in page


def test_one_draft_after_the_other_is_approved_or_discarded(
    app: Flask, client: FlaskClient
) -> None:
    page = client.get(REVIEW).text
    backs = re.findall(r'name="back" value="([^"]*#[^"]*)"', page)
    assert backs == [f"{REVIEW}?at=4#item-4"]
    page = decide(client, "approved", 3, back=backs[0])
    assert listed(page) == STEMS[1:]
    assert page.index("1 item approved.") > page.index('id="item-4"')
    page = decide(client, "discarded", 4)
    assert "1 item discarded." in page
    assert "No draft of this article is left" in page
    assert 'href="/quizzes/1">Go to the quiz</a>' in page
    assert statuses(app) == ["new", "new", "approved", "discarded"]
    assert "3 questions" in client.get("/quizzes/1").text
    undone = client.get(undo(client, page).location).text
    assert listed(undone) == STEMS[1:]


def test_several_are_approved_at_once_and_taken_back(app: Flask, client: FlaskClient) -> None:
    page = decide(client, "approved", 3, 4)
    assert "2 items approved." in page
    assert client.get("/articles/1").text.count('class="stem"') == 4
    undo(client, page)
    assert statuses(app) == ["new", "new", "draft", "draft"]
    assert client.get("/articles/1").text.count('class="stem"') == 2
    assert "No item was selected" in decide(client, "approved")


def test_what_has_been_asked_since_stays_approved_and_that_is_said(
    app: Flask, client: FlaskClient
) -> None:
    page = decide(client, "approved", 3, 4)
    start(client)
    assert "Nothing was undone" in client.get(undo(client, page).location).text
    assert statuses(app)[2:] == ["approved", "approved"]


def test_a_draft_is_edited_and_approved(app: Flask, client: FlaskClient) -> None:
    url = "/bank/items/3"
    page = client.get(url).text
    assert "nothing asks it until you approve it" in page
    assert "Save and approve" in page
    assert "Retire" not in page
    item = DRAFTS[0]
    fields = {
        "stem": "How many meters long is the new quay of Vellmouth?",
        "key": item.key,
        "answer_type": item.answer_type.value,
        "band": "easy",
        "start": item.evidence.start,
        "end": item.evidence.end,
        "back": f"{REVIEW}?at=3#item-3",
        **{f"options-{n}": option for n, option in enumerate(item.options)},
    }
    page = send(client, url, number=1, **fields).text
    assert "Saved." in page
    assert listed(page) == [fields["stem"], STEMS[1]]
    assert statuses(app)[2] == "draft"
    page = send(client, url, number=2, approve="1", **fields).text
    assert listed(page) == STEMS[1:]
    assert "1 item approved." in page
    assert "How many meters long" in client.get("/articles/1/answers").text


def test_other_items_offer_no_approval_with_their_saving(client: FlaskClient) -> None:
    assert "Save and approve" not in client.get("/bank/items/1").text


@pytest.mark.parametrize(
    ("status", "items", "after"),
    [
        ("draft", [1, 2], ["new", "new", "draft", "draft"]),
        ("discarded", [1, 3], ["new", "new", "discarded", "draft"]),
        ("retired", [2, 3], ["new", "retired", "draft", "draft"]),
        ("new", [3, 4], ["new", "new", "draft", "draft"]),
    ],
)
def test_what_is_asked_never_becomes_a_draft_nor_a_draft_retired(
    app: Flask, client: FlaskClient, status: str, items: list[int], after: list[str]
) -> None:
    page = decide(client, status, *items)
    assert statuses(app) == after
    changed = after != ["new", "new", "draft", "draft"]
    assert ("Nothing was changed." in page) == (not changed)


def test_the_bank_filters_drafts_and_discarded_ones(client: FlaskClient) -> None:
    decide(client, "discarded", 4)
    assert "Look over 1 draft" in client.get("/bank/?article=1").text
    page = client.get("/bank/?shown=draft").text
    assert re.findall(r'href="/bank/items/(\d+)">', page) == ["3"]
    assert f'<a href="{REVIEW}">' in page
    assert 'value="discarded">Discard</button>' in page
    assert ">Retire</button>" not in page
    page = client.get("/bank/?shown=discarded").text
    assert re.findall(r'href="/bank/items/(\d+)">', page) == ["4"]
    assert 'value="draft">Keep as drafts</button>' in page
    assert "Export all" not in page


@pytest.mark.parametrize("query", ["", "?item=3&item=4", "?shown=draft", "?shown=discarded"])
def test_no_export_has_a_draft(client: FlaskClient, query: str) -> None:
    decide(client, "discarded", 4)
    for name in ("", "gift", "json", "csv"):
        page = client.get(f"/bank/export/{name}{query}").text
        assert not [stem for stem in STEMS if stem in page]


def test_no_draft_is_added_to_a_quiz(client: FlaskClient) -> None:
    post(client, "/quizzes/by-hand", quiz=0, title="Mine", item=[1, 3, 4])
    page = client.get("/quizzes/2/edit").text
    assert PRINTED[0].stem in page
    assert not [stem for stem in STEMS if stem in page]


def test_a_text_of_drafts_alone_is_stored_and_says_so(app: Flask) -> None:
    client = app.test_client()
    page = send(client, "/", text=HARBOR.replace("Ida Brandt", "the town")).text
    assert "No question could be asked just as it was found" in page
    assert f'<a href="{REVIEW}">look them over</a>' in page
    assert "Start quiz" not in page
    assert "Export to Anki" not in page
    assert f'href="{REVIEW}">Look over 4 drafts</a>' in client.get("/quizzes/1").text
    assert "0 questions" in client.get("/quizzes/").text
    decide(client, "approved", 1, 2)
    assert "2 questions" in client.get("/quizzes/1").text


def test_visitors_are_told_nothing_of_drafts(app: Flask) -> None:
    guest, visitor = app.test_client(), app.test_client()
    post(guest, "/", text=HARBOR.replace("Ida Brandt", "the town"))
    assert "/quizzes/1" not in visitor.get("/quizzes/").text
    for url in ("/articles/1", "/quizzes/1", "/articles/1/answers"):
        response = visitor.get(url)
        assert response.status_code == 200
        assert "draft" not in response.text
        assert not [item.stem for item in ITEMS if item.stem in response.text]


def reached(app: Flask, client: FlaskClient) -> Iterator[tuple[str, str]]:
    """What is answered at every address there is, for each item too."""
    items = {f"/bank/items/{number}" for number in (1, 2, 3, 4)}
    exports = {f"/bank/export/{name}?item=3&item=4" for name in ("anki", "gift", "csv", "json")}
    for url in sorted({*addresses(app, "GET"), *PAGES, *items, *exports}):
        with client.get(url) as response:
            yield url, response.get_data().decode(errors="replace")


@pytest.mark.parametrize("status", HELD_BACK)
def test_no_page_shows_anybody_else_what_is_held_back(
    app: Flask, client: FlaskClient, status: Status
) -> None:
    decide(client, status, 3, 4)
    ada, visitor = member(app, "Ada"), app.test_client()
    enter(ada, teach(client))
    assign(client)
    post(client, "/quizzes/1/visibility", visibility="open")
    take(ada, start(ada), size=2)
    post(ada, "/study/cards/from-quiz/1")
    for who in (ada, visitor):
        for url, page in reached(app, who):
            assert not [stem for stem in STEMS if stem in page], url


def test_the_owner_sees_drafts_in_the_bank_and_nowhere_else(
    app: Flask, client: FlaskClient
) -> None:
    take(client, start(client), size=2)
    shown = {url for url, page in reached(app, client) if any(stem in page for stem in STEMS)}
    assert shown == {"/bank/items/3", "/bank/items/4", REVIEW, "/account/data"}


@pytest.mark.parametrize("who", ["guest", "member", "class"])
def test_nobody_decides_about_the_drafts_of_others(
    app: Flask, client: FlaskClient, who: str
) -> None:
    other = app.test_client() if who == "guest" else member(app, "Ada")
    if who == "class":
        enter(other, teach(client))
        assign(client)
    assert other.get(REVIEW).status_code == (403 if who == "class" else 404)
    for status in Status:
        assert "No item was selected" in decide(other, status, 3, 4, back="/bank/")
    assert post(other, "/bank/items/3", stem="?", approve="1").status_code in {403, 404}
    assert statuses(app) == ["new", "new", "draft", "draft"]


def test_many_drafts_are_looked_over_page_by_page(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizapp.views.drafts.PAGE", 1)
    first, second = client.get(REVIEW).text, client.get(f"{REVIEW}?page=2").text
    assert (listed(first), listed(second)) == (STEMS[:1], STEMS[1:])
    assert f'href="{REVIEW}?page=2">Next page</a>' in first
    assert f'href="{REVIEW}?page=1">Previous page</a>' in second
    assert f'name="back" value="{REVIEW}?page=2"' in second
    assert client.get(f"{REVIEW}?page=3").location == REVIEW


@pytest.mark.parametrize("url", [REVIEW, "/articles/1", "/quizzes/1", "/bank/?shown=draft"])
def test_the_database_is_asked_seldom_and_by_an_index(app: Flask, url: str) -> None:
    guest = app.test_client()
    add_article(guest)
    made = queries(app, guest, url)
    assert len(made) <= MOST
    assert not [step for query in made for step in plan(app, query) if GROWING.match(step)]
