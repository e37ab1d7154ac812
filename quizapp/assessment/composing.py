"""Quizzes put together from the bank: by a rule, or item by item."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from questions import AnswerType
from quizapp.assessment.bank import Band, Shown, Status, band

USUAL, MOST = 20, 200
POOL = 1000
LONGEST_TITLE = 200


@dataclass(frozen=True, slots=True)
class Rule:
    """How many items of which kinds; where no article, type or band is named, all are meant."""

    size: int = USUAL
    article_ids: tuple[int, ...] = ()
    types: tuple[AnswerType, ...] = ()
    bands: tuple[Band, ...] = ()
    statuses: tuple[Status, ...] = Shown.IN_USE.statuses


@dataclass(frozen=True, slots=True)
class Choosable:
    """An item as far as a rule looks at it; the evidence is a place in the article."""

    item_id: int
    article_id: int
    answer_type: AnswerType
    difficulty: float
    evidence: tuple[int, int]

    @property
    def band(self) -> Band:
        """Part of the range in which its difficulty lies."""
        return band(self.difficulty)

    @property
    def traits(self) -> Iterator[tuple[str, object]]:
        """What a quiz should have a mixture of, from the most important on.

        A second item about the same sentence tends to give the first one away.
        """
        yield "sentence", (self.article_id, self.evidence)
        yield "band", self.band
        yield "article", self.article_id
        yield "type", self.answer_type


def compose(
    pool: Sequence[Choosable], size: int, *, rng: Random, beside: Sequence[Choosable] = ()
) -> tuple[Choosable, ...]:
    """As many as there are, up to `size`, the easiest first; a larger pool than `POOL` is sampled.

    Each time that item is taken of whose kind there is least so far, among those `beside` which
    the new ones are to stand, too; none of those is taken once more.
    """
    there = {item.item_id for item in beside}
    fresh = [item for item in pool if item.item_id not in there]
    waiting = rng.sample(fresh, min(len(fresh), POOL))
    taken: list[Choosable] = []
    had = Counter(trait for item in beside for trait in item.traits)
    while waiting and len(taken) < size:
        best = min(waiting, key=lambda item: [had[trait] for trait in item.traits])
        waiting.remove(best)
        taken.append(best)
        had.update(best.traits)
    return tuple(sorted(taken, key=lambda item: item.difficulty))


def arranged(item_ids: Sequence[int], places: Mapping[int, int]) -> tuple[int, ...]:
    """Items at the places typed for them, counted from 1; those without one stay where they are.

    One that moves up goes before whatever stands there, one that moves down behind it.
    """

    def order(place: int) -> tuple[int, int]:
        wanted = places.get(item_ids[place - 1], place)
        return wanted, (wanted > place) - (wanted < place)

    return tuple(item_ids[place - 1] for place in sorted(range(1, len(item_ids) + 1), key=order))


def without(item_ids: Sequence[int], taken_out: Collection[int]) -> tuple[int, ...]:
    """The others, in their order."""
    return tuple(each for each in item_ids if each not in taken_out)


def put_in(item_ids: Sequence[int], item_id: int, place: int) -> tuple[int, ...]:
    """With an item at a place, counted from 1; it is there no more than once."""
    others, before = without(item_ids, {item_id}), max(place - 1, 0)
    return (*others[:before], item_id, *others[before:])


def shifted(item_ids: Sequence[int], item_id: int, by: int) -> tuple[int, ...]:
    """With an item so many places further down, or up where `by` is negative, if it is there."""
    if item_id not in item_ids:
        return tuple(item_ids)
    return put_in(item_ids, item_id, place_of(item_ids, item_id) + by)


def place_of(item_ids: Sequence[int], item_id: int) -> int:
    """Where an item stands, counted from 1."""
    return item_ids.index(item_id) + 1
