import io
import re
from collections.abc import Callable
from html import escape

import pytest
from flask import Flask
from flask.testing import FlaskClient

from questions import Generated
from questions.documents import TEXT_LIMIT
from questions.errors import NotEnglish
from quizapp.jobs import Busy, Generate
from tests.questions.files import paragraph, pdf, word
from tests.quizapp.factories import HARBOR
from tests.quizapp.views.pages import TOKEN, add_article, answer, post, start, take

PROSE = "Nothing at all happened anywhere, and nobody was there to see it. " * 3


def test_a_pasted_article_becomes_a_quiz(client: FlaskClient) -> None:
    response = add_article(client)
    assert (response.status_code, response.location) == (303, "/articles/1")
    page = client.get("/").text
    assert "The harbor of Vellmouth reopens" in page
    assert "4 questions" in page
    assert "Start quiz" in page


def test_only_newcomers_are_told_what_to_try_first(app: Flask, client: FlaskClient) -> None:
    add_article(client)
    assert "New here?" not in client.get("/").text
    guest = app.test_client()
    assert "New here?" in guest.get("/").text
    take(guest, start(guest))
    assert "New here?" not in guest.get("/").text


def test_the_same_article_leads_to_the_same_page_which_says_so(client: FlaskClient) -> None:
    first = add_article(client).location
    assert "is here already" not in client.get(first).text
    assert add_article(client).location == first
    assert "This article is here already" in client.get(first).text
    assert "is here already" not in client.get(first).text
    post(client, "/", text=HARBOR, title="Another title")
    assert "title, source and date are as they were" in client.get(first).text
    assert client.get("/").text.count("Start quiz</button>") == 1


def test_title_source_and_date_are_kept(client: FlaskClient) -> None:
    fields = {"title": "My title", "source": "The Gazette", "published": "2021-05-13"}
    page = client.get(post(client, "/", text=HARBOR, **fields).location).text
    assert all(text in page for text in ("My title", "The Gazette", "13 May 2021"))


@pytest.mark.parametrize("unseen", ["\u200b\u2060", "\x00", " \u2028\u200b\n", "\u202e\u2800"])
def test_a_title_that_nobody_sees_is_none(client: FlaskClient, unseen: str) -> None:
    post(client, "/", text=HARBOR, title=unseen, source=unseen)
    assert "<h1>The harbor of Vellmouth reopens</h1>" in client.get("/articles/1").text
    assert client.get("/quizzes/1/export/anki").status_code == 200


def test_the_title_of_a_page_that_nobody_sees_is_none(client: FlaskClient) -> None:
    text = HARBOR.replace("\n\n", "</p><p>")
    page = f"<html><head><title>&#8203;</title></head><body><p>{text}</p></body></html>"
    location = post(client, "/", file=(io.BytesIO(page.encode()), "a.html")).location
    assert "\u200b" not in client.get(location).text


def test_title_and_source_are_one_line(client: FlaskClient) -> None:
    fields = {"title": "My\r\n \u2028ti\u00adtle", "source": "The\x00 \n Gazette"}
    page = client.get(post(client, "/", text=HARBOR, **fields).location).text
    assert "<h1>My title</h1>" in page
    assert "The Gazette" in page


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", HARBOR.encode()),
        ("a.md", b"# " + HARBOR.encode()),
        ("a.pdf", pdf(HARBOR.splitlines())),
        ("a.docx", word("".join(map(paragraph, HARBOR.splitlines())))),
        ("a.txt", b"\xef\xbb\xbf" + HARBOR.replace("\n", "\r\n").encode()),
    ],
)
def test_a_file_becomes_a_quiz(client: FlaskClient, name: str, data: bytes) -> None:
    response = post(client, "/", file=(io.BytesIO(data), name))
    assert response.status_code == 303
    assert "4 questions" in client.get(response.location).text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "There is no text here"),
        ("  \n ", "There is no text here"),
        (PROSE, "No question could be made"),
        ("<script>alert(1)</script> & " + PROSE, "No question could be made"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    client: FlaskClient, text: str, message: str
) -> None:
    response = post(client, "/", text=text, title='<i>"My" title</i>')
    assert response.status_code == 422
    assert message in response.text
    assert escape(text.strip()) in response.text
    assert "&lt;i&gt;&#34;My&#34; title" in response.text
    assert "<script>alert" not in response.text


def test_more_text_than_is_read_is_refused_and_kept(client: FlaskClient) -> None:
    text = PROSE * (TEXT_LIMIT // len(PROSE) + 1)
    response = post(client, "/", text=text)
    assert response.status_code == 422
    assert "Split it into parts" in response.text
    assert text[-500:].strip() in response.text


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", b"\x00\x01\x02" * 50, "not text but binary"),
        ("a.txt", "Málaga".encode("latin-1"), "not encoded in UTF-8"),
        ("a.doc", b"\xd0\xcf\x11\xe0", "“a.doc” is not one of the known kinds"),
        ("a.pdf", b"%PDF-1.7", "no PDF file that can be read"),
        ("a.docx", b"PK", "no Word file that can be read"),
        ("<img src=x>.exe", b"x", "&lt;img src=x&gt;.exe"),
        ("a.txt", b"", "There is no text here"),
        ("a.html", b"<script>alert(1)</script>", "There is no text here"),
    ],
)
def test_files_that_cannot_be_read(
    client: FlaskClient, name: str, data: bytes, message: str
) -> None:
    response = post(client, "/", file=(io.BytesIO(data), name))
    assert response.status_code == 422
    assert message in response.text


def test_a_link_becomes_a_quiz_that_names_it(client: FlaskClient) -> None:
    response = post(client, "/", link=" https://gazette.example/harbor ")
    page = client.get(response.location).text
    assert "<h1>The harbor of Vellmouth reopens</h1>" in page
    assert 'href="https://gazette.example/harbor"' in page
    assert "13 May 2021" in page


def test_a_link_that_leads_nowhere_says_so_beside_its_field(client: FlaskClient) -> None:
    response = post(client, "/", link="https://nowhere.example/<b>")
    assert response.status_code == 422
    assert 'id="link-error"' in response.text
    assert "There is no such page." in response.text
    assert 'value="https://nowhere.example/&lt;b&gt;"' in response.text


@pytest.mark.parametrize("link", ["javascript:alert(1)", "ftp://gazette.example", "The Gazette"])
def test_a_source_that_is_no_address_of_a_page_is_no_link(client: FlaskClient, link: str) -> None:
    page = client.get(post(client, "/", text=HARBOR, source=link).location).text
    assert link in page
    assert f'href="{link}' not in page


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": PROSE}, "You pasted a text as well"),
        ({"file": (io.BytesIO(b"x"), "a.txt")}, "You gave something else as well"),
        ({"text": " "}, None),
    ],
)
def test_a_link_beside_something_else_loses_nothing(
    client: FlaskClient, fields: dict[str, object], said: str | None
) -> None:
    response = post(client, "/", link="https://gazette.example/harbor", **fields)
    assert response.status_code == (422 if said else 303)
    assert (said or "") in response.text
    assert "https://gazette.example/harbor" in response.text or not said


def test_text_and_file_together_lose_nothing(client: FlaskClient) -> None:
    response = post(client, "/", text=PROSE, file=(io.BytesIO(HARBOR.encode()), "a.txt"))
    assert response.status_code == 422
    assert "You gave something else as well" in response.text
    assert PROSE.strip() in response.text


@pytest.mark.parametrize(("title", "status"), [("x" * 200, 303), ("x" * 10_000, 422)])
def test_long_titles(client: FlaskClient, title: str, status: int) -> None:
    assert post(client, "/", text=HARBOR, title=title).status_code == status


def test_an_expired_form_keeps_what_was_typed(client: FlaskClient) -> None:
    response = client.post("/", data={"text": HARBOR, "csrf_token": "stale"})
    assert response.status_code == 400
    assert "Nothing is lost" in response.text
    assert "340 ships" in response.text
    again = TOKEN.search(response.text)
    assert again is not None
    assert client.post("/", data={"text": HARBOR, "csrf_token": again[1]}).status_code == 303


def test_scripts_in_an_article_are_shown_as_text(app: Flask) -> None:
    text = HARBOR + "\n<script>alert(1)</script>"
    client = app.test_client()
    page = client.get(post(client, "/", text=text, title="<b>bold</b>").location).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
    assert "<b>bold" not in page


def test_while_too_many_articles_are_read_the_text_is_kept(
    make_app: Callable[[Generate], Flask],
) -> None:
    def refuse(_text: str, /, **_options: object) -> Generated:
        raise Busy

    response = post(make_app(refuse).test_client(), "/", text=HARBOR)
    assert response.status_code == 503
    assert "Try again in half a minute" in response.text
    assert "340 ships" in response.text


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"text": PROSE}, "text"),
        ({"link": "https://nowhere.example/"}, "link"),
        ({"text": HARBOR, "title": "x" * 300}, "title"),
        ({"text": HARBOR, "title": "x" * 300, "published": "soon"}, "title"),
        ({"text": HARBOR, "published": "soon"}, "published"),
        ({}, "text"),
    ],
)
def test_the_first_field_to_be_corrected_has_the_focus(
    client: FlaskClient, fields: dict[str, str], field: str
) -> None:
    page = post(client, "/", **fields).text
    assert page.count(" autofocus") == 1
    assert re.search(rf'<(?:input|textarea)[^>]* autofocus[^>]*name="{field}"', page) or re.search(
        rf'name="{field}"[^>]* autofocus', page
    )
    assert " autofocus" not in client.get("/").text


def test_the_reason_of_the_generator_is_said(make_app: Callable[[Generate], Flask]) -> None:
    def refuse(_text: str, **_options: object) -> Generated:
        raise NotEnglish

    response = post(make_app(refuse).test_client(), "/", text="Guten Tag zusammen.")
    assert response.status_code == 422
    assert "Only English articles can be read." in response.text
    assert "Guten Tag zusammen." in response.text


def test_every_attempt_whose_time_runs_is_led_back_to_or_else_the_newest(
    client: FlaskClient,
) -> None:
    add_article(client)
    earlier, later = (start(client, mode="exam", minutes=n) for n in (10, 20))
    latest = start(client)
    answer(client, latest, 1)
    page = client.get("/").text
    assert page.count("You left") == page.count("and its time is running") == 2
    assert page.count(f'href="{earlier}"') == 1  # the quiz goes on with what was begun last
    assert page.count(f'href="{later}"') == 2
    for exam in (earlier, later):
        post(client, f"{exam}/finish")
    page = client.get("/").text
    assert page.count("You left") == page.count(f'href="{latest}"') == 1
    assert "Start quiz" in page
    post(client, f"{latest}/finish")
    assert "You left" not in client.get("/").text
