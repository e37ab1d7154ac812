"""Who may do what, for every address there is."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select
from werkzeug.routing import Rule

from questions.media import Media
from quizapp import store
from quizapp.store import media, models
from tests.quizapp.factories import HARBOR
from tests.quizapp.views.audiences import KINDS, REFUSED
from tests.quizapp.views.pages import IMPORTED, add_article, post, start, take, upload
from tests.quizapp.views.people import enter, member, teach

PICTURE = Media(f"{32 * 'a'}.png", b"picture")
PLACES = {
    "picture": PICTURE.name,
    "quiz_id": 1,
    "article_id": 1,
    "attempt_id": 1,
    "position": 1,
    "upload_id": 1,
    "item_id": 1,
    "place": 1,
    "removed_id": 1,
    "batch": "b",
    "filename": "style.css",
    "name": "gift",
    "class_id": 1,
    "member_id": 1,
    "assignment_id": 1,
    "action": "restore",
    "step": "reopen",
    "card_id": 1,
    "secret": "guessed",
}
COMPOSED = 2
"""A quiz put together from the bank; that of an article cannot be edited."""
EDITED = ("composing.", "removals.")
FINISHED = 3
"""An attempt of somebody who is in the class."""
LEFT_OUT = ("accounts.log_out", "classes.leave", "sharing.open_")
"""Two would end the walk; the third is for everybody who can name it."""
LOOKING = {
    f"{page}.{step}" for page in ("items", "own_items") for step in ("check", "evidence", "picked")
}
"""They only show what a form would mean."""
WHO = ("guest", "other", "invited", "owner")


@pytest.fixture
def people(app: Flask) -> dict[str, FlaskClient]:
    """An account with an article and an attempt, one that may take the quiz, and two others."""
    owner, invited = member(app, "Owner"), member(app, "Invited")
    add_article(owner)
    take(owner, start(owner))
    assert post(owner, "/quizzes/1/link").status_code == 303
    with app.app_context():
        link = store.session().scalar(select(models.Quiz.link))
    invited.get(f"/s/{link}")
    start(invited)
    enter(invited, teach(owner))
    assert post(owner, "/classes/1/assignments", quiz=1).status_code == 303
    take(invited, start(invited))
    post(owner, "/quizzes/new", title="Composed", size=2)
    post(owner, f"/quizzes/{COMPOSED}/visibility", visibility="link")
    post(owner, "/quizzes/new", title="Deleted", size=2)
    assert post(owner, f"/quizzes/{COMPOSED + 1}/removal").location == "/quizzes/"
    assert post(owner, "/classes/1/assignments", quiz=COMPOSED).status_code == 303
    with app.app_context():
        media.save(store.session(), [PICTURE])
    return {
        "guest": app.test_client(),
        "other": member(app, "Other"),
        "invited": invited,
        "owner": owner,
    }


def rules(app: Flask) -> Iterator[tuple[Rule, str]]:
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & {"GET", "POST"}):
            yield rule, method


def address(rule: Rule, **places: object) -> str:
    url = rule.rule
    composed = {"quiz_id": COMPOSED} if rule.endpoint.startswith(EDITED) else {}
    taught = {"attempt_id": FINISHED} if rule.endpoint.startswith("teaching.") else {}
    for name, value in {**PLACES, **composed, **taught, **places}.items():
        url = re.sub(rf"<([^<>:]+:)?{name}>", str(value), url)
    return url


def status(client: FlaskClient, rule: Rule, method: str) -> int:
    url = address(rule)
    with client.get(url) if method == "GET" else post(client, url) as response:
        return response.status_code


def test_every_address_says_whom_it_is_for(app: Flask) -> None:
    assert {rule.endpoint for rule, _ in rules(app)} == KINDS.keys()


@pytest.mark.parametrize("who", WHO)
def test_nobody_gets_further_than_they_may(
    app: Flask, people: dict[str, FlaskClient], who: str
) -> None:
    for rule, method in rules(app):
        if rule.endpoint in LEFT_OUT:
            continue
        if rule.endpoint.startswith("imports."):
            upload(people["owner"], IMPORTED)  # the one before may have been imported by now
        answered = status(people[who], rule, method)
        refused = REFUSED[KINDS[rule.endpoint]].get(who)
        told = f"{who} got {answered} from {method} {rule.rule}"
        if refused:
            assert answered == refused, told
        else:
            assert answered in {200, 301, 302, 303, 422}, told


def test_nothing_is_changed_without_a_token(app: Flask, people: dict[str, FlaskClient]) -> None:
    owner = people["owner"]
    upload(owner, IMPORTED)
    attempt = start(owner)
    running = attempt.rpartition("/")[2]
    for rule, method in rules(app):
        if method == "POST" and rule.endpoint not in LOOKING:
            url = address(rule, attempt_id=running)
            refused = owner.post(url, data={"text": HARBOR}).status_code
            assert refused in {400, 422}, rule.rule  # 422 where the form cannot be shown again
    assert owner.get(attempt).location == f"{attempt}/questions/1"


def test_what_belongs_to_nobody_is_open_to_all(app: Flask) -> None:
    maker = app.test_client()
    add_article(maker)
    other = app.test_client()
    for url in ("/quizzes/1", "/articles/1", "/articles/1/answers", "/quizzes/1/export/anki"):
        assert other.get(url).status_code == 200


def test_the_results_of_a_learner_do_not_lead_to_what_they_may_not_see(
    people: dict[str, FlaskClient],
) -> None:
    invited = people["invited"]
    take(invited, "/attempts/2")
    for url in ("/attempts/2/results", "/quizzes/1", "/articles/1"):
        page = invited.get(url).text
        assert "Export to Anki" not in page
        assert "/articles/1/answers" not in page
