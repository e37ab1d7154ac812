"""Keys that are a part of a whole in numbers: 'nineteen of the dead', 'of 118 appeals, 31'."""

from collections.abc import Iterator, Sequence

from questions import lexicon
from questions.amounts import ASKABLE, Position, asking, number_text, position, single, state
from questions.candidates import Key
from questions.items import AnswerType
from questions.quantities import Quantity, parse
from questions.story import Story
from questions.tree import Token
from questions.trimming import kept


def parts(story: Story, number: Token) -> Iterator[Key]:
    """'Nineteen of the dead' → How many of the dead; 'About 17,000 died' → How many people."""
    if number.tag_ != "CD" or number.doc[number.i + 1 : number.i + 2].text == "-":
        return  # 'two-thirds of the cocoa' is no count.
    at = position(number)
    if at.before not in ASKABLE | {""} or at.agent:
        return
    of = next((c for c in number.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    ahead = opening(number) if of is None and at.is_subject else None
    of = of or ahead
    quantity = several(story, number)
    if quantity is None or (of is None and not victims(number, at)):
        return
    words = whole(of) if of is not None else ()
    if of is not None and not words:
        return
    behind = {t.i for noun in words for t in state(noun)}
    yield Key(
        AnswerType.NUMBER,
        quantity.write(quantity.value),
        asking(of_which(words) if words else "how many people", quantity, at.before),
        at.tokens - behind | ({t.i for t in ahead.subtree} if ahead is not None else set()),
        at.is_subject,
        "people",
        quantity,
        weight=0.7,
        noun=tuple(t for t in words if t.i not in behind),
    )


def several(story: Story, number: Token) -> Quantity | None:
    """A number from two on that is no sum of money."""
    quantity = parse(number_text(story, number)[0])
    return None if quantity is None or quantity.prefix or single(quantity) else quantity


def victims(number: Token, at: Position) -> bool:
    """'17,000 died'; in '31 wounded people' a verb with an object tells of none."""
    fate = at.is_subject and number.head.lemma_ in lexicon.HUMAN_FATES
    return fate and not any(c.dep_ == "dobj" for c in number.head.children)


def opening(number: Token) -> Token | None:
    """The 'Of' of 'Of 118 appeals, 31 succeeded'."""
    first = number.sent[0]
    return first if first.lower_ == "of" and first.head == number.head else None


def whole(of: Token) -> tuple[Token, ...]:
    """What something is a part of, 'of' left out where 'the' must follow it."""
    words = kept(of)
    noun = next((c for c in of.children if c.dep_ == "pobj"), None)
    if noun is None or noun.tag_ == "CD":
        return ()
    bare = noun.tag_ == "NNS" and words[1].tag_ == "CD"
    return tuple(words[1:] if bare else words)


def of_which(words: Sequence[Token]) -> str:
    """'How many', or 'How many of the' before words that lack it."""
    return "how many" if words[0].lower_ == "of" else "how many of the"
