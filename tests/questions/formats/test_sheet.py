from hypothesis import given
from lxml import html

from questions import Generated
from questions.formats import sheet
from questions.formats.hypertext import passage
from tests.make import make_flashcard, make_generated, make_item
from tests.questions.formats import portable
from tests.questions.formats.portable import in_html


@given(portable.portable_values())
def test_everything_can_be_read_on_paper(generated: Generated) -> None:
    page = sheet.dumps([generated])
    body = page[page.index("<body>") :]
    shown = " ".join(passage(body).text.split()) + " ".join(passage(body).quoted.split())
    for item in generated.items if len(body) < 20_000 else ():
        for text in (item.stem, *item.options, item.evidence.text):
            assert " ".join(in_html(text).split()) in shown


def test_the_answers_stand_on_a_page_of_their_own() -> None:
    items = (make_item(id="1"), make_flashcard(id="2"))
    page = html.fromstring(sheet.dumps([make_generated(*items)]))
    assert page.xpath("//title/text()") == ["A bridge opens"]
    answers = page.xpath("//section[@class='answers']")[0]
    assert answers.xpath(".//strong/text()") == ["C. 1932", "1932"]
    assert len(page.xpath("//ol[@type='A']/li")) == 4
    assert len(page.xpath("//span[@class='line']")) == 1
    assert not answers.xpath("following-sibling::*")
    assert ".answers { break-before: page; }" in sheet.dumps([])


def test_the_page_loads_nothing() -> None:
    page = html.fromstring(sheet.dumps([make_generated(make_item(stem="<img src=x>"))]))
    assert not page.xpath("//script | //link | //img | //@src | //@href")
