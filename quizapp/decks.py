"""Items as notes of Anki decks: the same decks and tags wherever they are made."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from questions import AnswerType, Article, Evidence, Item, ItemKind
from questions.formats import anki
from questions.formats.notes import Note
from questions.formats.notetypes import NoteKind
from questions.formats.schedules import Schedules
from questions.formats.writing import level
from questions.media import of_items
from quizapp.assessment.bank import Status
from quizapp.assessment.exporting import Handwritten, Kept, Part

USUAL = (NoteKind.MULTIPLE_CHOICE,)
OWN = "My own cards"
"""The deck of cards that lie in none."""


def package(
    parts: Sequence[Part],
    kinds: Sequence[NoteKind] = USUAL,
    *,
    above: str = "",
    media: Mapping[str, bytes] | None = None,
    schedules: Schedules | None = None,
) -> bytes:
    """A deck for each article, whatever it is exported with; `above` names a deck above them all.

    Anki goes by the names of decks: were those of a selection called otherwise, cards of one
    article would come to lie in many decks.
    """
    return anki.package(above, _once(parts), kinds=kinds, media=media, schedules=schedules)


def handwritten(cards: Sequence[Handwritten], *, schedules: Schedules | None = None) -> bytes:
    """The decks of a learner, and one for the cards that lie in none."""
    kinds = (NoteKind.QUESTION,)
    return anki.package("", map(_of_card, cards), kinds=kinds, schedules=schedules)


def _of_card(card: Handwritten) -> Note:
    name = card.deck or OWN
    article = Article(sha256(f"cards\0{name}".encode()).hexdigest(), name, "")
    item = Item(
        id=card.uid,
        stem=card.wording.front,
        options=(card.wording.back,),
        key=0,
        answer_type=AnswerType.THING,
        evidence=Evidence(0, 0, ""),
        explanation="",
        difficulty=0.5,
        score=1.0,
        kind=ItemKind.FLASHCARD,
    )
    return Note(item, article, card.updated_at, ("quizapp", "handwritten"), name)


def media(parts: Sequence[Part]) -> list[str]:
    """Names of the pictures and sounds that items show."""
    return of_items(kept.item for part in parts for kept in part.items)


def _once(parts: Sequence[Part]) -> Iterator[Note]:
    """Each item once: Anki knows a note by its item, in however many decks it is."""
    seen: set[str] = set()
    for part in parts:
        for kept in part.items:
            if kept.item.id not in seen:
                seen.add(kept.item.id)
                yield _note(kept, part)


def _note(kept: Kept, part: Part) -> Note:
    tags = _tags(kept, part)
    return Note(kept.item, part.article, kept.updated_at, tags, part.title, kept.cloze)


def _tags(kept: Kept, part: Part) -> tuple[str, ...]:
    """Program, quiz, difficulty and status."""
    status = () if kept.status is Status.NEW else (kept.status.value,)
    difficulty = f"difficulty::{level(kept.item.difficulty)}"
    return ("quizapp", f"quiz::{slug(part.title)}", difficulty, *status)


@lru_cache(maxsize=2000)
def slug(title: str) -> str:
    """Plain letters, digits and hyphens: a name that every file system and mail program takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "quiz"
