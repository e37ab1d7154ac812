"""What the review says of an item: the sentence of the key, and what the others really are."""

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice

from questions.excerpts import Excerpt, excerpts
from questions.items import Evidence, Item
from questions.quantities import parse
from questions.story import Story

INNER = str.maketrans('“”"', "‘’'")
MANY = 100
TRIED = 8
"""Of so many mentions of an option the first that says something is quoted."""


def explanation(story: Story, evidence: Evidence, options: Sequence[str], key: int) -> str:
    """The evidence, then for each wrong option of the article the words that have it there."""
    others = [option for n, option in enumerate(options) if n != key]
    found = quoted(evidence)
    told = "; ".join(f"“{e.words}”" for e in apart(story, evidence, others))
    return f"{found} Elsewhere in it: {told}." if told else found


def quoted(evidence: Evidence) -> str:
    """The sentence that proves the key; what it quotes itself stands in single marks."""
    return f"The article says: “{' '.join(evidence.text.translate(INNER).split())}”"


def beyond_evidence(item: Item) -> str:
    """What an explanation says beside the evidence, whatever its marks; '' where that is all."""
    said = quoted(item.evidence).translate(INNER)
    before, found, _ = item.explanation.translate(INNER).partition(said)
    after = item.explanation[len(before) + len(found) :]
    return f"{item.explanation[: len(before)]}{after}".strip()


def repeats_evidence(item: Item) -> bool:
    """Whether an explanation has the whole evidence in it, in whichever marks."""
    said, told = item.evidence.text, item.explanation
    return said != "" and (said in told or said.translate(INNER) in told.translate(INNER))


def apart(story: Story, evidence: Evidence, others: Sequence[str]) -> Iterator[Excerpt]:
    """For each option of the article what it is there; what tells of two of them stands once."""
    taken: list[tuple[int, int]] = [(evidence.start, evidence.end)]
    for option in others:
        found = elsewhere(story, taken, option)
        if found is not None:
            taken.append((found.start, found.end))
            yield found


def elsewhere(story: Story, taken: Sequence[tuple[int, int]], option: str) -> Excerpt | None:
    """'728 drones were used the night before': what the article says with an option's words."""
    if small(option):
        return None
    told = story.once(notes)(option)
    return next(
        (e for e in told if not any(e.start < end and start < e.end for start, end in taken)), None
    )


def notes(story: Story) -> Callable[[str], tuple[Excerpt, ...]]:
    """What the article says with an option's words, of people first what they are; found once."""
    return cache(lambda option: tuple(islice(excerpts(story, option), TRIED)))


def small(option: str) -> bool:
    """A number without a unit of which every article has many: its place elsewhere says nothing."""
    quantity = parse(option)
    return (
        quantity is not None
        and not quantity.prefix
        and not quantity.suffix
        and quantity.value < MANY
    )
