"""A deck of Anki (.apkg) → items, with a report of what became of every card.

Notes of our own types are the items they were. Of others, what has options of its own keeps them;
what has none takes the deck's other answers of the same kind, and where those would not be fair it
becomes a flashcard.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby

from questions import answers
from questions.errors import FormatError
from questions.formats.apkg import collection, drafts, own, package, schedules
from questions.formats.apkg.collection import Note
from questions.formats.apkg.drafts import Draft, LeftOut
from questions.formats.apkg.own import Own
from questions.formats.apkg.schedules import Key
from questions.formats.apkg.shelf import Shelf
from questions.formats.notetypes import NoteKind
from questions.formats.reading import Became, Fate, Problem, Reading, title_of
from questions.formats.schedules import Schedule
from questions.items import Article, Evidence, Generated, Item, ItemKind
from questions.pooled import Asked, Options, Pool

MOST_CARDS = 100_000
"""Cards of a deck that are read at once."""
MOST_WORK, LEAST_WORK, WORK_A_BYTE = 60_000_000, 3_000_000, 60
"""Characters of all cards together, those of a note as often as it has cards: at most, of however
small a deck, and for each byte of a larger one, which is many times what text can be packed into.
A few kilobytes could else be minutes of work."""
_CARD = 100
"""Characters that take as long to go through as a card that has none."""
_HALF = 0.5
_ORDER = tuple(NoteKind)


@dataclass(frozen=True, slots=True)
class _Told:
    """What became of a card, and where that belongs in the report."""

    order: tuple[int, int]
    fate: Fate


@dataclass(frozen=True, slots=True)
class _Sorted:
    """What the notes of a deck were found to be."""

    owns: list[Own] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    left_out: list[_Told] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Made:
    """A card with its item."""

    draft: Draft
    item: Item
    told: _Told


def read(data: bytes, name: str) -> Reading:
    """Items of a deck; raises FormatError, which names the place, for what cannot be read whole."""
    opened, size = package.opened(data, name), len(data)
    shelf = Shelf(opened)
    data = opened.collection()
    most = min(MOST_WORK, LEAST_WORK + WORK_A_BYTE * size)
    found = _sorted(collection.read(data, opened.database, most=most), shelf, most)
    once, twice = _once(found.owns)
    made = tuple(_made(found.drafts))
    told = [*found.left_out, *twice, *map(_own_told, once), *(each.told for each in made)]
    return Reading(
        (*own.generated(once), *_decks(made, title_of(name))),
        tuple(Problem(each.fate.place, each.fate.reason) for each in found.left_out),
        fates=tuple(each.fate for each in sorted(told, key=lambda each: each.order)),
        media=tuple(shelf.taken.values()),
        schedules=_by_item(schedules.read(data, opened.database), found, made),
    )


def _by_item(
    studied: Mapping[Key, Schedule], found: _Sorted, made: Sequence[_Made]
) -> dict[str, Schedule]:
    """Schedules of items; of several cards that ask the same, the one most studied."""
    own = ((each.item.id, each.note, 0) for each in found.owns)
    others = ((each.item.id, each.draft.note, _place(each.draft)) for each in made)
    by_item: dict[str, Schedule] = {}
    for item, note, place in (*own, *others):
        schedule = studied.get((note.id, place))
        if schedule and (item not in by_item or schedule.reviews > by_item[item].reviews):
            by_item[item] = schedule
    return by_item


def _place(draft: Draft) -> int:
    """Clozes are numbered from 1, the places of their cards from 0."""
    return draft.card - 1 if draft.note.type.is_cloze else draft.card


class _Work:
    """How many characters may still be gone through."""

    def __init__(self, most: int) -> None:
        self._left, self._cards = most, MOST_CARDS

    def take(self, note: Note, characters: int) -> None:
        """Raise FormatError where a card is beyond what is left."""
        self._left -= characters + _CARD
        self._cards -= 1
        if self._left < 0 or self._cards < 0:
            raise FormatError(note.place, "is beyond what is read at once; split the deck")


def _sorted(notes: Sequence[Note], shelf: Shelf, most: int) -> _Sorted:
    found, work = _Sorted(), _Work(most)
    for note in notes:
        try:
            _add(note, shelf, found, work)
        except LeftOut as reason:
            found.left_out.append(_told(note, 0, Became.NOTHING, str(reason)))
    return found


def _add(note: Note, shelf: Shelf, found: _Sorted, work: _Work) -> None:
    if own.is_own(note):
        work.take(note, sum(map(len, note.values)))
        found.owns.append(own.read(note, shelf))
        return
    for card in drafts.cards(note):
        work.take(note, drafts.weight(card))
        try:
            found.drafts.append(drafts.draft(card, shelf))
        except LeftOut as reason:
            found.left_out.append(_told(note, card.number, Became.NOTHING, str(reason)))


def _once(owns: Sequence[Own]) -> tuple[list[Own], list[_Told]]:
    """Each item once, from the note that tells most of it; in the order of the deck."""
    best: dict[str, Own] = {}
    for each in sorted(owns, key=lambda own: (_ORDER.index(own.kind), own.note.number)):
        best.setdefault(each.item.id, each)
    once = [each for each in owns if best[each.item.id] is each]
    twice = [each for each in owns if best[each.item.id] is not each]
    return once, [
        _told(each.note, 0, Became.SAME, f"the same as note {best[each.item.id].note.number:,}")
        for each in twice
    ]


def _made(found: Sequence[Draft]) -> Iterator[_Made]:
    """Each draft as an item; options are looked for among all other cards of the deck."""
    pool = Pool([_asked(draft) for draft in found if not draft.options])
    for draft in found:
        options = _own_options(draft) if draft.options else pool.options(_asked(draft))
        if isinstance(options, str):
            reason = draft.remark or options
            item = _item(draft, _alone(draft), ItemKind.FLASHCARD)
            yield _Made(draft, item, _told(draft.note, draft.card, Became.FLASHCARD, reason))
        else:
            item = _item(draft, options, ItemKind.MULTIPLE_CHOICE)
            yield _Made(draft, item, _told(draft.note, draft.card, Became.QUESTION, draft.remark))


def _asked(draft: Draft) -> Asked:
    return Asked(draft.stem, draft.answer, draft.group)


def _own_options(draft: Draft) -> Options:
    key = draft.options.index(draft.answer)
    return Options(draft.options, key, answers.kind(draft.answer).answer_type)


def _alone(draft: Draft) -> Options:
    return Options((draft.answer,), 0, answers.kind(draft.answer).answer_type)


def _item(draft: Draft, options: Options, kind: ItemKind) -> Item:
    """The id comes from the note's own, so that a deck that is imported again is known again."""
    return Item(
        id=sha256(f"anki\0{draft.note.guid}\0{draft.card}".encode()).hexdigest()[:16],
        stem=draft.stem,
        options=options.texts,
        key=options.key,
        answer_type=options.answer_type,
        evidence=Evidence(0, 0, ""),
        explanation=draft.explanation,
        difficulty=_HALF,
        score=_HALF,
        kind=kind,
    )


def _decks(made: Sequence[_Made], title: str) -> Iterator[Generated]:
    """An article for each deck; its text is the deck's name, whatever is changed in the deck."""
    in_decks = sorted(made, key=lambda each: each.draft.note.deck)
    for deck, group in groupby(in_decks, key=lambda each: each.draft.note.deck):
        name = deck or title
        text = f"Anki deck “{name}”"
        article = Article(sha256(text.encode()).hexdigest(), name.replace("::", ": "), text)
        yield Generated(article, tuple({each.item.id: each.item for each in group}.values()))


def _own_told(each: Own) -> _Told:
    became = Became.QUESTION if len(each.item.options) > 1 else Became.FLASHCARD
    return _told(each.note, 0, became, "as it was made here")


def _told(note: Note, card: int, became: Became, reason: str) -> _Told:
    cloze = note.type.is_cloze
    which = f", {'cloze' if cloze else 'card'} {card if cloze else card + 1}"
    several = len(note.cards) > 1 and (card or not cloze)
    place = f"{note.place}{which}" if several else note.place
    return _Told((note.number, card), Fate(place, became, reason))
