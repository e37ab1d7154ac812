"""What an editor makes of an item, and the item-writing flaws that are pointed out."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from questions import AnswerType, Article, Evidence, Item, ItemKind, checks
from quizapp.assessment.bank import Band, band

MOST_OPTIONS = 10
LONGEST_STEM = 500
LONGEST_OPTION = 200
LONGEST_EXPLANATION = 1000


@dataclass(frozen=True, slots=True)
class Wording:
    """What of an item an editor can change."""

    stem: str
    options: tuple[str, ...]
    key: int
    explanation: str
    answer_type: AnswerType
    band: Band
    evidence: Evidence


def reworded(item: Item, wording: Wording) -> Item:
    """Item with what an editor made of it; it stays the same item, whatever changed.

    A flashcard that gets distractors is a question from then on.
    """
    same_band = band(item.difficulty) is wording.band
    return replace(
        item,
        kind=_kind(wording),
        stem=wording.stem,
        options=wording.options,
        key=wording.key,
        explanation=wording.explanation,
        answer_type=wording.answer_type,
        evidence=wording.evidence,
        difficulty=item.difficulty if same_band else wording.band.usual,
    )


def written(article: Article, wording: Wording) -> Item:
    """Item of an editor's own; the same words about the same evidence make the same item."""
    evidence = wording.evidence
    parts = (article.id, str(evidence.start), str(evidence.end), "by hand", wording.stem)
    return Item(
        id=sha256("|".join((*parts, wording.options[wording.key])).encode()).hexdigest()[:16],
        stem=wording.stem,
        options=wording.options,
        key=wording.key,
        answer_type=wording.answer_type,
        evidence=evidence,
        explanation=wording.explanation,
        difficulty=wording.band.usual,
        score=1.0,
        kind=_kind(wording),
    )


def flaws(item: Item, article: Article) -> tuple[str, ...]:
    """Names of the item-writing rules that it breaks; an editor may know better.

    The rules are for questions with options: a flashcard has none.
    """
    return () if item.kind is ItemKind.FLASHCARD else tuple(checks.flaws(item, article))


def unseen(found: Sequence[str], seen: Sequence[str]) -> bool:
    """Whether there is a flaw that the editor was not told of before saving."""
    return not set(found) <= set(seen)


def _kind(wording: Wording) -> ItemKind:
    alone = len(wording.options) == 1
    return ItemKind.FLASHCARD if alone else ItemKind.MULTIPLE_CHOICE
