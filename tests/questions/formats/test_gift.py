import json
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given

from questions import AnswerType, Generated, ItemKind
from questions.errors import FormatError
from questions.formats import gift
from questions.formats.reading import Reading
from questions.formats.writing import level
from tests.make import make_flashcard, make_generated, make_item
from tests.questions.formats import portable

OTHER = """
const text = require("fs").readFileSync(0, "utf8");
console.log(JSON.stringify(require(process.argv[1]).parse(text)));
"""


def read(text: str) -> Reading:
    return gift.read(text.encode(), "capitals.gift")


@given(portable.portable_values())
def test_what_is_written_reads_back(generated: Generated) -> None:
    reading = read(gift.dumps([generated]))
    assert portable.of_reading(reading) == portable.of([generated])


def test_articles_are_categories() -> None:
    one = make_generated(title="Piers / and quays")
    two = make_generated(make_item(stem="Who?"), title="Bridges", source="")
    reading = read(gift.dumps([one, two]))
    assert portable.of_reading(reading) == portable.of([one, two])


def test_the_file_is_as_people_write_it() -> None:
    item = make_item(stem="When: 1932?", explanation="", options=("1923", "1932"), key=1)
    assert gift.dumps([make_generated(item)]).splitlines() == [
        "$CATEGORY: $course$/top/A bridge opens",
        "",
        "// source: https://example.org/bridge",
        "",
        "// [id:item-1] [tag:date] [tag:easy]",
        "When\\: 1932? {",
        "\t~1923",
        "\t=1932",
        f"\t####[html]<blockquote>{item.evidence.text}</blockquote>",
        "}",
    ]


@pytest.mark.parametrize(
    ("text", "stem", "options", "key"),
    [
        ("Two plus two? {=4 ~3 ~5}", "Two plus two?", ("4", "3", "5"), 0),
        ("::Sums:: Two plus two? {~3 =4}", "Two plus two?", ("3", "4"), 1),
        ("::A\\:\\:B::Two? {\n~3#no\n=4#yes\n}", "Two?", ("3", "4"), 1),
        ("Grant is {~buried =entombed} here.", "Grant is _____ here.", ("buried", "entombed"), 1),
        ("The sun rises. {T}", "The sun rises.", ("True", "False"), 0),
        ("The sun stops.{FALSE#No#Yes}", "The sun stops.", ("True", "False"), 1),
        ("Who? {~%100%Ann ~%-50%Bob}", "Who?", ("Ann", "Bob"), 0),
        ("Who? {=%100%Ann ~%0%Bob}", "Who?", ("Ann", "Bob"), 0),
        (
            "[html]<p>Who<br>now?</p> {=<b>Ann</b> ~Bob &amp; Co}",
            "Who\nnow?",
            ("Ann", "Bob & Co"),
            0,
        ),
        ("Who &amp; <i>why</i>? {=Ann ~Bob}", "Who & why?", ("Ann", "Bob"), 0),
        ("[plain]Who &amp; <i>why</i>? {=a ~b}", "Who &amp; <i>why</i>?", ("a", "b"), 0),
        ("Is a < b & c? {=a ~b}", "Is a < b & c?", ("a", "b"), 0),
        (
            "a \\= \\{b\\} \\~ \\# \\: c\\nd \\\\ e? {=1 ~2}",
            "a = {b} ~ # : c\nd \\ e?",
            ("1", "2"),
            0,
        ),
        ("\\d? {=a\\b ~c}", "\\d?", ("a\\b", "c"), 0),
        ("Who? {=Ann}", "Who?", ("Ann",), 0),
        ("Who? {Ann}", "Who?", ("Ann",), 0),
        ("How many? {#1822}", "How many?", ("1822",), 0),
        ("How many? {#1822:5}", "How many?", ("1822",), 0),
    ],
)
def test_questions(text: str, stem: str, options: tuple[str, ...], key: int) -> None:
    reading = read(text)
    assert reading.problems == ()
    item = reading.found[0].items[0]
    assert (item.stem, item.options, item.key) == (stem, options, key)
    assert reading.found[0].article.title == "capitals"


@pytest.mark.parametrize(
    ("text", "explanation", "evidence"),
    [
        ("W? {=a ~b #### Since 1066.}", "Since 1066.", ""),
        ("W? {=a#Well done. ~b#Not b.}", "Well done.\nb: Not b.", ""),
        ("W? {=a#Since 1066. ~b#### Since 1066.}", "Since 1066.", ""),
        ("W? {T#It is.#Right.}", "Right.\nFalse: It is.", ""),
        ("W? {=a ~b ####[html]<p>So</p><blockquote>a\\=b</blockquote>}", "So", "a=b"),
        ("W? {=a =b =c}", "Also right: b; c", ""),
    ],
)
def test_feedback_is_kept(text: str, explanation: str, evidence: str) -> None:
    item = read(text).found[0].items[0]
    assert (item.explanation, item.evidence.text) == (explanation, evidence)


def test_ids_and_tags_are_kept_where_a_comment_has_them() -> None:
    item = read("// a note [id:q\\]7] [tag:person] [tag:hard]\nWho? {=a ~b}").found[0].items[0]
    assert (item.id, item.answer_type, item.difficulty) == ("q]7", AnswerType.PERSON, 0.75)
    plain = read("Who? {=a ~b}").found[0].items[0]
    assert (len(plain.id), plain.answer_type, plain.difficulty) == (16, AnswerType.THING, 0.6)


def test_a_short_answer_is_a_flashcard() -> None:
    assert read("Who? {=Ann}").found[0].items[0].kind is ItemKind.FLASHCARD


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("=1 ~2 ~3", AnswerType.NUMBER),
        ("~1,5 ~20 =300", AnswerType.NUMBER),
        ("=3 ~2 ~1", AnswerType.THING),
        ("~1066 =1932 ~2001", AnswerType.DATE),
        ("=1 ~two", AnswerType.THING),
    ],
)
def test_options_keep_their_order_only_where_it_tells_nothing(
    options: str, expected: AnswerType
) -> None:
    assert read(f"W? {{{options}}}").found[0].items[0].answer_type is expected


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Just words.", "line 3: has no answers in braces."),
        ("Who? {=a ~b", "line 3: has “{” without “}”; no line in between may be empty."),
        ("Who? {=a ~b}\nWhy? {=a ~b}", "line 3: has two blocks of answers; leave an empty line"),
        ("Write. {}", "line 3: is an essay question, which has no right answer."),
        ("Match. {=a -> b =c -> d}", "line 3: is a matching question, which is not taken over."),
        ("How? {#1..5}", "line 3: is a question for a range of numbers, which is not taken over."),
        ("Who? {~a ~b}", "line 3: has no right option."),
        ("Who? {=a =b ~c}", "line 3: has 2 right options; exactly one can be right."),
        ("Who? {~%50%a ~%50%b ~c}", "line 3: has 2 right options; exactly one can be right."),
        ("Who? {=a ~a}", "line 3: has the option “a” twice."),
        ("Who? {=a ~}", "line 3: has an empty option."),
        ("Who? {=1 ~2 ~3 ~4 ~5 ~6 ~7}", "line 3: has 7 options; at most 6 can be taken."),
        (f"Who? {{=1{'~2' * 1_000_000}}}", "line 3: has more than 50 options; at most 6 can be"),
        ("{=a ~b}", "line 3: has no question, only answers."),
        ('<img src\\="a">Who? {=a ~b}', "line 3: shows a picture or plays something, which is"),
        ("W? {=a ~<img>}", "line 3: has a picture as an option, which is not taken over."),
        ("W? {=a\n~b}\n\nW? {=a ~c}", "line 6: asks the same as line 3."),
        (f"{'W' * 10_001}? {{=a ~b}}", "line 3: has a text of more than 10,000 characters."),
    ],
)
def test_what_is_no_item_is_told_with_its_line(text: str, problem: str) -> None:
    reading = read(f"// comment\n\n{text}\n\n// another\nWhich?\n{{=x ~y}}")
    assert [item.stem for item in reading.found[0].items][-1] == "Which?"
    assert portable.told(reading.problems[0]).startswith(problem)


def test_a_file_without_questions_is_an_error() -> None:
    with pytest.raises(FormatError, match="the file: has no questions"):
        read("// only this")


def test_more_questions_than_the_limit_are_refused_at_once() -> None:
    with pytest.raises(FormatError, match="the file: has more than 20,000 questions"):
        read("W?\n\n" * 1_000_000)


@pytest.mark.parametrize(
    "text", ["{" * 50_000, "=" * 50_000, "<a " * 50_000, "\\" * 50_001, " " * 200_000 + "x"]
)
@pytest.mark.parametrize("pattern", ["{}", "W? {{{}}}", "W? {{={} ~b}}", "::{}", "W? {{#{}}}"])
def test_what_is_meant_to_take_long_does_not(text: str, pattern: str) -> None:
    reading = read(pattern.format(text))
    assert reading.problems or reading.size


@pytest.mark.parametrize("sign", ["[id:", "[tag:", "[tag:a\\]"])
def test_tags_that_never_end_take_no_time(sign: str) -> None:
    assert read(f"// {sign * 200_000}\nWho? {{=a ~b}}").size == 1


def test_only_the_format_at_the_beginning_is_none_of_the_text() -> None:
    item = read("[html]Which tag? {=[html] is right ~[plain] [html]}").found[0].items[0]
    assert (item.stem, item.options) == ("Which tag?", ("is right", "[html]"))
    assert read("What is [html]? {=a ~b}").found[0].items[0].stem == "What is [html]?"


@pytest.fixture(scope="session")
def other_reader() -> Path:
    """Where the npm package gift-pegjs, a reader of others, is installed."""
    node = shutil.which("node")
    folder = Path(__file__).parents[3] / "node_modules" / "gift-pegjs"
    if node is None or not folder.is_dir():
        pytest.skip("gift-pegjs, another reader of GIFT, is not here: npm install gift-pegjs")
    return folder


def test_another_reader_finds_the_same(other_reader: Path) -> None:
    items = (
        make_item(
            stem="Is a < b {c}: 5% = #1 ~ \\ // &amp;?", options=("%5% x", "[html]y", "a->b")
        ),
        make_item(id="2", stem="// Who?\nWhy?", options=("=", "~", "{}", "T"), key=3),
        make_item(id="3", stem="$CATEGORY: x", explanation="<b> & \\n"),
        make_flashcard(id="4", options=("a -> b",)),
    )
    text = gift.dumps([make_generated(*items)])
    found = subprocess.run(
        ["node", "-e", OTHER, str(other_reader)],
        check=True,
        input=text,
        capture_output=True,
        text=True,
    )
    category, *questions = json.loads(found.stdout)
    assert category["title"] == "$course$/top/A bridge opens"
    assert [question["type"] for question in questions] == ["MC", "MC", "MC", "Short"]
    for item, question in zip(items, questions, strict=True):
        assert question["id"] == item.id
        assert question["tags"] == ["date", level(item.difficulty)]
        assert question["stem"]["text"] == item.stem
        if item.id != "4":
            assert tuple(each["text"]["text"] for each in question["choices"]) == item.options
        marked = [i for i, each in enumerate(question["choices"]) if each["isCorrect"]]
        assert marked == [item.key]
        assert item.evidence.text in question["globalFeedback"]["text"]
