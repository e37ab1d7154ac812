"""QTI 2.1, 2.2 and 3.0 read: choices with one right option and short answers, from packages."""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from questions.errors import FormatError
from questions.formats import drafts, hypertext, markup
from questions.formats.archives import Archive
from questions.formats.drafts import OUTSIDE, Draft, Section
from questions.formats.markup import Element
from questions.formats.qti import DIFFICULTIES, PREFIX, SOURCE
from questions.formats.reading import Problem, Reading, title_of

MANIFEST = "imsmanifest.xml"
_LEVELS = {"very easy": "easy", "difficult": "hard", "very difficult": "hard"} | {
    name: level for level, name in DIFFICULTIES.items()
}
_APART = frozenset((
    "rubricBlock", "feedbackBlock", "feedbackInline", "modalFeedback", "templateBlock",
    "stylesheet",
))  # fmt: skip
_HUMP = re.compile(r"-([a-z])")
_GAP = "_____"
_OLD_ROOT, _OLD_TYPE = "questestinterop", "imsqti_xmlv1"
_TOO_OLD = "is in QTI 1, an older standard; export it as QTI 2.1, 2.2 or 3.0, or in another format"


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item of a package: its file, the tags of its metadata, and the section it stands in."""

    path: str
    tags: tuple[str, ...] = ()
    section: Section = OUTSIDE


def read(data: bytes, name: str) -> Reading:
    """Items of a package or of a single file; raises FormatError where there is none."""
    title = title_of(name)
    if markup.root_name(data) == _OLD_ROOT:
        raise FormatError("the file", _TOO_OLD)
    if not data.startswith(b"PK"):
        return drafts.reading([_item(_parsed(data), "", _Entry(""))], title)
    archive = Archive(data)
    return drafts.reading(_items(archive), title)


def detect(data: bytes) -> bool:
    """Whether a file is an archive with the manifest of a package, or the XML of one item."""
    if data.startswith(b"PK"):
        return b"imsmanifest.xml" in data
    return _camel(markup.root_name(data) or "") in {"assessmentItem", _OLD_ROOT}


def _items(archive: Archive) -> Iterator[Draft | Problem]:
    for entry in _entries(archive):
        if entry.path not in archive:
            yield Problem(f"“{entry.path}” in the package", "is missing")
            continue
        place = f"“{entry.path}”, "
        try:
            root = _parsed(archive.read(entry.path))
        except FormatError as error:
            yield Problem(f"{place}{error.place}", error.problem)
            continue
        yield _item(root, place, entry)


def _entries(archive: Archive) -> list[_Entry]:
    """Items in the order of the tests that ask them; then those that no test asks."""
    manifest = next((n for n in archive.names if posixpath.basename(n) == MANIFEST), None)
    if manifest is None:
        raise FormatError("the package", f"has no {MANIFEST}")
    resources = _parsed(archive.read(manifest), manifest).child("resources").children("resource")
    if any(each.attributes.get("type", "").startswith(_OLD_TYPE) for each in resources):
        raise FormatError("the package", _TOO_OLD)
    known = {
        path: tuple(_tags(each))
        for each in resources
        if "_item_" in each.attributes.get("type", "")
        and (path := _path(manifest, each.attributes.get("href", "")))
    }
    tests = [each for each in resources if "_test_" in each.attributes.get("type", "")]
    sections: dict[str, Section] = {}
    for each in tests:
        path = _path(manifest, each.attributes.get("href", ""))
        sections |= _sections(path, _parsed(archive.read(path), path))
    in_order = dict.fromkeys((*sections, *known))
    return [_Entry(p, known.get(p, ()), sections.get(p, OUTSIDE)) for p in in_order]


def _sections(path: str, test: Element) -> Mapping[str, Section]:
    """Files of items with the innermost section each is asked in."""
    found: dict[str, Section] = {}
    for part in test.everywhere():
        if part.tag == "assessmentSection":
            section = Section(part.attributes.get("title", ""), _source(part))
            for each in part.children("assessmentItemRef"):
                found[_path(path, each.attributes.get("href", ""))] = section
    return found


def _source(section: Element) -> str:
    told = hypertext.passage(section.child("rubricBlock").html).text
    return told.removeprefix(SOURCE) if told.startswith(SOURCE) else ""


def _path(base: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href)))


def _tags(resource: Element) -> Iterator[str]:
    for each in resource.child("metadata").everywhere():
        if each.tag == "keyword":
            yield from (part.text.strip() for part in each.children())
        elif each.tag == "difficulty":
            value = each.child("value").text.strip()
            yield _LEVELS.get(value, value)


def _item(root: Element, place: str, entry: _Entry) -> Draft | Problem:
    place = f"{place}line {root.line}"
    if root.tag != "assessmentItem":
        return Problem(place, f"is “{root.tag}”, not an item")
    body = root.child("itemBody")
    asked = [each for each in body.everywhere() if each.tag.endswith("Interaction")]
    if len(asked) != 1:
        return Problem(place, f"has {len(asked)} interactions; exactly one can be taken")
    interaction = asked[0]
    if interaction.tag not in {"choiceInteraction", "textEntryInteraction"}:
        return Problem(place, f"has a “{interaction.tag}”, which is not taken over")
    shown = hypertext.passage(_html(body))
    if shown.media or hypertext.passage(_html(interaction)).media:
        return Problem(place, "shows a picture or plays something, which is not taken over")
    own_id = PREFIX.sub("", root.attributes.get("identifier", ""), count=1)
    told = hypertext.passage("".join(map(_html, root.children("modalFeedback"))))
    stem = hypertext.joined(shown).removesuffix(_GAP).strip()
    draft = Draft(place, stem, (), (), told.text, told.quoted, id=own_id, section=entry.section)
    return _answered(drafts.tagged(draft, entry.tags), root, interaction)


def _answered(draft: Draft, root: Element, interaction: Element) -> Draft:
    right = _right(root, interaction.attributes.get("responseIdentifier", ""))
    if interaction.tag == "textEntryInteraction":
        return drafts.short_answer(draft, right)
    prompt = hypertext.passage(_html(interaction.child("prompt"))).text
    choices = interaction.children("simpleChoice")
    answered = replace(
        draft,
        stem="\n".join(filter(None, (draft.stem, prompt))),
        options=tuple(hypertext.passage(_html(each)).text for each in choices),
        right=tuple(
            i for i, each in enumerate(choices) if each.attributes.get("identifier") in right
        ),
    )
    feedback = [_said(each) for each in choices]
    return replace(answered, explanation=drafts.explained(draft.explanation, feedback, answered))


def _said(choice: Element) -> str:
    inline = choice.children("feedbackInline")
    return hypertext.passage("".join(map(_html, inline))).text


def _right(root: Element, response: str) -> list[str]:
    """Values that are right, or where none is said to be, those that give marks."""
    declared = root.children("responseDeclaration")
    mine = next((d for d in declared if d.attributes.get("identifier") == response), None)
    if mine is None:
        return []
    values = [each.text.strip() for each in mine.child("correctResponse").children("value")]
    entries = mine.child("mapping").children("mapEntry")
    return values or [e.attributes.get("mapKey", "") for e in entries if _marks(e) > 0]


def _marks(entry: Element) -> float:
    try:
        return float(entry.attributes.get("mappedValue", "0"))
    except ValueError:
        return 0.0


def _html(element: Element) -> str:
    """What is shown of an element, without what is asked in it and answered to it."""
    pieces = []
    for each in element.content:
        if isinstance(each, str):
            pieces.append(hypertext.escaped(each.replace("\n", " ")))
        elif each.tag == "textEntryInteraction":
            pieces.append(f" {_GAP} ")
        elif each.tag not in _APART and not each.tag.endswith("Interaction"):
            pieces.append(f"<{each.tag}>{_html(each)}</{each.tag}>")
    return "".join(pieces)


def _parsed(data: bytes, path: str = "") -> Element:
    """The document with all names as 2.1 spells them."""
    try:
        return _respelled(markup.parse(data))
    except FormatError as error:
        place = f"“{path}”, {error.place}" if path else error.place
        raise FormatError(place, error.problem) from None


def _respelled(element: Element) -> Element:
    tag = _camel(element.tag)
    attributes = {_camel(name): value for name, value in element.attributes.items()}
    content = [each if isinstance(each, str) else _respelled(each) for each in element.content]
    if tag == "contentBody":
        tag = "div"
    return Element(tag, element.line, attributes, content)


def _camel(name: str) -> str:
    return _HUMP.sub(lambda hump: hump[1].upper(), name.removeprefix("qti-"))
