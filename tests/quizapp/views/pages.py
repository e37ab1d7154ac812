"""What a test does in the pages, without a browser."""

import re
from html import unescape
from io import BytesIO

from flask.sessions import SecureCookieSessionInterface
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.quizapp.factories import HARBOR, KEYS

TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
UNDO = re.compile(
    r'<form [^>]*action="([^"]+)">((?:<input[^>]*>)*)<button class="link">Undo</button>'
)
SEEN = re.compile(r'name="seen" value="([^"]+)"')
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
RADIO = re.compile(r'<input type="radio"[^>]*value="(\d+)".*?<label[^>]*>([^<]*)</label>', re.S)

IMPORTED = """// [id:france]
Which city is the capital of France? {=Paris ~Lyon ~Nice ####The seat of its government.}

Is Vellmouth a capital? {F}

Match the capitals. {=France -> Paris =Spain -> Madrid}
"""
TOKENS: dict[str, str] = {}
"""By the secret of the session that each was made for."""

PAGES = [
    "/",
    "/quizzes/",
    "/quizzes/?archived=",
    "/quizzes/1",
    "/quizzes/1/anki",
    "/quizzes/1/export/anki?of=all",
    "/quizzes/2",
    "/quizzes/2/edit",
    "/quizzes/new",
    "/quizzes/1/leaderboard/",
    "/quizzes/1/statistics/",
    "/articles/1",
    "/articles/1/answers",
    "/attempts/1/questions/1",
    "/attempts/1/article",
    "/attempts/1/questions/1/report",
    "/attempts/1/questions/1/report/thanks",
    "/attempts/2/questions/1",
    "/attempts/2/results",
    "/attempts/2/article",
    "/attempts/3/questions/1",
    "/attempts/3/overview",
    "/attempts/4/results",
    "/bank/",
    "/bank/?shown=all&edit=1",
    "/bank/?words=nowhere",
    "/bank/export/",
    "/bank/export/?item=99",
    "/bank/?into=2",
    "/bank/articles/1/evidence",
    "/bank/drafts/1",
    "/bank/items/1",
    "/bank/items/2",
    "/history/",
    "/history/attempts/",
    "/history/attempts/?quiz=1",
    "/history/goal/",
    "/import/",
    "/import/1",
    "/study/",
    "/study/next",
    "/study/next?deck=none",
    "/study/offline",
    "/study/numbers/",
    "/study/calendar/",
    "/study/cards/",
    "/study/cards/1",
    "/study/cards/1/again",
    "/study/cards/new",
    "/study/parameters/",
    "/study/settings/",
    "/about/",
    "/account/log-in",
    "/account/sign-up",
    "/nowhere",
]
"""Every kind of page, as it is after `use`: tests of all pages look at each of them."""


def use(client: FlaskClient) -> FlaskClient:
    """Begin an attempt and an exam, finish two attempts, rate a card, delete: something to show."""
    add_article(client)
    start(client)
    take(client, start(client))
    start(client, mode="exam", minutes="120", confidence="y")
    practice = start(client, mode="practice", confidence="y")
    take(client, practice)
    post(client, f"{practice}/finish")
    upload(client, IMPORTED)
    post(client, "/bank/items/1/versions", number="1", current="1")
    post(client, "/quizzes/new", title="Ships and lighthouses", size=3)
    post(client, "/quizzes/2/close")
    post(client, "/quizzes/new", title="Deleted", size=3)
    post(client, "/quizzes/3/removal")
    for number in range(1, 5):
        post(client, f"/attempts/2/questions/{number}/report", reason="unclear")
    post(client, "/study/cards/from-quiz/1")
    post(client, "/study/cards/1/rate", rating=3, seen=0, uid="1")
    return client


def post(client: FlaskClient, url: str, **fields: object) -> TestResponse:
    """Send a form as the page that holds it would."""
    return client.post(url, data={"csrf_token": token(client), **fields})


def token(client: FlaskClient) -> str:
    """What the forms of all pages send along; asked for once in each session."""
    secret = _session(client).get("csrf_token")
    if secret not in TOKENS:
        found = TOKEN.search(client.get("/import/").text)  # the page that is made the soonest
        assert found is not None
        secret = _session(client)["csrf_token"]
        TOKENS[secret] = found[1]
    return TOKENS[secret]


def _session(client: FlaskClient) -> dict[str, str]:
    """What the cookie of a session holds."""
    cookie = client.get_cookie("quizapp")
    signer = SecureCookieSessionInterface().get_signing_serializer(client.application)
    return signer.loads(cookie.value) if cookie and signer else {}


def upload(client: FlaskClient, text: str | bytes, name: str = "capitals.gift") -> TestResponse:
    """Send a file to be looked into."""
    data = text.encode() if isinstance(text, str) else text
    return post(client, "/import/", file=(BytesIO(data), name))


def accept(client: FlaskClient, url: str = "/import/1", **fields: object) -> TestResponse:
    """Confirm the import of the file that is shown there."""
    seen = SEEN.search(client.get(url).text)
    return post(client, url, **{"seen": seen[1] if seen else "", **fields})


def imported(client: FlaskClient, url: str = "/import/1", **fields: object) -> str:
    """Confirm the import and read the page that it leads to."""
    return client.get(accept(client, url, **fields).location).text


def send(client: FlaskClient, url: str, **fields: object) -> TestResponse:
    """Send a form and go where it leads."""
    response = post(client, url, **fields)
    return client.get(response.location) if response.status_code == 303 else response


def undo(client: FlaskClient, page: str) -> TestResponse:
    """Press the button of the notice that says what was just removed."""
    form = UNDO.search(page)
    assert form is not None, page
    fields = {name: unescape(value) for name, value in HIDDEN.findall(form[2])}
    response = client.post(form[1], data=fields)
    assert response.status_code == 303
    return response


def add_article(client: FlaskClient, text: str = HARBOR) -> TestResponse:
    return post(client, "/", text=text)


def start(client: FlaskClient, quiz_id: int = 1, **fields: object) -> str:
    """Begin an attempt; its address without the question."""
    response = post(client, f"/quizzes/{quiz_id}/attempts", **fields)
    assert response.status_code == 303
    return response.location.partition("/questions/")[0]


def options(page: str) -> dict[str, str]:
    """Texts of the options with what the form sends for them."""
    return {unescape(text): value for value, text in RADIO.findall(page)}


def choices(client: FlaskClient, attempt: str, position: int) -> tuple[str, str, str]:
    """What the form sends for the key and for two distractors."""
    page = client.get(f"{attempt}/questions/{position}").text
    key = next(KEYS[stem] for stem in KEYS if stem in page)
    offered = options(page)
    wrong = [value for text, value in offered.items() if text != key]
    return offered[key], wrong[0], wrong[1]


def answer(
    client: FlaskClient, attempt: str, position: int, text: str | None = None
) -> TestResponse:
    """Choose an option by its text, or the first one."""
    url = f"{attempt}/questions/{position}"
    offered = options(client.get(url).text)
    return send(client, url, option=offered[text] if text else next(iter(offered.values())))


def take(client: FlaskClient, attempt: str, size: int = 4) -> TestResponse:
    """Answer everything with the first option and see the results."""
    for position in range(1, size + 1):
        assert answer(client, attempt, position).status_code == 200
    return client.get(f"{attempt}/results")
