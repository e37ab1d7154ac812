"""Items as files have them that know no articles, and the articles they get.

Such a file tells at most what proves a key, not where that was said. The article of its items is
therefore put together from what the file has. The same file gives the same article, and its items
find themselves there next time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise

from questions.documents import clean
from questions.errors import FormatError
from questions.formats.collected import collected
from questions.formats.json import MOST_OPTIONS
from questions.formats.reading import ITEM_LIMIT, Problem, Reading, quoted
from questions.formats.writing import USUAL, difficulty
from questions.items import AnswerType, Evidence, Generated, Item, ItemKind

LONGEST = 10_000
"""Characters of a text of an item."""

_LONGEST_ID = 64
_USUAL_DIFFICULTY, _USUAL_SCORE = USUAL["medium"], 1.0
_TYPES = frozenset(AnswerType)
_ROOT = re.compile(r"(?:\$\w+\$/)?(?:top/)?")
_NUMBER = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?")
_YEAR = re.compile(r"(?:1\d|20)\d\d")


@dataclass(frozen=True, slots=True)
class Section:
    """What the items of a file are grouped in, a category say; it becomes an article."""

    title: str = ""
    source: str = ""


OUTSIDE = Section()
"""Where an item is that stands in no section."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An item as a file has it, sound or not; `right` are the places of its right options."""

    place: str
    stem: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    explanation: str = ""
    evidence: str = ""
    id: str = ""
    answer_type: AnswerType | None = None
    difficulty: float | None = None
    score: float | None = None
    section: Section = OUTSIDE


def reading(parts: Iterable[Draft | Problem], title: str) -> Reading:
    """Whole items in the articles of their sections, and what is wrong with the rest.

    `title` is for items outside of every section. Raises FormatError for more than can be read.
    """
    problems: list[Problem] = []
    sound: dict[Section, dict[str, Draft]] = {}
    for number, part in enumerate(parts):
        if number == ITEM_LIMIT:
            raise FormatError("the file", f"has more than {ITEM_LIMIT:,} questions; split it")
        drafts = sound.setdefault(part.section, {}) if isinstance(part, Draft) else {}
        problem = part if isinstance(part, Problem) else _add(drafts, part)
        if problem is not None:
            problems.append(problem)
    found = (_generated(section, drafts, title) for section, drafts in sound.items() if drafts)
    return _checked(Reading(tuple(found), tuple(problems)))


def explained(general: str, feedback: Sequence[str], draft: Draft) -> str:
    """One explanation from that of the item and what each option, in their order, is answered."""
    told = [clean(general)]
    for index, (option, said) in enumerate(zip(draft.options, feedback, strict=True)):
        text = clean(said)
        if text and text not in told:
            told.append(text if index in draft.right else f"{clean(option)}: {text}")
    return "\n".join(filter(None, told))


def tagged(draft: Draft, tags: Sequence[str]) -> Draft:
    """The draft with the kind of its key and its difficulty, where tags tell them."""
    types = [AnswerType(tag) for tag in tags if tag in _TYPES]
    levels = [found for tag in tags if (found := difficulty(tag)) is not None]
    return replace(draft, answer_type=next(iter(types), None), difficulty=next(iter(levels), None))


def category_title(path: str) -> str:
    """The last name of a category's path as Moodle writes it, without what stands for the root."""
    names = _ROOT.sub("", path.strip(), count=1).replace("//", "\1").split("/")
    return names[-1].replace("\1", "/").strip()


def short_answer(draft: Draft, answers: Sequence[str]) -> Draft:
    """A question to be answered in words: a flashcard, which tells of the other right answers."""
    cleaned = [clean(answer) for answer in answers]
    others = "; ".join(filter(None, cleaned[1:]))
    told = (clean(draft.explanation), others and f"Also right: {others}")
    explanation = "\n".join(filter(None, told))
    return replace(draft, options=tuple(cleaned[:1]), right=(0,), explanation=explanation)


def _checked(found: Reading) -> Reading:
    if not found.found and not found.problems:
        raise FormatError("the file", "has no questions")
    return found


def _add(drafts: dict[str, Draft], draft: Draft) -> Problem | None:
    """Take a draft up under its id, or say why not."""
    cleaned = tuple(map(clean, draft.options))
    flaw = _flaw(draft, cleaned)
    if flaw:
        return Problem(quoted(draft.place, clean(draft.stem)), flaw)
    name = _name(draft.stem, cleaned[draft.right[0]])
    own = clean(draft.id)
    chosen = own if own and len(own) <= _LONGEST_ID and own not in drafts else name
    if chosen in drafts:
        return Problem(
            quoted(draft.place, clean(draft.stem)), f"asks the same as {drafts[chosen].place}"
        )
    drafts[chosen] = draft
    return None


def _flaw(draft: Draft, options: Sequence[str]) -> str | None:
    flaws: Iterator[str | None] = iter((
        _too_long((draft.stem, *draft.options, draft.explanation, draft.evidence)),
        None if clean(draft.stem) else "has no question, only answers",
        None if options else "has no answers",
        f"has {len(options)} options; at most {MOST_OPTIONS} can be taken"
        if len(options) > MOST_OPTIONS else None,
        None if all(options) else "has an empty option",
        _twice(options),
        None if draft.right else "has no right option",
        f"has {len(draft.right)} right options; exactly one can be right"
        if len(draft.right) > 1 else None,
    ))  # fmt: skip
    return next(filter(None, flaws), None)


def _too_long(texts: Sequence[str]) -> str | None:
    long = any(len(text) > LONGEST for text in texts)
    return f"has a text of more than {LONGEST:,} characters" if long else None


def _twice(options: Sequence[str]) -> str | None:
    same = [a for a, b in pairwise(sorted(options)) if a == b]
    return f"has the option “{same[0]}” twice" if same else None


def _name(stem: str, key: str) -> str:
    return sha256(f"{clean(stem)}\n{key}".encode()).hexdigest()[:16]


def _generated(section: Section, drafts: dict[str, Draft], title: str) -> Generated:
    heading = " ".join(clean(section.title).split()) or title
    items = [_item(name, draft) for name, draft in drafts.items()]
    return collected(heading, items, clean(section.source))


def _item(name: str, draft: Draft) -> Item:
    options = tuple(map(clean, draft.options))
    evidence = clean(draft.evidence)
    return Item(
        id=name,
        stem=clean(draft.stem),
        options=options,
        key=draft.right[0],
        answer_type=draft.answer_type or _answer_type(options),
        evidence=Evidence(0, len(evidence), evidence),
        explanation=clean(draft.explanation),
        difficulty=_USUAL_DIFFICULTY if draft.difficulty is None else draft.difficulty,
        score=_USUAL_SCORE if draft.score is None else draft.score,
        kind=ItemKind.MULTIPLE_CHOICE if len(options) > 1 else ItemKind.FLASHCARD,
    )


def _answer_type(options: Sequence[str]) -> AnswerType:
    """Numbers only where they ascend: they are shown in their own order, which must not tell."""
    if not all(map(_NUMBER.fullmatch, options)):
        return AnswerType.THING
    values = [float(option.replace(",", "").replace("−", "-")) for option in options]
    if values != sorted(values):
        return AnswerType.THING
    years = all(map(_YEAR.fullmatch, options))
    return AnswerType.DATE if years else AnswerType.NUMBER
