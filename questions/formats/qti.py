"""QTI content packages, 2.1 and 3.0: a test with a section for each article, an item to a file.

One tree is made with the names of 2.1; 3.0 spells the same names differently (IMS QTI 3.0,
section 'Migration') and keeps HTML apart.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

from lxml import etree

from questions.formats import archives, markup
from questions.formats.writing import in_line, level, visible
from questions.items import Generated, Item

PREFIX = re.compile(r"item\d*-")
"""Before an item's id, as a name in XML may not begin with a digit; with a number where another
article has an item of the same id."""

SOURCE = "Source: "
PROOF = "PROOF"
DIFFICULTIES = {"easy": "easy", "medium": "medium", "hard": "difficult"}
"""Levels as IEEE LOM calls them."""

_NAME = re.compile(r"[\w.-]{1,58}", re.A)
_HTML = frozenset(("p", "br", "blockquote"))
_CAPITAL = re.compile(r"(?=[A-Z])")
_LOM = "http://ltsc.ieee.org/xsd/LOM"


@dataclass(frozen=True, slots=True)
class _Version:
    """What differs between the versions of the standard."""

    items: str
    manifest: str
    schema: str
    number: str
    kind: str
    respelled: bool


_V2 = _Version(
    items="http://www.imsglobal.org/xsd/imsqti_v2p1",
    manifest="http://www.imsglobal.org/xsd/imscp_v1p1",
    schema="QTIv2.1 Package",
    number="1.0.0",
    kind="imsqti_{}_xmlv2p1",
    respelled=False,
)
_V3 = _Version(
    items="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    manifest="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema="QTI Package",
    number="3.0.0",
    kind="imsqti_{}_xmlv3p0",
    respelled=True,
)


def package(found: Sequence[Generated]) -> bytes:
    """A package of QTI 2.1. Raises FormatError for an item that is not whole."""
    return _packed(found, _V2)


def package_3(found: Sequence[Generated]) -> bytes:
    """The same in QTI 3.0."""
    return _packed(found, _V3)


def _packed(found: Sequence[Generated], version: _Version) -> bytes:
    named = _named(found)
    files = {
        f"items/{name}.xml": _document(_item(name, item), version)
        for items in named
        for name, item in items
    }
    test = _document(_test(found, named), version)
    manifest = markup.document(_manifest([pair for items in named for pair in items], version))
    return archives.packed({"imsmanifest.xml": manifest, "test.xml": test} | files)


def _named(found: Sequence[Generated]) -> list[list[tuple[str, Item]]]:
    """Items by article, each with a name that no other item has."""
    counts: Counter[str] = Counter()
    named: list[list[tuple[str, Item]]] = []
    for generated in found:
        named.append([])
        for item in generated.items:
            name = _name(item)
            counts[name] += 1
            number = counts[name] if counts[name] > 1 else ""
            named[-1].append((f"item{number}-{name}", visible(item)))
    return named


def _name(item: Item) -> str:
    return item.id if _NAME.fullmatch(item.id) else sha256(item.id.encode()).hexdigest()[:16]


def _item(name: str, item: Item) -> etree._Element:
    alone = len(item.options) == 1
    root = etree.Element(
        "assessmentItem",
        identifier=name,
        title=in_line(item.stem)[:80],
        adaptive="false",
        timeDependent="false",
    )
    kind = "string" if alone else "identifier"
    declared = _add(
        root, "responseDeclaration", identifier="RESPONSE", cardinality="single", baseType=kind
    )
    value = _add(_add(declared, "correctResponse"), "value")
    value.text = item.options[0] if alone else f"option-{item.key + 1}"
    _outcomes(root)
    body = _add(root, "itemBody")
    (_entry if alone else _choice)(body, item)
    _processing(root)
    _feedback(root, item)
    return root


def _outcomes(root: etree._Element) -> None:
    for name, kind in (("SCORE", "float"), ("FEEDBACK", "identifier")):
        _add(root, "outcomeDeclaration", identifier=name, cardinality="single", baseType=kind)


def _choice(body: etree._Element, item: Item) -> None:
    shuffle = "false" if item.answer_type.in_sequence else "true"
    choice = _add(
        body, "choiceInteraction", responseIdentifier="RESPONSE", shuffle=shuffle, maxChoices="1"
    )
    _lines(_add(choice, "prompt"), item.stem)
    for number, option in enumerate(item.options, 1):
        _lines(_add(choice, "simpleChoice", identifier=f"option-{number}"), option)


def _entry(body: etree._Element, item: Item) -> None:
    _lines(_add(body, "p"), item.stem)
    _add(_add(body, "p"), "textEntryInteraction", responseIdentifier="RESPONSE")


def _processing(root: etree._Element) -> None:
    """A mark for the right response, and the proof for every one."""
    processing = _add(root, "responseProcessing")
    condition = _add(processing, "responseCondition")
    then = _add(condition, "responseIf")
    match = _add(then, "match")
    _add(match, "variable", identifier="RESPONSE")
    _add(match, "correct", identifier="RESPONSE")
    _set(then, "SCORE", "float", "1")
    _set(_add(condition, "responseElse"), "SCORE", "float", "0")
    _set(processing, "FEEDBACK", "identifier", PROOF)


def _set(parent: etree._Element, name: str, kind: str, value: str) -> None:
    outcome = _add(parent, "setOutcomeValue", identifier=name)
    _add(outcome, "baseValue", baseType=kind).text = value


def _feedback(root: etree._Element, item: Item) -> None:
    if not (item.explanation or item.evidence.text):
        return
    feedback = _add(
        root, "modalFeedback", outcomeIdentifier="FEEDBACK", identifier=PROOF, showHide="show"
    )
    if item.explanation:
        _lines(_add(feedback, "p"), item.explanation)
    if item.evidence.text:
        _lines(_add(_add(feedback, "blockquote"), "p"), item.evidence.text)


def _test(
    found: Sequence[Generated], named: Sequence[Sequence[tuple[str, Item]]]
) -> etree._Element:
    title = in_line(found[0].article.title) if found else "Questions"
    root = etree.Element("assessmentTest", identifier="test", title=title)
    part = _add(
        root, "testPart", identifier="part", navigationMode="nonlinear", submissionMode="individual"
    )
    _add(part, "itemSessionControl", showFeedback="true")
    for number, (generated, items) in enumerate(zip(found, named, strict=True), 1):
        heading = in_line(generated.article.title)
        section = _add(
            part, "assessmentSection", identifier=f"section-{number}", title=heading, visible="true"
        )
        if source := in_line(generated.article.source):
            _lines(_add(_add(section, "rubricBlock", view="candidate"), "p"), SOURCE + source)
        for name, _ in items:
            _add(section, "assessmentItemRef", identifier=name, href=f"items/{name}.xml")
    return root


def _manifest(named: Sequence[tuple[str, Item]], version: _Version) -> etree._Element:
    root = etree.Element("manifest", {"identifier": "manifest"}, {None: version.manifest})
    data = _add(root, "metadata")
    _add(data, "schema").text = version.schema
    _add(data, "schemaversion").text = version.number
    _add(root, "organizations")
    resources = _add(root, "resources")
    test = _resource(resources, "test", "test.xml", version.kind.format("test"))
    for name, item in named:
        path = f"items/{name}.xml"
        resource = _resource(resources, name, path, version.kind.format("item"), item)
        _add(test, "dependency", identifierref=resource.get("identifier"))
    return root


def _resource(
    parent: etree._Element, name: str, path: str, kind: str, item: Item | None = None
) -> etree._Element:
    resource = _add(parent, "resource", identifier=name, type=kind, href=path)
    if item is not None:
        lom = etree.SubElement(_add(resource, "metadata"), "lom", nsmap={None: _LOM})
        keyword = _add(_add(lom, "general"), "keyword")
        _add(keyword, "string", language="en").text = item.answer_type.value
        difficulty = _add(_add(lom, "educational"), "difficulty")
        _add(difficulty, "source").text = "LOMv1.0"
        _add(difficulty, "value").text = DIFFICULTIES[level(item.difficulty)]
    _add(resource, "file", href=path)
    return resource


def _add(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, tag, attributes)


def _lines(parent: etree._Element, text: str) -> None:
    """Text with its line breaks."""
    first, *rest = text.split("\n")
    parent.text = first
    for line in rest:
        _add(parent, "br").tail = line


def _document(root: etree._Element, version: _Version) -> bytes:
    if version.respelled:
        for element in list(root.iter()):
            _respell(element)
    named = etree.Element(root.tag, dict(root.attrib), {None: version.items})
    named.extend(list(root))
    return markup.document(named)


def _respell(element: etree._Element) -> None:
    """As 3.0 spells it; its feedback and rubrics keep their HTML in a body of its own."""
    if element.tag in {"modalFeedback", "rubricBlock"}:
        body = etree.Element("contentBody")
        body.extend(list(element))
        element.append(body)
        _respell(body)
    if element.tag not in _HTML:
        element.tag = f"qti-{kebab(element.tag)}"
    for name, value in list(element.attrib.items()):
        del element.attrib[name]
        element.set(kebab(name), value)


def kebab(name: str) -> str:
    """'simpleChoice' as 'simple-choice'."""
    return "-".join(_CAPITAL.split(name)).lower()
