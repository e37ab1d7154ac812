"""Keys that are a part of a whole in numbers: 'nineteen of the dead', 'of 118 appeals, 31'."""

from collections.abc import Iterator, Sequence

from questions import lexicon
from questions.amounts import ASKABLE, asking, single
from questions.beside import state
from questions.candidates import Key
from questions.grammar import complement
from questions.items import AnswerType
from questions.positions import Position, position
from questions.quantities import Quantity, parse
from questions.ranges import changed, extent
from questions.story import Story
from questions.tree import Token
from questions.trimming import kept

# What is done to people only.
HANDLING = frozenset(
    "kill injure wound displace evacuate rescue hospitalise hospitalize sicken infect employ "
    "arrest detain deport imprison jail seat accommodate recruit dismiss".split()
)
BALLOTS = frozenset(("vote", "abstain"))
STRUCK = frozenset("injured wounded dead missing killed detained arrested".split())


def parts(story: Story, number: Token) -> Iterator[Key]:
    """'Nineteen of the dead' → How many of the dead; 'About 17,000 died' → How many people."""
    if number.tag_ != "CD" or number.doc[number.i + 1 : number.i + 2].text == "-":
        return  # 'two-thirds of the cocoa' is no count.
    at = position(number)
    if at.before not in ASKABLE | {""} or at.agent:
        return
    of = next((c for c in number.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    ahead = opening(number) if of is None and at.is_subject else None
    quantity = several(story, number, of or ahead)
    asks, words = asked(number, at, of or ahead)
    if quantity is None or not asks:
        return
    behind = {t.i for noun in words for t in state(noun)}
    yield Key(
        AnswerType.NUMBER,
        quantity.text,
        asking(asks, quantity, at.before),
        at.tokens - behind | ({t.i for t in ahead.subtree} if ahead is not None else set()),
        at.is_subject,
        "people",
        quantity,
        weight=0.7,
        noun=tuple(t for t in words if t.i not in behind),
    )


def asked(number: Token, at: Position, of: Token | None) -> tuple[str, tuple[Token, ...]]:
    """How a number is asked for, '' where it is not, and what it is a part of."""
    if of is None:
        return human(number, at), ()
    words = whole(of)
    return of_which(words) if words else "", words


def several(story: Story, number: Token, of: Token | None) -> Quantity | None:
    """A number from two on that is no sum of money; 'seven' in 'Of the fires, seven'."""
    whole = set(of.subtree) if of is not None else set()
    words = [t for t in extent(number) if t not in whole]
    text = story.reading.said(words)
    quantity = None if changed(words) else parse(text)
    return None if quantity is None or quantity.prefix or single(quantity) else quantity


def human(number: Token, at: Position) -> str:
    """How a bare number of people is asked for: '17,000 died', 'employed 900', '109 voted for it'.

    In '31 wounded people' a verb with an object tells of none.
    """
    verb = at.part.head
    if at.before == "" and number.dep_ == "dobj":
        # 'at Mariana, which killed 19': not the place did.
        place = verb.dep_ == "relcl" and verb.head.ent_type_ == "GPE"
        return "how many people" if verb.lemma_ in HANDLING and not (at.agent or place) else ""
    if not at.is_subject:
        return ""
    fate = verb.lemma_ in lexicon.HUMAN_FATES
    if fate and not any(c.dep_ == "dobj" for c in verb.children):
        return "how many people"
    return "how many" if verb.lemma_ in BALLOTS else ""


def opening(number: Token) -> Token | None:
    """The 'Of' of 'Of 118 appeals, 31 succeeded'."""
    first = number.sent[0]
    return first if first.lower_ == "of" and first.head == number.head else None


def whole(of: Token) -> tuple[Token, ...]:
    """What something is a part of, 'of' left out where 'the' must follow it."""
    words = kept(of)
    noun = complement(of)
    if noun is None or (noun.tag_ == "CD" and not struck(noun)):
        return ()
    bare = noun.tag_ == "NNS" and words[1].tag_ == "CD"
    return tuple(words[1:] if bare else words)


def struck(number: Token) -> bool:
    """'the 51 injured'."""
    behind = [c.lower_ for c in number.children if c.i > number.i]
    return bool(behind) and behind[0] in STRUCK


def of_which(words: Sequence[Token]) -> str:
    """'How many', or 'How many of the' before words that lack it."""
    return "how many" if words[0].lower_ == "of" else "how many of the"
