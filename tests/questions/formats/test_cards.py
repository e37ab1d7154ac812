"""The cards in a real browser, with fields filled in as Anki does."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime

import chevron
import pytest
from playwright.sync_api import BrowserContext, Page, sync_playwright

from questions import AnswerType
from questions.formats import notes, notetypes
from questions.formats.notes import Note
from questions.formats.notetypes import NoteKind
from tests.make import make_article, make_item

CHROMIUM = shutil.which("chromium")
PEOPLE = ("Ada & Co.", "Tim <b>", "Zoë “Zo”", "Ralph {x}")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


@pytest.fixture(scope="module", params=[True, False], ids=["script", "no script"])
def scripted(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(scope="module")
def context(scripted: bool) -> Iterator[BrowserContext]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser.new_context(
            java_script_enabled=scripted, viewport={"width": 360, "height": 640}
        )
        browser.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    page = context.new_page()
    yield page
    page.close()


def card(side: str, item_id: str, answer_type: AnswerType) -> str:
    item = make_item(id=item_id, options=PEOPLE, key=2, answer_type=answer_type)
    note = Note(item, make_article(), datetime(2026, 1, 1, tzinfo=UTC))
    fields = notes.fields(NoteKind.MULTIPLE_CHOICE, note)
    model = notetypes.note_type(NoteKind.MULTIPLE_CHOICE)
    # Anki puts fields in as they are; mustache would escape what {{braces}} name.
    template = model.templates[0][side].replace("{{", "{{&").replace("{{&#", "{{#")
    sheet = chevron.render(template.replace("{{&/", "{{/").replace("{{&^", "{{^"), fields)
    return f"<!doctype html><style>{model.css}</style><body class='card'>{sheet}"


def options(page: Page, side: str, item_id: str, answer_type: AnswerType) -> list[str]:
    page.set_content(card(side, item_id, answer_type))
    return page.locator("#options li").all_text_contents()


def test_both_sides_have_the_same_order(page: Page, scripted: bool) -> None:
    orders = set()
    for number in range(8):
        front = options(page, "qfmt", f"item-{number}", AnswerType.PERSON)
        assert options(page, "afmt", f"item-{number}", AnswerType.PERSON) == front
        assert sorted(front) == sorted(PEOPLE)
        orders.add(tuple(front))
    assert len(orders) > 1 if scripted else orders == {PEOPLE}


def test_numbers_and_dates_stay_in_sequence(page: Page) -> None:
    assert options(page, "qfmt", "item-1", AnswerType.DATE) == list(PEOPLE)


def test_the_back_names_the_answer_by_its_text(page: Page, scripted: bool) -> None:
    page.set_content(card("afmt", "item-1", AnswerType.PERSON))
    assert page.locator("#answer-text").inner_text() == PEOPLE[2]
    assert page.locator("li.right").all_text_contents() == ([PEOPLE[2]] if scripted else [])


def test_a_card_fits_a_phone(page: Page) -> None:
    page.set_content(card("afmt", "item-1", AnswerType.PERSON))
    sheet = page.locator(".sheet").bounding_box()
    assert sheet is not None
    assert sheet["x"] + sheet["width"] <= 360
