"""Moodle XML: multiple choice, true or false, short and numerical answers, in categories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from questions.errors import FormatError
from questions.formats import drafts, hypertext, markup
from questions.formats.drafts import Draft, Section
from questions.formats.hypertext import Passage
from questions.formats.markup import Element
from questions.formats.reading import Problem, Reading, quoted, title_of
from questions.formats.writing import category, in_line, tags, visible
from questions.items import Generated, Item

_NAME, _SOURCE = 80, 500
_LONGEST_ID = 100
_MEDIA = "shows a picture or plays something, which is not taken over"
_TRUTH = {"true": "True", "false": "False"}


def dumps(found: Sequence[Generated]) -> bytes:
    """All items; each article is a category. Raises FormatError for an item that is not whole."""
    root = etree.Element("quiz")
    for generated in found:
        _write_category(root, generated)
        for item in map(visible, generated.items):
            _write_question(root, item)
    return markup.document(root)


def read(data: bytes, name: str) -> Reading:
    """Items of a file, and what in it is none; raises FormatError where it has neither."""
    if (root := markup.root_name(data)) not in {None, "quiz"}:
        raise FormatError("the file", f"is other XML: “{root}” is around it, not Moodle’s “quiz”")
    return drafts.reading(_parts(data), title_of(name))


def detect(data: bytes) -> bool:
    """Whether a file is XML whose outermost element is a quiz."""
    return markup.root_name(data) == "quiz"


def _write_category(root: etree._Element, generated: Generated) -> None:
    question = etree.SubElement(root, "question", type="category")
    _text(question, "category", category(generated.article.title))
    _text(question, "info", in_line(generated.article.source), "plain_text")


def _write_question(root: etree._Element, item: Item) -> None:
    alone = len(item.options) == 1
    kind = "shortanswer" if alone else "multichoice"
    question = etree.SubElement(root, "question", type=kind)
    _text(question, "name", in_line(item.stem)[:_NAME])
    _text(question, "questiontext", hypertext.escaped(item.stem), "html")
    proof = hypertext.proof(item.explanation, item.evidence.text)
    _text(question, "generalfeedback", proof, "html")
    shuffle = "false" if item.answer_type.in_sequence else "true"
    settings = {"defaultgrade": "1", "penalty": "0.3333333", "hidden": "0"}
    settings |= {"idnumber": item.id} if len(item.id) <= _LONGEST_ID else {}
    choice = {"single": "true", "shuffleanswers": shuffle, "answernumbering": "ABCD"}
    for tag, value in (settings | ({"usecase": "0"} if alone else choice)).items():
        etree.SubElement(question, tag).text = in_line(value)
    for index, option in enumerate(item.options):
        _write_answer(question, option, right=index == item.key, alone=alone)
    marks = etree.SubElement(question, "tags")
    for tag in tags(item):
        _text(marks, "tag", tag)


def _write_answer(question: etree._Element, option: str, *, right: bool, alone: bool) -> None:
    """A short answer is compared with what is typed, so that it is no HTML; * means anything."""
    answer = etree.SubElement(
        question,
        "answer",
        fraction="100" if right else "0",
        format="moodle_auto_format" if alone else "html",
    )
    text = option.replace("*", "\\*") if alone else hypertext.escaped(option)
    etree.SubElement(answer, "text").text = text
    _text(answer, "feedback", "", "html")


def _text(parent: etree._Element, tag: str, text: str, kind: str | None = None) -> None:
    element = etree.SubElement(parent, tag, {"format": kind} if kind else None)
    inner = etree.SubElement(element, "text")
    inner.text = etree.CDATA(text) if kind == "html" and text else text


@dataclass(frozen=True, slots=True)
class _Answer:
    option: Passage
    feedback: str
    fraction: float


def _parts(data: bytes) -> Iterator[Draft | Problem]:
    section = Section()
    for element in markup.children(data):
        kind = element.attributes.get("type", "")
        if element.tag != "question":
            yield Problem(element.place, f"has “{element.tag}” where a question should be")
        elif kind == "category":
            section = _section(element)
        else:
            yield _question(element, kind, section)


def _named(element: Element) -> str:
    """Place of a question, and its name."""
    return quoted(element.place, _inner(element.child("name")))


def _section(element: Element) -> Section:
    source = in_line(_shown(element.child("info")).text)
    title = drafts.category_title(_inner(element.child("category")))
    return Section(title, source if len(source) <= _SOURCE else "")


def _question(element: Element, kind: str, section: Section) -> Draft | Problem:
    if kind not in {"multichoice", "truefalse", "shortanswer", "numerical"}:
        return Problem(_named(element), f"is of the type “{kind}”, which is not taken over")
    stem, told = _shown(element.child("questiontext")), _shown(element.child("generalfeedback"))
    answers = [_answer(each, kind) for each in element.children("answer")]
    if stem.media or any(each.option.media for each in answers):
        return Problem(_named(element), _MEDIA)
    draft = Draft(element.place, hypertext.joined(stem), (), (), told.text, told.quoted)
    marks = [_inner(each) for each in element.child("tags").children("tag")]
    draft = drafts.tagged(
        replace(draft, id=_inner(element.child("idnumber")), section=section), marks
    )
    if kind in {"shortanswer", "numerical"}:
        return _short(draft, answers)
    options = tuple(hypertext.joined(each.option) for each in answers)
    right = tuple(i for i, each in enumerate(answers) if each.fraction > 0)
    answered = replace(draft, options=options, right=right)
    feedback = [each.feedback for each in answers]
    return replace(answered, explanation=drafts.explained(draft.explanation, feedback, answered))


def _short(draft: Draft, answers: Sequence[_Answer]) -> Draft:
    """Only whole answers; a star stands for anything unless it is escaped."""
    whole = [each.option.text for each in answers if each.fraction >= 100]
    return drafts.short_answer(draft, [each.replace("\\*", "*") for each in whole])


def _answer(element: Element, kind: str) -> _Answer:
    try:
        fraction = float(element.attributes.get("fraction", "0"))
    except ValueError:
        fraction = 0.0
    option = _shown(element)
    if kind == "truefalse":
        option = replace(option, text=_TRUTH.get(option.text.lower(), option.text))
    elif kind in {"shortanswer", "numerical"}:
        option = Passage(_inner(element).strip(), "", media=False)
    return _Answer(option, hypertext.joined(_shown(element.child("feedback"))), fraction)


def _inner(element: Element) -> str:
    """The text in the element's own `text`, or, as some programs write it, directly in it."""
    texts = element.children("text")
    return (texts[0] if texts else element).text


def _shown(element: Element) -> Passage:
    text = _inner(element)
    kind = element.attributes.get("format", "html")
    if kind == "html" or (kind == "moodle_auto_format" and hypertext.has_markup(text)):
        return hypertext.passage(text)
    return Passage(text.strip(), "", media=False)
