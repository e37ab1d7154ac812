"""Notes → drafts: question and answer of each card, and the options that the note has itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from questions.formats.apkg import choices, clozes, markup, sheets
from questions.formats.apkg.choices import Choice
from questions.formats.apkg.collection import Note, Template
from questions.formats.apkg.sheets import NOTHING, Shown, Side
from questions.formats.apkg.shelf import Shelf

MOST_OPTIONS = 6
MOST_CLOZES = 100
_PART = 2
"""Characters that take as long to go through as what is between two fields of a side."""
IMAGE_OCCLUSION = "image-occlusion:"


@dataclass(frozen=True, slots=True)
class Draft:
    """A card before it is an item; without `options` they are still to be found.

    `group` names cards that ask in the same way; `remark` tells what was lost on the way.
    """

    note: Note
    card: int
    stem: str
    answer: str
    explanation: str
    options: tuple[str, ...] = ()
    group: str = ""
    remark: str = ""


class LeftOut(Exception):
    """Why a card becomes nothing."""


@dataclass(frozen=True, slots=True)
class Card:
    """One card of a note: the number of its template, or of its cloze in the `parsed` fields."""

    note: Note
    number: int
    parsed: Mapping[str, clozes.Parts]


def cards(note: Note) -> Iterator[Card]:
    """The cards of a note; raises LeftOut where it can have none."""
    if not note.type.templates:
        raise LeftOut("its note type has no cards")
    if not all(template.sheets for template in note.type.templates):
        raise LeftOut("the templates of its note type are too long")
    if not note.type.is_cloze:
        last = len(note.type.templates)
        yield from (Card(note, n, {}) for n in note.cards or (0,) if 0 <= n < last)
        return
    try:
        parsed = {name: _parsed(note.fields[name]) for name in _cloze_fields(note)}
    except ValueError as problem:
        raise LeftOut(str(problem)) from None
    numbers = sorted(set().union(*map(clozes.numbers, parsed.values())))
    if not numbers:
        raise LeftOut("it hides nothing: no {{c1::…}} in it")
    if len(numbers) > MOST_CLOZES:
        raise LeftOut(f"it has more than {MOST_CLOZES} clozes")
    yield from (Card(note, n, parsed) for n in numbers)


def draft(card: Card, shelf: Shelf) -> Draft:
    """Question and answer of a card; raises LeftOut with the reason."""
    shelf.lacked()
    found = _cloze(card, shelf) if card.note.type.is_cloze else _basic(card, shelf)
    if not found.answer:
        raise LeftOut("its back has no answer in words")
    return found


def weight(card: Card) -> int:
    """Characters that are gone through for a draft of a card: what it has, and what it shows."""
    kind, fields = card.note.type, card.note.fields
    front = _front_side(kind.templates[0 if kind.is_cloze else card.number], fields)
    shown = sum(len(p) if isinstance(p, str) else len(fields[p.field]) for p in front.front)
    return shown + _PART * len(front.parts) + sum(map(len, card.note.values))


def _front_side(template: Template, fields: Mapping[str, str]) -> Side:
    return template.sheets[0].side(fields) if template.sheets else NOTHING


def _back_side(template: Template, fields: Mapping[str, str]) -> Side:
    return template.sheets[1].side(fields) if template.sheets else NOTHING


def _parsed(field: str) -> clozes.Parts:
    if IMAGE_OCCLUSION in field:
        raise LeftOut("it hides parts of a picture, which cannot be asked here")
    return clozes.parse(field)


def _cloze_fields(note: Note) -> list[str]:
    parts = _front_side(note.type.templates[0], note.fields).parts
    return [p.field for p in parts if isinstance(p, Shown) and "cloze" in p.filters]


def _cloze(card: Card, shelf: Shelf) -> Draft:
    """The text with a blank; what the blanks hide is the answer, all the same or one by one."""
    note, template = card.note, card.note.type.templates[0]
    parsed = card.parsed
    asked = note.fields | {n: clozes.asked(parts, card.number) for n, parts in parsed.items()}
    stem = _stem(asked, template, shelf)
    hidden = [h for parts in parsed.values() for h in clozes.hidden(parts, card.number)]
    answers = dict.fromkeys(markup.line(h, shelf.mark) for h in hidden)
    explanation, remark = _behind(note.fields, template, frozenset(parsed), shelf)
    answer = " … ".join(filter(None, answers))
    return Draft(note, card.number, stem, answer, explanation, remark=remark)


def _basic(card: Card, shelf: Shelf) -> Draft:
    note, template = card.note, card.note.type.templates[card.number]
    fields = note.fields
    own = _own_choice(card, fields, shelf)
    if own is not None:
        return _chosen(card, own, *_behind(fields, template, own.used, shelf))
    shelf.lacked()
    lines = _front(fields, template, shelf)
    answer = _answer(fields, template)
    told = markup.text(fields[answer], shelf.mark)
    used = frozenset((answer, *_front_side(template, fields).front_names))
    explanation, remark = _behind(fields, template, used, shelf)
    listed = choices.of_list(lines, told)
    if listed is not None:
        return _chosen(card, listed, explanation, remark)
    stem, group = " ".join(lines.split()), f"{note.type.id}/{card.number}/{note.deck}"
    return Draft(note, card.number, stem, " ".join(told.split()), explanation, (), group, remark)


def _own_choice(card: Card, fields: Mapping[str, str], shelf: Shelf) -> Choice | None:
    """The options that a note has in fields of their own, for its first card."""
    if card.number or not choices.may_have(card.note.type.fields):
        return None
    return choices.of_fields({n: markup.line(v, shelf.mark) for n, v in fields.items()})


def _chosen(card: Card, choice: Choice, explanation: str, remark: str) -> Draft:
    """A note with options of its own; where several are right, they are the answer together."""
    options = tuple(dict.fromkeys(filter(None, choice.options)))
    right = [choice.options[n] for n in choice.right if choice.options[n]]
    if len(right) != 1 or len(options) < 2:
        remark = "several of its options are right" if len(right) > 1 else remark
        return Draft(card.note, 0, choice.stem, "; ".join(right), explanation, remark=remark)
    if len(options) > MOST_OPTIONS:
        wrong = [option for option in options if option not in right][: MOST_OPTIONS - 1]
        remark = f"{MOST_OPTIONS} of its {len(options)} options"
        options = tuple(o for o in options if o in (*wrong, *right))
    return Draft(card.note, 0, choice.stem, right[0], explanation, options, remark=remark)


def _stem(fields: Mapping[str, str], template: Template, shelf: Shelf) -> str:
    return " ".join(_front(fields, template, shelf).split())


def _front(fields: Mapping[str, str], template: Template, shelf: Shelf) -> str:
    parts = _front_side(template, fields).front
    shown = "".join(p if isinstance(p, str) else fields[p.field] for p in parts)
    lines = markup.text(shown, shelf.mark)
    lacking = shelf.lacked()
    if lacking:
        raise LeftOut(f"its front shows “{lacking[0]}”, which is not in the package")
    if not lines:
        raise LeftOut("its front is empty")
    return lines


def _answer(fields: Mapping[str, str], template: Template) -> str:
    """The first field that only the back shows."""
    before = _front_side(template, fields).front_names
    behind = _back_side(template, fields).names
    found = (name for name in behind if name not in before and sheets.filled(fields, name))
    name = next(found, None)
    if name is None:
        raise LeftOut("its back says no more than its front")
    return name


def _behind(
    fields: Mapping[str, str], template: Template, used: frozenset[str], shelf: Shelf
) -> tuple[str, str]:
    """What the back says beside the answer, and what of its media is lacking."""
    names = _back_side(template, fields).names
    texts = (markup.text(fields[name], shelf.mark) for name in names if name not in used)
    told = "\n".join(filter(None, texts))
    lacking = shelf.lacked()
    return told, f"without “{lacking[0]}”, which is not in the package" if lacking else ""
