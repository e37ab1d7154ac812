"""Which items to keep and in which order: worth, spread over the article, no near-duplicates."""

from collections.abc import Sequence

from questions.items import Article, Dropped, Item
from questions.text import content, overlap, tokens

ALIKE = 0.5
LEAST = 0.38
"""The least score of an item that is printed; tests/ranker/train.py shows what it costs."""
# More stems with one opening than this are tiring.
MOST = {"What position": 2, "Who said,": 4}


def select(items: Sequence[Item]) -> tuple[list[Item], list[Dropped]]:
    """From best to worst, without repeated keys, near-copies and items that answer another."""
    chosen: list[Item] = []
    dropped: list[Dropped] = []
    for item in sorted(items, key=lambda i: (-i.score, i.evidence.start, i.stem)):
        reason = "an editor would hardly print it" if item.score < LEAST else clash(item, chosen)
        if reason:
            dropped.append(Dropped(item.stem, reason))
        else:
            chosen.append(item)
    return chosen, dropped


def clash(item: Item, chosen: Sequence[Item]) -> str | None:
    """Why an item cannot stand beside those chosen before."""
    key = tokens(item.options[item.key])
    kin = opening(item.stem)
    if kin in MOST and sum(opening(other.stem) == kin for other in chosen) >= MOST[kin]:
        return f"enough stems open with “{kin}”"
    for other in chosen:
        if key == tokens(other.options[other.key]):
            return f"same key as “{other.stem}”"
        if overlap(item.stem, other.stem) >= ALIKE:
            return f"nearly the same as “{other.stem}”"
        if answers(item, other) or answers(other, item):
            return f"gives away or is given away by “{other.stem}”"
    return None


def opening(stem: str) -> str:
    """The first two words."""
    return " ".join(stem.split()[:2])


def answers(item: Item, other: Item) -> bool:
    """Whether one stem holds the other's key about the same passage."""
    if not (item.evidence.start < other.evidence.end and other.evidence.start < item.evidence.end):
        return False
    key = f" {' '.join(tokens(other.options[other.key]))} "
    return key in f" {' '.join(tokens(item.stem))} "


def score(article: Article, stem: str, start: int, likely: float) -> float:
    """Worth of an item, 0..1: how likely it is printed, closeness to the headline, place."""
    title = set(content(article.title))
    shared = len(title & set(content(stem))) / max(1, len(title))
    early = 1 - start / max(1, len(article.text))
    return round(0.75 * likely + 0.1 * min(1, 2 * shared) + 0.15 * early, 3)
