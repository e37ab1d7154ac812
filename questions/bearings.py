"""In which part of a place: 'in northern Mali'; in which direction: 'south of Lund'."""

import re
from collections.abc import Iterator

from questions.annotate import joined
from questions.borders import SIDE
from questions.candidates import Candidate, Key
from questions.distances import NAME, PLACES
from questions.items import AnswerType
from questions.positions import position
from questions.quantities import NUMBER
from questions.story import Story
from questions.text import sentence_case
from questions.tree import Token

FOUR = ("north", "south", "east", "west")
BETWEEN = ("north-east", "north-west", "south-east", "south-west")
PARTS = re.compile(r"(north|south)?-?(east|west)?(?:ern)|central")
BESIDE = re.compile(rf"(?:{SIDE}) of (?:the )?[A-Z]")
# 'Kosta, a port on the coast some 30 km south of Varna', 'Kosta lies south of Varna'.
AWAY = re.compile(
    rf"(?P<name>(?:\bthe )?\b{NAME})"
    rf"(?:, (?:an? (?:[a-z’'-]+ ){{1,8}}?)?| (?:is|lies|is situated|is located) )"
    rf"(?:(?:[a-z]+ )?(?:{NUMBER})[ -]?[a-z]+(?: \([^)]*\))? )?(?:just |due )?(?P<way>{SIDE}) of "
    rf"(?P<other>(?:the )?{NAME})"
)


def regions(story: Story, token: Token) -> Iterator[Key]:
    """'in northern Mali' → In which part of Mali."""
    part = next((c for c in token.children if c.dep_ == "amod" and PARTS.fullmatch(c.lower_)), None)
    at = position(token)
    if part is None or token.ent_type_ not in PLACES or at.before != "in":
        return
    side = list(part.doc[part.left_edge.i : part.i + 1])
    words = [t for t in token.subtree if t not in side and not t.is_punct]
    written = joined(story.reading, side).strip()
    if not written.islower() or any(t.dep_ != "compound" for t in words if t != token):
        return
    name = joined(story.reading, words).strip()
    yield Key(
        AnswerType.PLACE,
        f"{sentence_case(written)} {name}",
        f"In which part of {name}",
        at.tokens,
        False,
        "part",
        weight=0.6,
    )


def directions(story: Story) -> Iterator[Candidate]:
    """'In which direction from Lund does Kosta lie?', for each told behind a name."""
    for number, text in enumerate(story.texts):
        for found in AWAY.finditer(text) if BESIDE.search(text) else ():
            last = found["name"].split()[-1]
            words = [t for t in story.reading.sentences[number] if t.text == last]
            owner = re.search("['’]s?$", found["other"])  # 'south of Lund's harbour'
            if owner is None and any(t.ent_type_ in PLACES for t in words):
                yield direction(number, found)


def direction(number: int, found: re.Match[str]) -> Candidate:
    """The question for one direction, told in a sentence of that number."""
    return Candidate(
        f"In which direction from {found['other']} does {found['name']} lie?",
        sentence_case(found["way"]),
        AnswerType.PLACE,
        "direction",
        number,
        number,
        0.6,
        traits=("direction",),
    )


def others(key: str) -> list[str]:
    """The other three parts of a place, or directions, written like the key."""
    first, space, name = key.partition(" ")
    way = first.lower().removesuffix("ern")
    adjective = way != first.lower() or way == "central"
    same = BETWEEN if way.replace("-", "") in map(closed, BETWEEN) else FOUR
    ways = [w if "-" in way or w in FOUR else closed(w) for w in same]
    return [
        f"{sentence_case(w + 'ern' * adjective)}{space}{name}".strip() for w in ways if w != way
    ]


def closed(way: str) -> str:
    """'northeast' for 'north-east'."""
    return way.replace("-", "")
