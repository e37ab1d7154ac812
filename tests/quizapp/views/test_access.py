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
from tests.quizapp.views.pages import IMPORTED, add_article, post, start, take, upload
from tests.quizapp.views.people import enter, member, teach

# Whom a page is for, and what it answers to whom it is not for.
OPEN = "everybody"
TAKE = "whoever may take the quiz"
KEYS = "whoever may see the answers"
MINE = "whoever's attempt or file it is"
EDIT = "whose it is"
FEED = "whoever knows its secret"
CARD = "whoever's card it is"
MEMBER = "whoever is logged in"
ATTEND = "whoever is in the class"
TEACH = "whoever teaches the class"
REFUSED = {
    OPEN: {},
    TAKE: {"guest": 404, "other": 404},
    KEYS: {"guest": 404, "other": 404, "invited": 403},
    MINE: {"guest": 404, "other": 404, "invited": 404},
    EDIT: {"guest": 404, "other": 404, "invited": 403},
    FEED: dict.fromkeys(("guest", "other", "invited", "owner"), 404),
    CARD: {"guest": 404, "other": 404, "invited": 404},
    MEMBER: {"guest": 302},
    ATTEND: {"guest": 302, "other": 404},
    TEACH: {"guest": 302, "other": 404, "invited": 403},
}
KINDS = {
    "about.index": OPEN,
    "account.change_password": MEMBER,
    "account.data": MEMBER,
    "account.index": MEMBER,
    "account.remove": MEMBER,
    "accounts.check": OPEN,
    "accounts.create": OPEN,
    "accounts.log_in": OPEN,
    "accounts.log_out": OPEN,
    "accounts.sign_up": OPEN,
    "articles.answers": KEYS,
    "articles.article": TAKE,
    "attempts.again": MINE,
    "attempts.answer": MINE,
    "attempts.article": MINE,
    "attempts.attempt": MINE,
    "attempts.finish": MINE,
    "attempts.flag": MINE,
    "attempts.overview": MINE,
    "attempts.question": MINE,
    "attempts.results": MINE,
    "attempts.retry": MINE,
    "bank.decide": OPEN,
    "bank.index": OPEN,
    "bank.reopen": FEED,
    "bank.undo": OPEN,
    "bank_export.anki": OPEN,
    "bank_export.cards": OPEN,
    "bank_export.file": OPEN,
    "bank_export.pick": OPEN,
    "classes.create": MEMBER,
    "classes.index": MEMBER,
    "classes.join": MEMBER,
    "classes.leave": ATTEND,
    "classes.show": ATTEND,
    "composing.add": EDIT,
    "composing.add_by_rule": EDIT,
    "composing.arrange": EDIT,
    "composing.choose": OPEN,
    "composing.collect": OPEN,
    "composing.edit": EDIT,
    "composing.make": OPEN,
    "composing.new": OPEN,
    "composing.put_back": EDIT,
    "composing.remove": EDIT,
    "composing.rename": EDIT,
    "composing.restore": MINE,
    "calendar.feed": FEED,
    "calendar.index": OPEN,
    "calendar.renew": OPEN,
    "cards.add_question": MINE,
    "cards.add_quiz": KEYS,
    "cards.anki": OPEN,
    "cards.blank": OPEN,
    "cards.card": CARD,
    "cards.edit": CARD,
    "cards.index": OPEN,
    "cards.write": OPEN,
    "export.anki": KEYS,
    "export.cards": KEYS,
    "export.file": KEYS,
    "health.favicon": OPEN,
    "health.healthz": OPEN,
    "fitting.fit": OPEN,
    "fitting.index": OPEN,
    "fitting.reset": OPEN,
    "goals.form": OPEN,
    "goals.remove": OPEN,
    "goals.save": OPEN,
    "history.every": OPEN,
    "history.index": OPEN,
    "history.practise": TAKE,
    "home.generate": OPEN,
    "home.index": OPEN,
    "imports.accept": MINE,
    "imports.cancel": MINE,
    "imports.index": OPEN,
    "imports.preview": MINE,
    "imports.send": OPEN,
    "items.check": EDIT,
    "items.dismiss": EDIT,
    "items.evidence": EDIT,
    "items.item": EDIT,
    "items.picked": EDIT,
    "items.reopen": EDIT,
    "items.save": EDIT,
    "items.settle": EDIT,
    "items.take": EDIT,
    "own_items.add": OPEN,
    "own_items.check": EDIT,
    "own_items.evidence": EDIT,
    "own_items.picked": EDIT,
    "own_items.save": EDIT,
    "numbers.download": OPEN,
    "numbers.index": OPEN,
    "offline.manifest": OPEN,
    "offline.pack": OPEN,
    "offline.shell": OPEN,
    "offline.sync": OPEN,
    "offline.worker": OPEN,
    "preferences.index": OPEN,
    "preferences.save": OPEN,
    "quizzes.index": OPEN,
    "quizzes.quiz": TAKE,
    "quizzes.start": TAKE,
    "media.file": OPEN,
    "leaderboards.index": TAKE,
    "leaderboards.join": TAKE,
    "leaderboards.leave": TAKE,
    "reports.form": MINE,
    "reports.send": MINE,
    "reports.thanks": MINE,
    "sharing.archive": EDIT,
    "sharing.close": EDIT,
    "sharing.open_": OPEN,
    "sharing.renew": EDIT,
    "sharing.show": EDIT,
    "sharing.switch": EDIT,
    "static": OPEN,
    "statistics.download": KEYS,
    "statistics.index": KEYS,
    "teaching.archive": TEACH,
    "teaching.attempt": TEACH,
    "teaching.assign": TEACH,
    "teaching.change_assignment": TEACH,
    "teaching.change_member": TEACH,
    "teaching.download": TEACH,
    "teaching.grades": TEACH,
    "teaching.renew": TEACH,
    "study.bury": CARD,
    "study.index": OPEN,
    "study.next_card": OPEN,
    "study.one_card": CARD,
    "study.rate": CARD,
    "study.suspend": CARD,
    "study.undo": OPEN,
}
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
    take(invited, start(invited))
    post(owner, "/quizzes/new", title="Composed", size=2)
    post(owner, f"/quizzes/{COMPOSED}/visibility", visibility="link")
    post(owner, "/quizzes/new", title="Deleted", size=2)
    assert post(owner, f"/quizzes/{COMPOSED + 1}/removal").location == "/bank/"
    for quiz_id in (1, COMPOSED):
        assert post(owner, "/classes/1/assignments", quiz=quiz_id).status_code == 303
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
    composed = {"quiz_id": COMPOSED} if rule.endpoint.startswith("composing.") else {}
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
