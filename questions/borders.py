"""What lies on each side of a place: 'bordered by Lund to the north, Malmö to the west …'."""

import re
from collections.abc import Iterator

from questions import gazetteer
from questions.annotate import joined
from questions.candidates import Candidate
from questions.gazetteer import Place
from questions.grammar import subject_of
from questions.items import AnswerType
from questions.story import Story
from questions.tree import Span

SIDE = r"(?:north|south)?-?(?:east|west)|north|south"
NAME = r"(?:(?:the|The) )?(?:[A-Z][\w'’-]+)(?:(?: of(?: the)?| and)? [A-Z][\w'’-]+){0,4}"
PART = re.compile(rf"({NAME}),? (?:to|on|in) (?:the|its) ((?:{SIDE})(?:(?:,| and) (?:{SIDE}))*)\b")
BORDERS = frozenset("border bound bordered bounded share adjoin neighbour neighbor".split())
LEAST = 3


def borders(story: Story) -> Iterator[Candidate]:
    """A question for every side of the headline's place that has one neighbour."""
    for sentence in story.reading.sentences:
        if not any(t.lemma_ in BORDERS for t in sentence):
            continue
        parts = [(m[1], m[2]) for m in PART.finditer(joined(story.reading, list(sentence)))]
        if len(parts) >= LEAST:
            place = bordered(story, sentence)
            yield from sides(story, sentence, place, parts) if place else ()


def bordered(story: Story, sentence: Span) -> str | None:
    """The place whose borders a sentence tells: the headline's, by name or as 'it'."""
    subject = subject_of(sentence.root)
    title = story.reading.article.title
    if subject is None or title.endswith("…"):
        return None
    named = subject.lower_ == "it" or subject.text in title.split()
    return title if named and title in story.reading.article.text else None


def sides(
    story: Story, sentence: Span, place: str, parts: list[tuple[str, str]]
) -> Iterator[Candidate]:
    """'Which country borders Varna to the north?', where the others lie on other sides."""
    number = story.reading.numbers[sentence.start]
    states = {n: gazetteer.find(n) for n, _ in parts}
    kinds = {p.kind for p in states.values() if p is not None}
    for name, side in parts:
        words = set(re.findall(r"\w+", side)) - {"and"}
        rivals = [n for n, s in parts if n != name and not alike(words, s)]
        known = states[name]
        kind = known.kind if known is not None and len(kinds) == 1 else None
        if known is not None and kind is not None:
            same = [n for n in rivals if states[n] is not None]
            rivals = [*same, *fresh(story, known)]
        yield Candidate(
            wording(kind, place, side),
            name.removeprefix("the ").removeprefix("The "),
            AnswerType.PLACE,
            kind or "neighbour",
            number,
            number,
            0.7,
            traits=("borders",),
            rivals=tuple(n.removeprefix("the ") for n in rivals if short(n) == short(name)),
        )


def wording(kind: str | None, place: str, side: str) -> str:
    """The question for one side of a place."""
    if kind is None:
        return f"What lies on the border of {place} to the {side}?"
    return f"Which {kind} lies across the border to the {side} of {place}?"


def fresh(story: Story, place: Place) -> Iterator[str]:
    """Places like one that the article does not name."""
    yield from (p.name for p in gazetteer.alike(place)[:8] if not story.says(p.name))


def short(name: str) -> bool:
    """Whether a name has at most three words."""
    return len(name.split()) <= 3


def alike(words: set[str], side: str) -> bool:
    """Whether two sides overlap: 'north' and 'north and east', 'northwest'."""
    other = set(re.findall(r"\w+", side)) - {"and"}
    return any(a in b or b in a for a in words for b in other)
