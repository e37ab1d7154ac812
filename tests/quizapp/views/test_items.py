import re
from html import unescape

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session
from werkzeug.test import TestResponse

from questions import AnswerType, checks
from quizapp.assessment.bank import Entry
from quizapp.assessment.editing import flaws
from quizapp.store import articles, bank, items, models, rows
from quizapp.views.bank_words import FLAWS
from tests.quizapp.factories import HARBOR, ITEMS, START, make_article, make_generated, make_item
from tests.quizapp.views.pages import add_article, answer, post, send, start

ITEM = "/bank/items/1"
WORDING: dict[str, object] = {
    "stem": "In which year did the harbor of Vellmouth reopen after the work?",
    "options-0": "2012",
    "options-1": "2019",
    "options-2": "2021",
    "options-3": "2023",
    "key": "2",
    "explanation": "It took nine years.",
    "answer_type": "date",
    "band": "easy",
    "start": str(ITEMS[0].evidence.start),
    "end": str(ITEMS[0].evidence.end),
    "number": "1",
}
SEEN = {"seen": list(FLAWS)}


@pytest.fixture
def client(client: FlaskClient) -> FlaskClient:
    """Of a guest with an article of four items."""
    add_article(client)
    return client


def save(client: FlaskClient, **changes: object) -> TestResponse:
    return post(client, ITEM, **(WORDING | SEEN | changes))


def current(session: Session, item_id: int = 1) -> Entry:
    session.expire_all()
    entry = bank.get(session, item_id)
    assert entry is not None
    return entry


def test_an_item_is_shown_with_all_there_is_to_edit(client: FlaskClient) -> None:
    page = client.get(ITEM).text
    for text in (ITEMS[0].stem, *ITEMS[0].options, ITEMS[0].evidence.text):
        assert text in page
    assert 'id="key-2" name="key" value="2" aria-label="Option 3 is right" checked' in page


def test_a_wording_is_saved_and_asked_from_then_on(session: Session, client: FlaskClient) -> None:
    begun = start(client)
    response = save(client)
    assert response.location == ITEM
    assert "Saved." in client.get(ITEM).text
    entry = current(session)
    assert (entry.item.stem, entry.number, entry.edited) == (WORDING["stem"], 2, True)
    assert entry.item.id == ITEMS[0].id
    pages = [client.get(f"{begun}/questions/{n}").text for n in range(1, 5)]
    assert any(ITEMS[0].stem in page for page in pages)
    again = start(client)
    pages = [client.get(f"{again}/questions/{n}").text for n in range(1, 5)]
    assert any(str(WORDING["stem"]) in page for page in pages)


def test_empty_options_are_left_out_and_the_key_stays_what_it_was(
    session: Session, client: FlaskClient
) -> None:
    save(client, **{"options-0": " ", "options-4": "2030"})
    item = current(session).item
    assert (item.options, item.options[item.key]) == (("2019", "2021", "2023", "2030"), "2021")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"stem": ""}, "Write the question."),
        ({"stem": " \n\u200b"}, "Write the question."),
        ({"stem": "x" * 10_000}, "At most 500 characters"),
        ({"options-1": "y" * 201}, "At most 200 characters"),
        ({"options-1": "2012"}, "Two options are the same."),
        ({"options-0": "", "options-1": "", "options-3": ""}, "Write at least two options."),
        ({"options-2": ""}, "The option that you chose as right is empty."),
        ({"key": ""}, "Choose which option is right."),
        ({"key": "7"}, "The option that you chose as right is empty."),
        ({"key": "-1"}, "The option that you chose as right is empty."),
        ({"explanation": "z" * 1001}, "At most 1000 characters"),
        ({"answer_type": "nonsense"}, "Choose one of those offered."),
    ],
    ids=str,
)
def test_what_is_wrong_is_said_beside_the_field_and_the_rest_kept(
    session: Session, client: FlaskClient, changes: dict[str, str], said: str
) -> None:
    response = save(client, **changes)
    assert (response.status_code, said in response.text) == (422, True)
    assert "It took nine years." in response.text or "explanation" in changes
    assert current(session).number == 1


@pytest.mark.parametrize(
    "offsets", [("0", "99999"), ("-5", "9"), ("9", "9"), ("x", "9"), ("", ""), ("9" * 30, "9")]
)
def test_evidence_that_is_not_in_the_article_is_refused(
    session: Session, client: FlaskClient, offsets: tuple[str, str]
) -> None:
    assert save(client, start=offsets[0], end=offsets[1]).status_code == 422
    assert current(session).number == 1


def test_doubtful_wordings_are_saved_only_after_a_warning(
    session: Session, client: FlaskClient
) -> None:
    doubtful = WORDING | {"stem": "When was 2021 not it?"}
    first = post(client, ITEM, **doubtful)
    assert first.status_code == 422
    assert "Save anyway" in first.text
    assert FLAWS["negative stem"] in unescape(first.text)
    seen = re.findall(r'name="seen" value="([^"]+)"', first.text)
    assert current(session).number == 1
    assert post(client, ITEM, **doubtful, seen=[unescape(s) for s in seen]).status_code == 303
    assert current(session).item.stem == "When was 2021 not it?"


def test_a_script_asks_for_the_warnings_alone(session: Session, client: FlaskClient) -> None:
    response = post(client, f"{ITEM}/check", **WORDING | {"stem": "When was it not opened there?"})
    assert response.status_code == 200
    assert FLAWS["negative stem"] in unescape(response.text)
    assert "<html" not in response.text
    assert post(client, f"{ITEM}/check", **WORDING | {"stem": ""}).text.strip() == ""
    assert current(session).number == 1


def test_two_windows_do_not_overwrite_each_other(session: Session, client: FlaskClient) -> None:
    save(client)
    late = save(client, stem="When did the harbor of Vellmouth open once more?")
    assert late.status_code == 409
    assert "changed in the meantime" in late.text
    assert "open once more?" in late.text
    assert current(session).item.stem == WORDING["stem"]
    assert 'name="number" value="2"' in late.text
    assert save(client, stem="When did it open once more?", number="2").status_code == 303


def test_saving_what_is_there_changes_nothing(session: Session, client: FlaskClient) -> None:
    same = {
        "stem": ITEMS[0].stem,
        "explanation": ITEMS[0].explanation,
        "band": "easy",
    }
    assert "Nothing had changed." in send(client, ITEM, **(WORDING | SEEN | same)).text
    assert (current(session).number, current(session).edited) == (1, False)


def test_a_stale_form_keeps_what_was_written(session: Session, client: FlaskClient) -> None:
    response = client.post(ITEM, data={**WORDING, "csrf_token": "stale"})
    assert response.status_code == 400
    assert "Nothing is lost" in response.text
    assert str(WORDING["stem"]) in response.text
    assert current(session).number == 1


def test_markup_is_text(client: FlaskClient) -> None:
    evil = "<script>alert(1)</script>"
    save(client, stem=f"{evil} is what?", explanation=evil, **{"options-1": evil})
    for url in (ITEM, "/bank/", "/bank/?edit=1", "/articles/1/answers"):
        page = client.get(url).text
        assert evil not in page
        assert "&lt;script&gt;" in page


def test_other_evidence_is_picked_and_nothing_written_is_lost(
    session: Session, client: FlaskClient
) -> None:
    written = WORDING | {"stem": "Unsaved words about what?"}
    picker = post(client, f"{ITEM}/evidence", **written, find="quay")
    assert picker.text.count('<button name="passage"') == 1
    assert "Unsaved words about what?" in picker.text
    passage = re.search(r'name="passage" value="([^"]+)"', picker.text)
    assert passage is not None
    page = post(client, f"{ITEM}/picked", **written, passage=passage[1]).text
    assert "Unsaved words about what?" in page
    assert "<blockquote>The new quay is 1,200" in page
    start, end = passage[1].split("-")
    assert save(client, start=start, end=end).status_code == 303
    assert current(session).item.evidence.text.startswith("The new quay is")


def test_an_earlier_wording_is_put_back(session: Session, client: FlaskClient) -> None:
    save(client)
    page = send(client, f"{ITEM}/versions", number="1", current="2").text
    assert "Saved." in page
    assert (current(session).item, current(session).number) == (ITEMS[0], 3)
    assert post(client, f"{ITEM}/versions", number="9", current="3").status_code == 404
    assert (
        "changed in the meantime" in send(client, f"{ITEM}/versions", number="2", current="2").text
    )


def test_a_proposed_wording_can_be_taken_or_left(session: Session, client: FlaskClient) -> None:
    save(client)
    newly = make_item("When was the harbor of Vellmouth opened again?")
    owner = session.scalars(select(models.Article)).one()
    newer = make_generated(newly, article=rows.article(owner))
    articles.save(session, newer, now=START, belonging=rows.belonging(owner, None))
    page = client.get(ITEM).text
    assert "A new wording waits" in page
    assert newly.stem in page
    assert "new wording" in client.get("/bank/?flag=proposed").text
    assert "Your wording stays." in send(client, f"{ITEM}/dismiss").text
    assert current(session).proposed is None
    assert [v.number for v in items.versions(session, 1)] == [3, 2, 1]


def test_reports_are_read_settled_and_opened_again(client: FlaskClient) -> None:
    attempt = start(client)
    answer(client, attempt, 1)
    send(client, f"{attempt}/questions/1/report", reason="other", comment="It was <i>2020</i>.")
    flagged = re.search(
        r'class="stem" href="(/bank/items/\d+)"', client.get("/bank/?flag=reported").text
    )
    assert flagged is not None
    page = client.get(flagged[1]).text
    assert "Something else.</strong> It was &lt;i&gt;2020&lt;/i&gt;." in page
    page = send(client, f"{flagged[1]}/reports/settle").text
    assert "1 report settled." in page
    assert "Settled reports" in page
    assert "1 report open again." in send(client, f"{flagged[1]}/reports/reopen").text


def test_nobody_else_sees_or_edits_an_item(client: FlaskClient, app: Flask) -> None:
    stranger = app.test_client()
    start(stranger)
    assert stranger.get(ITEM).status_code == 403
    assert post(stranger, ITEM, **WORDING | SEEN).status_code == 403
    assert client.get("/bank/items/99").status_code == 404
    assert ITEMS[0].stem in client.get(ITEM).text


def test_every_flaw_has_its_words() -> None:
    assert FLAWS.keys() == checks.RULES.keys()


@given(
    st.text(min_size=1),
    st.lists(st.text(min_size=1), min_size=2, max_size=4),
    st.sampled_from(AnswerType),
)
def test_any_wording_can_be_looked_at(stem: str, options: list[str], kind: AnswerType) -> None:
    item = make_item(stem, options=tuple(options), key=0, answer_type=kind)
    assert set(flaws(item, make_article(HARBOR))) <= FLAWS.keys()


@pytest.mark.parametrize("kind", AnswerType)
@pytest.mark.parametrize("stem", ["born?", "?", "“", "What", "…", "Is it born?"])
def test_odd_wordings_can_be_looked_at(stem: str, kind: AnswerType) -> None:
    item = make_item(stem, options=("—", "the", "?"), key=0, answer_type=kind)
    assert flaws(item, make_article(HARBOR))


def test_what_is_doubtful_is_said_on_top_and_can_be_saved_there(client: FlaskClient) -> None:
    response = save(client, stem="Which year was it not always?", seen=[])
    top = response.text.partition('id="stem"')[0]
    assert response.status_code == 422
    assert 'role="alert" tabindex="-1" autofocus' in top
    assert "Not saved yet." in top
    assert '<button class="button">Save anyway</button>' in top
    assert 'href="#options-0"' in top


def test_options_that_are_the_same_are_said_while_they_are_written(client: FlaskClient) -> None:
    wording = WORDING | {"options-0": "2019"}
    assert "Two options are the same." in post(client, f"{ITEM}/check", **wording).text
