"""Questions from a file in a real browser."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.quizapp.browser.axe import flaws
from tests.quizapp.browser.pages import no_sideways_scrolling
from tests.quizapp.views.pages import IMPORTED

Open = Callable[..., Page]


def look(page: Page, text: str) -> None:
    file = FilePayload(name="capitals.gift", mimeType="text/plain", buffer=text.encode())
    page.get_by_label("File").set_input_files(file)
    page.get_by_role("button", name="Look into the file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("capitals.gift")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_file_is_cut_only_with_leave(open_page: Open, scripts: bool) -> None:
    looks = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
    page = open_page("/import/", java_script_enabled=scripts, **looks)
    look(page, IMPORTED)
    expect(page.get_by_role("definition")).to_contain_text("is a matching question")
    no_sideways_scrolling(page)
    page.get_by_role("button", name="Import 2 questions").click()
    box = page.get_by_role("checkbox", name="Leave out the entry above and import the other 2")
    expect(box).to_be_focused()
    expect(box).to_have_accessible_description(re.compile("^Nothing was imported"))
    no_sideways_scrolling(page)
    if scripts:
        assert list(flaws(page)) == []
    box.check()
    page.get_by_role("button", name="Import 2 questions").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("capitals")
    expect(page.get_by_role("status").first).to_contain_text("1 entry of the file was left out.")


def test_a_mended_file_is_imported_whole(open_page: Open) -> None:
    page = open_page("/import/")
    look(page, IMPORTED)
    page.get_by_role("button", name="Choose another file").click()
    look(page, IMPORTED.replace("=France -> Paris =Spain -> Madrid", "=Yes ~No"))
    expect(page.get_by_role("checkbox")).to_have_count(0)
    page.get_by_role("button", name="Import 3 questions").click()
    expect(page.get_by_role("status").first).to_contain_text("3 questions imported.")
