"""What the review says of an item: the sentence of the key, and what the others really are."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from questions import lexicon
from questions.annotate import joined
from questions.circles import is_human
from questions.items import Evidence, Item
from questions.quantities import parse
from questions.story import Story
from questions.text import tokens
from questions.tree import Token

INNER = str.maketrans('“”"', "‘’'")
WORDS = 16
MANY = 100
# 'to Berlin' says nothing of Berlin, nor 'by Ada Byron' of her.
LEAST = 3
BARE = r"^(?:to|by|at|in|on|of|from|for|with|around|about) "
JOINING = (
    r"^between (?!.* and )|^(?:that|although|though|while|because|and|but|with|according to) "
    r"|,? (?:and|but)$"
)


@dataclass(frozen=True, slots=True)
class Note:
    """Words of the article around a mention, and where that begins."""

    start: int
    words: str

    @property
    def calls(self) -> bool:
        """Whether they tell what somebody is."""
        return any(is_human(w) or w in lexicon.ROLES for w in self.words.lower().split())


def explanation(story: Story, evidence: Evidence, options: Sequence[str], key: int) -> str:
    """The evidence, then for each wrong option of the article the words that have it there."""
    others = [option for n, option in enumerate(options) if n != key]
    notes = [note for option in others if (note := elsewhere(story, evidence, option))]
    found, told = quoted(evidence), "; ".join(dict.fromkeys(notes))
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


def elsewhere(story: Story, evidence: Evidence, option: str) -> str | None:
    """'“728 drones were used the night before”': what the article says with an option's words.

    Of people the first words that tell what they are.
    """
    if small(option):
        return None
    told = (n for n in story.once(notes)(option) if not evidence.start <= n.start < evidence.end)
    best = next(told, None)
    return f"“{best.words}”" if best is not None else None


def notes(story: Story) -> Callable[[str], list[Note]]:
    """What the article says with an option's words, of people first what they are; found once."""

    def told(option: str) -> Iterator[Note]:
        for first, last in mentions(story, option):
            words = around(story, first, last)
            if words is not None:
                yield Note(story.reading.offsets[first.i], words)

    return cache(lambda option: sorted(told(option), key=lambda note: not note.calls))


def small(option: str) -> bool:
    """A number without a unit of which every article has many: its place elsewhere says nothing."""
    quantity = parse(option)
    return (
        quantity is not None
        and not quantity.prefix
        and not quantity.suffix
        and quantity.value < MANY
    )


def mentions(story: Story, option: str) -> Iterator[tuple[Token, Token]]:
    """Where an option's words stand in the article: the first and the last token."""
    wanted = tokens(option)
    found = [story.where.get(word, []) for word in wanted]
    for number in min(found, key=len, default=[]):
        if not story.words[number].issuperset(wanted):
            continue
        sentence = story.reading.sentences[number]
        words = [(t, tokens(t.text)) for t in sentence]
        plain = [(t, w[0]) for t, w in words if w]
        for n in range(len(plain) - len(wanted) + 1):
            if tuple(w for _, w in plain[n : n + len(wanted)]) == wanted:
                yield plain[n][0], plain[n + len(wanted) - 1][0]


def around(story: Story, first: Token, last: Token) -> str | None:
    """The smallest phrase or clause around a mention that says something, as the article has it."""
    best = None
    for top in (last, *last.ancestors):
        span = sorted(top.subtree, key=lambda t: t.i)
        whole = span[-1].i - span[0].i + 1 == len(span) and span[0].i <= first.i
        words = [t for t in span if not t.is_punct]
        quoted = any(t.i in story.reading.quoted for t in span)
        if not whole or quoted or len(words) > WORDS:
            break
        if len(words) > last.i - first.i + 1:
            best = span
        if top.pos_ in ("VERB", "AUX"):
            break
    if best is None:
        return None
    return telling(joined(story.reading, best))


def telling(words: str) -> str | None:
    """The words of a note, without what joins them to others; None where they say nothing."""
    text = re.sub(r"\s+", " ", words).strip(" .,;:–—-\"“”'")
    text = re.sub(JOINING, "", text)
    told = re.sub(BARE, "", text).split()
    return None if re.search(r"[“”\"]", text) or len(told) < LEAST else text
