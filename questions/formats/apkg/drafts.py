"""Notes → drafts: question and answer of each card, and the options that the note has itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from questions.formats.apkg import choices, clozes, markup, sheets
from questions.formats.apkg.choices import Choice
from questions.formats.apkg.collection import Note, NoteType, Template
from questions.formats.apkg.sheets import Shown
from questions.formats.apkg.shelf import Shelf

MOST_OPTIONS = 6
MOST_CLOZES = 100
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
    if not _is_readable(note.type):
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


@lru_cache(maxsize=100)
def _is_readable(kind: NoteType) -> bool:
    return all(sheets.is_readable(side) for t in kind.templates for side in (t.front, t.back))


def _parsed(field: str) -> clozes.Parts:
    if IMAGE_OCCLUSION in field:
        raise LeftOut("it hides parts of a picture, which cannot be asked here")
    return clozes.parse(field)


def _cloze_fields(note: Note) -> list[str]:
    parts = sheets.shown(note.type.templates[0].front, note.fields)
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
    own = choices.of_fields({n: markup.line(v, shelf.mark) for n, v in note.fields.items()})
    if own is not None and card.number == 0:
        return _chosen(card, own, *_behind(note.fields, template, own.used, shelf))
    shelf.lacked()
    lines = _front(note.fields, template, shelf)
    answer = _answer(note.fields, template)
    told = markup.text(note.fields[answer], shelf.mark)
    used = frozenset((answer, *sheets.names(_shown_in_front(note.fields, template))))
    explanation, remark = _behind(note.fields, template, used, shelf)
    listed = choices.of_list(lines, told)
    if listed is not None:
        return _chosen(card, listed, explanation, remark)
    stem, group = " ".join(lines.split()), f"{note.type.id}/{card.number}/{note.deck}"
    return Draft(note, card.number, stem, " ".join(told.split()), explanation, (), group, remark)


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


def _stem(fields: dict[str, str], template: Template, shelf: Shelf) -> str:
    return " ".join(_front(fields, template, shelf).split())


def _front(fields: dict[str, str], template: Template, shelf: Shelf) -> str:
    parts = _shown_in_front(fields, template)
    shown = "".join(p if isinstance(p, str) else fields[p.field] for p in parts)
    lines = markup.text(shown, shelf.mark)
    lacking = shelf.lacked()
    if lacking:
        raise LeftOut(f"its front shows “{lacking[0]}”, which is not in the package")
    if not lines:
        raise LeftOut("its front is empty")
    return lines


def _shown_in_front(fields: dict[str, str], template: Template) -> tuple[str | Shown, ...]:
    return sheets.front(tuple(sheets.shown(template.front, fields)))


def _answer(fields: dict[str, str], template: Template) -> str:
    """The first field that only the back shows."""
    before = sheets.names(_shown_in_front(fields, template))
    behind = sheets.names(tuple(sheets.shown(template.back, fields)))
    found = (name for name in behind if name not in before and sheets.filled(fields, name))
    name = next(found, None)
    if name is None:
        raise LeftOut("its back says no more than its front")
    return name


def _behind(
    fields: dict[str, str], template: Template, used: frozenset[str], shelf: Shelf
) -> tuple[str, str]:
    """What the back says beside the answer, and what of its media is lacking."""
    names = sheets.names(tuple(sheets.shown(template.back, fields)))
    texts = (markup.text(fields[name], shelf.mark) for name in names if name not in used)
    told = "\n".join(filter(None, texts))
    lacking = shelf.lacked()
    return told, f"without “{lacking[0]}”, which is not in the package" if lacking else ""
