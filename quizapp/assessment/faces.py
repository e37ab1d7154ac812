"""What is to be read on a card, before and after its answer is shown."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import assert_never

from questions import Article, Item, cards

GAP = "[…]"


class CardKind(StrEnum):
    """How a card asks; a plain one was written by hand or imported, the others ask an item."""

    QUESTION = "question"
    CLOZE = "cloze"
    CHOICE = "choice"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Wording:
    """The two sides of a card as somebody wrote them."""

    front: str
    back: str


@dataclass(frozen=True, slots=True)
class Face:
    """Both sides of a card; `options` stand on the front, `evidence` on the back."""

    front: str
    back: str
    options: tuple[str, ...] = ()
    evidence: str = ""


def of_item(kind: CardKind, item: Item, article: Article, *, rng: Random) -> Face:
    """Item as a card of this kind."""
    key, evidence = item.options[item.key], item.evidence.text
    match kind:
        case CardKind.QUESTION | CardKind.PLAIN:
            return Face(item.stem, key, evidence=evidence)
        case CardKind.CLOZE:
            return Face(GAP.join(cards.cloze(item, article).parts[::2]).strip(), key, (), evidence)
        case CardKind.CHOICE:
            return Face(item.stem, key, _options(item, rng), evidence)
        case _:
            assert_never(kind)


def reworded(face: Face, wording: Wording) -> Face:
    """The learner's own words in place of the item's; options would no longer fit them."""
    return Face(wording.front, wording.back, evidence=face.evidence)


def _options(item: Item, rng: Random) -> tuple[str, ...]:
    """Shuffled, but for what stands in sequence; a flashcard has none to choose from."""
    if len(item.options) < 2:
        return ()
    if item.answer_type.in_sequence:
        return item.options
    return tuple(rng.sample(item.options, len(item.options)))
