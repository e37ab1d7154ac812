"""What something rises or falls to, where the far end is told with the near one.

'cut its limit from 50 to 30 km/h', 'fell from 34 seats to 13'.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from questions.amounts import asking
from questions.beside import PERCENT
from questions.candidates import Key
from questions.currencies import is_currency
from questions.grammar import complement, number_of
from questions.items import AnswerType
from questions.levels import MOVED, TOLD, moved
from questions.quantities import Quantity, parse
from questions.sizes import answer_type
from questions.story import Story
from questions.sums import indices, measure, owned
from questions.text import is_year
from questions.tree import Token
from questions.trimming import kept, set_off


@dataclass(frozen=True, slots=True)
class End:
    """The far end of a change: its words, the noun that it counts, and what tells of both ends."""

    words: tuple[Token, ...]
    noun: tuple[Token, ...]
    gone: frozenset[int]


def shifts(story: Story, near: Token) -> Iterator[Key]:
    """'raised its rate from 10 to 12 per cent' → To what percentage."""
    verb = near.head
    if near.lower_ != "from" or near.dep_ != "prep" or verb.lemma_ not in MOVED:
        return
    thing, end = moved(verb), together(near) or apart(near)
    if thing is None or end is None or not indices(thing) <= story.headline_words:
        return
    quantity = reached(story, end)
    if quantity is None or not (thing.dep_ == "dobj" or owned(story, thing)):
        return
    asks = asked(thing, end, quantity)
    if asks:
        yield Key(
            answer_type(quantity) if quantity.prefix or share(quantity) else AnswerType.NUMBER,
            quantity.text,
            asking(asks, quantity, "to"),
            end.gone,
            False,
            quantity.prefix or quantity.suffix or "level",
            quantity,
            weight=0.75,
            noun=end.noun,
        )


def reached(story: Story, end: End) -> Quantity | None:
    """The figure at which a change ends; no bound, nothing below two, and no year."""
    text = story.reading.said(end.words)
    quantity = parse(text.replace("$ ", "$"))
    if quantity is None or is_year(text) or quantity.bound or quantity.least or quantity.value < 2:
        return None
    return quantity


def asked(thing: Token, end: End, quantity: Quantity) -> str:
    """'what percentage', 'what age', 'how many': '' where the number says nothing by itself."""
    if quantity.prefix or share(quantity):
        return f"what {measure(thing, quantity)}"
    if end.noun:
        return "how many"
    if thing.lemma_.lower() == "age":
        return "what age"
    return "what figure" if thing.lemma_.lower() in TOLD else ""


def share(quantity: Quantity) -> bool:
    """Whether a quantity is a part of a hundred."""
    return quantity.suffix.strip() in PERCENT


def together(near: Token) -> End | None:
    """'from 10 to 12 per cent', which the parser takes for one number."""
    unit = complement(near)
    number = (unit if unit.tag_ == "CD" else number_of(unit)) if unit is not None else None
    to = [c for c in number.children if c.lower_ == "to"] if number is not None else []
    if unit is None or len(to) != 1 or list(unit.conjuncts):
        return None
    phrase = [t for t in kept(unit) if t.i > to[0].i]
    gone = frozenset(t.i for t in near.subtree)
    return ending(phrase, gone)


def apart(near: Token) -> End | None:
    """'from 34 seats to 13', 'from 4,000 to 6,500': the second number stands alone."""
    behind = (c for t in (near, near.head) for c in t.children if c.i > near.i)
    to = next((c for c in behind if c.lower_ == "to" and c.dep_ == "prep"), None)
    start = complement(near)
    number = complement(to) if to is not None else None
    if to is None or start is None or number is None or number.tag_ != "CD":
        return None
    if list(number.conjuncts) or any(c.i > number.i and not set_off(c) for c in number.children):
        return None
    gone = frozenset(t.i for part in (near, to) for t in part.subtree)
    words = tuple(t for t in kept(number) if t.i <= number.i)
    first = number_of(start)
    counted = start.tag_ == "NNS" and first is not None
    noun = tuple(t for t in kept(start) if first is not None and t.i > first.i) if counted else ()
    return End(words, noun, gone)


def ending(phrase: list[Token], gone: frozenset[int]) -> End | None:
    """A number with its unit: a share or a sum whole, other things as what is counted."""
    at = next((n for n, t in enumerate(phrase) if t.tag_ == "CD"), None)
    if at is None:
        return None
    number, behind = phrase[: at + 1], phrase[at + 1 :]
    whole = not behind or behind[0].lower_ in PERCENT or is_currency(number[0])
    return End(tuple(phrase), (), gone) if whole else End(tuple(number), tuple(behind), gone)
