"""Items as notes of an Anki deck: the same tags wherever a deck is made."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from questions import Article, Item
from questions.formats.notes import Note
from quizapp.assessment.assembly import ItemVersion

RETIRED = "retired"


def note(item: Item, article: Article, updated_at: datetime, *tags: str) -> Note:
    """A note tagged with the program and its article; the time is that of the item's wording."""
    return Note(item, article, updated_at, ("quizapp", slug(article.title), *tags))


def notes(
    article: Article, items: Iterable[ItemVersion], retired: Iterable[ItemVersion]
) -> list[Note]:
    """Notes of a quiz; retired ones come along tagged, as Anki would keep them unchanged."""
    return [
        *(note(v.item, article, v.created_at) for v in items),
        *(note(v.item, article, v.created_at, RETIRED) for v in retired),
    ]


@lru_cache(maxsize=2000)
def slug(title: str) -> str:
    """Plain letters, digits and hyphens: a name that every file system and mail program takes."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "quiz"
