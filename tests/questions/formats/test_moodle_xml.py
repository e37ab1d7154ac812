from html import escape

import pytest
from hypothesis import given
from lxml import etree

from questions import AnswerType, Generated, ItemKind
from questions.errors import FormatError
from questions.formats import hypertext, moodle_xml
from questions.formats.reading import Reading
from tests.make import make_flashcard, make_generated, make_item
from tests.questions.formats import portable
from tests.questions.formats.portable import in_html

PLAIN = """
<answer fraction="100" format="plain_text"><text>&lt;b></text></answer>
<answer format="moodle_auto_format"><text>1 &lt; 2</text></answer>
"""
STRICT = etree.XMLParser(recover=False, resolve_entities=False, no_network=True)

# What Moodle's importer looks for in a question, each in its place.
PARTS = {
    "category": ["category", "info"],
    "multichoice": [
        *("name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden"),
        *("idnumber", "single", "shuffleanswers", "answernumbering"),
        *("answer", "answer", "answer", "answer", "tags"),
    ],
    "shortanswer": [
        *("name", "questiontext", "generalfeedback", "defaultgrade", "penalty", "hidden"),
        *("idnumber", "usecase", "answer", "tags"),
    ],
}


def read(text: str) -> Reading:
    return moodle_xml.read(text.encode(), "capitals.xml")


def question(inner: str, kind: str = "multichoice", stem: str = "Who?") -> str:
    text = f'<questiontext format="html"><text>{stem}</text></questiontext>'
    return f'<question type="{kind}">{text}{inner}</question>'


def answers(*given: tuple[str, int], feedback: str = "") -> str:
    said = f"<feedback><text>{feedback}</text></feedback>" if feedback else ""
    return "".join(
        f'<answer fraction="{fraction}" format="html"><text>{text}</text>{said}</answer>'
        for text, fraction in given
    )


@given(portable.portable_values())
def test_what_is_written_is_strict_xml_and_reads_back(generated: Generated) -> None:
    data = moodle_xml.dumps([generated])
    etree.fromstring(data, STRICT)
    looked_at = {"text": in_html, "proof": in_html}
    flashcards = any(item.kind is ItemKind.FLASHCARD for item in generated.items)
    if not flashcards:
        reading = moodle_xml.read(data, "a.xml")
        assert portable.of_reading(reading, **looked_at) == portable.of([generated], **looked_at)


@pytest.mark.parametrize("answer", ["1932", "a * b", "\\*", "a < b & c", "<b>", "&amp;"])
def test_a_flashcard_is_a_short_answer_and_back(answer: str) -> None:
    generated = make_generated(make_flashcard(options=(answer,)))
    reading = moodle_xml.read(moodle_xml.dumps([generated]), "a.xml")
    assert portable.of_reading(reading) == portable.of([generated])


def test_articles_are_categories() -> None:
    found = [make_generated(title="Piers / quays"), make_generated(title="Bridges", source="")]
    assert portable.of_reading(moodle_xml.read(moodle_xml.dumps(found), "")) == portable.of(found)


def test_the_file_has_what_moodle_looks_for() -> None:
    items = (make_item(id="a"), make_flashcard(id="b"))
    root = etree.fromstring(moodle_xml.dumps([make_generated(*items)]), STRICT)
    assert root.tag == "quiz"
    for each in root:
        assert [part.tag for part in each] == PARTS[each.get("type")]
    right = root.xpath("question[@type='multichoice']/answer[@fraction='100']/text/text()")
    assert right == ["1932"]
    assert root.xpath("//single/text() | //shuffleanswers/text()") == ["true", "false"]


@pytest.mark.parametrize(
    ("inner", "options", "key"),
    [
        (answers(("Ann", 100), ("Bob", 0)), ("Ann", "Bob"), 0),
        (answers(("<![CDATA[<p>A &amp; <b>B</b></p>]]>", 0), ("C", 100)), ("A & B", "C"), 1),
        (answers(("&lt;p&gt;Ann&lt;/p&gt;", 100), ("Bob", -50)), ("Ann", "Bob"), 0),
        (answers(("<p>Ann</p>", 100), ("Bob", 0)), ("Ann", "Bob"), 0),
        ('<answer fraction="100">Ann</answer><answer>Bob</answer>', ("Ann", "Bob"), 0),
        (
            PLAIN,
            ("<b>", "1 < 2"),
            0,
        ),
    ],
)
def test_multiple_choice(inner: str, options: tuple[str, ...], key: int) -> None:
    item = read(f"<quiz>{question(inner)}</quiz>").found[0].items[0]
    assert (item.stem, item.options, item.key) == ("Who?", options, key)


def test_other_kinds_with_a_right_answer() -> None:
    text = "".join((
        question(answers(("true", 0), ("false", 100)), "truefalse", "The sun stops."),
        question(answers(("Ann", 100), ("Anna", 100), ("A*", 50)), "shortanswer", "Who was it?"),
        question(answers(("42", 100)), "numerical", "How many?"),
    ))  # fmt: skip
    truth, short, number = read(f"<quiz>{text}</quiz>").found[0].items
    assert (truth.options, truth.key) == (("True", "False"), 1)
    assert (short.options, short.kind) == (("Ann",), ItemKind.FLASHCARD)
    assert short.explanation == "Also right: Anna"
    assert (number.options, number.kind) == (("42",), ItemKind.FLASHCARD)


def test_feedback_tags_and_ids_are_kept() -> None:
    inner = (
        "<generalfeedback><text><![CDATA[<p>So it is.</p><blockquote>Ann did it.</blockquote>]]>"
        "</text></generalfeedback><idnumber>q7</idnumber><tags><tag><text>person</text></tag>"
        "<tag><text>hard</text></tag><tag><text>week 3</text></tag></tags>"
    )
    text = question(inner + answers(("Ann", 100), ("Bob", 0), feedback="Hm."))
    item = read(f"<quiz>{text}</quiz>").found[0].items[0]
    assert (item.id, item.answer_type, item.difficulty) == ("q7", AnswerType.PERSON, 0.75)
    assert (item.explanation, item.evidence.text) == ("So it is.\nHm.", "Ann did it.")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (question("", "essay"), "line 3: is of the type “essay”, which is not taken over."),
        (question("", "match"), "line 3: is of the type “match”, which is not taken over."),
        (question(""), "line 3: has no answers."),
        (question(answers(("a", 0), ("b", 0))), "line 3: has no right option."),
        (question(answers(("a", 50), ("b", 50))), "line 3: has 2 right options; exactly one can"),
        (question(answers(("a", 100), ("<i>a</i>", 0))), "line 3: has the option “a” twice."),
        (question(answers(("a", 100), ("<img/>", 0))), "line 3: shows a picture or plays"),
        (question(answers(("a", 100)), stem="&lt;img src='x'>"), "line 3: shows a picture or"),
        (question(answers(("*", 50)), "shortanswer"), "line 3: has no answers."),
        ("<words/>", "line 3: has “words” where a question should be."),
    ],
)
def test_what_is_no_item_is_told_with_its_line(text: str, problem: str) -> None:
    good = question(answers(("x", 100), ("y", 0)), stem="Which?")
    reading = read(f"<?xml version='1.0'?>\n<quiz>\n{text}\n{good}</quiz>")
    assert [item.stem for item in reading.found[0].items] == ["Which?"]
    assert portable.told(reading.problems[0]).startswith(problem)


BOMB = "".join(f'<!ENTITY l{i + 1} "{f"&l{i};" * 10}">' for i in range(9))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<quiz>\n<question></quiz>", "line 2, column 13: is not XML: mismatched tag."),
        ("<quiz>\n<question>", "line 2, column 11: is not XML: no element found."),
        ("<quiz>&nbsp;</quiz>", "line 1, column 7: is not XML: undefined entity"),
        (f'<!DOCTYPE quiz [<!ENTITY l0 "lol">{BOMB}]><quiz>&l9;</quiz>', "line 1: declares a"),
        ('<!DOCTYPE q [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>', "line 1: "),
        ('\n<!DOCTYPE quiz SYSTEM "x.dtd"><quiz/>', "line 2: declares"),
        ('<?xml version="1.0" encoding="nothing"?><quiz/>', "line 1: names an"),
        ('<?xml version="1.0" encoding="big5"?><quiz/>', "line 1: names an encoding"),
        ("<quiz>" + "<a>" * 200 + "</a>" * 200 + "</quiz>", "line 1: has more than 100"),
        ("<quiz><a>" + "<b/>" * 60_000 + "</a></quiz>", "line 1: has more than"),
        ("<quiz/>", "the file: has no questions."),
        (
            "<rss><question/></rss>",
            "the file: is other XML: “rss” is around it, not Moodle’s “quiz”.",
        ),
        ("<quiz>\n<a " + 'b="1" ' * 500_000, "line 2: has a tag or a comment of more than"),
        ("<quiz>\n<!--" + "a" * 2_000_000, "line 2: has a tag or a comment of more than"),
        (f"<quiz>{'<question/>' * 30_000}</quiz>", "the file: has more than 20,000 questions"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_line(text: str, message: str) -> None:
    with pytest.raises(FormatError) as caught:
        read(text)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    "start", ["", "<?xml version='1.0'?>", "<?xml version='1.0' encoding='UTF-8'?>"]
)
def test_a_file_in_another_encoding_than_it_says_is_named(start: str) -> None:
    with pytest.raises(FormatError, match="line 2: is not in UTF-8; save the file as UTF-8"):
        moodle_xml.read(f"{start}<quiz>\n<a>Zoë</a></quiz>".encode("latin-1"), "a.xml")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
def test_a_file_may_be_in_the_encoding_that_it_names(encoding: str) -> None:
    named = "latin-1" if encoding == "latin-1" else encoding.removesuffix("-sig")
    body = question(answers(("Zoë", 100), ("Bob", 0)))
    text = f"<?xml version='1.0' encoding='{named}'?><quiz>{body}</quiz>"
    data = text.encode(encoding)
    assert moodle_xml.detect(data)
    assert moodle_xml.read(data, "a.xml").found[0].items[0].options[0] == "Zoë"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<quiz>", True),
        ("<?xml version='1.0'?>\n<!-- question: 0 -->\n<quiz a='b'>", True),
        ("<!DOCTYPE quiz><quiz>", True),
        ("<quizzes>", False),
        ("quiz", False),
        ("<!--", False),
    ],
)
def test_detect(text: str, *, expected: bool) -> None:
    assert moodle_xml.detect(text.encode()) is expected


@pytest.mark.parametrize("sign", ["<a ", "<!--", '<img src="', "</a ", "<!", "&#", "<p>", "<"])
def test_markup_that_never_ends_takes_no_time(sign: str) -> None:
    asked = escape(sign * (9_000 // len(sign)))
    body = "".join(question(answers((f"{n}{asked}", 100), ("b", 0))) for n in range(100))
    assert read(f"<quiz>{body}</quiz>").size == 100


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("a<!-- <b>not</b> this -->b", "ab"),
        ("a<!--[if gte mso 9]><xml>Word</xml><![endif]-->b", "ab"),
        ("a <!-- b", "a <!-- b"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<a <b>x</b>", "<a x"),
        ("x<", "x<"),
    ],
)
def test_what_is_no_tag_is_shown(html: str, text: str) -> None:
    assert hypertext.passage(html).text == text
