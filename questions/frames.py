"""Common nouns in a place that English reserves for one kind: charged with X, closed for X."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from questions import kinds
from questions.candidates import Key
from questions.catalog import table
from questions.facts import Clause
from questions.items import AnswerType
from questions.slots import Place, place_of, written
from questions.story import Story
from questions.text import a_or_an, sentence_case, tokens
from questions.tree import Token

# Adjectives that make of a thing something else, or nothing yet.
UNREAL = frozenset(
    "former fake false mock toy alleged suspected possible potential apparent supposed planned "
    "proposed future failed attempted would-be virtual artificial military public private red "
    "yellow black white second third first another other such same similar".split()
)
ANY = "*"
# What is asked for together with how many there are: 'two helicopters'.
COUNTED = frozenset(("relief", "gift"))


@dataclass(frozen=True, slots=True)
class Frame:
    """A place beside a verb or noun, the kinds of noun that it holds, and how to ask for them.

    `asks` is lower-case where the preposition of the place goes before it.
    """

    kinds: tuple[str, ...]
    governors: frozenset[str]
    asks: str

    @property
    def chooses(self) -> bool:
        """'Which part' may mean one that is known; 'What' asks for something new."""
        return "which" in self.asks.lower()


@cache
def frames() -> dict[str, tuple[Frame, ...]]:
    """For each place, by its name or preposition, its frames."""
    found: dict[str, tuple[Frame, ...]] = {}
    for names, slots, governors, asks in table("frames"):
        frame = Frame(tuple(names.split()), frozenset(governors.split()), asks)
        for slot in slots.split():
            found[slot] = (*found.get(slot, ()), frame)
    return found


@lru_cache(maxsize=20_000)
def frames_of(slot: str, governor: str) -> tuple[Frame, ...]:
    """A place's frames of one governor, or of any."""
    return tuple(f for f in frames().get(slot, ()) if f.governors & {governor, ANY})


def framed(story: Story, clause: Clause, token: Token) -> Iterator[Key]:
    """What the word's place asks for; nothing where it is one of several."""
    place = place_of(clause, token) if token.pos_ in ("NOUN", "PROPN") else None
    if place is None or list(token.conjuncts) or token.i in story.reading.quoted:
        return
    likely = frames_of(place.slot, place.governor.lemma_.lower())
    fitting = [f for f in likely if governs(f, place)]
    if not fitting:
        return
    for text in dict.fromkeys(readings(written(token, is_subject=place.is_subject))):
        found = [key for frame in fitting for key in answers(story, frame, place, text)]
        yield from found[:1]
        if found:
            return


def governs(frame: Frame, place: Place) -> bool:
    """Whether a frame is of a verb or noun; one of any verb is of no noun, and needs an object."""
    governor = place.governor
    if governor.lemma_.lower() in frame.governors:
        return True
    whole = place.slot != "doer" or place.agent or any(c.dep_ == "dobj" for c in governor.children)
    return ANY in frame.governors and governor.pos_ == "VERB" and whole


def answers(story: Story, frame: Frame, place: Place, text: str) -> Iterator[Key]:
    """The key, if the words are of a kind that the frame holds."""
    name = kinds.split(text)[1]
    for kind in frame.kinds:
        found, several = kinds.find(kind, name)
        if found is not None and suits(story, frame, kind, text):
            yield key_for(frame, place, kind, text, several=several)
            return


def suits(story: Story, frame: Frame, kind: str, text: str) -> bool:
    """Whether the word has its article's sense and the headline does not tell it."""
    found, several = kinds.find(kind, kinds.split(text)[1])
    if found is None or not agrees(kind, found, text, several=several):
        return False
    determiner = kinds.split(text)[0].lower()
    if determiner in kinds.COUNTS and kind not in COUNTED:
        return False
    new = determiner in kinds.ARTICLES or (several and not determiner)
    if (not new and "kind of" in frame.asks) or (determiner == "the" and not frame.chooses):
        return False
    title = story.reading.article.title
    words = f" {' '.join(tokens(title))} "
    told = kinds.mentioned(kinds.known(kind)[found][1], lambda name: f" {name} " in words)
    return title.endswith("…") or not told


def key_for(frame: Frame, place: Place, kind: str, text: str, *, several: bool) -> Key:
    """The key with the frame's question."""
    before = f"{place.slot} " if frame.asks[0].islower() else ""
    text = kinds.plain(kind, text)
    asks, _, ending = f"{before}{frame.asks}".partition(" … ")
    return Key(
        AnswerType.REASON if place.slot == "because" else AnswerType.THING,
        sentence_case(text),
        sentence_case(asks.replace("(s)", "s" if several else "")),
        place.tokens - place.preposition if ending else place.tokens,
        place.is_subject,
        kind,
        weight=0.6,
        agent=place.agent,
        ending=ending if not place.preposition else "",
        framed=True,
        plural=several and "(s)" in asks,
    )


def agrees(kind: str, found: str, text: str, *, several: bool) -> bool:
    """Whether the article before the word is that of the sense meant: 'by train', not 'a train'."""
    determiner = kinds.split(text)[0].lower()
    counts = kinds.known(kind)[found][1].counts
    if several:
        return counts and determiner not in kinds.ARTICLES
    return determiner not in kinds.ARTICLES | {""} or (determiner != "") == counts


def readings(words: Sequence[Token]) -> Iterator[str]:
    """The phrase, then the phrase without its adjectives; nothing where it holds a name."""
    if any(t.text[0].isupper() and not t.is_sent_start for t in words if t.pos_ != "ADJ"):
        return
    yield " ".join(t.lower_ for t in words)
    plain = [t for t in words if t.dep_ != "amod"]
    if not any(t.lower_ in UNREAL or t.text[0].isupper() for t in words if t.dep_ == "amod"):
        article = [a_or_an(plain[1].lower_)] if plain[0].lower_ in kinds.ARTICLES else []
        yield " ".join([*article, *(t.lower_ for t in plain[len(article) :])])
