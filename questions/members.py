"""How many people or things something has, told behind its name: 'Lund, a town of 2,300 people'."""

import re
from collections.abc import Iterator

from questions.amounts import asking, quantity_of
from questions.annotate import joined
from questions.candidates import Candidate
from questions.grammar import complement, number_of
from questions.items import AnswerType
from questions.quantities import Quantity
from questions.story import Story
from questions.tree import Token

TOWNS = frozenset(
    "town city village community island suburb settlement hamlet exclave enclave municipality "
    "capital port resort parish camp outpost".split()
)
LANDS = frozenset("archipelago country nation state republic territory province kingdom".split())
INHABITANTS = frozenset(("people", "inhabitants", "residents"))
# What is made of parts that can be counted.
BODIES = frozenset(
    "company firm cooperative chain network group charity union alliance coalition association "
    "federation tribe orchestra choir school fleet startup start-up agency "
    "band club parish college university hospital monastery".split()
)
# 'a company of 20 years'.
NOT_HAD = frozenset("year month week day metre kilometre mile % percent hectare acre".split())
FORMERLY = frozenset(("once", "then", "formerly"))
LONG_AGO = re.compile(r"\b1[0-8]\d\d\b")


def members(story: Story) -> Iterator[Candidate]:
    """'Kvarn, a chain of 41 shops' → 'How many shops does Kvarn have?', for each that is named."""
    for noun in story.reading.doc:
        name = noun.head if noun.dep_ == "appos" else None
        if name is None or name.pos_ != "PROPN" or noun.i in story.reading.quoted:
            continue
        counted = held(noun) if story.person(name) is None else None
        number = counted if counted is None or counted.tag_ == "CD" else number_of(counted)
        quantity = quantity_of(story, number)
        if quantity is None or counted is None or quantity.prefix or quantity.value < 2:
            continue
        yield from question(story, noun, counted, quantity)


def held(noun: Token) -> Token | None:
    """What the thing behind a name has a number of: the people of a town, the shops of a chain."""
    kind = noun.lemma_.lower()
    before = noun.doc[noun.left_edge.i : noun.i]
    if kind not in TOWNS | LANDS | BODIES or any(t.lower_ in FORMERLY for t in before):
        return None
    for preposition in (c for c in noun.children if c.lower_ in ("of", "with")):
        behind = complement(preposition)
        if behind is None or list(behind.conjuncts):
            return None
        people = kind in TOWNS | LANDS and (behind.tag_ == "CD" or behind.lower_ in INHABITANTS)
        things = kind in BODIES | LANDS and behind.tag_ == "NNS"
        return behind if people or (things and behind.lemma_ not in NOT_HAD) else None
    return None


def question(story: Story, noun: Token, counted: Token, quantity: Quantity) -> Iterator[Candidate]:
    """The question; of a body in the past, in the past."""
    here, past = story.reading.numbers[noun.i], LONG_AGO.search(noun.sent.text) is not None
    name = joined(story.reading, [t for t in noun.head.subtree if t.i <= noun.head.i])
    name = re.sub("^The ", "the ", name)
    peopled = counted.tag_ == "CD" or counted.lower_ in INHABITANTS
    peopled = peopled and noun.lemma_.lower() in TOWNS | LANDS
    if peopled and past:
        return  # Then, or now?
    asks = f"how many people live in {name}" if peopled else had(name, noun, counted, past=past)
    yield Candidate(
        f"{asking(asks, quantity)}?",
        quantity.text,
        AnswerType.NUMBER,
        "people" if peopled else counted.text.lower(),
        here,
        here,
        0.75,
        quantity,
        traits=("population" if peopled else "members",),
    )


def had(name: str, noun: Token, counted: Token, *, past: bool) -> str:
    """'how many shops does Kvarn have'."""
    inside = counted.doc[(number_of(counted) or counted).i + 1 : counted.i + 1].text
    does = "did" if past else "do" if noun.head.tag_ == "NNPS" else "does"
    return f"how many {inside} {does} {name} have"
