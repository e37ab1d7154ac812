"""How long before or after something else, or how far ahead of it: 'two years after it shut'."""

from collections.abc import Iterator, Sequence

from questions import lexicon
from questions.amounts import asking, quantity_of
from questions.candidates import Key
from questions.facts import Clause
from questions.grammar import number_of
from questions.items import AnswerType
from questions.positions import MARGINS
from questions.story import Story
from questions.tree import Token
from questions.trimming import kept, trim_punctuation

ANCHORS = frozenset(("after", "before"))
LEADS = frozenset("ahead behind short clear".split())
LATE = frozenset(("late", "early"))


def intervals(story: Story, clause: Clause) -> Iterator[Key]:
    """'three days after the vote' → How many days after the vote; 'nine seconds ahead of Lund'."""
    for child in clause.verb.children:
        anchor = child if child.dep_ in ("prep", "advmod") else opener(child)
        unit = measure_before(anchor) if anchor is not None else None
        if anchor is None or unit is None or valency(clause.verb, unit, anchor):
            continue
        told = kept(child)
        # Of what is set off the parser drops too much.
        words = [t for t in told if t.i >= anchor.i]
        if (
            (anchor.lower_ in ANCHORS and len(words) > 1)
            or leads(anchor)
            or late(clause.verb, anchor)
        ):
            yield from interval(story, unit, words, (*child.subtree, *unit.subtree))


def opener(clause: Token) -> Token | None:
    """The 'after' that opens a clause of time which has a tense and is not denied."""
    mark = next((c for c in clause.children if c.dep_ == "mark" and c.lower_ in ANCHORS), None)
    negated = any(c.dep_ == "neg" for c in clause.children)
    return mark if clause.dep_ == "advcl" and not negated else None


def measure_before(anchor: Token) -> Token | None:
    """The unit of a number right before a word."""
    unit = anchor.nbor(-1) if anchor.i else anchor
    number = number_of(unit)
    timed = unit.lemma_ in lexicon.TIME_UNITS and not behind_preposition(unit)
    counted = timed if anchor.lower_ in ANCHORS | LATE else unit.lemma_.lower() in MARGINS
    return unit if counted and number is not None and unit.dep_ in ("npadvmod", "dobj") else None


def behind_preposition(unit: Token) -> bool:
    """'until two months before the ban ends'."""
    first = unit.left_edge.i
    before = unit.doc[first - 1] if first else unit
    return before.pos_ == "ADP" or before.lower_ in ("until", "till", "by")


def leads(anchor: Token) -> bool:
    """'ahead of Lund', 'behind Lund', 'short of the shore'."""
    return anchor.lower_ in LEADS and any(
        c.dep_ in ("pobj", "prep") and c.lower_ not in ("on", "in", "at") for c in anchor.children
    )


def late(verb: Token, anchor: Token) -> bool:
    """'was finished two years late'; 'was two minutes late' says too little."""
    bare = not any(c.i > anchor.i for c in anchor.children)
    return anchor.lower_ in LATE and bare and verb.lemma_ != "be"


def valency(verb: Token, unit: Token, anchor: Token) -> bool:
    """'lost nine minutes after a puncture': what was lost."""
    bare = not any(c.dep_ == "dobj" and c != unit for c in verb.children)
    return unit.dep_ == "dobj" or (
        verb.lemma_ in ("lose", "gain", "spend", "wait", "last", "take")
        and bare
        and anchor.lower_ in ANCHORS
    )


def interval(
    story: Story, unit: Token, words: Sequence[Token], gone: Sequence[Token]
) -> Iterator[Key]:
    """The key for a number of units before what some words tell."""
    number = number_of(unit)
    quantity = quantity_of(story, number)
    if quantity is None or quantity.value < 2 or quantity.bound:
        return
    yield Key(
        AnswerType.NUMBER,
        quantity.text,
        asking("how many", quantity),
        frozenset(t.i for t in gone),
        False,
        unit.lemma_.lower(),
        quantity,
        weight=0.75,
        noun=(unit, *trim_punctuation(list(words))),
    )
