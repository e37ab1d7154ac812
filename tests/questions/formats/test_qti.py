import os
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from lxml import etree

from questions import Generated, ItemKind
from questions.errors import FormatError
from questions.formats import qti, qti_reading, registry
from questions.formats.archives import Archive, packed
from questions.formats.reading import Reading
from tests.make import make_article, make_flashcard, make_generated, make_item
from tests.questions.formats import portable
from tests.questions.formats.portable import in_html

ROOT = Path(__file__).parents[3]
CONVERTER = Path(os.environ.get("QTI_CONVERT", ROOT / ".venv-qti/bin/qti-convert"))
STRICT = etree.XMLParser(recover=False, resolve_entities=False, no_network=True)
Package = Callable[[Sequence[Generated]], bytes]

# The order that the schema of 2.1 asks for (imsqti_v2p1.xsd, AssessmentItem.Type).
ITEM_PARTS = [
    *("responseDeclaration", "outcomeDeclaration", "outcomeDeclaration", "itemBody"),
    *("responseProcessing", "modalFeedback"),
]

MANIFEST = """<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><resources>
<resource type="imsqti_item_xmlv2p1" href="a.xml"/>{}</resources></manifest>"""

ITEM = """<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a">
<responseDeclaration identifier="R"><correctResponse>{}</correctResponse></responseDeclaration>
<itemBody>{}</itemBody></assessmentItem>"""


OLD = '<resource type="imsqti_xmlv1p2" href="b.xml"/>'
ENTRY = "<textEntryInteraction responseIdentifier='R'/>"


def choice(*options: str, prompt: str = "Who?") -> str:
    given = "".join(
        f'<simpleChoice identifier="c{i}">{option}</simpleChoice>'
        for i, option in enumerate(options)
    )
    shown = f"<prompt>{prompt}</prompt>{given}"
    return f'<choiceInteraction responseIdentifier="R">{shown}</choiceInteraction>'


def right(*values: str) -> str:
    return "".join(f"<value>{value}</value>" for value in values)


def read_item(text: str) -> Reading:
    return qti_reading.read(text.encode(), "a.xml")


def read_package(**files: str) -> Reading:
    named = {name.replace("_", "."): text.encode() for name, text in files.items()}
    return qti_reading.read(packed(named), "Week 3.zip")


@pytest.mark.parametrize("package", [qti.package, qti.package_3])
@given(generated=portable.portable_values())
def test_what_is_written_is_strict_xml_and_reads_back(
    package: Package, generated: Generated
) -> None:
    data = package([generated])
    archive = Archive(data)
    for name in archive.names:
        etree.fromstring(archive.read(name), STRICT)
    looks = {"text": in_html, "proof": in_html}
    reading = qti_reading.read(data, "a.zip")
    assert portable.of_reading(reading, **looks) == portable.of([generated], **looks)


@pytest.mark.parametrize("package", [qti.package, qti.package_3])
def test_lines_of_a_stem_are_kept_as_they_are(package: Package) -> None:
    item = make_item(stem="Who built\n\xa0\nthe mill?")
    reading = qti_reading.read(package([Generated(make_article(), (item,), ())]), "a.zip")
    assert reading.found[0].items[0].stem == item.stem


@pytest.mark.parametrize("package", [qti.package, qti.package_3])
def test_articles_are_sections(package: Package) -> None:
    one = make_generated(make_item(id="1"), make_flashcard(id="2"), title="Piers & quays")
    two = make_generated(make_item(id="3"), title="Bridges", source="")
    reading = qti_reading.read(package([one, two]), "a.zip")
    assert portable.of_reading(reading) == portable.of([one, two])


def test_items_of_two_articles_may_have_the_same_id() -> None:
    found = [make_generated(title="One"), make_generated(make_item(stem="Why?"), title="Two")]
    reading = qti_reading.read(qti.package(found), "a.zip")
    assert portable.of_reading(reading) == portable.of(found)


def test_the_package_is_as_the_standard_has_it() -> None:
    archive = Archive(qti.package([make_generated(make_item(id="ab12"))]))
    assert archive.names == ("imsmanifest.xml", "test.xml", "items/item-ab12.xml")
    item = etree.fromstring(archive.read("items/item-ab12.xml"), STRICT)
    assert [etree.QName(part).localname for part in item] == ITEM_PARTS
    assert {etree.QName(part).namespace for part in item.iter()} == {
        "http://www.imsglobal.org/xsd/imsqti_v2p1"
    }


def test_the_newer_package_spells_all_names_its_own_way() -> None:
    archive = Archive(qti.package_3([make_generated(make_item(id="ab12"))]))
    item = etree.fromstring(archive.read("items/item-ab12.xml"), STRICT)
    assert etree.QName(item).namespace == "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
    names = {etree.QName(part).localname for part in item.iter()}
    assert {name for name in names if not name.startswith("qti-")} == {"p", "blockquote"}
    assert not any(letter.isupper() for part in item.iter() for k in part.attrib for letter in k)
    assert item.find(".//{*}qti-choice-interaction").get("max-choices") == "1"


@pytest.mark.parametrize(
    ("answer", "body", "stem", "options", "key"),
    [
        ("c1", choice("Ann", "Bob"), "Who?", ("Ann", "Bob"), 1),
        ("c0", f"<p>Ann ran.</p>{choice('<p>A</p>', '<b>B</b>')}", "Ann ran.\nWho?", ("A", "B"), 0),
        ("c0", f"<div><p>1 &lt; 2</p>{choice('a', 'b', prompt='')}</div>", "1 < 2", ("a", "b"), 0),
        ("Ann", f"<p>It was {ENTRY}!</p>", "It was _____ !", ("Ann",), 0),
        ("Ann", f"<p>Who?</p><p>{ENTRY}</p>", "Who?", ("Ann",), 0),
    ],
)  # fmt: skip
def test_items(answer: str, body: str, stem: str, options: tuple[str, ...], key: int) -> None:
    item = read_item(ITEM.format(right(answer), body)).found[0].items[0]
    assert (item.id, item.stem, item.options, item.key) == ("a", stem, options, key)


def test_marks_tell_what_is_right_where_nothing_else_does() -> None:
    mapping = (
        '</correctResponse><mapping><mapEntry mapKey="c1" mappedValue="1"/>'
        '<mapEntry mapKey="c0" mappedValue="0"/><mapEntry mapKey="c0" mappedValue="x"/></mapping>'
        "<correctResponse>"
    )
    assert read_item(ITEM.format(mapping, choice("Ann", "Bob"))).found[0].items[0].key == 1


def test_feedback_is_kept() -> None:
    body = choice("Ann<feedbackInline identifier='c0'>Hm.</feedbackInline>", "Bob")
    told = "<modalFeedback><p>So.</p><blockquote><p>Bob did.</p></blockquote></modalFeedback>"
    text = ITEM.format(right("c1"), body).replace("</itemBody>", f"</itemBody>{told}")
    item = read_item(text).found[0].items[0]
    assert (item.options, item.explanation) == (("Ann", "Bob"), "So.\nAnn: Hm.")
    assert item.evidence.text == "Bob did."


def test_a_package_without_a_test_is_named_after_its_file() -> None:
    item = ITEM.format(right("c0"), choice("Ann", "Bob"))
    reading = read_package(a_xml=item, imsmanifest_xml=MANIFEST.format(""))
    assert reading.found[0].article.title == "Week 3"


@pytest.mark.parametrize(
    ("answer", "body", "problem"),
    [
        ("", choice("a", "b"), "“a.xml”, line 1: has no right option."),
        (right("c0", "c1"), choice("a", "b"), "“a.xml”, line 1: has 2 right options; exactly one"),
        (right("c0"), "<p>Who?</p>", "“a.xml”, line 1: has 0 interactions; exactly one"),
        (right("c0"), choice("a", "b") * 2, "“a.xml”, line 1: has 2 interactions; exactly one"),
        (right("c0"), "<extendedTextInteraction/>", "“a.xml”, line 1: has a “extendedTextInter"),
        (right("c0"), choice("a", "<img src='a'/>"), "“a.xml”, line 1: shows a picture"),
        (right("c0"), choice("a", "<b"), "“a.xml”, line 3, column "),
    ],
)
def test_what_is_no_item_is_told_with_its_place(answer: str, body: str, problem: str) -> None:
    good = ITEM.format(right("c0"), choice("x", "y"))
    more = '<resource type="imsqti_item_xmlv2p1" href="b.xml"/>'
    reading = read_package(
        a_xml=ITEM.format(answer, body), b_xml=good, imsmanifest_xml=MANIFEST.format(more)
    )
    assert [item.options for item in reading.found[0].items] == [("x", "y")]
    assert portable.told(reading.problems[0]).startswith(problem)


@pytest.mark.parametrize("href", ["b.xml", "../a.xml", "../../etc/passwd", "%2e%2e/a.xml"])
def test_a_file_that_is_not_in_the_package_is_named(href: str) -> None:
    more = f'<resource type="imsqti_item_xmlv2p1" href="{href}"/>'
    item = ITEM.format(right("c0"), choice("x", "y"))
    reading = read_package(a_xml=item, imsmanifest_xml=MANIFEST.format(more))
    assert [problem.reason for problem in reading.problems] == ["is missing"]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"imsmanifest_xml": "<manifest"}, "“imsmanifest.xml”, line 1, column "),
        ({"imsmanifest_xml": "<manifest/>"}, "the file: has no questions"),
        ({"imsmanifest_xml": MANIFEST.format(OLD)}, "the package: is in QTI 1, an older standard"),
        ({"imsmanifest_xml": MANIFEST.format("").replace("item_", "test_")}, "“a.xml” in"),
        ({"imsmanifest_xml": '<!DOCTYPE m [<!ENTITY a "b">]><m/>'}, "“imsmanifest.xml”, line 1: "),
    ],
)  # fmt: skip
def test_what_is_no_package_is_an_error(files: dict[str, str], message: str) -> None:
    with pytest.raises(FormatError) as caught:
        read_package(**files)
    assert str(caught.value).startswith(message)


def test_an_assessment_of_the_older_standard_is_named() -> None:
    data = b'<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2"/>'
    with pytest.raises(FormatError, match="the file: is in QTI 1, an older standard"):
        registry.read(data, "quiz.xml")


def test_flashcards_are_typed_answers() -> None:
    archive = Archive(qti.package([make_generated(make_flashcard(id="f"))]))
    item = etree.fromstring(archive.read("items/item-f.xml"), STRICT)
    assert item.find(".//{*}textEntryInteraction") is not None
    read = qti_reading.read(archive.read("items/item-f.xml"), "f.xml")
    assert read.found[0].items[0].kind is ItemKind.FLASHCARD


@pytest.mark.skipif(
    not CONVERTER.exists(),
    reason="no `qti-convert`: name one in QTI_CONVERT, or run .ci/run",
)
@pytest.mark.parametrize(
    ("package", "way"), [(qti.package, "upgrade"), (qti.package_3, "downgrade")]
)
def test_another_program_converts_the_package_to_the_other_version(
    package: Package, way: str, tmp_path: Path
) -> None:
    items = (make_item(id="1", explanation="Two\nlines & <b>"), make_flashcard(id="2"))
    found = [make_generated(*items), make_generated(make_item(id="3"), title="Two")]
    (tmp_path / "ours.zip").write_bytes(package(found))
    command = [str(CONVERTER), way, f"{tmp_path}/ours.zip", f"{tmp_path}/theirs.zip"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert "warning" not in done.stderr.lower()
    reading = qti_reading.read((tmp_path / "theirs.zip").read_bytes(), "theirs.zip")
    assert portable.of_reading(reading) == portable.of(found)
