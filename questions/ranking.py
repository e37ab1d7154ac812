"""Which items to keep and in which order: worth, spread over the article, no near-duplicates."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from questions.items import Article, Dropped, Item
from questions.text import content, meaning, overlap, tokens

ALIKE = 0.5
LEAST = 0.65
"""The least likelihood of an item that is printed; tests/ranker/train.py shows what it costs."""
UNSURE = 0.4
"""The least likelihood of a draft: about every second above it is good as it stands."""
DRAFT = "kept as a draft, which an editor might print with a small change"
FADE = 0.85
"""What is left of an item's worth beside each better one of the same sentence."""
TIRE = 0.97
"""What is left of it beside each better one whose stem opens alike."""
AGAIN = 10
"""One item in so many may have a key that another has, of another sentence."""
# Openings that tire: so many stems of one, or this share of all where there are more.
MOST = {"What position": (2, 0.1), "Who said,": (4, 0.4)}
DATING = frozenset(("year", "date", "decade"))
PASSAGE = 1_000
"""Characters of an article, whose items are looked at together."""
type Sign = str | tuple[str, ...] | int
"""A word of a stem, a key's words, or the number of a passage."""


@dataclass
class Chosen:
    """The items chosen so far, and where among them each sign, key, opening and sentence is."""

    items: list[Item] = field(default_factory=list)
    places: defaultdict[Sign, list[int]] = field(default_factory=lambda: defaultdict(list))
    keys: set[tuple[str, ...]] = field(default_factory=set)
    openings: Counter[str] = field(default_factory=Counter)
    told: Counter[int] = field(default_factory=Counter)

    def add(self, item: Item) -> None:
        """Put an item behind the others."""
        for sign in (*meaning(item.stem), *figures(item.stem), *about(item)):
            self.places[sign].append(len(self.items))
        self.items.append(item)
        self.keys.add(key(item))
        self.openings[opening(item.stem)] += 1
        self.told[item.evidence.start] += 1

    def near(self, item: Item) -> Iterator[Item]:
        """Those that may clash with another item, in their order: it shares a sign with each.

        Stems that are alike share a word of any that are more than half of either's.
        """
        words = sorted(meaning(item.stem), key=lambda word: len(self.places.get(word, ())))
        rarest = words[: int(len(words) * (1 - ALIKE)) + 1]
        signs = (*rarest, *figures(item.stem), *about(item))
        found = {n for sign in signs for n in self.places.get(sign, ())}
        return (self.items[n] for n in sorted(found))

    @property
    def repeats(self) -> int:
        """How many have a key that an earlier one has."""
        return len(self.items) - len(self.keys)


@dataclass(frozen=True, slots=True)
class Ranked:
    """Items that are printed, those that are kept as drafts, both from best to worst, and why."""

    printed: tuple[Item, ...]
    drafts: tuple[Item, ...]
    dropped: tuple[Dropped, ...]


def rank(article: Article, items: Sequence[Item]) -> Ranked:
    """Those that an editor would most likely print, and beside them those that are less sure.

    `items` come with that likelihood as their score, and leave with their worth.
    """
    poor = [Dropped(i.stem, "an editor would hardly print it") for i in items if i.score < UNSURE]
    unsure = [valued(article, i) for i in items if UNSURE <= i.score < LEAST]
    printed, clashing = select([valued(article, i) for i in items if i.score >= LEAST])
    drafts, beside = select(unsure, beside=printed)
    kept = (Dropped(draft.stem, DRAFT) for draft in drafts)
    return Ranked(tuple(printed), tuple(drafts), (*poor, *clashing, *beside, *kept))


def select(
    items: Sequence[Item], *, beside: Sequence[Item] = ()
) -> tuple[list[Item], list[Dropped]]:
    """From best to worst, without near-copies and items that answer another.

    The worth of an item falls with each better one of the same sentence, and with each whose stem
    opens alike; what is left is its new score. Those `beside` them have been chosen before.
    """
    chosen = Chosen()
    for item in beside:
        chosen.add(item)
    dropped: list[Dropped] = []
    waiting = [(-i.score, i.evidence.start, i.stem, n) for n, i in enumerate(items)]
    heapq.heapify(waiting)
    while waiting:
        worth, start, stem, n = heapq.heappop(waiting)
        alike = chosen.openings[opening(stem)]
        faded = round(items[n].score * FADE ** chosen.told[start] * TIRE**alike, 3)
        if faded < -worth:
            heapq.heappush(waiting, (-faded, start, stem, n))
            continue
        reason = objection(items[n], chosen)
        if reason:
            dropped.append(Dropped(stem, reason))
        else:
            chosen.add(replace(items[n], score=faded))
    return chosen.items[len(beside) :], dropped


def objection(item: Item, chosen: Chosen) -> str | None:
    """Why an item is not printed, or cannot stand beside those chosen before."""
    kin = opening(item.stem)
    if kin in MOST and chosen.openings[kin] >= room(kin, chosen):
        return f"enough stems open with “{kin}”"
    clashes = (clash(item, other, chosen) for other in chosen.near(item))
    return next(filter(None, clashes), None)


def room(kin: str, chosen: Chosen) -> float:
    """How many stems may open alike."""
    few, share = MOST[kin]
    return max(few, share * len(chosen.items))


def clash(item: Item, other: Item, chosen: Chosen) -> str | None:
    """Why one of two items is enough."""
    often = (chosen.repeats + 1) * AGAIN > len(chosen.items) + 1
    if key(item) == key(other) and (share_sentences(item, other) or often):
        return f"same key as “{other.stem}”"
    if (
        overlap(item.stem, other.stem)
        >= ALIKE
        <= overlap(nameless(item.stem), nameless(other.stem))
    ):
        return f"nearly the same as “{other.stem}”"
    shared = share_sentences(item, other) and (answers(item, other) or answers(other, item))
    if shared or dates(item, other) or dates(other, item):
        return f"gives away or is given away by “{other.stem}”"
    return None


def nameless(stem: str) -> str:
    """The words of a stem that are no names: all questions about a life have its hero's."""
    return " ".join(word for word in stem.split() if word.islower())


def key(item: Item) -> tuple[str, ...]:
    """The words of the key."""
    return tokens(item.options[item.key])


def about(item: Item) -> tuple[Sign, ...]:
    """Its signs beside the words of its stem: the key, and the passages of its evidence."""
    first, last = item.evidence.start // PASSAGE, item.evidence.end // PASSAGE
    return (key(item), *range(first, last + 1))


def share_sentences(item: Item, other: Item) -> bool:
    """Whether the evidence of two items overlaps."""
    return item.evidence.start < other.evidence.end and other.evidence.start < item.evidence.end


def opening(stem: str) -> str:
    """The first two words, or three where the third tells what is asked for: 'In which year'."""
    words = stem.split()
    return " ".join(words[: 3 if words[1:2] == ["which"] else 2])


def answers(item: Item, other: Item) -> bool:
    """Whether one stem holds the other's key."""
    return f" {' '.join(key(other))} " in f" {' '.join(tokens(item.stem))} "


def dates(item: Item, other: Item) -> bool:
    """Whether one stem has the other's number and all its words.

    'Of which disease did Berg die on 2 May 1961?' tells in which year Berg died.
    """
    asked = set(content(nameless(other.stem.rstrip("?")))) - DATING
    return key(other) in figures(item.stem) and asked <= set(content(item.stem))


def figures(text: str) -> list[tuple[str, ...]]:
    """The numbers of a stem, as keys: 'die on 2 November 1961' tells a key of 1961."""
    return [(word,) for word in tokens(text) if word.isdigit()]


def valued(article: Article, item: Item) -> Item:
    """The item with its worth as score."""
    return replace(item, score=worth(article, item))


def worth(article: Article, item: Item) -> float:
    """0..1: how likely an item is printed, with its closeness to the headline and its place."""
    title = set(content(article.title))
    shared = len(title & set(content(item.stem))) / max(1, len(title))
    early = 1 - item.evidence.start / max(1, len(article.text))
    return round(0.75 * item.score + 0.1 * min(1, 2 * shared) + 0.15 * early, 3)
